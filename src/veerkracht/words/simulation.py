"""What a simulation says in sentences: losers first, then winners, cost, and what to know before believing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .numbers import euro

KINDS_OF_IDEA = {
    "wet": "Dit staat in de wet; alleen het moment is hier anders.",
    "voorstel": "Dit is een voorstel, geen wet.",
    "partijplan": "Dit is een plan van een partij, geen wet.",
    "hypothese": "Dit is een hypothese: niemand heeft dit zo voorgesteld.",
}
ASSUMPTIONS = (
    "Dit is een oefening: gedrag blijft zoals het is, niemand gaat meer of minder werken.",
    "Iedereen vraagt aan waar recht op is; in het echt laat ongeveer 10 procent huurtoeslag liggen en "
    "15 procent kindgebonden budget (CPB 2019).",
    "De kosten zijn die van het eerste jaar, zonder uitvoering.",
)
ABOUT_SYNTHETIC = (
    "De huishoudens zijn synthetisch: verzonnen, naar openbare cijfers over eenoudergezinnen. Niemand ervan bestaat.",
    "Hoe uren, huur en kinderen samenhangen is aangenomen en nergens mee vergeleken; "
    "dus ook niet wie wint en wie verliest.",
)


CARE = {"dagopvang": "dagopvang", "bso": "BSO", "voorschoolse_opvang": "voorschoolse opvang"}
CHANGES = {
    "opens_earlier": "De {care} in wijk {district} gaat een half uur eerder open",
    "closes_later": "De {care} in wijk {district} sluit een half uur later",
    "one_more_day": "Eén dag meer plek in de {care} in wijk {district}",
    "place_for_all": "Een plek in de {care} in wijk {district} op elke dag dat zij werkt",
    "open_at_seven": "Opvang vóór school in wijk {district} vanaf 7.00 uur, met een plek op elke dag dat zij werkt",
    "work_nearer": "Werk dat een kwartier dichterbij is",
    "start_tolerance": "Werkgevers die vijf minuten speling geven bij het begin",
    "shorter_shifts": "Werkgevers met diensten van twee uur",
    "wider_work_hours": "Werkgevers bij wie het een uur eerder en een uur later kan",
}
OWNERS = {"childcare": "de kinderopvang", "employer": "werkgevers"}
ABOUT_CHANGES = (
    "Elke verandering staat op zichzelf: ze tellen niet op.",
    "Tellingen zijn ruw, afgerond op 5 moeders en 25 uur. Onder de 15 moeders staat er niets.",
    "Iedereen werkt zoveel uur als in haar week past. Of dat werk er is, zegt dit niet.",
    "De weken zijn synthetisch: schooltijden naar onderzoek (DUO 2020), openingstijden, contractdagen en diensten "
    "aangenomen. Haar eigen netwerk en haar eigen grenzen doen niet mee.",
)


def change_sentence(code: str, service: str, district: int) -> str:
    """What changes, and where."""
    return CHANGES[code].format(care=CARE.get(service, service), district=district)


def opened_sentence(mothers: int, hours: int | None, euros: int | None) -> str:
    """For how many it opens something, as much of it as may be said."""
    together = f", samen ongeveer {hours} uur in de week" if hours else ""
    mean = f"; gemiddeld ongeveer {euros} euro in de maand" if euros is not None else ""
    return f"Ongeveer {mothers} moeders{together}{mean}."


def about_changes(year: int) -> list[str]:
    """What to know before believing a change."""
    return [f"Gerekend op de wet van {year}, voor een gewone schoolweek.", *ABOUT_CHANGES, ABOUT_SYNTHETIC[0]]


def assumptions(year: int, status: str, synthetic: bool) -> list[str]:
    """What to know before believing a number; stands under every page and file."""
    idea = [KINDS_OF_IDEA[status]] if status else []
    origin = ABOUT_SYNTHETIC if synthetic else ()
    return [f"Gerekend op de wet van {year}.", *idea, *ASSUMPTIONS, *origin]


def summary(indicators: Mapping[str, Any]) -> list[str]:
    """The answer in a few sentences, from the indicators as data."""
    lines = [
        *three_years(indicators["over_three_years"]),
        in_share("gaat erop achteruit", indicators["losers"], indicators["loss_of_losers"]),
        in_share("gaat erop vooruit", indicators["winners"], indicators["gain_of_winners"]),
        f"Samen kost het per jaar ongeveer {millions(indicators['cost_per_year']['alles samen'])}.",
        f"Van wie werkt houdt nu {percent(indicators['flat']['before'])} van een uur extra minder dan een tiende over; "
        f"daarna {percent(indicators['flat']['after'])}.",
        f"Economisch zelfstandig is nu {percent(indicators['independent']['before'])}, "
        f"daarna {percent(indicators['independent']['after'])} (met dezelfde grens).",
    ]
    if indicators["without_answer"]["share"]:
        lines.append(
            f"Bij {percent(indicators['without_answer'])} geeft de wet geen antwoord of ontbreekt iets; zij "
            "tellen niet mee."
        )
    return lines


def three_years(sums: Mapping[str, float] | None) -> list[str]:
    if sums is None:
        return []
    return [
        "Eén maand zegt hier te weinig, want een vrijlating houdt op. Wie nu naast bijstand begint te werken, houdt in "
        f"36 maanden gemiddeld {after_three_years(sums, 'starting_')}.",
        "Wie al werkt en een deel van die maanden al gebruikt heeft, houdt in de komende 36 maanden gemiddeld "
        f"{after_three_years(sums, '')}.",
    ]


def after_three_years(sums: Mapping[str, float], prefix: str) -> str:
    today, reform, extended = (
        euro(sums[f"{prefix}{name}"]) for name in ("today", "reform", "reform_extended")
    )
    return f"{today} volgens de regels van nu, {reform} na de hervorming, en {extended} als de gemeente steeds verlengt"


def in_share(what: str, part: Mapping[str, float], amount: float) -> str:
    if not part["households"]:
        return f"Niemand {what}."
    return f"{percent(part)} {what}, gemiddeld {euro(abs(amount))} per maand."


def percent(part: Mapping[str, float]) -> str:
    """A share with twice its standard error, so that noise is seen."""
    noise = 200 * part["standard_error"]
    return f"{number(100 * part['share'])}% (± {number(noise)})"


def number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def millions(amount: float) -> str:
    sign = "min " if amount < 0 else ""
    return f"{sign}{number(abs(amount) / 1e6)} miljoen euro"
