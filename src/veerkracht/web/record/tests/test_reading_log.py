"""The reading log: a line changed or taken out shows, old lines become a number, a list is of nobody's case."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.people.middleware import selection_of
from veerkracht.web.record.models import Reading, ReadingHead
from veerkracht.web.record.reading_log import (
    CHANGED,
    CUT_OFF,
    GONE,
    breaks,
    case_chain,
    note_list_reading,
    note_reading,
    seal,
    thin_readings,
)

pytestmark = pytest.mark.django_db(databases="__all__")


def look(day: str, times: int = 1, case_id: int = 7) -> None:
    with freeze_time(f"{day} 12:00"):
        for _ in range(times):
            note_reading(account_id=3, case_id=case_id, what="weekplan", role="km_eigen")


@pytest.fixture
def three_days() -> None:
    look("2026-03-01", 2)
    look("2026-03-02", 2)
    look("2026-03-03", 1)
    look("2026-03-03", 1, case_id=8)


def found() -> list[tuple[str, int, str]]:
    return [(each.chain, each.number, each.why) for each in breaks()]


def test_a_whole_log_holds_and_a_digest_is_what_it_says(three_days):
    assert found() == []
    first = Reading.objects.get(chain="case 7", number=1)
    text = "\x1f".join(["", "case 7", "1", "2026-03-01T12:00:00+00:00", "3", "7", "weekplan", "km_eigen", ""])
    assert first.digest == hashlib.sha256(text.encode()).hexdigest()
    call_command("verify_reading_log")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_line_that_was_taken_out_shows(three_days, number):
    Reading.objects.filter(chain="case 7", number=number).delete()
    assert found() == [("case 7", number, GONE)]


def test_the_last_lines_taken_off_show_too(three_days):
    Reading.objects.filter(chain="case 7", number=5).delete()
    assert found() == [("case 7", 5, CUT_OFF)]
    with pytest.raises(CommandError, match="klopt niet op 1 plaatsen"):
        call_command("verify_reading_log")


@pytest.mark.parametrize(
    "values",
    [
        {"account_id": 4},
        {"case_id": 9},
        {"what": "actie"},
        {"role": "fg"},
        {"at": "2026-03-02T13:00Z"},
        {"digest": "0" * 64},
    ],
)
def test_a_line_that_was_changed_shows(three_days, values):
    Reading.objects.filter(chain="case 7", number=3).update(**values)
    assert ("case 7", 3, CHANGED) in found()


def test_a_log_without_its_end_shows(three_days):
    ReadingHead.objects.filter(chain="case 8").delete()
    assert found() == [("case 8", 0, CUT_OFF)]


def test_old_lines_become_a_number_and_the_rest_is_still_verified(three_days):
    assert thin_readings(before=dt.date(2026, 3, 3)) == 4
    assert list(Reading.objects.filter(chain="case 7").values_list("number", flat=True)) == [5]
    assert found() == []
    look("2026-03-04")
    assert thin_readings(before=dt.date(2026, 3, 4)) == 2 and found() == []
    Reading.objects.filter(chain="case 7").delete()
    assert found() == [("case 7", 6, CUT_OFF)]


def test_everything_old_leaves_a_stub_that_is_verified(three_days):
    thin_readings(before=dt.date(2030, 1, 1))
    assert not Reading.objects.exists() and found() == []


def test_a_clock_that_goes_back_breaks_nothing():
    look("2026-03-02")
    look("2026-03-01")
    look("2026-03-03")
    assert found() == []
    thin_readings(before=dt.date(2026, 3, 3))
    assert found() == [] and Reading.objects.count() == 1


def test_the_seal_changes_with_every_line(three_days):
    before = seal()
    look("2026-03-05")
    assert seal() != before and len(before) == 64


def test_a_list_is_one_line_and_stands_in_nobodys_case(as_, peter, samira, samira_case):
    as_(peter).get(reverse("people:case_list"), {"zoek": "haddad", "alleen": "laat", "bladzijde": "2"})
    as_(peter).get(reverse("today:today"))
    lines = Reading.objects.filter(account_id=peter.pk).order_by("number")
    assert [(line.what, line.case_id) for line in lines] == [("caseload_overzicht", None), ("vandaag", None)]
    assert lines[0].selection == "alleen=laat bladzijde=2 zoekt"
    page = as_(samira).get(reverse("mine:looked")).content.decode()
    assert "Nog niemand keek." in page
    assert found() == []


@pytest.mark.parametrize("typed", ["Haddad", "laat&x=1", "alleen=" * 20, "é", "a b", "1" * 9])
def test_what_somebody_types_in_an_address_never_stands_in_the_log(rf, typed):
    request = rf.get("/mensen/", {"alleen": typed, "volgorde": typed, "bladzijde": typed, "zoek": typed})
    assert selection_of(request) == "zoekt"


def test_she_sees_every_other_look_however_often_she_came_herself(as_, peter, samira, samira_case):
    """S8: after 205 page loads a look of three days ago was gone from her page."""
    with freeze_time("2026-03-01 12:00"):
        note_reading(account_id=peter.pk, case_id=samira_case.pk, what="weekplan", role="km_eigen")
    for _ in range(205):
        note_reading(account_id=samira.pk, case_id=samira_case.pk, what="actie", role="moeder")
    url = reverse("mine:looked")
    text = as_(samira).get(url).content.decode().split("<main")[1]
    assert "zondag 1 maart 2026" in text and "Peter van Dongen" in text and "keek naar de week" in text
    assert "Samira Haddad</strong>" not in text


def test_many_days_are_many_pages_and_one_day_one_line_a_person(as_, peter, samira, samira_case):
    day = timezone.now()
    for n in range(40):
        with freeze_time(day - dt.timedelta(days=n)):
            for _ in range(3):
                note_reading(account_id=peter.pk, case_id=samira_case.pk, what="weekplan", role="km_eigen")
    url = reverse("mine:looked")
    seen = [
        each.day
        for number in (1, 2, 3)
        for each in as_(samira).get(url, {"bladzijde": number}).context["days"]
    ]
    assert len(seen) == len(set(seen)) == 40
    assert "keek naar de week (3 keer)" in as_(samira).get(url).content.decode()


def test_the_privacy_officer_sees_who_and_when_and_whether_it_holds(as_, others, peter, samira_case):
    as_(peter).get(reverse("plan:plan", args=[samira_case.public_id]))
    url, ruben = reverse("privacy:reading_log"), others["fg"]
    page = as_(ruben).get(url, {"public_id": samira_case.public_id}).content.decode()
    assert "Peter van Dongen" in page and "keek naar het plan" in page and "Dit leeslog klopt:" in page
    assert "Haddad" not in page and "Samira" not in page
    Reading.objects.filter(chain=case_chain(samira_case.pk)).update(account_id=others["beleid"].pk)
    assert (
        "Dit leeslog klopt niet" in as_(ruben).get(url, {"public_id": samira_case.public_id}).content.decode()
    )
    for who in (peter, others["func_beheer"], others["tech_beheer"]):
        assert as_(who).get(url).status_code == 404


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"public_id": "ZZZZZZZZ"}, "Dit nummer is er niet"),
        ({"first": "31-02-2026"}, "geen datum die bestaat"),
        ({"account_id": "999999"}, ""),
        ({"bladzijde": "-1"}, ""),
    ],
)
def test_a_question_that_cannot_be_says_why(as_, others, asked, says):
    answer = as_(others["fg"]).get(reverse("privacy:reading_log"), asked)
    assert answer.status_code == 200 and says in answer.content.decode()


def test_another_municipality_stands_not_in_it(as_, others, lotte_case, bas):
    note_reading(account_id=bas.pk, case_id=lotte_case.pk, what="weekplan", role="km_eigen")
    browser, url = as_(others["fg"]), reverse("privacy:reading_log")
    assert "Bas Kuipers" not in browser.get(url).content.decode()
    assert "Dit nummer is er niet" in browser.get(url, {"public_id": lotte_case.public_id}).content.decode()


def test_lists_of_one_account_are_one_chain():
    for _ in range(2):
        note_list_reading(account_id=3, what="vandaag", role="klantmanager", selection="")
    assert list(Reading.objects.order_by("number").values_list("chain", "number")) == [
        ("account 3", 1),
        ("account 3", 2),
    ]
