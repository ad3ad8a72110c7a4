"""The Dutch of the figures: what each property and value is called, and why something is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.disclosure.cube import NotOut
from veerkracht.method import library

from .together_models import Companion


def dimension_words(name: str) -> str:
    titles = {
        "ring": _t("Waar iets tegenhoudt"),
        "barrier": _t("Wat tegenhoudt"),
        "topic": _t("Signalen"),
        "carries": _t("Wie de meeste acties draagt"),
        "result": _t("Wat er bereikt is"),
        "age": _t("Leeftijd"),
        "youngest": _t("Jongste kind"),
        "duration": _t("Hoe lang begeleid"),
    }
    return titles[name]


def value_words(dimension: str, value: str, titles: Mapping[str, str]) -> str:
    """What one value is called; a topic by its name of that quarter, a barrier by the method."""
    if dimension == "topic":
        return titles.get(value, _t("een ouder onderwerp"))
    if dimension == "barrier":
        return library.item(value).label
    return _values()[value]


def _values() -> dict[str, str]:
    return {
        "micro": _t("Dichtbij"),
        "meso": _t("Contact onderling"),
        "exo": _t("Organisaties en regels"),
        "macro": _t("Samenleving"),
        "hers": _t("de moeder zelf"),
        "others": _t("gemeente en anderen"),
        "nobody": _t("er staat geen actie open"),
        "work": _t("een stap naar werk gezet"),
        "study": _t("met leren begonnen of iets afgerond"),
        "language": _t("een stap in de taal gezet"),
        "voluntary_work": _t("vrijwilligerswerk"),
        "ladder": _t("staat naar eigen zeggen verder dan in het begin"),
        "system": _t("een ander kwam een belofte na: iets in het systeem veranderde"),
        "out_for_work": _t("uit de bijstand: genoeg inkomen uit werk of anders"),
        "under_25": _t("jonger dan 25"),
        "25_34": _t("25 tot en met 34"),
        "35_44": _t("35 tot en met 44"),
        "45_up": _t("45 en ouder"),
        "0_3": _t("0 tot en met 3 jaar"),
        "4_11": _t("4 tot en met 11 jaar"),
        "12_17": _t("12 tot en met 17 jaar"),
        "under_1": _t("korter dan een jaar"),
        "1_2": _t("een of twee jaar"),
        "3_up": _t("drie jaar of langer"),
        "unknown": _t("onbekend"),
    }


def count_words(count: int | None) -> str:
    return _t("minder dan 15 of niet getoond") if count is None else _t("ongeveer %(n)s") % {"n": count}


def not_out_words(why: str) -> str:
    """Why there is no such figure, in one sentence a council member can repeat."""
    reasons: Mapping[str, str] = {
        NotOut.TEXT_ONLY: _t(
            "Uw gemeente begeleidt minder dan 200 moeders. Dan wijst elk getal al snel iemand aan."
        ),
        NotOut.TOO_LITTLE_CHANGED: _t(
            "Er is te weinig veranderd sinds het vorige kwartaal. Het verschil zou van één moeder kunnen zijn."
        ),
        NotOut.TOO_MANY_DIMENSIONS: _t(
            "Drie eigenschappen tegelijk kan niet: dan blijft er vaak één gezin over."
        ),
        NotOut.NEVER_COUNTED: _t(
            "Herkomst, geloof, gezondheid, schulden en veiligheid tellen wij nooit. Zij staan ook nergens als veld."
        ),
        NotOut.NOT_IN_LIST: _t(
            "Deze uitsplitsing staat niet in de vaste lijst. Wie steeds iets anders mag vragen, vindt met het verschil "
            "tussen twee antwoorden één gezin."
        ),
        NotOut.TOO_FEW_WITHOUT_ONE: _t(
            "Zonder de grootste gemeente blijven er minder dan 200 moeders over. Die gemeente kent haar eigen "
            "moeders, en zou van de rest te veel kunnen afleiden."
        ),
        NotOut.OTHER_COMPANY: _t(
            "Een van de gemeenten stond het afgelopen jaar anders in de cijfers: alleen, of met andere gemeenten. Het "
            "verschil tussen die twee zou één gemeente laten zien. Een jaar later kan het wel."
        ),
        NotOut.ONE_WAY_ONLY: _t("Onder de 400 moeders geven wij per eigenschap één tabel, geen combinaties."),
    }
    return reasons[why]


def joined(names: Sequence[str]) -> str:
    """a, b en c"""
    if len(names) < 2:
        return "".join(names)
    return _t("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def company_words(places: Sequence[str]) -> str:
    if not places:
        return ""
    says = _t("Deze cijfers zijn van %(places)s samen. Geen van hen ziet een getal van een ander.")
    return says % {"places": joined(places)}


def quarter_words(quarter: str) -> str:
    year, number = quarter.split("-K")
    return _t("%(n)se kwartaal van %(year)s") % {"n": number, "year": year}


# Where a question of the self-scan finds its evidence: cards of research by id, and what has no source in the program.
RESEARCH = {
    "PM1": ("campbell_2016",),
    "PM2": ("gibson_2018", "cbs_zelfstandigheid_2024"),
    "PM3": ("knoef_van_ours_2016", "gibson_2018"),
    "PM4": ("mobility_mentoring", "campbell_2016"),
}
NO_SOURCE = {
    "PM3": _(
        "De begroting van uw gemeente staat niet in dit programma, en wat één moeder kreeg wordt niet opgeteld: dat "
        "kan haar herkenbaar maken. Neem het bedrag over uit uw begroting."
    ),
}


def answer_words(companion: Companion) -> str:
    """What a municipality said, and when."""
    if companion.answered_on is None:
        return _t("nog geen antwoord")
    said = _t("ja") if companion.answer == "yes" else _t("nee")
    return f"{said}, {date_format(companion.answered_on, 'j F Y')}"
