"""The plan in full: her story and wish, what each side does, her goals, and what the law says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.legal import LegalBlock
from veerkracht.documents.people import (
    FormOfAddress,
    Mother,
    PrintedKlantmanager,
    PrintedMunicipality,
    RingMap,
    short_mark,
)
from veerkracht.documents.promises import PrintedPromise, PrintedProposal, PromisesBySide, by_side
from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True)
class Rung:
    """One sentence of the ladder of a goal, hers; from "less than now" up to "even better"."""

    sentence: str
    is_now: bool = False


@dataclass(frozen=True)
class PrintedGoal:
    title: str
    ladder: tuple[Rung, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedBalance:
    """How many of the open promises are hers."""

    hers: int
    open: int

    def __post_init__(self) -> None:
        if not 0 <= self.hers <= self.open:
            raise ValueError(
                f"De verdeling klopt niet: {self.hers} van de {self.open} open beloften. Tel ze opnieuw."
            )


@dataclass(frozen=True)
class GroupActivity:
    what: str
    when: str = ""
    where: str = ""


@dataclass(frozen=True)
class Amount:
    """One line of a sum, in words."""

    label: str
    amount: str
    is_total: bool = False


@dataclass(frozen=True)
class Sum:
    """A sum about money that was put in the plan: what is left a month, with what it rests on."""

    label: str
    outcome: str
    basis: str
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class PrintedWeighing:
    """One question of the weighing of care and work, its answer and the reason for it."""

    question: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Signature:
    name: str
    role: str
    """"moeder", "klantmanager"."""
    statement: str = ""
    """"Akkoord", "Akkoord met opmerking", "Niet akkoord". Empty: a line to sign on."""
    given_on: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class PrintedPlan:
    municipality: PrintedMunicipality
    klantmanager: PrintedKlantmanager
    mother: Mother
    printed_on: date
    version: int
    plan_hash: str
    fixed_on: date | None = None
    """None: not fixed yet; the plan says so under its title."""
    story: str = ""
    wish: str = ""
    promises: tuple[PrintedPromise, ...] = ()
    balance: PrintedBalance | None = None
    goals: tuple[PrintedGoal, ...] = ()
    proposals: tuple[PrintedProposal, ...] = ()
    group_activities: tuple[GroupActivity, ...] = ()
    sums: tuple[Sum, ...] = ()
    weighing: tuple[PrintedWeighing, ...] = ()
    legal_blocks: tuple[LegalBlock, ...] = ()
    changes: tuple[str, ...] = ()
    """What is different from the version before, one sentence each."""
    signatures: tuple[Signature, ...] = ()
    next_talk: str = ""
    ring_map: RingMap | None = None
    form: FormOfAddress = FormOfAddress.U


@dataclass(frozen=True)
class PlanData:
    """What `plan.typ` reads."""

    plan: PrintedPlan
    promises: PromisesBySide
    mark: str


def plan_pdf(plan: PrintedPlan, *, created_at: datetime) -> Pdf:
    plan_data = PlanData(plan, by_side(plan.promises), short_mark(plan.plan_hash))
    return render("plan", plan_data, created_at=created_at, style=plan.municipality.style)
