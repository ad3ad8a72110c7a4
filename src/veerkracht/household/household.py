"""The records of one household. Every field holds a value or says that it is unknown; nothing has a silent default.

Units stand with the fields: EUR a month or a year, minutes after midnight, hours a week. Amounts are gross unless
the record says otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .unknown import NOT_ASKED, Amount, Count, Flag, Unknown

Day = Literal["ma", "di", "wo", "do", "vr", "za", "zo"]
Weeks = Literal["every", "odd", "even", "school", "holiday"]
WeekKind = Literal["school", "holiday"]
CareKind = Literal["dagopvang", "bso", "gastouder", "voorschoolse", "vakantie", "informeel", "none"]
PayMonth = Literal["zelfde", "volgende"]
TaxCreditAt = Literal["werkgever", "bijstand", "uwv"]
Exemption = Literal[
    "geen", "algemeen", "alleenstaande_ouder", "medisch_urenbeperkt", "artikel_34a", "loonkostensubsidie"
]
Ground = Literal["werk", "studie", "traject", "inburgering", "geen"]
Mode = Literal["lopen", "fiets", "ov", "auto"]
DAYS: tuple[Day, ...] = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A piece of a day, in minutes after midnight; there may be several a day, on all seven days."""

    day: Day
    start: int
    end: int
    weeks: Weeks = "every"


@dataclass(frozen=True, kw_only=True, slots=True)
class Protected:
    """Time of hers that is kept free, with or without the children."""

    day: Day
    start: int
    end: int
    weeks: Weeks = "every"
    with_children: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Wage:
    """Gross. A year: holiday allowance included; a month or an hour: without it."""

    amount: Amount
    per: Literal["year", "month", "hour"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Work she or her partner has, or was offered."""

    key: str
    state: Literal["present", "offered"]
    wage: Wage | Unknown = NOT_ASKED
    hours_per_week: Amount = NOT_ASKED
    blocks: tuple[Block, ...] | Unknown = NOT_ASKED
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    """The first day without this work."""
    pay_rhythm: Literal["monthly", "four_weekly"] | Unknown = NOT_ASKED
    pay_day: Count = NOT_ASKED
    pay_month: PayMonth | Unknown = NOT_ASKED
    first_pay_on: dt.date | None = None
    temporary: Flag = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Care:
    """One childcare of a child: now, or with an offered job (then `situation` is the key of that job)."""

    key: str
    situation: str = "now"
    kind: CareKind | Unknown = NOT_ASKED
    state: Literal["agreed", "asked", "possible"] | Unknown = NOT_ASKED
    contract_days: Mapping[WeekKind, Count] | Unknown = NOT_ASKED
    hours_per_day: Amount = NOT_ASKED
    hours_per_month: Amount = NOT_ASKED
    euros_per_hour: Amount = NOT_ASKED
    opens: int | Unknown = NOT_ASKED
    closes: int | Unknown = NOT_ASKED
    latest_drop: int | Unknown = NOT_ASKED
    days: frozenset[Day] | Unknown = NOT_ASKED
    place: str = ""
    registered: Flag = NOT_ASKED
    person: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ages:
    """Full years on the day of the question and on 1 January of its year, where there is no birth date."""

    on_the_day: Amount
    on_1_january: Amount = NOT_ASKED


Born = dt.date | Ages | Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    """A child of hers; an adult child that lives with her too."""

    key: str
    name: str = ""
    born: Born = NOT_ASKED
    cares: tuple[Care, ...] | Unknown = NOT_ASKED
    school: tuple[Block, ...] | Unknown = NOT_ASKED
    other_parent: Mapping[WeekKind, frozenset[Day] | Unknown] | Unknown = NOT_ASKED
    other_parent_safe: Flag = NOT_ASKED
    own_way_from: Count = NOT_ASKED
    alone_minutes: Mapping[WeekKind, Count] | Unknown = NOT_ASKED
    income_per_year: Amount = NOT_ASKED
    not_here: Flag = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Adult:
    """Herself, or her partner."""

    born: Born = NOT_ASKED
    jobs: tuple[Job, ...] | Unknown = NOT_ASKED
    medically_limited: Flag = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class CoResident:
    """Another adult at the address, not her partner."""

    key: str
    relation: Literal["own_child", "family", "lodger", "other"] | Unknown = NOT_ASKED
    born: Born = NOT_ASKED
    income_per_year: Amount = NOT_ASKED
    shares_cost: Flag = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """Rent and service costs in EUR a month; the other adults as records, or how many there are."""

    rent: Amount = NOT_ASKED
    service_costs: Amount = NOT_ASKED
    co_residents: tuple[CoResident, ...] | Count = NOT_ASKED
    cost_sharers: Count = NOT_ASKED
    co_residents_income: Amount = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherIncome:
    """Income that is no wage and no bijstand, in EUR a month. Alimony is one of its kinds."""

    key: str
    kind: str
    euros: Amount = NOT_ASKED
    gross: Flag = NOT_ASKED
    taxed: Flag = NOT_ASKED
    pay_day: Count = NOT_ASKED
    of_partner: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Debt:
    """What is open in EUR, and the instalment in EUR a month."""

    key: str
    creditor: str
    open: Amount = NOT_ASKED
    instalment: Amount = NOT_ASKED
    pay_day: Count = NOT_ASKED
    ends_on: dt.date | None = None
    attached: Flag = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """A fixed cost in EUR a month: energy, insurance."""

    key: str
    name: str
    euros: Amount = NOT_ASKED
    pay_day: Count = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Support:
    """Bijstand, its exemptions and who applies the tax credit."""

    bijstand_months_this_year: Count = NOT_ASKED
    tax_credit_at: TaxCreditAt | Unknown = NOT_ASKED
    exemption: Exemption | Unknown = NOT_ASKED
    work_helps_leaving: Flag = NOT_ASKED
    months_general_exemption: Count = NOT_ASKED
    months_single_parent_exemption: Count = NOT_ASKED
    months_34a_exemption: Count = NOT_ASKED
    months_low_income: Count = NOT_ASKED
    pay_day: Count = NOT_ASKED
    pay_month: PayMonth | Unknown = NOT_ASKED
    after_a_month_without: Literal["loopt_door", "opnieuw_aanvragen"] | Unknown = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Travel:
    """How she travels; minutes by leg (from, to), cost in EUR a month, and minutes of slack."""

    mode: Mode | Unknown = NOT_ASKED
    legs: Mapping[tuple[str, str], Count] | Unknown = NOT_ASKED
    euros_per_month: Amount = NOT_ASKED
    buffer: Count = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Limits of her week: moments and lengths in minutes. Her own only when `said_by_her`."""

    leave_after: int | Unknown = NOT_ASKED
    home_by: int | Unknown = NOT_ASKED
    work_from: int | Unknown = NOT_ASKED
    work_to: int | Unknown = NOT_ASKED
    shortest_shift: Count = NOT_ASKED
    load_day: Count = NOT_ASKED
    load_week: Count = NOT_ASKED
    work_days: Count = NOT_ASKED
    said_by_her: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Grounds:
    """The ground for childcare allowance of herself and of her partner (Wko art. 1.6)."""

    her: Ground | Unknown = NOT_ASKED
    partner: Ground | Unknown = NOT_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Household:
    """Everything that is so on one day. `children` and the like may be unknown as a whole: that is not none."""

    day: dt.date
    adult: Adult = Adult()
    lives_with_partner: Flag = NOT_ASKED
    partner: Adult = Adult()
    children: tuple[Child, ...] | Unknown = NOT_ASKED
    home: Home = Home()
    support: Support = Support()
    other_income: tuple[OtherIncome, ...] | Unknown = NOT_ASKED
    debts: tuple[Debt, ...] | Unknown = NOT_ASKED
    costs: tuple[Cost, ...] | Unknown = NOT_ASKED
    savings: Amount = NOT_ASKED
    wealth_on_1_january: Amount = NOT_ASKED
    gifts_per_year: Amount = NOT_ASKED
    childcare_ground: Grounds = Grounds()
    travel: Travel = Travel()
    limits: Limits = Limits()
    protected: tuple[Protected, ...] | Unknown = NOT_ASKED
    course: tuple[Block, ...] | Unknown = NOT_ASKED
    full_time_hours: Amount = NOT_ASKED
