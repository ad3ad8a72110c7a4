"""Who looked in a case, by day and in words: hers to see, without herself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record import queries as record

from .models import Account, AccountRole, Case

LOOKED_AT = {
    "persoonsgegevens_kern": _("keek op de eerste bladzijde"),
    "huishouden_kinderen": _("keek naar de kinderen"),
    "systeemkaart": _("keek naar de kaart"),
    "systeemkaart_naaste": _("keek naar iemand op de kaart"),
    "belemmering_kans": _("keek wat er op de kaart tegenhoudt of helpt"),
    "gespreksverslag": _("keek naar een gesprek"),
    "reactie_moeder_op_verslag": _("keek naar de reactie op een verslag"),
    "werkaantekening_professional": _("keek naar een aantekening"),
    "afspraak": _("keek naar een gepland gesprek"),
    "gehoord": _("keek naar het antwoord op: werd je gehoord"),
    "gemeentedeel_plan": _("keek naar wat de gemeente afweegt"),
    "voorstel": _("keek naar een voorstel"),
    "doelschaal_gas": _("keek naar de doelen"),
    "financieel_beeld": _("keek naar het geld"),
    "rekenscenario": _("keek naar een berekening"),
    "weekplan": _("keek naar de week"),
    "werktijdprofiel": _("keek naar de werktijden die passen"),
    "opvang_bij_scholing_check": _("keek naar de opvang"),
    "trajectplan_concept": _("keek naar het plan"),
    "trajectplan_vastgesteld": _("keek naar het vastgestelde plan"),
    "actie": _("keek naar de beloften"),
    "zaakverloop": _("keek wat er veranderd is"),
    "dossierstand": _("keek naar pauze en afsluiten"),
    "uitnodiging": _("keek naar de code om zelf in te loggen"),
    "auditlog": _("keek wie er gekeken heeft"),
    "avg_verzoek": _("keek naar wat er bewaard wordt"),
    "vernietiging_uitstel": _("keek naar bezwaar of beroep"),
    "groepsplek": _("keek naar groepen"),
    "oudercontact": _("keek naar berichten van een andere ouder"),
    "passend_aanbod": _("keek welk aanbod er past"),
    "hulpverlener": _("keek wie er helpt"),
    "overdracht": _("keek naar een overdracht"),
    "overdracht_vrijgave": _("keek wat er in een overdracht meegaat"),
    "deeltoestemming": _("keek naar wat er gedeeld is"),
    "deeltoestemming_vraag": _("keek naar een vraag om iets te delen"),
    "gezamenlijke_tafel": _("keek naar een gesprek met iedereen aan tafel"),
    "eigen_budget": _("keek naar het eigen budget"),
    "budget_uitgave": _("keek naar een uitgave uit het eigen budget"),
    "budget_bewijs": _("keek naar een bon"),
    "teamleiderbesluit": _("las wat er gevraagd is, om te beslissen"),
    "opleiding": _("keek naar wat iemand wil leren"),
    "nazorg": _("keek naar wennen en nazorg"),
    "goed_einde": _("keek naar het einde van de begeleiding"),
    "gedeeld_met_mij": _("keek in de eigen lijst van wat gedeeld is"),
    "mijn_overdracht": _("keek wie er naar een collega gaan"),
    "gedeeld_stuk": _("keek naar een stuk dat gedeeld is"),
    "caseload_overzicht": _("keek in de eigen lijst"),
    "vandaag": _("keek op Vandaag"),
    "wacht_op_u": _("keek wat er op een antwoord wacht"),
    "weggehaald": _("keek wie er weggehaald is"),
    "mogelijk_dubbel": _("keek wie er dubbel in staat"),
    "toewijzing": _("keek wie wie begeleidt"),
}


@dataclass(frozen=True, kw_only=True)
class WhoLooked:
    """One person on one day, with everything she or he looked at."""

    name: str
    role: str
    looked_at: list[str]


@dataclass(frozen=True, kw_only=True)
class LookedDay:
    day: dt.date
    people: list[WhoLooked]


DAYS_PER_PAGE = 14


def who_looked(*, case: Case, page: int = 1, per_page: int = DAYS_PER_PAGE) -> Page[LookedDay]:
    """Who looked and at what, by day, newest first; her own looks left out. Every look that is kept is on a page."""
    days = record.days_looked(case_id=case.pk, except_account=case.account_id)
    of_page: Page[Any] = Paginator(days, per_page).get_page(page)
    looks = record.looks_on(case_id=case.pk, except_account=case.account_id, days=list(of_page))
    people = {a.pk: a for a in Account.objects.filter(pk__in={look.account_id for look in looks})}
    by_day: dict[dt.date, dict[int, list[str]]] = {day: {} for day in of_page}
    for looked in looks:
        by_day[looked.day].setdefault(looked.account_id, []).append(_looked_at(looked.what, looked.times))
    of_page.object_list = [
        LookedDay(day=day, people=[_who_looked(people.get(i), words) for i, words in who.items()])
        for day, who in by_day.items()
    ]
    return of_page


def looked_at_in_words(what: str) -> str:
    return str(LOOKED_AT.get(what, _("keek in het dossier")))


_LISTS = {"avg_verzoek": _("keek naar de verzoeken"), "auditlog": _("keek in het leeslog")}
_ROLES = {
    "km_eigen": _("eigen klantmanager"),
    "km_waarnemer": _("waarnemer"),
    "km_ander": _("klantmanager"),
    "moeder": _("zijzelf"),
}


def list_in_words(what: str) -> str:
    """A look at a list of several people."""
    return str(_LISTS.get(what) or LOOKED_AT.get(what, _("keek in een lijst")))


def role_in_words(role: str) -> str:
    """On what ground somebody looked: a role of the matrix or of the account."""
    return str(_ROLES.get(role) or dict[str, Any](AccountRole.choices).get(role, role))


def _looked_at(what: str, times: int) -> str:
    words = looked_at_in_words(what)
    return words if times == 1 else gettext("%(words)s (%(times)s keer)") % {"words": words, "times": times}


def _who_looked(account: Account | None, words: list[str]) -> WhoLooked:
    name = account.name if account else gettext("een account dat er niet meer is")
    return WhoLooked(name=name, role=account.get_role_display() if account else "", looked_at=words)
