"""The first-use tour: per role where to begin, in a few steps. A page of its own, so that it can be called back."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.models import AccountRole


@dataclass(frozen=True, kw_only=True)
class TourStep:
    title: str
    text: str
    url: str


def tour_of(role: str) -> list[TourStep]:
    """The steps of this role; empty for who has nothing but one page."""
    return [
        TourStep(title=title, text=text, url=reverse(name)) for title, text, name in _steps().get(role, ())
    ]


def _steps() -> dict[str, tuple[tuple[str, str, str], ...]]:
    return {
        AccountRole.KLANTMANAGER: _klantmanager(),
        AccountRole.TEAMLEIDER: (
            (
                _t("Zeg ja of nee"),
                _t("Alles wat een tweede ja vraagt, met de dag erbij."),
                "people:waiting_for_you",
            ),
            (
                _t("Kijk hoe het werk verdeeld is"),
                _t("Geef mensen door met een paar vinkjes."),
                "people:team",
            ),
            (
                _t("Geef antwoord op signalen"),
                _t("Wat steeds misgaat, en wie het kan veranderen."),
                "signals:topics",
            ),
        ),
        AccountRole.BELEID: (
            (
                _t("Lees wat steeds misgaat"),
                _t("Signalen zonder naam. Wie vroeg, ziet uw antwoord."),
                "signals:topics",
            ),
            (
                _t("Kijk naar de cijfers"),
                _t("Wat te klein is om te tellen, staat er in woorden."),
                "policy:figures",
            ),
            (_t("Reken een verandering door"), _t("Wat als een regel anders was?"), "reforms:choose"),
        ),
        AccountRole.FUNC_BEHEER: (
            (_t("Maak accounts"), _t("De teamleider zegt het tweede ja."), "people:accounts"),
            (_t("Kies hoe lang iets blijft"), _t("Elke termijn heeft een bron."), "privacy:terms"),
        ),
        AccountRole.FG: (
            (
                _t("Beslis over verzoeken"),
                _t("Met de dag waarop het antwoord er moet zijn."),
                "privacy:request_list",
            ),
            (_t("Lees wie keek"), _t("Elke blik in een dossier staat hier."), "privacy:reading_log"),
        ),
    }


def _klantmanager() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            _t("Begin bij Vandaag"),
            _t("Wat wij beloofden staat bovenaan. Een vinkje, en zij ziet het ook."),
            "today:today",
        ),
        (_t("Open een dossier"), _t("Een naam is genoeg. Of lees uw hele lijst in."), "people:case_list"),
        (
            _t("Begin het gesprek"),
            _t("Haar woorden, de kaart, geld, week en beloften staan op één blad. Afronden maakt de brief."),
            "people:case_list",
        ),
        (
            _t("Zeg ja of nee"),
            _t("Wat iemand vroeg, met de dag waarop uw antwoord er moet zijn."),
            "people:waiting_for_you",
        ),
        (_t("Kijk in uw spiegel"), _t("Alleen voor u. Niemand anders ziet die."), "guide:mirror"),
    )
