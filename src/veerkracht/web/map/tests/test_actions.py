"""Writes of the map: who may, what is refused, what only she sees. The outer rings are never hers."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from veerkracht.web.map import actions, queries
from veerkracht.web.map.domain import FactorOwner, MapError, Ring
from veerkracht.web.map.domain.ownership import SYSTEM_OWNERS
from veerkracht.web.map.models import Factor, Layer, Node, Snapshot
from veerkracht.web.record.guard import writing
from veerkracht.web.record.models import Conflict, Event

OUTER = (Ring.EXO, Ring.MACRO)


@pytest.fixture
def oma(samira_case, peter):
    return actions.add_node(
        by=peter, case=samira_case, name="Oma", ring="micro", tie="support", direction="both", support="O"
    )


@pytest.fixture
def gemeente(samira_case, peter):
    return actions.add_node(by=peter, case=samira_case, name="De gemeente", ring="exo", kind="organisation")


def test_peter_puts_the_mother_in_law_on_the_map(samira_case, peter, oma):
    facts = queries.map_of(case=samira_case, account=peter)
    assert [node.name for node in facts.map.nodes] == ["Oma"]
    assert facts.map.ties[0].direction == "both"
    event = Event.objects.get(kind="map.node_added")
    assert (event.actor_id, event.case_id, event.object_id) == (peter.pk, samira_case.pk, oma.pk)


def test_a_colleague_without_samira_cannot_draw(samira_case, aylin):
    with pytest.raises(Http404):
        actions.add_node(by=aylin, case=samira_case, name="Oma", ring="micro")


def test_two_people_change_oma_and_nobody_overwrites_unseen(samira_case, peter, samira, oma):
    actions.change_node(
        by=samira, case=samira_case, node_id=oma.pk, seen_version=1, note="Donderdag misschien."
    )
    with pytest.raises(Conflict):
        actions.change_node(
            by=peter, case=samira_case, node_id=oma.pk, seen_version=1, note="Elke donderdag."
        )
    assert Node.objects.get(pk=oma.pk).note == "Donderdag misschien."


def test_moving_keeps_everything_else(samira_case, peter, oma):
    actions.move_node(
        by=peter,
        case=samira_case,
        node_id=oma.pk,
        seen_version=1,
        ring="meso",
        closeness="normal",
        angle=90.0,
    )
    moved = Node.objects.get(pk=oma.pk)
    assert (moved.ring, moved.angle, moved.tie, moved.support) == ("meso", 90.0, "support", "O")


def test_only_samira_takes_somebody_off_her_map_whom_she_put_there(samira_case, peter, samira):
    oma = actions.add_node(by=samira, case=samira_case, name="Oma", ring="micro")
    with pytest.raises(Http404):
        actions.remove_node(by=peter, case=samira_case, node_id=oma.pk, seen_version=1)
    actions.remove_node(by=samira, case=samira_case, node_id=oma.pk, seen_version=1)
    assert not Node.objects.exists()


def test_a_name_goes_from_earlier_maps_too_when_she_wants(samira_case, peter, samira, oma, gemeente):
    actions.add_between(by=peter, case=samira_case, first=oma.pk, second=gemeente.pk, state="silent")
    actions.add_factor(
        by=peter,
        case=samira_case,
        ring="micro",
        text="Oma woont vlakbij.",
        effect="helps",
        nodes=[oma.pk],
        owner="network",
        owner_node_id=oma.pk,
    )
    kept = actions.take_snapshot(by=peter, case=samira_case, label="Eerste kaart", taken_on="2026-01-05")
    actions.remove_node(by=samira, case=samira_case, node_id=oma.pk, seen_version=1, also_from_earlier=True)
    assert "Oma" not in str(Snapshot.objects.get(pk=kept.pk).content["nodes"])
    _, earlier = queries.kept_map(case=samira_case, account=peter, snapshot_id=kept.pk)
    assert [node.name for node in earlier.nodes] == ["De gemeente"]
    assert earlier.ties == earlier.betweens == () and earlier.factors[0].nodes == ()


# --- the outer rings are never her homework: action and database ------------------------------------------


@pytest.mark.parametrize("ring", OUTER)
@pytest.mark.parametrize("owner", [owner for owner in FactorOwner if owner not in SYSTEM_OWNERS])
def test_an_outer_factor_is_refused_as_hers_by_the_action(samira_case, peter, samira, ring, owner):
    for writer in (peter, samira):
        with pytest.raises(MapError, match="niet haar taak"):
            actions.add_factor(
                by=writer, case=samira_case, ring=ring, text="De opvang stopt.", effect="hinders", owner=owner
            )
    assert not Factor.objects.exists()


@pytest.mark.parametrize("ring", OUTER)
def test_an_outer_factor_cannot_become_hers_afterwards(samira_case, peter, ring):
    factor = actions.add_factor(
        by=peter, case=samira_case, ring=ring, text="De opvang stopt.", effect="hinders", owner="municipality"
    )
    with pytest.raises(MapError):
        actions.change_factor(by=peter, case=samira_case, factor_id=factor.pk, seen_version=1, owner="mother")


@pytest.mark.parametrize("ring", OUTER)
@pytest.mark.parametrize("owner", ["mother", "network"])
def test_the_database_itself_refuses_her_as_owner_of_an_outer_factor(samira_case, ring, owner):
    values = {"case": samira_case, "text": "De opvang stopt.", "effect": "hinders"}
    with writing(), pytest.raises(IntegrityError, match="outer_rings_are_never_hers"), transaction.atomic():
        Factor.objects.create(ring=ring, owner=owner, **values)
    with writing():
        inner = Factor.objects.create(ring="micro", owner=owner, **values)
    with writing(), pytest.raises(IntegrityError, match="outer_rings_are_never_hers"), transaction.atomic():
        Factor.objects.filter(pk=inner.pk).update(ring=ring)


@pytest.mark.parametrize("owner", ["", *SYSTEM_OWNERS])
def test_system_owners_and_a_signal_are_fine_out_there(samira_case, peter, owner):
    actions.add_factor(
        by=peter, case=samira_case, ring="exo", text="Wachttijd", effect="hinders", owner=owner
    )
    assert queries.map_of(case=samira_case, account=peter).map.factors[0].owner == (owner or None)


def test_she_is_no_messenger_between_two_others(samira_case, peter, oma, gemeente):
    with pytest.raises(MapError, match="geen boodschapper"):
        actions.add_between(
            by=peter,
            case=samira_case,
            first=oma.pk,
            second=gemeente.pk,
            state="information_lost",
            mended_by="mother",
        )


# --- only hers ---------------------------------------------------------------------------------------------


@pytest.fixture
def secret(samira_case, samira):
    """A friend Samira will hide."""
    return actions.add_node(by=samira, case=samira_case, name="Lien", ring="micro")


def test_what_she_hid_is_nowhere_for_anybody(samira_case, peter, samira, oma, secret):
    between = actions.add_between(by=samira, case=samira_case, first=oma.pk, second=secret.pk, state="silent")
    factor = actions.add_factor(
        by=samira,
        case=samira_case,
        ring="micro",
        text="Lien past op.",
        effect="helps",
        nodes=[oma.pk, secret.pk],
    )
    actions.set_aside(by=samira, kind="node", pk=secret.pk, hidden=True)
    for reader in (peter, samira):
        read = queries.map_of(case=samira_case, account=reader).map
        assert [node.name for node in read.nodes] == ["Oma"] and read.betweens == ()
        assert read.factors[0].nodes == (oma.key,)
    for lookup, given in (
        (queries.node_of, {"node_id": secret.pk}),
        (queries.between_of, {"between_id": between.pk}),
    ):
        with pytest.raises(Http404):
            lookup(case=samira_case, account=peter, **given)
    actions.change_factor(
        by=peter, case=samira_case, factor_id=factor.pk, seen_version=1, nodes=[], text="Er past iemand op."
    )
    assert [node.pk for node in Factor.objects.get(pk=factor.pk).nodes.all()] == [secret.pk]
    actions.set_aside(by=samira, kind="node", pk=secret.pk, hidden=False)
    assert len(queries.map_of(case=samira_case, account=samira).map.betweens) == 1


def test_nobody_else_decides_what_only_she_sees(samira_case, peter, oma):
    with pytest.raises(Http404):
        actions.change_node(by=peter, case=samira_case, node_id=oma.pk, seen_version=1, only_hers=True)


def test_somebody_else_hides_nothing_of_her_map(samira_case, peter, oma):
    with pytest.raises(Http404):
        actions.set_aside(by=peter, kind="node", pk=oma.pk, hidden=True)


def test_a_kept_map_hides_it_too(samira_case, peter, samira, oma, secret):
    kept = actions.take_snapshot(by=samira, case=samira_case, label="Vandaag", taken_on="2026-01-05")
    for hidden, names in ((True, ["Oma"]), (False, ["Oma", "Lien"])):
        actions.set_aside(by=samira, kind="node", pk=secret.pk, hidden=hidden)
        for reader in (peter, samira):
            _, read = queries.kept_map(case=samira_case, account=reader, snapshot_id=kept.pk)
            assert [node.name for node in read.nodes] == names


# --- over time ---------------------------------------------------------------------------------------------


def test_a_kept_map_stays_as_it_was(samira_case, peter, oma):
    kept = actions.take_snapshot(by=peter, case=samira_case, label="Voor de taalles", taken_on="2026-01-05")
    before = queries.map_of(case=samira_case, account=peter).map
    actions.change_node(by=peter, case=samira_case, node_id=oma.pk, seen_version=1, tie="pressure")
    assert queries.kept_map(case=samira_case, account=peter, snapshot_id=kept.pk)[1] == before


def test_the_wished_map_begins_as_a_copy_with_the_same_keys(samira_case, peter, oma, gemeente):
    actions.add_between(by=peter, case=samira_case, first=oma.pk, second=gemeente.pk, state="silent")
    actions.add_factor(
        by=peter,
        case=samira_case,
        ring="exo",
        text="De opvang stopt.",
        effect="hinders",
        nodes=[gemeente.pk],
        owner="municipality",
        owner_node_id=gemeente.pk,
    )
    actions.begin_wished_map(by=peter, case=samira_case)
    actions.begin_wished_map(by=peter, case=samira_case)
    now = queries.map_of(case=samira_case, account=peter)
    wished = queries.map_of(case=samira_case, account=peter, layer=Layer.WISHED)
    assert wished.map == now.map
    assert {row.pk for row in wished.nodes.values()}.isdisjoint(row.pk for row in now.nodes.values())


def test_the_wished_map_changes_alone(samira_case, peter, oma):
    actions.begin_wished_map(by=peter, case=samira_case)
    wished = queries.map_of(case=samira_case, account=peter, layer=Layer.WISHED).nodes[oma.key]
    actions.change_node(by=peter, case=samira_case, node_id=wished.pk, seen_version=1, note="Elke donderdag.")
    assert queries.map_of(case=samira_case, account=peter).nodes[oma.key].note == ""


def test_a_contact_cannot_reach_into_another_map_or_case(samira_case, denise_case, peter, aylin, oma):
    elsewhere = actions.add_node(by=aylin, case=denise_case, name="Mila", ring="micro")
    with pytest.raises(Http404):
        actions.add_between(by=peter, case=samira_case, first=oma.pk, second=elsewhere.pk, state="silent")
    with pytest.raises(Http404):
        actions.add_factor(
            by=peter, case=samira_case, ring="micro", text="Iets", effect="helps", nodes=[elsewhere.pk]
        )


def test_the_map_takes_a_fixed_number_of_queries(samira_case, peter):
    def fill(count: int) -> None:
        for number in range(count):
            node = actions.add_node(by=peter, case=samira_case, name=f"Buur {number}", ring="micro")
            actions.add_factor(
                by=peter, case=samira_case, ring="micro", text="Helpt", effect="helps", nodes=[node.pk]
            )

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            queries.map_of(case=samira_case, account=peter)
        return len(asked)

    fill(1)
    few = count()
    fill(12)
    assert count() == few <= 6
