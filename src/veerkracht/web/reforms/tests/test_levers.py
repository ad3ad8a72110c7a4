"""Ilse asks what a municipality can change: worked out once, shown by kind, kept, and laid beside a reform."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import account
from veerkracht.web.people.models import Account, Municipality
from veerkracht.web.record.models import Event
from veerkracht.web.reforms import runs
from veerkracht.web.reforms.models import KeptOutcome
from veerkracht.web.reforms.queries import reform_or_404
from veerkracht.web.reforms.tests.outcome import OUTCOME

LEVERS = "/wat-als/hefbomen/"
AT_SEVEN = {
    "district": 3,
    "service": "voorschoolse_opvang",
    "code": "open_at_seven",
    "owner": "childcare",
    "sentence": "Opvang vóór school in wijk 3 vanaf 7.00 uur, met een plek op elke dag dat zij werkt",
    "mothers": 50,
    "hours": 75,
    "euros": None,
}
NEARER = {
    **AT_SEVEN,
    "district": 0,
    "service": "",
    "code": "work_nearer",
    "owner": "employer",
    "sentence": "Werk dat een kwartier dichterbij is",
    "mothers": 1100,
    "hours": 1025,
    "euros": 30,
}
CHANGES: dict[str, Any] = {
    "date": "2026-03-01",
    "source": "synthetisch",
    "seed": 20261129,
    "figures": "d6e72f8f4c5d6948",
    "families": 2000,
    "without_answer": 0,
    "changes": [NEARER, AT_SEVEN],
    "assumptions": ["Elke verandering staat op zichzelf: ze tellen niet op."],
    "seconds": 8.0,
}


@pytest.fixture
def ilse(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "ilse", "Ilse Brouwer", "beleid")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return tmp_path


def ended(asked: runs.Calculation, outcome: object, process: int = 0, progress: str = "") -> None:
    """A run as its process leaves it."""
    place = runs.folder_of(asked)
    place.mkdir(parents=True, exist_ok=True)
    (place / "outcome.json").write_text("{" if process else json.dumps(outcome))
    (place / "progress").write_text(progress)
    (place / "process").write_text(str(process or "gone"))


def once(client: Client) -> dict[str, str]:
    return {"once": str(client.get(LEVERS).context["form"]["once"].value())}


def test_she_starts_it_once(
    as_: Callable[[Account], Client], ilse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    launched: list[runs.Calculation] = []
    monkeypatch.setattr(runs, "launch", launched.append)
    client = as_(ilse)
    pressed = once(client)
    client.post(LEVERS, pressed)
    client.post(LEVERS, pressed)
    assert [asked.arguments for asked in launched] == [("--levers",)]
    assert Event.objects.filter(kind="reforms.run_started").count() == 1


def test_while_it_runs_she_sees_how_far_it_is(as_: Callable[[Account], Client], ilse: Account) -> None:
    ended(runs.of_levers(), {}, os.getpid(), "\r50 van 2000 gezinnen\r650 van 2000 gezinnen")
    assert "650 van 2000 gezinnen doorgerekend" in as_(ilse).get(LEVERS).content.decode()
    part = as_(ilse).get(LEVERS, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div class="vk-stack" id="progress"')


def test_the_first_sentence_is_what_the_municipality_can_begin_with(
    as_: Callable[[Account], Client], ilse: Account
) -> None:
    ended(runs.of_levers(), CHANGES)
    answer = as_(ilse).get(LEVERS)
    assert answer.context["page"].lead.startswith("Opvang vóór school in wijk 3")
    text = answer.content.decode()
    assert "Ongeveer 50 moeders, samen ongeveer 75 uur in de week." in text
    assert "gemiddeld ongeveer 30 euro in de maand" in text
    assert "synthetische gezinnen" in text and "ze tellen niet op" in text


def test_it_is_kept_with_its_day(as_: Callable[[Account], Client], ilse: Account) -> None:
    ended(runs.of_levers(), CHANGES)
    client = as_(ilse)
    pressed = once(client)
    client.post(f"{LEVERS}bewaren/", pressed)
    text = client.post(f"{LEVERS}bewaren/", pressed, follow=True).content.decode()
    assert "Deze pagina verandert niet meer" in text and "Opvang vóór school in wijk 3" in text
    assert KeptOutcome.objects.count() == 1
    assert "Wat een gemeente kan veranderen" in client.get("/wat-als/").content.decode()


def test_a_change_is_laid_beside_a_reform(as_: Callable[[Account], Client], ilse: Account) -> None:
    client = as_(ilse)
    ended(runs.of_levers(), CHANGES)
    assert "Reken er eerst een door" in client.get(LEVERS).content.decode()
    ended(runs.of_reform(reform_or_404("vrijlating_15_eerder")), OUTCOME)
    chosen = {"verandering": "open_at_seven-voorschoolse_opvang-3", "hervorming": "vrijlating_15_eerder"}
    text = client.get(f"{LEVERS}ernaast/", chosen).content.decode()
    assert "Ongeveer 50 moeders" in text and "Niemand gaat erop achteruit" in text
    assert "niet van elkaar af te trekken" in text


@pytest.mark.parametrize("chosen", [{}, {"verandering": "x", "hervorming": "vrijlating_15_eerder"}])
def test_a_choice_that_does_not_exist_leads_back(
    chosen: dict[str, str], as_: Callable[[Account], Client], ilse: Account
) -> None:
    ended(runs.of_levers(), CHANGES)
    ended(runs.of_reform(reform_or_404("vrijlating_15_eerder")), OUTCOME)
    answer = as_(ilse).get(f"{LEVERS}ernaast/", chosen, follow=True)
    assert "Kies een verandering en een hervorming" in answer.content.decode()


def test_nothing_is_beside_anything_before_it_was_worked_out(
    as_: Callable[[Account], Client], ilse: Account
) -> None:
    assert as_(ilse).get(f"{LEVERS}ernaast/").status_code == 404
    assert as_(ilse).post(f"{LEVERS}bewaren/").url == LEVERS


def test_a_caseload_without_any_opening_says_so(as_: Callable[[Account], Client], ilse: Account) -> None:
    ended(runs.of_levers(), {**CHANGES, "changes": []})
    assert "Geen enkele verandering opent iets" in as_(ilse).get(LEVERS).content.decode()


def test_peter_does_not_see_it(as_: Callable[[Account], Client], peter: Account) -> None:
    assert as_(peter).get(LEVERS).status_code in (403, 404)
