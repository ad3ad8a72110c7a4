"""Who works with her, from which day to which: an assignment opens the door on its days and on no other."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.utils import timezone

from veerkracht.web.people import actions
from veerkracht.web.people.authorize import authorize, condition, roles_of
from veerkracht.web.people.case_list import case_list
from veerkracht.web.people.caseload_import.dates import read_date
from veerkracht.web.people.domain import age_in_words, age_on
from veerkracht.web.people.models import Assignment, Case, plain
from veerkracht.web.people.queries import children_in_words, klantmanager_of

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("starts", "ends", "role"),
    [
        (0, 0, "km_waarnemer"),
        (-3, 0, "km_waarnemer"),
        (0, 3, "km_waarnemer"),
        (1, 3, "km_ander"),
        (-3, -1, "km_ander"),
    ],
)
def test_both_days_of_standing_in_count_and_no_other(starts, ends, role, aylin, samira_case) -> None:
    today = timezone.localdate()
    Assignment.objects.create(
        case=samira_case,
        account=aylin,
        kind="stand_in",
        starts_on=today + starts * DAY,
        ends_on=today + ends * DAY,
    )
    assert roles_of(aylin, samira_case) == {role}
    assert Case.objects.visible_to(aylin).filter(pk=samira_case.pk).exists() is (role == "km_waarnemer")
    assert authorize(aylin, "read", "trajectplan_concept", case=samira_case) is (role == "km_waarnemer")


def test_a_new_klantmanager_ends_the_old_one_the_day_before(marleen, peter, aylin, samira_case) -> None:
    today = timezone.localdate()
    given = {"public_id": samira_case.public_id, "account_id": aylin.pk, "kind": "own"}
    actions.assign(by=marleen, **given, starts_on=today)
    assert samira_case.assignments.get(account=peter).ends_on == today - DAY
    assert roles_of(peter, samira_case) == {"km_ander"} and roles_of(aylin, samira_case) == {"km_eigen"}
    assert klantmanager_of(case=samira_case, day=today).name == aylin.name
    assert klantmanager_of(case=samira_case, day=today - DAY).name == peter.name


@pytest.mark.parametrize("name", ["peter", "samira", "bas"])
def test_only_a_team_lead_of_the_municipality_assigns(name, people_of, samira_case, aylin) -> None:
    given = {"public_id": samira_case.public_id, "account_id": aylin.pk, "kind": "own"}
    with pytest.raises(Http404):
        actions.assign(by=people_of[name], **given, starts_on=timezone.localdate())


@pytest.fixture
def people_of(peter, samira, bas):  # type: ignore[no-untyped-def]
    return {"peter": peter, "samira": samira, "bas": bas}


@pytest.mark.parametrize("typed", ["01-01-0001", "31-12-9999", "21-11-2016"])
def test_a_year_that_cannot_be_meant_is_asked_again(typed, as_, marleen, peter, samira_case) -> None:
    form = {"public_id": samira_case.public_id, "account_id": peter.pk, "kind": "own", "starts_on": typed}
    answer = as_(marleen).post("/team/", form)
    assert "Deze dag ligt meer dan een jaar van vandaag." in answer.content.decode()
    assert samira_case.assignments.count() == 1


def test_a_partner_in_the_same_household_sees_nothing_of_her(denise, aylin, samira_case, denise_case) -> None:
    denise_case.household = samira_case.household
    denise_case.save()
    assert not Case.objects.visible_to(denise).filter(pk=samira_case.pk).exists()
    assert not Case.objects.visible_to(aylin).filter(pk=samira_case.pk).exists()
    assert roles_of(denise, samira_case) == {"moeder"}
    assert not authorize(denise, "read", "persoonsgegevens_kern", case=samira_case)


@pytest.mark.parametrize("search", ["haddad", "HADDAD", "sam had", "  samira  ", "Háddad", "dad"])
def test_a_search_minds_no_accents_capitals_or_order(search, peter, samira_case) -> None:
    found = case_list(account=peter, day=timezone.localdate(), search=search).page
    assert [line.name for line in found] == ["Samira Haddad"]


@pytest.mark.parametrize(
    ("born", "day", "words"),
    [
        ("2026-11-21", "2026-11-21", "0 dagen"),
        ("2026-11-20", "2026-11-21", "1 dag"),
        ("2026-11-01", "2026-11-21", "2 weken"),
        ("2026-05-22", "2026-11-21", "5 maanden"),
        ("2024-11-22", "2026-11-21", "23 maanden"),
        ("2024-11-21", "2026-11-21", "2 jaar"),
        ("2026-12-01", "2026-11-21", "nog niet geboren"),
    ],
)
def test_an_age_is_said_as_people_say_it(born, day, words) -> None:
    """Counted on a calendar by hand."""
    assert age_in_words(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == words


def test_who_was_born_on_leap_day_has_the_birthday_on_the_first_of_march() -> None:
    """Burgerlijk Wetboek knows no other day for it: on 28 February the year is not yet completed."""
    born = dt.date(2008, 2, 29)
    assert (age_on(born, dt.date(2026, 2, 28)), age_on(born, dt.date(2026, 3, 1))) == (17, 18)


def test_children_are_told_in_one_line() -> None:
    children = [("Yara", dt.date(2020, 1, 1)), ("Adam", dt.date(2022, 1, 1)), ("Sam", dt.date(2023, 1, 1))]
    day = dt.date(2026, 1, 1)
    assert children_in_words(children, day) == "Yara (6 jaar), Adam (4 jaar) en Sam (3 jaar)"
    assert children_in_words(children[:2], day) == "Yara (6 jaar) en Adam (4 jaar)"
    assert children_in_words([], day) == ""


@pytest.mark.parametrize("text", ["24-11-1990", "24/11/1990", "24.11.1990", "1990-11-24", " 24-11-1990 "])
def test_a_date_is_read_as_people_write_it(text) -> None:
    assert read_date(text) == dt.date(1990, 11, 24)


def test_names_are_compared_without_what_nobody_sees() -> None:
    assert plain("  Zoë\u200b  VAN 't  Hof\x00 ") == "zoe van 't hof"


def test_a_condition_has_one_meaning_and_stands_in_the_matrix() -> None:
    for name in ("own", "no such condition"):
        with pytest.raises(ValueError, match="no condition|meaning already"):
            condition(name)
