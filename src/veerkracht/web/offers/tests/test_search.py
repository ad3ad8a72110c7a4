"""From a factor, a goal or a change of the week to what fits, and from there into the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.offers import actions
from veerkracht.web.offers.domain.matching import fitting
from veerkracht.web.offers.domain.topics import topics, topics_of
from veerkracht.web.offers.models import CatalogueOffer, TakenOffer
from veerkracht.web.offers.taking_actions import take_offer
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Promise, Proposal

As = Callable[[Account], Client]


@pytest.fixture
def femke(others) -> Account:  # type: ignore[no-untyped-def]
    return others["func_beheer"]


@pytest.fixture
def catalogue(femke) -> None:
    actions.add_examples(by=femke)


def url(name: str, case: Case, *more: Any) -> str:
    return reverse(f"offers:{name}", args=[case.public_id, *more])


def offer(name: str) -> CatalogueOffer:
    return CatalogueOffer.objects.get(name=name)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("De opvang is pas laat open", {"opvang"}),
        ("Het rooster past niet bij schooltijden", {"tijden"}),
        ("Mijn ex houdt zich er niet aan", {"samen"}),
        ("Extra geld voor de huur", {"geld", "wonen"}),
        ("Iets heel anders", set()),
        ("", set()),
    ],
)
def test_what_a_sentence_of_hers_is_about(text, keys) -> None:
    assert topics_of(text) == keys


def test_the_theme_of_the_method_is_a_topic_too() -> None:
    assert "opvang" in topics_of("Dat", theme="Opvang")
    themes = [theme for topic in topics() for theme in topic.themes]
    assert len(themes) == len(set(themes)), "a theme leads to one topic"


def test_the_ring_first_and_she_herself_apart() -> None:
    class One:
        def __init__(self, name: str, aim: str, *about: str) -> None:
            self.name, self.aim, self.topics = name, aim, about

    rows = [
        One("b", "micro", "werk"),
        One("a", "mother", "werk"),
        One("c", "exo", "werk"),
        One("d", "exo", "geld"),
    ]
    chosen = fitting(rows, topics=frozenset({"werk"}), ring="exo")
    assert [o.name for o in chosen.around] == ["c", "b"] and [o.name for o in chosen.herself] == ["a"]
    by_ring = fitting(rows, topics=frozenset(), ring="exo")
    assert [o.name for o in by_ring.around] == ["c", "d"] and not by_ring.herself
    nothing = fitting(rows, topics=frozenset({"taal"}))
    assert nothing.around == nothing.herself == ()


def test_two_clicks_from_the_map_to_what_fits(as_: As, peter, samira_case, catalogue) -> None:
    factor = map_actions.add_factor(
        by=peter, case=samira_case, ring="exo", text="De opvang is pas laat open.", effect="hinders"
    )
    first = as_(peter).get(reverse("map:factor", args=[samira_case.public_id, factor.pk])).content.decode()
    second = url("for_factor", samira_case, factor.pk)
    assert f'href="{second}"' in first
    page = as_(peter).get(second).content.decode()
    assert "De opvang is pas laat open." in page and "Gezocht op: Opvang van kinderen" in page
    around, _, herself = page.partition("Dit is voor haar zelf")
    assert (
        around.index("Opvang tijdens de les") < around.index("Buurt past op") and "Taal met opvang" in herself
    )
    assert (
        page.count("<dt>Bron</dt>")
        == page.count("<dt>Kosten</dt>")
        == page.count("<dt>Opvang erbij</dt>")
        == 4
    )


def test_a_factor_becomes_a_promise_of_whose_offer_it_is(
    as_: As, peter, samira, samira_case, catalogue
) -> None:
    factor = map_actions.add_factor(
        by=peter, case=samira_case, ring="exo", text="Geen rooster dat past.", effect="hinders"
    )
    row = offer("Rooster op maat")
    here = url("for_factor", samira_case, factor.pk)
    answer = as_(peter).post(
        url("take", samira_case, row.pk), {"factor": f"factor:{factor.pk}", "terug": here}
    )
    assert answer.url == here
    promise = Promise.objects.get()
    assert (promise.owner, promise.owner_name) == ("partner_organisation", "Werkgeverspunt Voorbeeld")
    assert promise.moves == f"factor:{factor.pk}" and promise.due_on > timezone.localdate()
    assert promise.what == "Belt de werkgever over werktijden die passen (Rooster op maat)."
    assert promise.answer == "none"  # she says yes or no
    page = as_(samira).get(url("for_case", samira_case)).content.decode()
    assert "Staat al in het plan" in page and "Rooster op maat" in page
    as_(peter).post(url("take", samira_case, row.pk), {})
    assert Promise.objects.count() == 1
    plan_actions.remove_promise(
        by=peter, case=samira_case, promise_id=promise.pk, seen_version=promise.version
    )
    assert "Staat al in het plan" not in as_(samira).get(url("for_case", samira_case)).content.decode()


def test_what_she_takes_is_a_question_to_the_municipality(as_: As, samira, samira_case, catalogue) -> None:
    as_(samira).post(
        url("take", samira_case, offer("Taal met opvang").pk), {"terug": "https://elders.example/"}
    )
    proposal = Proposal.objects.get()
    assert proposal.what == "Ik wil meedoen met Taal met opvang (Taalhuis Voorbeeld)."
    assert not Promise.objects.exists() and TakenOffer.objects.get().proposal_id == proposal.pk
    page = as_(samira).get(url("for_case", samira_case)).content.decode()
    assert (
        "Wat is er voor jou en om je heen? Jij kiest." in page and " haar " not in page.partition("<main")[2]
    )


def test_from_a_goal_and_from_a_topic(as_: As, peter, samira_case, catalogue) -> None:
    goal = plan_actions.add_goal(
        by=peter, case=samira_case, title="Nederlands leren", reached="Ik lees een brief."
    )
    plan = as_(peter).get(reverse("plan:plan", args=[samira_case.public_id])).content.decode()
    assert f'href="{url("for_goal", samira_case, goal.pk)}"' in plan
    page = as_(peter).get(url("for_goal", samira_case, goal.pk)).content.decode()
    assert (
        "Taal met opvang" in page and "Eerst rust in de rekeningen" in page
    )  # "brief" is about money as well
    as_(peter).post(url("take", samira_case, offer("Taal met opvang").pk), {"doel": str(goal.pk)})
    assert Promise.objects.get().goal_id == goal.pk
    page = as_(peter).get(f"{url('for_case', samira_case)}?over=wonen").content.decode()
    assert (
        "Eerst rust in de rekeningen" in page and "Taal met opvang" not in page.partition("Dit verandert")[2]
    )


def test_an_empty_catalogue_is_said_to_be_nobodys_fault(as_: As, peter, samira, samira_case) -> None:
    assert "is zelf een signaal" in as_(peter).get(url("for_case", samira_case)).content.decode()
    assert "ligt niet aan jou" in as_(samira).get(url("for_case", samira_case)).content.decode()


def test_only_who_works_with_her_and_only_what_runs(
    as_: As, femke, aylin, bas, peter, samira_case, catalogue
) -> None:
    row = offer("Rooster op maat")
    for stranger in (aylin, bas, femke):
        assert as_(stranger).get(url("for_case", samira_case)).status_code == 404
        assert as_(stranger).post(url("take", samira_case, row.pk)).status_code == 404
    actions.stop_offer(by=femke, offer_id=row.pk, seen_version=1, stopped_on=timezone.localdate())
    with pytest.raises(Http404):
        take_offer(by=peter, case=samira_case, offer_id=row.pk)


def test_what_she_hid_on_the_map_leads_nobody_anywhere(as_: As, peter, samira, samira_case) -> None:
    factor = map_actions.add_factor(
        by=samira, case=samira_case, ring="micro", text="Hij wil het niet.", effect="hinders", only_hers=True
    )
    for who in (samira, peter):
        assert as_(who).get(url("for_factor", samira_case, factor.pk)).status_code == 404
    with pytest.raises(Http404):
        take_offer(by=peter, case=samira_case, offer_id=1, factor_id=factor.pk)
