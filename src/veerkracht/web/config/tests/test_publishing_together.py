"""Several municipalities publish together: each says yes, nobody sees another's, and nobody is counted in two ways."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from tests.cast import account
from veerkracht.web.config.demo.generated import add_generated
from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.people.waiting import waiting_rows
from veerkracht.web.policy import together_actions
from veerkracht.web.policy.council import council_facts
from veerkracht.web.policy.daily import release_quarter
from veerkracht.web.policy.models import Company, JointRelease, JointState, Release

DAY = dt.date(2026, 10, 1)
LATER = dt.date(2027, 1, 1)
As = Callable[[Account], Any]


@pytest.fixture
def places(voorbeeld: Municipality) -> list[Municipality]:
    """A social service of three: none may count alone, and without the largest 240 are left."""
    more = [Municipality.objects.create(name=f"Gemeente {name}", slug=name) for name in ("Noord", "Zuid")]
    for number, (place, mothers) in enumerate(zip([voorbeeld, *more], (130, 140, 150), strict=True)):
        add_generated(place, DAY, mothers=mothers, seed=number)
    return [voorbeeld, *more]


@pytest.fixture
def leads(places: list[Municipality]) -> list[Account]:
    return [account(place, f"lead{n}", f"Lead {n}", "teamleider") for n, place in enumerate(places)]


@pytest.fixture
def ilse(places: list[Municipality]) -> Account:
    return account(places[0], "ilse", "Ilse Brouwer", "beleid")


@pytest.fixture
def asked(ilse: Account, places: list[Municipality]) -> Company:
    chosen = [place.pk for place in places[1:]]
    company: Company = together_actions.propose_company(by=ilse, name="Sociale dienst", place_ids=chosen)
    return company


@pytest.fixture
def running(asked: Company, leads: list[Account]) -> Company:
    for lead in leads:
        together_actions.answer_company(by=lead, is_agreed=True, seen_version=1)
    asked.refresh_from_db()
    return asked


def test_three_small_municipalities_have_figures_only_when_each_said_yes(
    asked: Company, leads: list[Account], ilse: Account, as_: As
) -> None:
    for lead in leads[:-1]:
        together_actions.answer_company(by=lead, is_agreed=True, seen_version=1)
    release_quarter(DAY)
    assert not JointRelease.objects.exists()
    assert {row.not_out for row in Release.objects.all()} == {"text_only"}
    together_actions.answer_company(by=leads[-1], is_agreed=True, seen_version=1)
    release_quarter(DAY)
    release_quarter(DAY)
    joint = JointRelease.objects.get()
    assert joint.not_out == "" and abs(joint.counts[""] - 420) <= 12
    assert all(count is None or (count >= 15 and count % 5 == 0) for count in joint.counts.values())
    assert not any("topic=" in label for label in joint.counts)
    assert {label.count("=") for label in joint.counts} == {0, 1}, "240 without the largest: no pairs"
    page = as_(ilse).get("/cijfers/").content.decode()
    assert "Gemeente Noord" in page and "Gemeente Zuid samen" in page and "Dit gaat over ongeveer" in page
    assert "Gemeente Noord" in council_facts(account=ilse, day=DAY).lead


def test_a_count_needs_enough_that_are_not_of_one_municipality(
    running: Company, places: list[Municipality]
) -> None:
    """Of one age only in one municipality: she would be the only one who is not counted by it herself."""
    Case.objects.update(born_on=DAY - dt.timedelta(days=30 * 365))
    first = list(Case.objects.filter(municipality=places[0]).values_list("pk", flat=True))
    Case.objects.filter(pk__in=first[:60]).update(born_on=DAY - dt.timedelta(days=50 * 365))
    other = Case.objects.filter(municipality=places[1]).first()
    Case.objects.filter(pk=other.pk).update(born_on=DAY - dt.timedelta(days=50 * 365))
    release_quarter(DAY)
    counts = JointRelease.objects.get().counts
    assert counts["age=45_up"] is None and counts["age=25_34"] is not None


def test_without_the_largest_there_must_be_two_hundred(running: Company, places: list[Municipality]) -> None:
    add_generated(places[0], DAY, mothers=500, seed=9)
    Case.objects.filter(municipality=places[2]).delete()
    release_quarter(DAY)
    assert [(row.not_out, row.counts) for row in JointRelease.objects.all()] == [("too_few_without_one", {})]


def test_nobody_is_counted_in_two_ways_within_a_year(
    places: list[Municipality], ilse: Account, leads: list[Account], as_: As
) -> None:
    add_generated(places[0], DAY, mothers=500, seed=9)
    release_quarter(DAY)
    assert Release.objects.get(municipality=places[0]).not_out == ""
    add_generated(places[1], DAY, mothers=300, seed=8)
    chosen = [place.pk for place in places[1:]]
    together_actions.propose_company(by=ilse, name="Regio", place_ids=chosen)
    for lead in leads:
        together_actions.answer_company(by=lead, is_agreed=True, seen_version=1)
    for day, why in (
        (LATER, "other_company"),
        (dt.date(2027, 7, 1), "other_company"),
        (dt.date(2027, 10, 1), ""),
    ):
        release_quarter(day)
        assert JointRelease.objects.order_by("pk").last().not_out == why, day
    assert Release.objects.filter(municipality=places[0]).count() == 1, "no longer alone"
    page = as_(ilse).get("/cijfers/2026-K3/").content.decode()
    assert "Dit gaat over ongeveer" in page, "what was out stays"
    together_actions.stop_company(by=leads[1], seen_version=2)
    release_quarter(dt.date(2028, 1, 1))
    assert Release.objects.filter(municipality=places[0]).order_by("pk").last().not_out == "other_company"


def test_who_begins_again_with_the_same_goes_on_with_the_same_series(
    running: Company, leads: list[Account], ilse: Account, places: list[Municipality]
) -> None:
    release_quarter(DAY)
    together_actions.stop_company(by=leads[2], seen_version=2)
    chosen = [place.pk for place in places[1:]]
    again = together_actions.propose_company(by=ilse, name="Opnieuw", place_ids=chosen)
    for lead in leads:
        together_actions.answer_company(by=lead, is_agreed=True, seen_version=1)
    assert again.series == running.series
    release_quarter(DAY)
    assert JointRelease.objects.count() == 1, "no second run of a quarter"
    release_quarter(DAY + dt.timedelta(days=92))
    assert JointState.objects.count() == 1


def test_one_no_ends_it_and_nobody_answers_for_another(
    asked: Company, leads: list[Account], ilse: Account
) -> None:
    with pytest.raises(Http404):
        together_actions.answer_company(by=ilse, is_agreed=True, seen_version=1)
    outside = account(Municipality.objects.create(name="Ver", slug="ver"), "ver", "Ver", "teamleider")
    with pytest.raises(Http404):
        together_actions.answer_company(by=outside, is_agreed=True, seen_version=1)
    assert [row.url for row in waiting_rows(account=leads[1], day=DAY)] == ["/cijfers/samen/"]
    together_actions.answer_company(by=leads[1], is_agreed=False, seen_version=1)
    asked.refresh_from_db()
    assert asked.ended_on is not None and waiting_rows(account=leads[0], day=DAY) == []


def test_through_the_pages(ilse: Account, leads: list[Account], places: list[Municipality], as_: As) -> None:
    browser, url = as_(ilse), "/cijfers/samen/"
    assert "Een voorstel doen" in browser.get(url).content.decode()
    sent = {"once": str(uuid.uuid4()), "name": "Sociale dienst", "place_ids": [places[1].pk]}
    assert "twee of meer" in browser.post(f"{url}vragen/", sent).content.decode()
    assert browser.post(f"{url}vragen/", {**sent, "place_ids": [p.pk for p in places[1:]]}).status_code == 302
    assert "nog geen antwoord" in browser.get(url).content.decode()
    for lead in leads:
        as_(lead).post(f"{url}antwoord/", {"antwoord": "ja", "seen_version": 1})
    assert "Iedereen zei ja" in as_(leads[0]).get(url).content.decode()
    assert browser.post(f"{url}stoppen/", {"seen_version": 2}).status_code == 404, "not of a policy maker"
    as_(leads[0]).post(f"{url}stoppen/", {"seen_version": 2})
    assert "stopte op" in browser.get(url).content.decode()
