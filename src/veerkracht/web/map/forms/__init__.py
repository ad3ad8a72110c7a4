"""HTTP strings to typed requests, for the map."""

from .base import initial_of
from .node import MoveForm, NodeForm
from .things import BetweenForm, FactorForm, SnapshotForm

__all__ = ["BetweenForm", "FactorForm", "MoveForm", "NodeForm", "SnapshotForm", "initial_of"]
