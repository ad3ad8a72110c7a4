"""What a reform would do, on paper: sentences first, then the table, then what to know before believing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True)
class GroupLine:
    """One kind of household, means a month, in words."""

    name: str
    before: str
    after: str
    difference: str
    noise: str


@dataclass(frozen=True)
class CostLine:
    name: str
    amount: str


@dataclass(frozen=True, kw_only=True)
class PolicyOutcome:
    sentence: str
    source: str
    status: str
    origin: str
    summary: tuple[str, ...]
    leaves_out: tuple[str, ...]
    groups: tuple[GroupLine, ...]
    costs: tuple[CostLine, ...]
    assumptions: tuple[str, ...]
    made_on: date


@dataclass(frozen=True)
class PolicyPageData:
    """What `policy_page.typ` reads."""

    outcome: PolicyOutcome


def policy_page_pdf(outcome: PolicyOutcome, *, created_at: datetime) -> Pdf:
    return render("policy_page", PolicyPageData(outcome), created_at=created_at)
