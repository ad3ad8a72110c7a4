"""What is left with an offered job, in words: the sentence on top, what can go wrong, from when it holds.

`who` is her first name for whoever reads about her, and empty on her own pages.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.money.answer import MoneyAnswer, MonthAnswer
from veerkracht.money.attachment import left_by_attachment
from veerkracht.money.path import Path
from veerkracht.money.schemes import Unsure
from veerkracht.money.situation import law_day

from .numbers import euro, hours_in_words, month_in_words
from .sentences import PAGE, say

NEW_EXEMPTION_FROM = dt.date(2027, 1, 1)
CREDIT = {"inkomensafhankelijke_combinatiekorting": "combinatiekorting stopt: een kind is dan 12"}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One part of a difference with now, in EUR a month."""

    label: str
    amount: float
    is_example: bool = False


def rounded(amount: float) -> float:
    """What a sentence says: to five below a hundred, else to ten. A table keeps its own euros."""
    step = 5 if abs(amount) < 100 else 10
    return float(step * round(amount / step))


def headline(answer: MoneyAnswer, starts_on: dt.date, who: str = "") -> list[str]:
    """The most hours-for-money first; each difference is after everything that is known to be lost."""
    ranked = sorted(answer.later, key=answer.more, reverse=True)
    subject = f"houdt {who}" if who else "houd je"
    sentences = []
    for place, month in enumerate(ranked):
        hours = hours_in_words(month.hours or 0.0)
        if place == 0:
            when = f"vanaf {month_in_words(starts_on)}"
            sentences.append(f"Met {hours} {subject} {when} {_more(answer.more(month), long=True)}.")
        else:
            sentences.append(f"Met {hours} {_more(answer.more(month), long=False)}.")
    return sentences


def _more(amount: float, long: bool) -> str:
    near = rounded(amount)
    if not near:
        return "ongeveer evenveel over als nu" if long else "ongeveer evenveel"
    direction = "meer" if near > 0 else "minder"
    return (
        f"ongeveer {euro(abs(near))} per maand {direction} over dan nu"
        if long
        else f"ongeveer {euro(abs(near))} {direction}"
    )


def differences(answer: MoneyAnswer, month: MonthAnswer) -> list[Difference]:
    """What the difference with now is made of; together it is `answer.more`."""
    law = month.to_spend - answer.now.to_spend - month.by_year
    parts = [Difference(label="loon, belasting, bijstand en toeslagen", amount=law)]
    lost = answer.local_loss(month)
    if abs(lost) >= 0.5:
        label = "regelingen van de gemeente die stoppen" if lost > 0 else "regelingen van de gemeente"
        is_example = answer.now.scenario.schemes is None
        parts.append(Difference(label=label, amount=-lost, is_example=is_example))
    if abs(month.by_year) >= 0.5:
        label = CREDIT[month.ended_credits[0]] if month.ended_credits else "andere leeftijden in dat jaar"
        parts.append(Difference(label=label, amount=month.by_year))
    return parts


def what_can_go_wrong(
    answer: MoneyAnswer, month: MonthAnswer, has_debt: bool, other_income: bool
) -> list[str]:
    """At most four things to know before anything is signed."""
    sentences = [less_between(start, stop) for start, stop in answer.hours_with_less if stop > 0]
    if answer.local_loss(month) >= 0.5:
        sentences.append(
            about_schemes(answer.local_loss(month), is_example=answer.now.scenario.schemes is None)
        )
    if other_income:
        sentences.append(
            "Ander inkomen staat hier bij elk aantal uren gelijk. Van een uitkering, zoals WW, gaat bij meer loon "
            "meestal een groot deel af: dan blijft er minder over dan hier staat."
        )
    if has_debt:
        sentences.append(about_debts(left_by_attachment(month.scenario)))
    sentences.append("Toeslagen rekenen met het loon van het hele jaar. Geef het nieuwe loon meteen door.")
    return sentences[:4]


def wage_below_minimum(wage: float, least: float) -> str:
    """No refusal: a mistake in typing, or an employer who pays too little."""
    return (
        f"{euro(wage, cents=True)} per uur is lager dan het minimumloon van {euro(least, cents=True)}. Kijk of het "
        "bedrag klopt en bruto is. Klopt het, dan betaalt de werkgever te weinig."
    )


def about_schemes(lost: float, *, is_example: bool) -> str:
    if is_example:
        return f"De {euro(lost)} aan regelingen is een voorbeeld. Elke gemeente rekent anders: vraag het na."
    return f"{euro(lost)} per maand van de gemeente houdt dan op. Vraag de gemeente of dat klopt."


def about_debts(free: float | None) -> str:
    """What more wage can mean beside debts, with what an attachment leaves where that is known."""
    left = (
        ""
        if free is None
        else f"Bij beslag op het loon blijft {euro(free)} per maand vrij: een schatting van de beslagvrije voet, die "
        "de deurwaarder vaststelt. "
    )
    return f"Bij schulden kan er meer aflossing worden gevraagd. {left}Bel de schuldhulp vóór het contract."


def less_between(start: float, stop: float) -> str:
    if start == stop:
        return f"Bij {hours_in_words(start)} blijft er minder over dan nu."
    return f"Tussen {_bare(start)} en {hours_in_words(stop)} blijft er minder over dan nu."


def _bare(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def validity(starts_on: dt.date, bijstand_stays: bool, exempt: bool = False) -> list[str]:
    """With which year's figures it was made, and what of the year of the job is not in it."""
    known = law_day(starts_on)
    if known == starts_on:
        return [f"Gerekend met de bedragen van {starts_on.year}."]
    sentences = [
        f"De bedragen van {starts_on.year} zijn nog niet bekend. Dit zijn die van {known.year}, met de leeftijden "
        f"van {starts_on.year}."
    ]
    if starts_on >= NEW_EXEMPTION_FROM:
        sentences.append("De combinatiekorting wordt vanaf 2027 elk jaar lager; hoeveel is nog niet zeker.")
        if exempt:
            sentences.append(
                "Meegerekend: de vrijlating van 15 procent die er dan naast bijstand is, hoogstens twaalf maanden. Of "
                "die er komt, beslist de gemeente."
            )
        elif bijstand_stays:
            sentences.append(
                "Nog niet meegerekend: de nieuwe vrijlating van 15 procent naast bijstand. Die kan het verschil "
                "gunstiger maken; de gemeente beslist."
            )
    return sentences


def scheme_not_known(scheme: Unsure) -> str:
    """Why nothing can be said yet about a scheme."""
    why = say(scheme.why, PAGE)
    return f"{scheme.scheme.title}: nog niet te zeggen. {why[:1].upper()}{why[1:]}"


def path_sentence(path: Path) -> str:
    """From which year the norm is reached, with how many hours."""
    for year in path.years:
        if year.own_ratio >= 1:
            hours = f"{year.hours:g} uur".replace(".", ",")
            return (
                f"Vanaf {year.year} ({year.label}, {hours} per week) komt eigen werk op of boven de grens van "
                "economische zelfstandigheid."
            )
    return "Binnen deze jaren komt eigen werk niet op de grens van economische zelfstandigheid."


def turning_point(answer: MoneyAnswer) -> str:
    """The message of the curve: from how many hours on there is more than now, for good."""
    base = answer.now.to_spend + answer.now.local
    fails = [
        hours for hours, amount in zip(answer.line.hours, answer.line.net, strict=True) if amount < base + 1
    ]
    if not fails:
        return "Bij elk aantal uren is er meer dan nu"
    last = max(fails)
    if last >= answer.line.hours[-1]:
        return f"Tot en met {hours_in_words(last)} is er niet steeds meer dan nu"
    return f"Vanaf {hours_in_words(last + 0.25)} is er meer dan nu"
