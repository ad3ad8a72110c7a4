"""What can be arranged before which day: each a possible promise with an owner, the municipality first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..amounts import euros, on_day
from .days import add_months
from .events import Event
from .months import Gap, Months
from .outgoings import months_to_go
from .reclaim import credits, safest_estimate

MUNICIPALITY, ALLOWANCE_OFFICE, TAX_OFFICE, CARE_CENTRE = (
    "gemeente",
    "Dienst Toeslagen",
    "Belastingdienst",
    "kinderopvang",
)
LONG_GAP = 7
"""Days without income after which the gap is named."""
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
    what: str
    why: str
    article: str
    amount: float | None = None

    def as_data(self) -> dict[str, Any]:
        data = {name: getattr(self, name) for name in ("owner", "what", "why", "article")}
        return {"before": self.before.isoformat(), **data, "amount": self.amount}


def to_arrange(found: Months) -> tuple[Arrangement, ...]:
    """All that could be arranged: the municipality's own part first, then by day."""
    all_of_them = [
        *for_gaps(found),
        *for_shortage(found),
        *for_events(found),
        *for_debts(found),
        *for_credits(found),
    ]
    unique = dict.fromkeys(all_of_them)
    return tuple(sorted(unique, key=lambda one: (one.owner != MUNICIPALITY, one.before)))


def for_gaps(found: Months) -> Iterator[Arrangement]:
    for gap in found.gaps:
        if gap.days > LONG_GAP:
            yield Arrangement(
                gap.event_on,
                MUNICIPALITY,
                "Een voorschot of overbrugging uit bijzondere bijstand, met een besluit vóór de eerste dag.",
                about_gap(gap, bool(found.run.settings.vaste_lasten), found.balance_is_known),
                "Participatiewet, art. 35 en 52",
                round(-gap.lowest if gap.lowest < 0 and found.balance_is_known else gap.goes_out, 2),
            )


def about_gap(gap: Gap, costs_are_known: bool, balance_is_known: bool) -> str:
    """The days, what goes out in them, and the lowest day where there is too little."""
    if gap.is_open:
        said = f"Na {on_day(gap.last_old)} komt er geen loon of bijstand meer in deze maanden. "
    else:
        until = on_day(gap.first_new)
        said = f"Tussen {on_day(gap.last_old)} en {until} komt er {gap.days} dagen geen loon of bijstand. "
    said += f"In die dagen gaat er {euros(gap.goes_out)} uit"
    said += (
        "." if costs_are_known else "; eten, energie en andere lasten zijn niet opgegeven en komen daarbij."
    )
    if gap.lowest < 0 and balance_is_known:
        said += f" Op {on_day(gap.lowest_on)} is er {euros(-gap.lowest)} te weinig."
    return said


def for_shortage(found: Months) -> Iterator[Arrangement]:
    """A rent day on which there is too little; none where the balance is unknown."""
    if not found.balance_is_known:
        return
    balance = dict(found.balance)
    events = found.run.timeline.events
    for payment in found.payments:
        if payment.what == "huur" and balance[payment.on] < 0 and any(e.on <= payment.on for e in events):
            yield Arrangement(
                payment.on,
                MUNICIPALITY,
                "Met de verhuurder een latere dag voor deze huur afspreken, of de huur voorschieten.",
                f"Op {on_day(payment.on)}, de dag van de huur, is er {euros(-balance[payment.on])} te weinig.",
                "Participatiewet, art. 35; Wet gemeentelijke schuldhulpverlening, art. 3",
                round(-balance[payment.on], 2),
            )
            return


def for_events(found: Months) -> Iterator[Arrangement]:
    for event in found.run.timeline.events:
        if event.kind in CHANGES_INCOME:
            yield from for_income(found, event)
        if event.kind in ("childcare_starts", "childcare_changes", "childcare_ends"):
            yield for_childcare(event)


def for_income(found: Months, event: Event) -> Iterator[Arrangement]:
    """A change of income: how bijstand is netted, and the new estimate for the allowances."""
    state = found.run.timeline.before(event.on)
    if state.bijstand:
        yield Arrangement(
            event.on,
            MUNICIPALITY,
            "Schriftelijk laten weten in welke maand het loon wordt verrekend, wanneer de laatste bijstand komt en "
            "wanneer het vakantiegeld.",
            "Dan staat vast welk geld op welke dag komt.",
            "Participatiewet, art. 32, 45 en 58",
        )
    if event.kind in ("job_ends", "bijstand_starts"):
        yield Arrangement(
            event.on + dt.timedelta(days=DECISION),
            MUNICIPALITY,
            "Op een aanvraag om bijstand beslissen, met een voorschot binnen vier weken.",
            f"Vanaf {on_day(event.on)} is er geen loon.",
            "Participatiewet, art. 41 en 52; Awb, art. 4:13",
        )
    estimate = safest_estimate(found, event.on)
    yield Arrangement(
        event.on + dt.timedelta(days=28),
        MUNICIPALITY,
        "Samen het nieuwe jaarinkomen doorgeven aan Dienst Toeslagen, en een afschrift bewaren.",
        estimate.sentence,
        "Awir, art. 17",
        estimate.safe,
    )


def for_childcare(event: Event) -> Arrangement:
    before = add_months(event.on, 3) if event.kind == "childcare_starts" else event.on + dt.timedelta(days=28)
    return Arrangement(
        before,
        MUNICIPALITY,
        "Nagaan of er recht is op kinderopvangtoeslag, op welke grond en tot wanneer, en dat op papier zetten vóór "
        "het contract.",
        "De toeslag gaat tot drie maanden terug; zonder erkende grond of registratie is er geen toeslag.",
        "Wet kinderopvang, art. 1.3 en 1.6; Awir, art. 17",
    )


def for_debts(found: Months) -> Iterator[Arrangement]:
    """More wage can change what goes to debts; that amount is not computed here."""
    more = [event for event in found.run.timeline.events if event.kind in ("job_starts", "hours_change")]
    debts = found.run.timeline.states[-1].debts
    if more and debts:
        longest = max(months_to_go(debt) for _, debt in debts)
        yield Arrangement(
            more[0].on,
            MUNICIPALITY,
            "Schuldhulpverlening laten uitrekenen wat meer loon betekent voor de termijnen, voordat de uren ingaan.",
            f"De schulden lopen nog {longest} maanden met deze termijnen. Bij beslag of een schuldregeling (meestal "
            "18 maanden) gaat een deel van meer loon naar de schulden; die beslagvrije voet is hier niet uitgerekend.",
            "Wet gemeentelijke schuldhulpverlening, art. 4; Rv, art. 475d",
        )


def for_credits(found: Months) -> Iterator[Arrangement]:
    for credit in credits(found):
        if credit.refund - credit.netted >= 50:
            yield Arrangement(
                dt.date(credit.year + 1, 4, 1),
                TAX_OFFICE,
                f"Aangifte over {credit.year} verwerken, of eerder een voorlopige aanslag.",
                credit.sentence,
                "Wet IB 2001, art. 8.14a en 9.2",
                round(credit.refund - credit.netted, 2),
            )
