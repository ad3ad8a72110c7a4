"""PRV-03: what was kept long enough goes, on its day and not before; a hold is respected; the proof names nobody."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.guide.models import ContactNote, Heard, Talk
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Node
from veerkracht.web.people import actions as people_actions
from veerkracht.web.people import standing_actions
from veerkracht.web.people.models import Case, TakenOff
from veerkracht.web.privacy import actions
from veerkracht.web.privacy.models import Destruction, Hold, RetentionTerm
from veerkracht.web.privacy.retention import carry_out
from veerkracht.web.record.models import Event

DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _register(settings, tmp_path) -> None:
    settings.TOMBSTONES = str(tmp_path / "tombstones.jsonl")


@pytest.fixture
def closed(peter, samira_case) -> Case:
    """Closed on 15 March 2026."""
    with freeze_time("2026-03-15 12:00"):
        map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
        standing_actions.close_case(
            by=peter, case=samira_case, seen_version=samira_case.version, reason="work"
        )
    return samira_case


@pytest.mark.parametrize(
    ("day", "is_there"),
    [("2036-03-14", True), ("2036-03-15", False), ("2036-03-16", False), ("2026-03-16", True)],
)
def test_ten_years_after_closing_the_case_goes(closed, day, is_there):
    carry_out(dt.date.fromisoformat(day))
    assert Case.objects.filter(pk=closed.pk).exists() is is_there


def test_a_case_that_runs_never_goes(samira_case):
    carry_out(dt.date(2060, 1, 1))
    assert Case.objects.filter(pk=samira_case.pk).exists()


def test_an_objection_holds_everything(peter, closed):
    actions.hold(by=peter, case=closed, reason="Beroep")
    assert carry_out(dt.date(2060, 1, 1)) == []
    assert Node.objects.filter(case=closed).exists()
    actions.let_go(by=peter, case=closed)
    assert Hold.objects.get().let_go_on
    carry_out(dt.date(2060, 1, 1))
    assert not Case.objects.filter(pk=closed.pk).exists()


@pytest.mark.parametrize(("day", "is_there"), [("2028-03-14", True), ("2028-03-15", False)])
def test_the_map_goes_two_years_after_its_last_use(peter, samira_case, day, is_there):
    with freeze_time("2026-03-15 12:00"):
        map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
    Case.objects.filter(pk=samira_case.pk).update(opened_on=dt.date(2020, 1, 1))
    carry_out(dt.date.fromisoformat(day))
    assert Node.objects.exists() is is_there
    assert Case.objects.filter(pk=samira_case.pk).exists()


def test_she_reads_it_thirty_days_before_and_looking_at_it_starts_it_again(as_, peter, samira, samira_case):
    with freeze_time("2026-03-15 12:00"):
        map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
    first_page = reverse("mine:about")
    with freeze_time("2028-02-12 12:00"):
        assert "gaan weg op" not in as_(samira).get(first_page).content.decode()
    with freeze_time("2028-02-15 12:00"):
        text = as_(samira).get(first_page).content.decode()
        assert "Je kaart, week en geld gaan weg op 15 maart 2028" in text
        as_(samira).get(reverse("map:map", args=[samira_case.public_id]))
        assert "gaan weg op" not in as_(samira).get(first_page).content.decode()
    carry_out(dt.date(2028, 3, 16))
    assert Node.objects.exists()


def test_working_notes_go_after_a_year_and_what_she_said_alone_after_a_month(peter, samira, closed):
    line = {"case": closed, "kind": "called", "author": peter}
    ContactNote.objects.create(**line, on=dt.date(2026, 1, 31), line="oud")
    ContactNote.objects.create(**line, on=dt.date(2026, 2, 1), line="nieuw")
    talk = Talk.objects.create(case=closed, on=dt.date(2026, 3, 1), led_by=peter)
    Heard.objects.create(talk=talk, face=2, words="Nee.", said_at=timezone.now())
    carry_out(dt.date(2026, 4, 14))
    assert Heard.objects.exists()
    carry_out(dt.date(2027, 1, 31))
    assert not Heard.objects.exists() and Talk.objects.exists()
    assert [note.line for note in ContactNote.objects.all()] == ["nieuw"]


def test_a_mistake_is_erased_after_its_fourteen_days(peter):
    case = people_actions.open_case(by=peter, first_name="Dubbel", last_name="Getypt")
    standing_actions.remove_case(by=peter, case=case, seen_version=1, reason="typed")
    today = timezone.localdate()
    carry_out(today + 14 * DAY)
    assert Case.objects.filter(pk=case.pk).exists()
    carry_out(today + 15 * DAY)
    assert not Case.objects.filter(pk=case.pk).exists()


def test_what_was_taken_off_goes_after_a_month(peter, samira_case):
    yara = samira_case.household.children.get(first_name="Yara")
    people_actions.remove_child(by=peter, case=samira_case, child_id=yara.pk, seen_version=yara.version)
    carry_out(timezone.localdate() + 32 * DAY)
    assert not TakenOff.objects.exists()


def test_the_proof_names_nobody_and_twice_on_a_day_is_once(closed):
    day = dt.date(2036, 3, 15)
    assert carry_out(day) and carry_out(day) == []
    proof = Destruction.objects.get(term="besluiten")
    assert (proof.cases, proof.on) == (1, day) and proof.rows > 1
    fields = {field.name for field in Destruction._meta.concrete_fields}
    assert fields == {"id", "municipality", "term", "on", "cases", "rows"}
    assert Event.objects.filter(case_id=closed.pk, kind="privacy.erased").count() == 1


def test_another_term_counts_when_the_privacy_officer_says_yes(as_, others, closed):
    femke, ruben = others["func_beheer"], others["fg"]
    sent = {"term": "besluiten", "months": "60", "source": "Selectielijst van Voorbeeld"}
    assert as_(femke).post(reverse("privacy:ask_term"), sent).status_code == 302
    day = dt.date(2031, 3, 15)
    carry_out(day)
    assert Case.objects.filter(pk=closed.pk).exists(), "nobody agreed yet"
    assert "Femke vraagt 60 maanden" in as_(ruben).get(reverse("privacy:terms")).content.decode()
    as_(ruben).post(reverse("privacy:agree_term", args=[RetentionTerm.objects.get().pk]))
    carry_out(day)
    assert not Case.objects.filter(pk=closed.pk).exists()


@pytest.mark.parametrize("months", ["0", "-1", "601", "twee", "", "1e3", "9" * 30])
def test_a_term_that_cannot_be_says_why(as_, others, months):
    sent = {"term": "werk", "months": months, "source": "Ergens"}
    answer = as_(others["func_beheer"]).post(reverse("privacy:ask_term"), sent)
    assert answer.status_code == 200 and not RetentionTerm.objects.exists()
    assert "Ergens" in answer.content.decode()


def test_a_colleague_elsewhere_decides_nothing_here(as_, others, overkant, closed):
    actions.ask_term(by=others["func_beheer"], term="werk", months=6, source="Lijst")
    from tests.cast import account

    other = account(overkant, "fgelders", "Iemand Anders", "fg")
    assert (
        as_(other).post(reverse("privacy:agree_term", args=[RetentionTerm.objects.get().pk])).status_code
        == 404
    )
