"""Ilse reckons with a reform: she starts it, sees how far it is, keeps it, compares, looks at one invented family."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from openpyxl import load_workbook

from tests.cast import account
from veerkracht.population.reforms.reading import PopulationReform
from veerkracht.web.people.models import Account, Municipality
from veerkracht.web.record.models import Event
from veerkracht.web.reforms import runs
from veerkracht.web.reforms.models import KeptOutcome
from veerkracht.web.reforms.queries import reform_or_404
from veerkracht.web.reforms.tests.outcome import OUTCOME

REFORM = "/wat-als/hervorming/vrijlating_15_eerder/"


@pytest.fixture
def ilse(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "ilse", "Ilse Brouwer", "beleid")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return tmp_path


@pytest.fixture
def reform() -> PopulationReform:
    return reform_or_404("vrijlating_15_eerder")


@pytest.fixture
def ended(reform: PopulationReform) -> Callable[..., None]:
    """A run as its process leaves it: whole, or stopped on the way."""

    def end(outcome: str = "", process: int = 0, progress: str = "") -> None:
        place = runs.folder_of(runs.of_reform(reform))
        place.mkdir(parents=True, exist_ok=True)
        (place / "outcome.json").write_text(outcome or json.dumps(OUTCOME))
        (place / "progress").write_text(progress)
        (place / "process").write_text(str(process or "gone"))

    return end


def once(client: Client, address: str) -> dict[str, str]:
    form = client.get(address).context["form"]
    return {"once": str(form["once"].value())}


def test_a_run_is_started_once_in_a_process_of_its_own(
    as_: Callable[[Account], Client], ilse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    launched: list[Any] = []
    monkeypatch.setattr(runs, "launch", launched.append)
    client = as_(ilse)
    given = once(client, REFORM)
    client.post(REFORM, given)
    client.post(REFORM, given)
    assert [one.name for one in launched] == ["vrijlating_15_eerder"]
    assert Event.objects.filter(kind="reforms.run_started").count() == 1


def test_the_process_gets_no_secret_and_its_outcome_is_shown(
    as_: Callable[[Account], Client], ilse: Account, reform: PopulationReform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "geheim")
    monkeypatch.setattr(runs, "HOUSEHOLDS", 300)
    handed: dict[str, Any] = {}
    started = runs.subprocess.Popen

    def popen(command: list[str], **more: Any) -> Any:
        handed.update(more["env"])
        more["env"] = {**more["env"], "PYTHONPATH": os.pathsep.join(sys.path)}
        return started(command, **more)

    monkeypatch.setattr(runs.subprocess, "Popen", popen)
    as_(ilse).post(REFORM, once(as_(ilse), REFORM))
    assert "SECRET_KEY" not in handed and "FIELD_KEYS" not in handed
    number = int((runs.folder_of(runs.of_reform(reform)) / "process").read_text())
    for thread in threading.enumerate():
        if thread.daemon and thread.name.endswith("(wait)"):
            thread.join(timeout=300)
    assert number > 0
    run = runs.run_of(runs.of_reform(reform))
    assert run.state == runs.DONE, (runs.folder_of(runs.of_reform(reform)) / "progress").read_text()
    text = as_(ilse).get(REFORM).content.decode()
    assert "Niemand gaat erop achteruit" in text and "36 maanden" in text
    assert "synthetische huishoudens" in text and "aanname: loon" in text


def test_while_it_runs_the_page_says_how_far_it_is(
    as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    ended("{", os.getpid(), "\r50 van 20000 huishoudens\r12000 van 20000 huishoudens")
    text = as_(ilse).get(REFORM).content.decode()
    assert "12000 van 20000 gezinnen doorgerekend" in text
    part = as_(ilse).get(REFORM, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div class="vk-stack" id="progress"')


def test_a_run_that_died_can_be_started_again(
    as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    ended("{")
    text = as_(ilse).get(REFORM).content.decode()
    assert "gestopt voordat ze klaar was" in text and "Reken het door" in text


def test_one_run_at_a_time(
    as_: Callable[[Account], Client],
    ilse: Account,
    ended: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "launch", lambda reform: pytest.fail("a second one was started"))
    ended("{", os.getpid())
    other = "/wat-als/hervorming/kgb_afbouw_5/"
    client = as_(ilse)
    answer = client.post(other, once(client, other), follow=True).content.decode()
    assert "Er loopt al een berekening" in answer


def test_without_the_extra_it_says_so(
    as_: Callable[[Account], Client], ilse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda name: None)
    client = as_(ilse)
    assert "beheerder" in client.get("/wat-als/").content.decode()
    assert "niet geïnstalleerd" in client.post(REFORM, once(client, REFORM), follow=True).content.decode()


def test_a_kept_page_has_its_day_and_does_not_change(
    as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    ended()
    client = as_(ilse)
    given = once(client, REFORM)
    client.post(f"{REFORM}bewaren/", given)
    text = client.post(f"{REFORM}bewaren/", given, follow=True).content.decode()
    assert "Deze pagina verandert niet meer" in text and "Ilse Brouwer" in text
    row = KeptOutcome.objects.get()
    assert tomllib.loads(row.reform_file)["status"] == "wet"
    assert row.outcome["reform"]["sentence"] in as_(ilse).get("/wat-als/").content.decode()
    client.post(f"/wat-als/bewaard/{row.pk}/weg/")
    assert not KeptOutcome.objects.exists()


def test_a_page_of_another_municipality_is_absent(
    as_: Callable[[Account], Client], ilse: Account, voorbeeld: Municipality
) -> None:
    elsewhere = Municipality.objects.create(name="Gemeente Ver")
    hers = account(elsewhere, "els", "Els", "beleid")
    kept = {"kept_on": "2026-11-29", "reform": "kgb_afbouw_5", "reform_file": "", "outcome": OUTCOME}
    row = KeptOutcome.objects.create(municipality=elsewhere, kept_by=hers, **kept)
    assert as_(ilse).get(f"/wat-als/bewaard/{row.pk}/").status_code == 404
    assert as_(ilse).post(f"/wat-als/bewaard/{row.pk}/weg/").status_code == 404


@pytest.mark.parametrize("kind", ["toml", "csv", "xlsx", "pdf"])
def test_every_file_says_where_it_comes_from(
    kind: str, as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    ended()
    answer = as_(ilse).get(f"{REFORM}bestand/{kind}/")
    assert "synthetisch" in answer["Content-Disposition"]
    content = b"".join(answer) if answer.streaming else answer.content
    if kind == "toml":
        assert tomllib.loads(content.decode())["sentence"] == OUTCOME["reform"]["sentence"]
    elif kind == "csv":
        assert "synthetisch" in content.decode("utf-8-sig") and "aanname" in content.decode("utf-8-sig")
    elif kind == "xlsx":
        cells = [cell for row in load_workbook(io.BytesIO(content)).active.values for cell in row]
        assert "synthetisch" in cells
    else:
        assert content.startswith(b"%PDF")


def test_a_file_of_no_kind_or_without_an_outcome_is_absent(
    as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    assert as_(ilse).get(f"{REFORM}bestand/csv/").status_code == 404
    ended()
    assert as_(ilse).get(f"{REFORM}bestand/doc/").status_code == 404
    assert as_(ilse).get("/wat-als/hervorming/bestaat_niet/").status_code == 404


def test_two_beside_each_other(
    as_: Callable[[Account], Client], ilse: Account, ended: Callable[..., None]
) -> None:
    ended()
    text = (
        as_(ilse)
        .get("/wat-als/vergelijken/?een=vrijlating_15_eerder&ander=vrijlating_15_eerder")
        .content.decode()
    )
    assert text.count("Niemand gaat erop achteruit") == 2 and "Voordat u dit gelooft" in text
    answer = as_(ilse).get("/wat-als/vergelijken/?een=kgb_afbouw_5", follow=True).content.decode()
    assert "Kies twee hervormingen die doorgerekend zijn" in answer


def test_one_invented_family_with_its_steps(as_: Callable[[Account], Client], ilse: Account) -> None:
    text = as_(ilse).get(f"{REFORM}gezin/").content.decode()
    assert "verzonnen (synthetisch)" in text and "vrijlating" in text and "art. 34a" in text
    same = as_(ilse).get("/wat-als/hervorming/opvang_96_voor_allen/gezin/?soort=0").content.decode()
    assert "verandert er niets" in same


def test_a_family_says_so_where_the_extra_is_not_installed(
    as_: Callable[[Account], Client], ilse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "is_possible", lambda: False)
    answer = as_(ilse).get(f"{REFORM}gezin/")
    assert answer.status_code == 200 and "is niet geïnstalleerd" in answer.content.decode()


def test_the_web_starts_without_the_extra_population() -> None:
    """No numba, pyarrow or dask, and no numpy either: none of it is in a municipality's own install."""
    asked = (
        "import sys; sys.modules.update(dict.fromkeys(('numpy', 'numba', 'pyarrow', 'dask', 'distributed')));"
        "import django; django.setup(); import veerkracht.web.config.urls; print('started')"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    command = [sys.executable, "-c", asked]
    answer = runs.subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert answer.stdout.strip() == "started"
