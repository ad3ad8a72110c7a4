"""Reads the method from its TOML files and answers: which item, which questions in this ring."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from veerkracht.method.items import KINDS, RINGS, EvidenceCard, Item, Kind, MethodRing, RingId

FOLDER = Path(__file__).parent
Record = TypeVar("Record", Item, MethodRing, EvidenceCard)


class MethodError(Exception):
    """A file of the method says something that cannot be; the message says where and what to do."""


def _check(value: Any, hint: Any, place: str) -> Any:
    """The value as the record wants it; lists become tuples, words outside a fixed set are refused."""
    choices = [
        one for part in (hint, *get_args(hint)) if get_origin(part) is Literal for one in get_args(part)
    ]
    if choices:
        if value not in choices:
            raise MethodError(f"{place}: '{value}' kan hier niet. Kies uit: {', '.join(choices)}.")
        return value
    if get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise MethodError(f"{place}: maak hier een lijst van teksten van.")
        return tuple(value)
    if not isinstance(value, str) or not value.strip():
        raise MethodError(f"{place}: vul hier een tekst in.")
    return value


def record(cls: type[Record], table: Mapping[str, Any], place: str) -> Record:
    """One table of TOML as a typed record."""
    hints = get_type_hints(cls)
    names = {field.name for field in fields(cls)}
    for name in table:
        if name not in names:
            raise MethodError(f"{place}: '{name}' is geen veld. Kijk of de naam goed gespeld is.")
    for field in fields(cls):
        if field.default is MISSING and field.name not in table:
            raise MethodError(f"{place}: '{field.name}' ontbreekt. Vul het in.")
    return cls(**{name: _check(value, hints[name], f"{place}, {name}") for name, value in table.items()})


def read_items(path: Path) -> list[Item]:
    """The items of one file; what stands at its head (kind, reader) counts for each of them."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = document.pop("items", [])
    read = []
    for number, table in enumerate(tables, start=1):
        seed = table.get("seed") or [f"item {number}"]
        read.append(record(Item, {**document, **table}, f"{path.name}, {seed[0]}"))
    return read


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    by_id: dict[str, Item] = {}
    for each in items:
        for seed in each.seed:
            if seed in by_id:
                raise MethodError(f"'{seed}' staat er twee keer. Haal er één weg.")
            by_id[seed] = each
    return by_id


@cache
def all_items() -> Mapping[str, Item]:
    """Every item by its id, read-only."""
    paths = sorted((FOLDER / "items").glob("*.toml"))
    return MappingProxyType(_by_id(one for path in paths for one in read_items(path)))


def item(seed: str) -> Item:
    """The item that keeps the meaning of this id of the documents."""
    try:
        return all_items()[seed]
    except KeyError:
        raise MethodError(
            f"'{seed}' is geen onderdeel van de methode. Kijk of het goed gespeld is."
        ) from None


def items(
    *kinds: Kind, ring: RingId | None = None, theme: str | None = None, lives: str | None = None
) -> tuple[Item, ...]:
    """Items of these kinds (all kinds if none is named), kind after kind, each as its file orders it."""
    wanted = kinds or KINDS
    chosen = [
        one
        for one in dict.fromkeys(all_items().values())
        if one.kind in wanted
        and ring in (None, one.ring)
        and theme in (None, one.theme)
        and lives in (None, one.lives)
    ]
    return tuple(sorted(chosen, key=lambda each: wanted.index(each.kind)))


def questions(ring: RingId | None = None, theme: str | None = None) -> tuple[Item, ...]:
    """Questions for the talk: those about her own life and those for the outer rings."""
    return items("Q", "U", ring=ring, theme=theme)


def actions(ring: RingId | None = None) -> tuple[Item, ...]:
    """Actions of this ring, and after them those that fit every ring."""
    everywhere = tuple(one for one in items("A") if ring is not None and one.ring is None)
    return items("A", ring=ring) + everywhere


def actors(ring: RingId | None = None) -> tuple[Item, ...]:
    """Who and what can be put on the map."""
    return items("P", ring=ring)


def factors(ring: RingId | None = None) -> tuple[Item, ...]:
    """What can hinder or help; each is worded so that it can be a barrier and an opening."""
    return items("B", "BF", "BR", ring=ring)


def themes(*kinds: Kind, ring: RingId | None = None) -> tuple[str, ...]:
    """Themes in order of appearance."""
    return tuple(dict.fromkeys(one.theme for one in items(*kinds, ring=ring) if one.theme))


@cache
def rings() -> tuple[MethodRing, ...]:
    """The five rings, from herself outwards."""
    document = tomllib.loads((FOLDER / "rings.toml").read_text(encoding="utf-8"))
    all_rings = tuple(
        record(MethodRing, table, f"rings.toml, ring {n}") for n, table in enumerate(document["rings"], 1)
    )
    if tuple(one.id for one in all_rings) != RINGS:
        raise MethodError(f"rings.toml: de ringen moeten {', '.join(RINGS)} zijn, in die volgorde.")
    return all_rings


def ring(ring_id: RingId) -> MethodRing:
    return rings()[RINGS.index(ring_id)]


@cache
def evidence() -> tuple[EvidenceCard, ...]:
    """What research says, one study or review a card."""
    document = tomllib.loads((FOLDER / "evidence.toml").read_text(encoding="utf-8"))
    return tuple(
        record(EvidenceCard, table, f"evidence.toml, {table.get('id')}") for table in document["cards"]
    )
