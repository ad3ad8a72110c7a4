"""Nobody out of sight: how long without contact is too long, and which changes ahead are moments to lose somebody."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

DEFAULT_DAYS = 21
"""Days without any contact after which we say so, where no rhythm was agreed with her."""
AHEAD = dt.timedelta(weeks=6)
"""So long before a change it stands on Vandaag."""
NEW_FOR = dt.timedelta(days=14)
"""So long after the beginning or the return somebody counts as new."""


class RiskKind(StrEnum):
    """The ten moments at which somebody gets lost (domain_reference.yaml, handover_moments)."""

    INTAKE = "intake"
    KLANTMANAGER = "klantmanager"
    REINTEGRATION = "reintegration"
    DEBT_HELP = "debt_help"
    STUDY = "study"
    PLACEMENT = "placement"
    CARE = "care"
    MOVING = "moving"
    END_OF_BENEFIT = "end_of_benefit"
    RETURN = "return"


def silent_since(last: dt.date, day: dt.date) -> dt.date | None:
    """The day on which somebody should have been in touch; None while that day is to come."""
    expected = last + dt.timedelta(days=DEFAULT_DAYS)
    return expected if expected < day else None
