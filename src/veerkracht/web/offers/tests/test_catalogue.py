"""The catalogue: begun from nothing, kept by one, read by many, and looked at by whoever answers for policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.offers import actions, queries
from veerkracht.web.offers.domain.balance import CountedOffer, balance_of
from veerkracht.web.offers.models import CareCentre, CatalogueOffer
from veerkracht.web.people.models import Account
from veerkracht.web.record.models import Conflict, Event

As = Callable[[Account], Client]
CATALOGUE = reverse("offers:catalogue")


def typed(**more: Any) -> dict[str, Any]:
    return {
        "name": "Rooster op maat",
        "organisation": "Werkgeverspunt",
        "what": "Zoekt werktijden die passen.",
        "aim": "exo",
        "topics": ["tijden", "werk"],
        "source": "sociale kaart, 12-11-2026",
        **more,
    }


@pytest.fixture
def femke(others) -> Account:  # type: ignore[no-untyped-def]
    return others["func_beheer"]


def test_a_new_municipality_reads_how_to_begin(as_: As, femke, peter) -> None:
    page = as_(femke).get(CATALOGUE).content.decode()
    assert "Zo begint u" in page and "Bestand inlezen" in page and "Eerst voorbeelden bekijken" in page
    page = as_(peter).get(CATALOGUE).content.decode()
    assert "De functioneel beheerder zet het erin." in page and "Met de hand" not in page


def test_femke_adds_changes_and_stops_and_nobody_else_may(as_: As, femke, peter, bas) -> None:
    as_(femke).post(reverse("offers:add_offer"), typed())
    offer = CatalogueOffer.objects.get()
    assert offer.topics == ["tijden", "werk"] and offer.evidence == "" and not offer.is_example
    assert Event.objects.filter(kind="offers.offer_added").count() == 1
    url = reverse("offers:change_offer", args=[offer.pk])
    as_(femke).post(url, typed(cost="gratis", seen_version=1))
    offer.refresh_from_db()
    assert offer.cost == "gratis" and offer.version == 2
    assert as_(femke).post(url, typed(cost="€ 5", seen_version=1)).status_code == 409
    assert as_(peter).get(url).status_code == 404 and as_(bas).get(url).status_code == 404
    with pytest.raises(Http404):
        actions.change_offer(by=peter, offer_id=offer.pk, seen_version=2, cost="€ 5")
    as_(femke).post(reverse("offers:stop_offer", args=[offer.pk]), {"seen_version": 2})
    day = timezone.localdate()
    assert queries.running_offers(account=femke, day=day) == []
    page = as_(femke).get(CATALOGUE).content.decode()
    assert "Gestopt of voorbij" in page and "Doe weer mee" in page
    as_(femke).post(reverse("offers:stop_offer", args=[offer.pk]), {"seen_version": 3, "weer": "1"})
    assert [o.pk for o in queries.running_offers(account=femke, day=day)] == [offer.pk]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"aim": ""}, "Kies een van de mogelijkheden"),
        ({"topics": []}, "Kies er ten minste één"),
        ({"weekday": "wo"}, "Een groep heeft een tijd"),
        (
            {"weekday": "wo", "starts_at": "11:00", "ends_at": "9:00"},
            "Dit moet later zijn dan het begin om 11:00",
        ),
        ({"first_on": "02-03-2027", "ends_on": "01-03-2027"}, "De laatste dag ligt vóór de eerste keer"),
    ],
)
def test_what_cannot_be_so_is_said_and_nothing_typed_is_lost(as_: As, femke, wrong, says) -> None:
    page = as_(femke).post(reverse("offers:add_offer"), typed(**wrong)).content.decode()
    assert says in page and "Zoekt werktijden die passen." in page
    assert not CatalogueOffer.objects.exists()


def test_a_centre_is_kept_the_same_way(as_: As, femke) -> None:
    sent = {
        "name": "De Zon",
        "organisation": "Opvang BV",
        "kind": "dagopvang",
        "days": ["ma", "di"],
        "opens": "7",
        "closes": "18.30",
        "euros_per_hour": "11,10",
        "source": "lrk",
    }
    as_(femke).post(reverse("offers:add_centre"), sent)
    centre = CareCentre.objects.get()
    assert (centre.opens, centre.closes, centre.euros_per_hour) == ("07:00", "18:30", 11.1)
    assert centre.waiting_weeks is None and centre.registered == ""
    page = as_(femke).get(CATALOGUE).content.decode()
    assert "niet bekend" in page and "€ 11,10" in page
    without = {**sent, "name": "Uit", "opens": ""}
    assert (
        "Vul in hoe laat deze opvang open gaat"
        in as_(femke).post(reverse("offers:add_centre"), without).content.decode()
    )


def test_examples_are_labelled_and_can_all_be_stopped(as_: As, femke) -> None:
    as_(femke).post(reverse("offers:add_examples"))
    as_(femke).post(reverse("offers:add_examples"))
    assert CatalogueOffer.objects.filter(is_example=True).count() == 12 == CatalogueOffer.objects.count()
    assert as_(femke).get(CATALOGUE).content.decode().count(">voorbeeld<") == 18
    as_(femke).post(reverse("offers:stop_examples"))
    assert queries.running_offers(account=femke, day=timezone.localdate()) == []


def test_what_ends_is_not_offered_the_day_after(femke) -> None:
    actions.add_offer(by=femke, **{**typed(), "ends_on": dt.date(2026, 12, 31)})
    assert len(queries.running_offers(account=femke, day=dt.date(2026, 12, 31))) == 1
    assert queries.running_offers(account=femke, day=dt.date(2027, 1, 1)) == []


def test_the_self_scan_says_how_much_asks_only_her_to_change(as_: As, femke, others) -> None:
    ilse = others["beleid"]
    scan = reverse("policy:scan")
    assert "Er staat nog geen aanbod in de lijst" in as_(ilse).get(scan).content.decode()
    actions.add_offer(by=femke, **typed())
    actions.add_offer(by=femke, **typed(name="Training", aim="mother"))
    actions.add_offer(by=femke, **typed(name="Coach", aim="mother", gender_sensitive="yes"))
    page = as_(ilse).get(scan).content.decode()
    assert "Van de 3 keer aanbod vraagt 2 alleen iets van de moeder zelf." in page
    assert "Niets verandert iets bij: mensen dichtbij en contact onderling en samenleving." in page


def test_the_balance_counts_each_offer_once() -> None:
    def one(aim: str, **more: Any) -> CountedOffer:
        return CountedOffer(aim=aim, **{"gender_sensitive": "", "is_example": False, **more})

    balance = balance_of([one("mother"), one("mother", is_example=True), one("exo", gender_sensitive="yes")])
    assert (balance.total, balance.mother_alone, balance.around_her) == (3, 2, 1)
    assert (balance.gender_sensitive, balance.gender_unknown, balance.examples) == (1, 2, 1)
    assert balance.empty_rings == ("micro", "meso", "macro")
    assert balance_of([]).total == 0 and not balance_of([]).is_only_example


def test_a_row_of_another_municipality_is_absent(as_: As, femke, bas) -> None:
    offer = actions.add_offer(by=femke, **typed())
    with pytest.raises(Http404):
        queries.offer_of(account=bas, offer_id=offer.pk)
    assert offer.name not in as_(bas).get(CATALOGUE).content.decode()


def test_two_who_stop_it_at_once_hear_of_each_other(femke) -> None:
    offer = actions.add_offer(by=femke, **typed())
    given = {"by": femke, "offer_id": offer.pk, "stopped_on": timezone.localdate()}
    actions.stop_offer(**given, seen_version=1)
    with pytest.raises(Conflict):
        actions.stop_offer(**given, seen_version=1)
