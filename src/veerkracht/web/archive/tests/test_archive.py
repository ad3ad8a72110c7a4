"""Plan, letter and report reach the folder of the case system whole, or stand on a page with why not."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.archive import delivery as delivering
from veerkracht.web.archive import folder
from veerkracht.web.archive.models import Delivery
from veerkracht.web.guide import actions as guide_actions
from veerkracht.web.guide import queries as guide_queries
from veerkracht.web.guide.models import Quote, Talk
from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of

M = "{https://www.nationaalarchief.nl/mdto}"


@pytest.fixture
def case_system(settings, tmp_path) -> Path:
    place = tmp_path / "zaaksysteem"
    place.mkdir()
    settings.CASE_SYSTEM_FOLDER = str(place)
    return place


@pytest.fixture
def planned(peter, samira_case) -> Case:
    Account.objects.filter(pk=peter.pk).update(phone="085 000 00 00", email="peter@voorbeeld.example")
    plan_actions.write_wish(by=peter, case=samira_case, wish="Koken voor anderen.", seen_version=1)
    plan_actions.make_promise(by=peter, case=samira_case, owner="municipality", what="Beslist.")
    return samira_case


def fix(peter, case) -> None:
    text = plan_of(case=case, day=timezone.localdate()).text
    plan_actions.fix_plan(by=peter, case=case, shown_hash=text.hash)


def names(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()}


def test_a_fixed_plan_and_its_letter_stand_in_the_folder_with_their_metadata(
    peter, planned, case_system, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        fix(peter, planned)
    number = planned.public_id
    papers = {f"{number}-plan-1.pdf", f"{number}-letter-1.pdf"}
    assert names(case_system) == papers | {f"{name}.mdto.xml" for name in papers}
    content = (case_system / f"{number}-plan-1.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    facts = (case_system / f"{number}-plan-1.pdf.mdto.xml").read_text()
    root = ET.fromstring(facts)
    assert root.tag == f"{M}MDTO"
    assert root.findtext(f"{M}bestand/{M}omvang") == str(len(content))
    assert root.findtext(f".//{M}checksumWaarde") == hashlib.sha256(content).hexdigest()
    assert root.findtext(f".//{M}termijnLooptijd") == "P120M"
    assert "Samira" not in facts and "Haddad" not in facts, "about the paper, not about her"
    assert not Delivery.objects.filter(delivered_at=None).exists()
    assert set(Delivery.objects.values_list("content", flat=True)) == {""}, "nothing stays behind"


def test_a_signed_report_goes_too(peter, samira_case, case_system, django_capture_on_commit_callbacks):
    now = timezone.now()
    talk = Talk.objects.create(
        case=samira_case, on=timezone.localdate(), led_by=peter, state="ended", started_at=now, ended_at=now
    )
    Quote.objects.create(talk=talk, words="Het rooster past niet.", noted_by=peter)
    text = guide_queries.report_text(talk=talk, case=samira_case)
    with django_capture_on_commit_callbacks(execute=True):
        guide_actions.sign_report(by=peter, case=samira_case, talk_id=talk.pk, shown_hash=text.hash, seen="")
    assert f"{samira_case.public_id}-report-{talk.pk}.docx" in names(case_system)


def test_a_folder_that_is_gone_is_said_and_tried_again(
    as_, peter, others, planned, case_system, django_capture_on_commit_callbacks
):
    case_system.rmdir()
    with django_capture_on_commit_callbacks(execute=True):
        fix(peter, planned)
    femke, url = as_(others["func_beheer"]), reverse("archive:deliveries")
    text = femke.get(url).content.decode()
    assert text.count("Kijk of de schijf gekoppeld is") == 2 and "Haddad" not in text
    assert delivering.carry_out(timezone.localdate()) == 0
    case_system.mkdir()
    with django_capture_on_commit_callbacks(execute=True):
        femke.post(url)
    assert len(names(case_system)) == 4
    assert "Alles is aangekomen" in femke.get(url).content.decode()


def test_the_daily_job_brings_what_waited(peter, planned, case_system):
    fix(peter, planned)
    assert names(case_system) == set(), "the write that fixed it is not on disk yet"
    assert delivering.carry_out(timezone.localdate()) == 2
    assert delivering.carry_out(timezone.localdate()) == 0
    assert len(names(case_system)) == 4


def test_a_full_disk_leaves_no_half_document(peter, planned, case_system, monkeypatch):
    fix(peter, planned)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folder.os, "fsync", full)
        assert delivering.carry_out(timezone.localdate()) == 0
    assert not [name for name in names(case_system) if not name.startswith(".")]
    assert "kan niet geschreven worden" in Delivery.objects.first().problem
    assert delivering.carry_out(timezone.localdate()) == 2


def test_what_cannot_be_made_says_what_is_missing(peter, planned, case_system):
    Account.objects.filter(pk=peter.pk).update(phone="")
    Municipality.objects.update(phone="")
    fix(peter, planned)
    delivering.carry_out(timezone.localdate())
    assert {row.problem for row in Delivery.objects.all()} == {
        "Er is geen telefoonnummer voor op de brief. De functioneel beheerder vult het in bij Accounts."
    }


def test_without_a_folder_nothing_waits(peter, planned, settings):
    settings.CASE_SYSTEM_FOLDER = ""
    fix(peter, planned)
    assert not Delivery.objects.exists()


def test_a_secret_address_is_on_no_paper_that_leaves(peter, planned, case_system):
    Case.objects.filter(pk=planned.pk).update(address="Geheimlaan 1", address_is_secret=True)
    fix(peter, Case.objects.get(pk=planned.pk))
    delivering.carry_out(timezone.localdate())
    import io

    from pypdf import PdfReader

    for path in case_system.glob("*.pdf"):
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
        assert "Geheimlaan" not in text


@pytest.mark.parametrize("role", ["fg", "tech_beheer", "beleid"])
def test_nobody_else_sees_what_waits(as_, others, role):
    assert as_(others[role]).get(reverse("archive:deliveries")).status_code == 404
