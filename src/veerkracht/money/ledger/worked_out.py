"""What wages and netting ask of the run they belong to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from .book_keeping import Clerk
from .month_income import Income
from .settings import Settings
from .timeline import Timeline


class WorkedOut(Protocol):
    """The months of a household, worked out for a timeline."""

    clerk: Clerk
    settings: Settings

    @property
    def months(self) -> list[dt.date]: ...

    def incomes(self, timeline: Timeline) -> Mapping[dt.date, Income]: ...

    def net_of(
        self, timeline: Timeline, month: dt.date, on: dt.date, gross: float | None = None
    ) -> float: ...

    def special_rate(self, timeline: Timeline, month: dt.date, usual: float) -> float: ...
