"""The Dutch of signals that stands in no template."""

from __future__ import annotations

from django.utils.translation import gettext as _t

from .domain.recognising import Clue


def clue_in_words(clue: Clue) -> str:
    """Why a reader could recognise somebody by these words, and what to write instead."""
    reasons = {
        Clue.NAME: _t("dit is een naam van haar kaart. Schrijf wie het is: de school, een oma, de opvang."),
        Clue.NUMBER: _t("dit nummer of adres is van één mens. Haal het weg."),
        Clue.DAY: _t("een dag maakt het van één gezin. Schrijf: in het voorjaar, vorig jaar."),
        Clue.AMOUNT: _t("een precies bedrag is van één gezin. Schrijf: ongeveer, en rond af."),
        Clue.AGE: _t("een leeftijd wijst iemand aan. Schrijf: een kleuter, een kind op de basisschool."),
        Clue.PLACE: _t("een straat wijst een buurt of een huis aan. Haal hem weg."),
        Clue.RARE: _t("dit komt weinig voor. Kan het ook zonder?"),
        Clue.MAYBE_NAME: _t("is dit een naam? Schrijf dan wie of wat het is."),
    }
    return reasons[clue]


def step_in_words(what: str) -> str:
    """What happened to a signal, above the words that were said with it."""
    kinds = {
        "looked_at": _t("Wordt bekeken"),
        "decided": _t("Besloten"),
        "done": _t("Gedaan"),
        "forwarded": _t("Doorgestuurd"),
        "reopened": _t("Opnieuw geopend: het antwoord was nog niet goed"),
    }
    return kinds.get(what, what)
