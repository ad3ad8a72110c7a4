"""AUT-03: ids of another case, another municipality or of nothing at all, put into every address and every form."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.security.addresses import Address, body, of_cases
from tests.security.conftest import Life, everything_written
from veerkracht.web.map.models import Between, Factor, Layer
from veerkracht.web.people.models import Assignment

NOT_AN_ID = {
    "public_id",
    "ring",
    "part_name",
    "quantity",
    "number",
    "mode",
    "care_type",
    "situation",
    "token",
    "step",
    "example_code",
}  # a fixed plan is numbered within its own case
HUGE = 9_999_999_999_999_999_999_999


def swapped(chance: random.Random, address: Address, own: Life, lives: list[Life]) -> dict[str, Any] | None:
    """Arguments of which at least one does not belong to `own`; None when this draw changed nothing."""
    given = {a: chance.choice(lives).given[a] for a in address.arguments}
    for name in sorted(set(given) - NOT_AN_ID):
        if chance.random() < 0.2:
            other = given[name] + 1_000 if isinstance(given[name], int) else "ZZZZZZZZ"
            given[name] = chance.choice([0, other, HUGE])
    if chance.random() < 0.05:
        given["public_id"] = chance.choice(["ZZZZZZZZ", own.case.public_id.lower(), str(own.case.pk)])
    return None if all(own.given[name] == value for name, value in given.items()) else given


@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_swapped_ids_find_nothing(count, as_, samiras: Life, denises: Life, lottes: Life) -> None:
    lives = [samiras, denises, lottes]
    people = [(life, as_(who)) for life in lives for who in (life.klantmanager, life.mother)]
    chance, places, before = random.Random(count), of_cases(), everything_written()
    tried, bodies, let_in = 0, {}, set()
    while tried < count:
        (own, browser), address = chance.choice(people), chance.choice(places)
        given = swapped(chance, address, own, lives)
        if given is None:
            continue
        tried += 1
        answer = browser.generic(chance.choice(address.methods), address.url(given))
        if answer.status_code != 404:
            let_in.add(address.name)
            continue
        bodies.setdefault(id(browser), set()).add(body(answer))
    assert not let_in, "an id of somebody else was answered"
    assert all(len(different) == 1 for different in bodies.values()), "a 404 says more than another 404"
    assert everything_written() == before


def test_a_team_lead_cannot_assign_across_municipalities(as_, marleen, bas, peter, samiras, lottes) -> None:
    day = "01-12-2026"
    for number, account in (
        (lottes.case.public_id, peter.pk),
        (samiras.case.public_id, bas.pk),
        (samiras.case.public_id, marleen.pk),
        (samiras.case.public_id, HUGE),
    ):
        before = sorted(Assignment.objects.values_list())
        form = {"public_id": number, "account_id": account, "kind": "own", "starts_on": day}
        answer = as_(marleen).post("/team/", form)
        assert answer.status_code in (200, 404)
        assert sorted(Assignment.objects.values_list()) == before


def test_a_contact_cannot_tie_someone_of_another_map(as_, peter, samiras: Life, denises: Life) -> None:
    others = denises.given["node_id"]
    form = {"first": samiras.given["node_id"], "second": others, "state": "in_touch"}
    url = f"/mensen/{samiras.case.public_id}/kaart/contact-erbij/"
    assert as_(peter).post(url, form).status_code in (200, 404)
    assert not Between.objects.filter(second_id=others, case=samiras.case).exists()


def test_a_barrier_cannot_be_tied_to_someone_of_another_map(as_, peter, samiras: Life, denises: Life) -> None:
    others = denises.given["node_id"]
    for field in ("nodes", "owner_node"):
        form = {"text": "De bus rijdt niet.", "effect": "hinders", "owner": "municipality", field: others}
        url = f"/mensen/{samiras.case.public_id}/kaart/exo/erbij/"
        assert as_(peter).post(url, form).status_code in (200, 404)
    # Encrypted in the table: compared here, not there.
    assert "De bus rijdt niet." not in {factor.text for factor in Factor.objects.filter(case=samiras.case)}


def test_what_only_she_may_see_is_not_there_for_her_klantmanager(as_, peter, samira, samiras: Life) -> None:
    samiras.case.map_nodes.filter(layer=Layer.NOW).update(only_hers=True)
    url = f"/mensen/{samiras.case.public_id}/kaart/plekken/{samiras.given['node_id']}/"
    for address in (url, f"{url}weg/"):
        assert as_(peter).get(address).status_code == 404
    assert as_(samira).get(url).status_code == 404, "what she hid is read by nobody until she shows it again"
    for page in ("kaart/", "kaart/micro/", ""):
        assert "Oma" not in as_(peter).get(f"/mensen/{samiras.case.public_id}/{page}").content.decode()


@pytest.mark.parametrize(
    "extra",
    [{"municipality": 2}, {"account": 1}, {"version": 99}, {"public_id": "ZZZZZZZZ"}, {"household": 2}],
)
def test_fields_that_no_form_has_are_ignored(extra, as_, peter, samiras: Life, lottes: Life) -> None:
    """AUT-07 for the facts of a person: tenant, owner, version and ids cannot be sent along."""
    case = samiras.case
    before = (case.municipality_id, case.account_id, case.public_id, case.household_id)
    form = {"first_name": "Samira", "last_name": "Haddad-Vos", "seen_version": case.version, **extra}
    assert as_(peter).post(f"/mensen/{case.public_id}/gegevens/", form).status_code == 302
    case.refresh_from_db()
    assert (case.municipality_id, case.account_id, case.public_id, case.household_id) == before
    assert case.last_name == "Haddad-Vos" and case.version == 2
