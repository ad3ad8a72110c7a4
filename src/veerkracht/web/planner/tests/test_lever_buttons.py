"""Every change has an owner within one click: a promise, or a signal on the map, and never twice."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from veerkracht.levers.owners import SIGNAL
from veerkracht.web.map.models import Factor
from veerkracht.web.planner import actions
from veerkracht.web.planner.lever_buttons import NETWORK, _place
from veerkracht.web.planner.models import Part


def url(name: str, case, *more) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


def body(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def closes_early(peter, samira_case, kids, tell):
    """After-school care that closes before she can be back: half an hour later would give hours."""
    child = {"school": {d: ["08:30", "14:15"] for d in ("ma", "di", "wo", "do", "vr")}}
    rest = {"other_school": [], "other_holiday": ["ma", "di", "wo", "do", "vr"], "other_safe": True}
    tell("child", kids["Yara"], **child, **rest)
    other = {"school": {}, "other_safe": True}
    tell("child", kids["Adam"], **other, other_school=["ma", "di", "wo", "do", "vr"], other_holiday=[])
    facts = {
        "type": "bso",
        "name": "Bso de Boom",
        "children": [kids["Yara"]],
        "at": "school",
        "days_school": 2,
    }
    more = {"open_days": ["ma", "di", "do", "vr"], "close": "16:00", "handover": 5, "state": "agreed"}
    return actions.add_part(by=peter, case=samira_case, kind="service", facts={**facts, **more})


CHANGE = {"change": "Bso de Boom_close+30", "week": "school"}


def test_an_opening_time_becomes_a_signal_on_the_map_once(as_, peter, samira_case, closes_early):
    client = as_(peter)
    page = body(client.get(url("week", samira_case)))
    assert 'value="Bso de Boom_close+30"' in page and "Op de kaart als signaal" in page
    for _ in range(2):
        answer = client.post(url("put_on_map", samira_case), CHANGE, follow=True)
        assert "Dit staat nu als signaal op de kaart." in body(answer)
    factor = Factor.objects.get()
    assert (factor.ring, factor.owner, factor.effect) == ("exo", "signal", "hinders")
    assert factor.text.startswith("Bso de Boom sluit om 16:00. Een half uur later zou helpen. Dat geeft ")
    page = body(client.get(url("week", samira_case)))
    assert 'value="Bso de Boom_close+30"' not in page and "op de kaart als signaal" in page
    assert reverse("map:ring", args=[samira_case.public_id, "exo"]) in page
    assert Part.objects.filter(kind="signal").count() == 1


def test_every_change_on_the_page_has_its_click(as_, samira, peter, samira_case, closes_early, day_care):
    for who in (samira, peter):
        page = body(as_(who).get(url("week", samira_case)))
        changes = page.split('data-change="')[1:]
        assert changes
        for change in changes:
            assert "<button" in change, change[:80]


@pytest.mark.parametrize(
    "change", ["", "bestaat-niet", "daily_load+1h", "weekly_load+4h", "Bso de Boom+1day", SIGNAL]
)
def test_what_the_week_does_not_offer_goes_on_no_map(as_, peter, samira_case, closes_early, change):
    answer = as_(peter).post(url("put_on_map", samira_case), {"change": change}, follow=True)
    assert "staat niet meer in de week" in body(answer) and not Factor.objects.exists()


def test_a_signal_that_she_hid_is_linked_for_nobody(as_, samira, peter, samira_case, closes_early):
    as_(samira).post(url("put_on_map", samira_case), CHANGE)
    Factor.objects.update(only_hers=True)
    for who in (samira, peter):  # what she hid is read by nobody until she shows it again
        page = body(as_(who).get(url("week", samira_case)))
        told = re.search(r"op de kaart als signaal\.(.{0,60})", page)
        assert told and "<a" not in told[1]


def test_an_offer_asks_a_signal_for_opening_times_too(as_, peter, samira_case, closes_early, shop):
    page = body(as_(peter).get(url("offer", samira_case, shop.key)))
    assert "Wordt een belofte van: kinderopvang" not in page


def test_of_as_many_hours_the_one_with_more_euros_stands_first():
    """A change of the system first, then more hours, then more euros; the network last."""
    system, network = (SimpleNamespace(group=group, minutes=60) for group in ("system", NETWORK))
    few, many = (SimpleNamespace(euros=euros) for euros in (10.0, 80.0))
    longer = SimpleNamespace(group="system", minutes=90)
    right = [(longer, few), (system, many), (system, few), (network, many)]
    turned = [*reversed(right)]
    turned.sort(key=lambda pair: _place(*pair))
    assert turned == right
