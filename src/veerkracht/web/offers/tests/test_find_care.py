"""Centres over a week: for which children, how many hours more, and one press into week and money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.facts.queries import facts_of
from veerkracht.web.offers import actions
from veerkracht.web.offers.domain.centre_week import CentreFacts, children_for, laid_over
from veerkracht.web.offers.models import CareCentre
from veerkracht.web.people.models import Account, Case
from veerkracht.web.planner import actions as planner_actions
from veerkracht.web.planner.domain.saved_week import Kid, SavedWeek
from veerkracht.web.planner.domain.week_answer import week_answer
from veerkracht.web.planner.queries import week_of

As = Callable[[Account], Client]
ADAM, YARA, BIG = Kid("1", "Adam", 2), Kid("2", "Yara", 6), Kid("3", "Sam", 13)


def centre(**more: Any) -> CentreFacts:
    facts: dict[str, Any] = {
        "kind": "dagopvang",
        "name": "De Zon",
        "days": ("ma", "di", "wo", "do", "vr"),
        "opens": "07:00",
        "closes": "18:30",
        "hours_per_day": 11.0,
        "euros_per_hour": 11.1,
    }
    return CentreFacts(**{**facts, **more})


def service(**more: Any) -> dict[str, Any]:
    return {
        "type": "dagopvang",
        "name": "Laat",
        "children": ["1"],
        "open": "09:00",
        "close": "17:00",
        "days_school": 3,
        "rate": 10.0,
        "hours_per_day": 8.0,
        **more,
    }


@pytest.fixture
def femke(others) -> Account:  # type: ignore[no-untyped-def]
    return others["func_beheer"]


@pytest.fixture
def centres(femke) -> None:
    actions.add_examples(by=femke)


def url(name: str, case: Case, *more: Any) -> str:
    return reverse(f"offers:{name}", args=[case.public_id, *more])


def test_each_kind_of_care_is_for_an_age() -> None:
    kids = (ADAM, YARA, BIG)
    assert children_for("dagopvang", kids) == (ADAM,) and children_for("bso", kids) == (YARA,)
    assert children_for("gastouder", kids) == (ADAM, YARA)
    assert laid_over(SavedWeek(kids=(BIG,)), centre()) is None


def test_the_hours_are_those_the_week_itself_gives() -> None:
    """Laid over is the same as typed in: the one front door of the week says both."""
    saved = SavedWeek(kids=(ADAM,), parts={("service", "K"): service()})
    over = laid_over(saved, centre())
    assert over is not None and over.replaces == "K" and over.extra is not None and over.extra > 0
    typed = SavedWeek(kids=(ADAM,), parts={("service", "K"): over.facts})
    assert over.extra == week_answer(typed).week.paid - week_answer(saved).week.paid
    assert over.facts["days_school"] == 3 and over.facts["children"] == ["1"]


def test_a_week_nobody_began_has_no_hours_but_can_begin_with_a_centre() -> None:
    over = laid_over(SavedWeek(kids=(ADAM,)), centre())
    assert over is not None and over.extra is None and over.facts["days_school"] >= 1


def test_a_centre_that_opens_later_gives_less() -> None:
    saved = SavedWeek(kids=(ADAM,), parts={("service", "K"): service(open="07:00", close="18:30")})
    over = laid_over(saved, centre(opens="10:00", closes="16:00"))
    assert over is not None and over.extra is not None and over.extra < 0


def test_where_the_address_is_secret_no_name_is_kept() -> None:
    over = laid_over(SavedWeek(kids=(ADAM,), places_are_secret=True), centre())
    assert over is not None and "name" not in over.facts


def test_one_press_puts_it_in_week_and_money(as_: As, peter, samira_case, centres) -> None:
    zon = CareCentre.objects.get(name="Kinderdagverblijf De Zon")
    page = as_(peter).get(url("find_care", samira_case)).content.decode()
    assert "Voor Adam." in page and "Voor Yara." in page and "€ 11,10 per uur" in page
    answer = as_(peter).post(url("put_in_week", samira_case, zon.pk))
    assert answer.url == reverse("planner:week", args=[samira_case.public_id])
    facts = facts_of(case=samira_case).groups("cares.")
    [care] = facts.values()
    assert care["kind"] == "dagopvang" and care["opens"] == "07:00" and care["euros_per_hour"] == 11.1
    week = as_(peter).get(answer.url).content.decode()
    assert "Kinderdagverblijf De Zon" in week
    money = as_(peter).get(reverse("facts:facts", args=[samira_case.public_id])).content.decode()
    assert "11,10" in money


def test_instead_of_another_is_asked_first(as_: As, peter, samira_case, centres) -> None:
    day = timezone.localdate()
    adam = next(k for k in week_of(case=samira_case, account=peter, day=day).saved.kids if k.name == "Adam")
    book = planner_actions.add_part(
        by=peter, case=samira_case, kind="service", facts=service(children=[adam.key], handover=8, at="own")
    )
    zon = CareCentre.objects.get(name="Kinderdagverblijf De Zon")
    page = as_(peter).get(url("find_care", samira_case)).content.decode()
    assert "In plaats van Laat" in page and "Deze opent om 7.00 uur: dan passen er" in page
    asked = as_(peter).post(url("put_in_week", samira_case, zon.pk))
    assert asked.url == url("replace_care", samira_case, zon.pk)
    page = as_(peter).get(asked.url).content.decode()
    assert "09:00" in page and "07:00" in page
    version = week_of(case=samira_case, account=peter, day=day).version("service", book.key)
    as_(peter).post(asked.url, {"seen_version": version + 5})
    assert week_of(case=samira_case, account=peter, day=day).saved.service(book.key)["open"] == "09:00"
    as_(peter).post(asked.url, {"seen_version": version})
    saved = week_of(case=samira_case, account=peter, day=day).saved.service(book.key)
    page = as_(peter).get(url("find_care", samira_case)).content.decode()
    assert "staat in de week" in page and "In plaats van Kinderdagverblijf De Zon" in page
    assert page.count("staat in de week") == 1
    assert (saved["open"], saved["name"], saved["days_school"]) == ("07:00", "Kinderdagverblijf De Zon", 3)


def test_without_register_it_never_goes_into_the_money(as_: As, peter, samira_case, centres) -> None:
    roos = CareCentre.objects.get(name="Oppas aan huis Roos")
    page = as_(peter).get(url("find_care", samira_case)).content.decode()
    assert "nee: hiervoor is geen kinderopvangtoeslag" in page
    assert as_(peter).post(url("put_in_week", samira_case, roos.pk)).status_code == 404
    assert facts_of(case=samira_case).groups("cares.") == {}


def test_she_sees_it_in_je_with_a_sentence_to_say(as_: As, samira, samira_case, centres) -> None:
    page = as_(samira).get(url("find_care", samira_case)).content.decode()
    assert "Welke opvang past bij jouw week?" in page and "“Dag, ik zoek opvang" in page
    assert "Vraag dit aan de gemeente" in page and "Je uitkering verandert er niet door." in page


def test_an_empty_list_says_what_else_can_be_done(as_: As, peter, samira_case, denise_case, aylin) -> None:
    assert "nog geen opvang in de lijst" in as_(peter).get(url("find_care", samira_case)).content.decode()
    assert as_(aylin).get(url("find_care", samira_case)).status_code == 404
