"""The months to come in words: the sentence on top, what is left, what to watch, gaps and what may be asked back.

These sentences speak to nobody: she and her klantmanager read the same page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from veerkracht.money.forecast import WORTH_WATCHING, Forecast, MonthForecast, Watch
from veerkracht.money.ledger.months import Gap

from .numbers import MONTHS, day_in_words, euro, month_in_words, short_day

RECLAIMED = {
    "zorgtoeslag": "zorgtoeslag",
    "kindgebonden_budget": "kindgebonden budget",
    "huurtoeslag": "huurtoeslag",
    "kinderopvangtoeslag": "kinderopvangtoeslag",
    "inkomstenbelasting": "belasting",
    "inkomstenbelasting_partner": "belasting van de partner",
    "terugbetaling_bijstand": "bijstand",
    "terugbetaling_bijstand_belasting": "belasting over bijstand",
    "terugbetaling_bijstand_na_belastingteruggave": "belastingteruggave",
    "bijstand": "bijstand",
}
WHY_RECLAIMED = {
    "terugbetaling_bijstand_na_belastingteruggave": (
        "Belasting over {year} komt terug, maar hoort bij de bijstand van dat jaar."
    ),
    "terugbetaling_bijstand": "Er was te veel bijstand betaald.",
    "terugbetaling_bijstand_belasting": "Belasting over bijstand die pas later terugkomt.",
    "bijstand": "Er was te veel bijstand betaald.",
}
ADVANCE = "Er is over {year} meer vooruit betaald dan waar achteraf recht op is."
AFTERWARDS = "Een schatting: de dag en het bedrag staan pas na afloop van het jaar vast."


def headline(forecast: Forecast, costs_are_known: bool) -> str:
    """What the page says first: at most two short sentences."""
    first = _first(forecast, costs_are_known)
    largest = max(_of_first_year(forecast), key=lambda watch: watch.amount, default=None)
    if largest is None or largest.on is None:
        return first
    return f"{first} Zet voor {month_in_words(largest.on)} {euro(largest.amount)} apart."


def _of_first_year(forecast: Forecast) -> list[Watch]:
    last = forecast.whole_year[-1].first
    return [one for one in forecast.reclaims if one.on and one.on < last and one.amount >= 50]


def _first(forecast: Forecast, costs_are_known: bool) -> str:
    short = forecast.first_shortage
    if short:
        return f"Op {day_in_words(short[0])} is er {euro(-short[1])} te weinig."
    if forecast.uncovered:
        worst = min(forecast.uncovered, key=lambda month: month.left)
        return f"In {month_in_words(worst.first)} zijn de vaste lasten {euro(-worst.left)} hoger dan wat er komt."
    if forecast.gaps:
        longest = max(forecast.gaps, key=lambda gap: gap.days)
        if longest.is_open:
            return f"Na {day_in_words(longest.last_old)} komt er geen loon of bijstand meer."
        return f"Na {day_in_words(longest.last_old)} komt er {longest.days} dagen geen loon of bijstand."
    if not costs_are_known:
        return "Elke maand zijn de vaste lasten die zijn ingevuld gedekt."
    return "Elke maand zijn de vaste lasten gedekt."


def left_for_the_rest(forecast: Forecast) -> str:
    """The range over the coming year, and which month is the tightest."""
    low, high = forecast.tightest, forecast.roomiest
    if round(low.left) == round(high.left):
        return f"Voor boodschappen en de rest blijft elke maand {euro(low.left)}."
    return (
        f"Voor boodschappen en de rest blijft {euro(low.left)} tot {euro(high.left)} per maand. "
        f"Krapst: {month_in_words(low.first)}."
    )


def range_for_the_rest(low: float, high: float) -> str:
    """The sentence on top where something is not known."""
    return f"Voor boodschappen en de rest blijft elke maand tussen {euro(low)} en {euro(high)}."


def gap_in_words(gap: Gap) -> str:
    """A gap with its days and what goes out in it."""
    if gap.is_open:
        return f"Na {day_in_words(gap.last_old)} komt er geen loon of bijstand meer binnen."
    return (
        f"Na {day_in_words(gap.last_old)} komt er tot {day_in_words(gap.first_new)} geen loon of bijstand: "
        f"{gap.days} dagen. In die dagen gaat er {euro(gap.goes_out)} uit."
    )


def month_name(month: MonthForecast, previous: MonthForecast | None) -> str:
    """`januari 2027`; the year only where it begins; `rest van november` of the month that is running."""
    name = MONTHS[month.first.month - 1]
    if previous is None or previous.first.year != month.first.year:
        name = f"{name} {month.first.year}"
    return name if month.is_whole else f"rest van {name}"


def watch_in_words(watch: Sequence[Watch]) -> tuple[str, ...]:
    """What stands beside a month, each in a few words."""
    return tuple(dict.fromkeys(_watch(one) for one in watch if one.code != "reclaimed"))


def reclaimed_in_words(month: MonthForecast) -> str:
    """How much of a month may be asked back; empty where nothing is."""
    amount = month.may_be_reclaimed
    return f"{euro(amount)} kan worden teruggevraagd" if amount >= WORTH_WATCHING else ""


def _watch(watch: Watch) -> str:
    day = short_day(watch.on) if watch.on else ""
    return {
        "tightest": "krapst",
        "last_bijstand": f"laatste bijstand {day}",
        "first_wage": f"eerste loon {day}",
        "child_benefit": "kinderbijslag",
        "holiday_pay": "vakantiegeld",
        "tax_back": f"{euro(watch.amount)} {RECLAIMED.get(watch.what, 'toeslag')} over {watch.year}",
        "reclaimed": "",
    }[watch.code]


def reclaim_in_words(watch: Watch) -> tuple[str, str]:
    """One thing that may be asked back: amount and month, and why."""
    head = f"{euro(watch.amount)} {RECLAIMED.get(watch.what, '')}, {month_in_words(watch.on) if watch.on else ''}"
    return head, WHY_RECLAIMED.get(watch.what, ADVANCE).format(year=watch.year or "dat jaar")


def law_of_the_year(month: dt.date, known: int) -> str:
    """Said at the first month whose own amounts are not published yet."""
    return f"{month.year}: gerekend met de bedragen van {known}"
