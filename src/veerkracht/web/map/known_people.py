"""Who the facts name and who is not on the map yet: offered there, each with one press, and nobody by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from veerkracht.web.facts.people_around import PersonAround, Role, people_around
from veerkracht.web.people.models import Account, Case

from .domain import FactorGroup, NodeKind, Ring
from .models import Layer, Node
from .queries import nodes_of

NAME_LENGTH = 60
PLACES: dict[Role, dict[str, Any]] = {
    Role.CHILD: {"ring": Ring.MICRO, "group": FactorGroup.HOME, "kind": NodeKind.PERSON},
    Role.PARTNER: {"ring": Ring.MICRO, "group": FactorGroup.HOME, "kind": NodeKind.PERSON},
    Role.HELPER: {"ring": Ring.MICRO, "group": FactorGroup.OTHER, "kind": NodeKind.PERSON},
    Role.CHILDCARE: {"ring": Ring.MICRO, "group": FactorGroup.SCHOOL, "kind": NodeKind.ORGANISATION},
    Role.EMPLOYER: {"ring": Ring.MICRO, "group": FactorGroup.WORK, "kind": NodeKind.ORGANISATION},
}


@dataclass(frozen=True)
class OfferedPerson:
    """Somebody to put on the map; `same_as` is a place of that name there already, which may be the same."""

    person: PersonAround
    same_as: Node | None = None


def offered_people(*, case: Case, account: Account) -> list[OfferedPerson]:
    """In the order of the facts. Who must not be approached is not offered again."""
    nodes = nodes_of(case=case, account=account, layer=Layer.NOW)
    linked = {node.person for node in nodes}
    people = [
        OfferedPerson(one, _of_that_name(one, nodes))
        for one in people_around(case=case)
        if one.key not in linked
    ]
    return [one for one in people if one.same_as is None or not one.same_as.do_not_contact]


def person_of(*, case: Case, key: str) -> PersonAround | None:
    return next((one for one in people_around(case=case) if one.key == key), None)


def values_of(person: PersonAround) -> dict[str, Any]:
    """Where this person begins on the map; she moves it from there."""
    return {"name": person.name[:NAME_LENGTH], "person": person.key, **PLACES[person.role]}


def _of_that_name(person: PersonAround, nodes: Iterable[Node]) -> Node | None:
    name = person.name.casefold()
    return next((node for node in nodes if not node.person and node.name.strip().casefold() == name), None)
