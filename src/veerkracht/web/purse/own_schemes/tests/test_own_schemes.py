"""Bas types in what his municipality gives, sees what it does, and asks; the team lead says yes; then it counts."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.cast import account
from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.purse.models import MunicipalScheme
from veerkracht.web.purse.scheme_queries import schemes_for_anybody, schemes_in_force
from veerkracht.web.record.models import Event

LIST = "/regelingen-gemeente/"
TYPED: dict[str, Any] = {
    "name": "Kindgeld",
    "euros": "€ 30",
    "per": "maand",
    "each": "kind",
    "oldest": "17",
    "most_percent": "120",
    "beside": "altijd",
    "article": "Beleidsregel minima, artikel 4",
    "since": "01-01-2026",
}
As = Callable[[Account], Client]


@pytest.fixture
def bas(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "bas", "Bas de Wit", "func_beheer")


@pytest.fixture
def lead(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "hans", "Hans de Boer", "teamleider")


@pytest.fixture
def row(as_: As, bas: Account, lead: Account) -> MunicipalScheme:
    as_(bas).post(f"{LIST}nieuw/", {**TYPED, "once": uuid.uuid4()})
    return MunicipalScheme.objects.get()


def text_of(client: Client, address: str) -> str:
    content = client.get(address).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", content).replace("\u00a0", " ").replace("&nbsp;", " "))


def ask(client: Client, row: MunicipalScheme) -> None:
    client.post(f"{LIST}{row.pk}/vragen/", {"seen_version": row.version, "once": uuid.uuid4()})
    row.refresh_from_db()


def answer(client: Client, row: MunicipalScheme, said: str, version: int | None = None) -> int:
    sent = {"seen_version": version or row.version, "once": uuid.uuid4(), "antwoord": said}
    status = client.post(f"{LIST}{row.pk}/antwoord/", sent).status_code
    row.refresh_from_db()
    return status


def test_an_empty_page_says_what_is_missing(as_: As, bas: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMO", False)
    said = text_of(as_(bas), LIST)
    assert "Er staat nog geen regeling" in said and "Zonder deze bedragen telt er niets mee" in said
    assert "Er is nog geen teamleider" in said and "kindpakket" in said


def test_a_draft_does_not_count_and_shows_what_it_would_do(
    as_: As, bas: Account, row: MunicipalScheme
) -> None:
    said = text_of(as_(bas), f"{LIST}{row.pk}/")
    assert "opgeschreven, telt nog niet mee" in said
    assert "zonder werk, met bijstand € 60" in said and "met 32 uur werk € 0" in said
    assert "Met meer werk houdt deze regeling op" in said
    assert not MunicipalScheme.objects.filter(in_force__isnull=False).exists()


def test_with_the_second_yes_it_counts_and_says_its_source(
    as_: As, bas: Account, lead: Account, peter: Account, row: MunicipalScheme, cleaning: Case
) -> None:
    ask(as_(bas), row)
    assert "Telt “Kindgeld” mee in de bedragen?" in text_of(as_(lead), "/mensen/wacht-op-u/")
    assert "€ 60" in text_of(as_(lead), f"{LIST}wacht/")
    answer(as_(lead), row, "ja")
    assert row.in_force and row.answered_by == lead
    page = f"/mensen/{cleaning.public_id}/geld/"
    said = text_of(as_(peter), page)
    assert "Kindgeld eigen regeling" in said
    assert "Gemeente Voorbeeld: Beleidsregel minima, artikel 4" in said
    assert "voorbeelden, vraag ze na" not in said and "Kindpakket" not in said
    month = add_months(first_of(timezone.localdate()), 1)
    assert "Kindgeld" in text_of(as_(peter), f"{page}maanden/maand/{month:%Y-%m}/")
    kinds = list(Event.objects.filter(kind__startswith="purse.scheme").values_list("kind", flat=True))
    assert kinds == ["purse.scheme_written", "purse.scheme_asked", "purse.scheme_answered"]


def test_a_change_waits_and_what_was_agreed_counts_on(
    as_: As, bas: Account, lead: Account, row: MunicipalScheme
) -> None:
    ask(as_(bas), row)
    answer(as_(lead), row, "ja")
    changed = {**TYPED, "euros": "45", "seen_version": row.version, "once": uuid.uuid4()}
    as_(bas).post(f"{LIST}{row.pk}/wijzigen/", changed)
    row.refresh_from_db()
    assert (row.euros, row.in_force and row.in_force["euros"], row.is_agreed) == (45, 30, None)
    assert "Tot het tweede ja telt nog € 30 per maand per kind" in text_of(as_(bas), f"{LIST}{row.pk}/")
    ask(as_(bas), row)
    answer(as_(lead), row, "nee")
    assert row.in_force and row.in_force["euros"] == 30
    assert "de wijziging kreeg een nee" in text_of(as_(bas), LIST)


def test_the_yes_is_about_the_version_that_was_read(
    as_: As, bas: Account, lead: Account, row: MunicipalScheme
) -> None:
    ask(as_(bas), row)
    assert answer(as_(lead), row, "ja", version=row.version - 1) == 302
    assert row.in_force is None


def test_nobody_says_yes_to_what_they_asked_themselves(as_: As, lead: Account, row: MunicipalScheme) -> None:
    MunicipalScheme.objects.filter(pk=row.pk).update(asked_by=lead, asked_on=timezone.localdate())
    assert answer(as_(lead), row, "ja") == 404
    assert row.in_force is None


def test_who_comes_second_sees_both(as_: As, bas: Account, row: MunicipalScheme) -> None:
    first = {**TYPED, "euros": "45", "seen_version": row.version, "once": uuid.uuid4()}
    as_(bas).post(f"{LIST}{row.pk}/wijzigen/", first)
    second = {**TYPED, "euros": "50", "seen_version": row.version, "once": uuid.uuid4()}
    page = as_(bas).post(f"{LIST}{row.pk}/wijzigen/", second)
    assert page.status_code == 409 and "50" in page.content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"euros": "veel"}, "is geen getal"),
        ({"euros": "0"}, "boven de nul"),
        ({"euros": "99.999"}, "0 tot en met 20000"),
        ({"per": "jaar"}, "Kies de maand"),
        ({"youngest": "12", "oldest": "4"}, "lager dan de leeftijd"),
        ({"until": "01-01-2025"}, "ligt voor de eerste"),
        ({"most_percent": "400"}, "0 tot en met 300"),
        ({"low_income_months": "1,5"}, "heel getal"),
        ({"name": ""}, "Vul hier iets in"),
        ({"each": "straat"}, "bestaat niet"),
        ({"since": "31-02-2026"}, "geen datum die bestaat"),
    ],
)
def test_a_mistake_says_how_to_mend_it_and_keeps_what_was_typed(
    as_: As, bas: Account, changed: dict[str, str], sentence: str
) -> None:
    page = as_(bas).post(f"{LIST}nieuw/", {**TYPED, **changed, "once": uuid.uuid4()}).content.decode()
    assert sentence in page and "Beleidsregel minima" in page
    assert not MunicipalScheme.objects.exists()


def test_a_draft_can_go_and_what_counts_gets_a_last_day(
    as_: As, bas: Account, lead: Account, row: MunicipalScheme
) -> None:
    away = f"{LIST}{row.pk}/weg/"
    assert "Terughalen kan niet" in text_of(as_(bas), away)
    ask(as_(bas), row)
    answer(as_(lead), row, "ja")
    sent = {"seen_version": row.version, "once": uuid.uuid4()}
    assert as_(bas).post(away, sent).status_code == 404
    MunicipalScheme.objects.update(in_force=None)
    as_(bas).post(away, sent)
    assert not MunicipalScheme.objects.exists()


def test_another_municipality_has_its_own(
    as_: As, row: MunicipalScheme, overkant: Municipality, bas: Account
) -> None:
    stranger = account(overkant, "tess", "Tess Kramer", "func_beheer")
    assert as_(stranger).get(f"{LIST}{row.pk}/").status_code == 404
    assert "Kindgeld" not in text_of(as_(stranger), LIST)


def test_outside_the_demo_an_example_counts_nowhere(
    voorbeeld: Municipality, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    monkeypatch.setattr(settings, "DEMO", True)
    assert schemes_in_force(municipality_id=voorbeeld.pk) is None
    monkeypatch.setattr(settings, "DEMO", False)
    assert schemes_in_force(municipality_id=voorbeeld.pk) == ()
    assert schemes_for_anybody() == ()
    asked = "leeftijd=34&partner=nee&medebewoners=0&bijstand=ja&vrijlating=geen&leeftijd_1=6&opvang_1=geen"
    said = text_of(
        Client(), f"/rekenen?huur=650&servicekosten=0&vermogen=0&uren=0&uurloon_straks=16&uren_1=20&{asked}"
    )
    assert "Te besteden" in said and "voorbeeld" not in said.lower().replace("bijvoorbeeld", "")
