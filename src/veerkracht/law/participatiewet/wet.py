"""The law that the modules of this folder give rules to."""

from __future__ import annotations

from ..engine.rules import Law

wet = Law("Participatiewet", bwb="BWBR0015703")
