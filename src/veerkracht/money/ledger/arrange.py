"""What can be arranged before which day: each a possible promise with an owner, the municipality first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from veerkracht.household.remark import Remark, remark

from .care_grounds import CARE_AFTER_JOB, has_ground, partner_has_ground
from .days import add_months
from .events import Event
from .months import Gap, Months
from .outgoings import months_to_go
from .pay_days import ordinary_interval
from .reclaim import credits, safest_estimate

MUNICIPALITY, ALLOWANCE_OFFICE, TAX_OFFICE, CARE_CENTRE = (
    "gemeente",
    "Dienst Toeslagen",
    "Belastingdienst",
    "kinderopvang",
)
DECISION = 56
"""Days in which a municipality decides on an application (eight weeks, Awb art. 4:13)."""
CHANGES_INCOME = (
    "job_starts",
    "job_ends",
    "hours_change",
    "bijstand_starts",
    "partner_joins",
    "partner_leaves",
)


@dataclass(frozen=True)
class Arrangement:
    """A possible promise: before which day, who does it, what, and why."""

    before: dt.date
    owner: str
    what: Remark
    why: Remark
    article: str
    amount: float | None = None


def to_arrange(ledger: Months) -> tuple[Arrangement, ...]:
    """All that could be arranged: the municipality's own part first, then by day."""
    all_of_them = [
        *for_gaps(ledger),
        *for_shortage(ledger),
        *for_events(ledger),
        *for_a_month_without(ledger),
        *for_debts(ledger),
        *for_credits(ledger),
    ]
    unique = dict.fromkeys(all_of_them)
    return tuple(
        sorted(unique, key=lambda arrangement: (arrangement.owner != MUNICIPALITY, arrangement.before))
    )


def for_gaps(ledger: Months) -> Iterator[Arrangement]:
    ordinary = ordinary_interval(ledger.payments)
    for gap in ledger.gaps:
        if gap.days > ordinary:
            yield Arrangement(
                gap.event_on,
                MUNICIPALITY,
                remark("bridge_the_gap"),
                about_gap(gap, bool(ledger.run.settings.vaste_lasten), ledger.balance_is_known),
                "Participatiewet, art. 35 en 52",
                round(-gap.lowest if gap.lowest < 0 and ledger.balance_is_known else gap.goes_out, 2),
            )


def about_gap(gap: Gap, costs_are_known: bool, balance_is_known: bool) -> Remark:
    """The days, what goes out in them, and the lowest day where there is too little."""
    is_short = gap.lowest < 0 and balance_is_known
    return remark("gap_without_income", gap=gap, costs_are_known=costs_are_known, is_short=is_short)


def for_shortage(ledger: Months) -> Iterator[Arrangement]:
    """A rent day on which there is too little; none where the balance is unknown."""
    if not ledger.balance_is_known:
        return
    balance = dict(ledger.balance)
    events = ledger.run.timeline.events
    for payment in ledger.payments:
        if payment.what == "huur" and balance[payment.on] < 0 and any(e.on <= payment.on for e in events):
            yield Arrangement(
                payment.on,
                MUNICIPALITY,
                remark("later_day_for_the_rent"),
                remark("short_on_the_day_of_the_rent", on=payment.on, short=-balance[payment.on]),
                "Participatiewet, art. 35; Wet gemeentelijke schuldhulpverlening, art. 3",
                round(-balance[payment.on], 2),
            )
            return


def for_events(ledger: Months) -> Iterator[Arrangement]:
    for event in ledger.run.timeline.events:
        if event.kind in CHANGES_INCOME:
            yield from for_income(ledger, event)
        if event.kind in ("childcare_starts", "childcare_changes", "childcare_ends"):
            yield for_childcare(event)
        yield from for_a_lost_ground(ledger, event)


def for_a_month_without(ledger: Months) -> Iterator[Arrangement]:
    """A month in which the wage leaves no bijstand, after months with it: it does not end by itself."""
    due = ledger.run.incomes(ledger.run.timeline)
    for month in ledger.run.months[1:]:
        before = due[add_months(month, -1)].bijstand
        nothing = before and not due[month].bijstand and due[month].gross
        if (
            not nothing
            or not ledger.start <= month < ledger.stop
            or not ledger.run.timeline.on(month).bijstand
        ):
            continue
        yield Arrangement(
            month,
            MUNICIPALITY,
            remark("bijstand_stays_open"),
            remark("month_without_bijstand", usual=before),
            "Participatiewet, art. 34b, 45 en 54",
        )
        return


def for_a_lost_ground(ledger: Months, event: Event) -> Iterator[Arrangement]:
    """Childcare allowance that ends because a parent has no ground for it any more."""
    before, after = ledger.run.timeline.before(event.on), ledger.run.timeline.on(event.on)
    if not any(child.facts.get("opvangsoort") for child in after.children):
        return
    if partner_has_ground(before) and not partner_has_ground(after):
        first = event.on if event.on.day == 1 else add_months(event.on.replace(day=1), 1)
        why = remark("partner_loses_ground", first=first)
    elif after.job_ended_on == event.on and not has_ground(after, add_months(event.on, CARE_AFTER_JOB)):
        last = add_months(event.on - dt.timedelta(days=1), CARE_AFTER_JOB)
        why = remark("ground_ends_after_work", last=last)
    else:
        return
    yield Arrangement(
        event.on,
        MUNICIPALITY,
        remark("stop_childcare_allowance_in_time"),
        why,
        "Wet kinderopvang, art. 1.6",
    )


def for_income(ledger: Months, event: Event) -> Iterator[Arrangement]:
    """A change of income: how bijstand is netted, and the new estimate for the allowances."""
    state = ledger.run.timeline.before(event.on)
    if state.bijstand:
        yield Arrangement(
            event.on,
            MUNICIPALITY,
            remark("say_when_wage_is_netted"),
            remark("then_days_are_certain"),
            "Participatiewet, art. 32, 45 en 58",
        )
    if event.kind in ("job_ends", "bijstand_starts"):
        yield Arrangement(
            event.on + dt.timedelta(days=DECISION),
            MUNICIPALITY,
            remark("decide_on_bijstand"),
            remark("no_wage_from", on=event.on),
            "Participatiewet, art. 41 en 52; Awb, art. 4:13",
        )
    estimate = safest_estimate(ledger, event.on)
    yield Arrangement(
        event.on + dt.timedelta(days=28),
        MUNICIPALITY,
        remark("pass_on_the_income"),
        estimate.about,
        "Awir, art. 17",
        estimate.safe,
    )


def for_childcare(event: Event) -> Arrangement:
    before = add_months(event.on, 3) if event.kind == "childcare_starts" else event.on + dt.timedelta(days=28)
    return Arrangement(
        before,
        MUNICIPALITY,
        remark("check_childcare_allowance"),
        remark("allowance_goes_back_three_months"),
        "Wet kinderopvang, art. 1.3 en 1.6; Awir, art. 17",
    )


def for_debts(ledger: Months) -> Iterator[Arrangement]:
    """More wage can change what goes to debts; that amount is not computed here."""
    more = [event for event in ledger.run.timeline.events if event.kind in ("job_starts", "hours_change")]
    debts = ledger.run.timeline.states[-1].debts
    if more and debts:
        longest = max(months_to_go(debt) for _, debt in debts)
        yield Arrangement(
            more[0].on,
            MUNICIPALITY,
            remark("debt_help_computes"),
            remark("debts_run_on", months=longest),
            "Wet gemeentelijke schuldhulpverlening, art. 4; Rv, art. 475d",
        )


def for_credits(ledger: Months) -> Iterator[Arrangement]:
    for credit in credits(ledger):
        if credit.refund - credit.netted >= 50:
            yield Arrangement(
                dt.date(credit.year + 1, 4, 1),
                TAX_OFFICE,
                remark("process_the_tax_return", year=credit.year),
                credit.about,
                "Wet IB 2001, art. 8.14a en 9.2",
                round(credit.refund - credit.netted, 2),
            )
