"""The questions of one talk: which may be chosen, in which order, and which are only for the two of you."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from veerkracht.method import library as method
from veerkracht.method.items import Item, RingId

ASK_ALONE = "ask alone"
HOW_MANY = 3
# A first talk begins with the ground questions; later ones go on with her wish, the people around her, a good week.
GROUND = ("G1", "G2", "G3")
DRAWS_HER = "G1"
TO_BEGIN_WITH = (*GROUND, "Q17", "Q30", "Q2", "Q16", "Q36", "Q34", "Q23", "Q39", "Q40", "U8", "U9")


@dataclass(frozen=True)
class TalkQuestion:
    id: str
    text: str
    ring: str
    theme: str
    why_sensitive: str
    follow_up: tuple[str, ...]
    only_alone: bool


@dataclass(frozen=True)
class Theme:
    """The questions about one thing, within a ring."""

    ring: str
    name: str
    questions: tuple[TalkQuestion, ...]


def _question(item: Item) -> TalkQuestion:
    ring = method.ring(item.ring).name if item.ring else ""
    only_alone = item.sensitivity == ASK_ALONE
    return TalkQuestion(item.id, item.text, ring, item.theme, item.why_sensitive, item.follow_up, only_alone)


def askable(*, alone: bool) -> dict[str, TalkQuestion]:
    """What she may be asked. About a partner only when nobody else is in the room."""
    asked_of_her = [item for item in method.questions() if item.to == "moeder"]
    questions = [*_ground_questions(), *(_question(item) for item in asked_of_her)]
    return {q.id: q for q in questions if alone or not q.only_alone}


@cache
def _ground_questions() -> tuple[TalkQuestion, ...]:
    """The three a first talk begins with."""
    path = Path(__file__).parent / "ground_questions.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    return tuple(
        TalkQuestion(
            id=row["id"],
            text=row["text"],
            ring=method.ring(row["ring"]).name,
            theme=row["theme"],
            why_sensitive="",
            follow_up=tuple(row["follow_up"]),
            only_alone=False,
        )
        for row in rows
    )


def motives() -> list[tuple[str, str, str]]:
    """Why others wanted to work: id, title and a sentence of each card, to choose from and say in own words."""
    return [(one.id, one.title, one.text) for one in method.items("M")]


def default_questions(asked_before: Collection[str]) -> list[str]:
    """Three to begin with, without anything sensitive, and none that was asked before while others are left."""
    fresh = [seed for seed in TO_BEGIN_WITH if seed not in asked_before]
    return (fresh + [seed for seed in TO_BEGIN_WITH if seed in asked_before])[:HOW_MANY]


def shown(chosen: Sequence[str], *, alone: bool) -> list[TalkQuestion]:
    """The chosen questions that may be on the screen now."""
    possible = askable(alone=alone)
    return [possible[seed] for seed in chosen if seed in possible]


def rearranged(chosen: Sequence[str], do: str, seed: str, *, alone: bool) -> list[str]:
    """The list after one button: add, skip, up or down. Skipping leaves nothing behind."""
    if do == "add":
        return [*chosen, seed] if seed in askable(alone=alone) and seed not in chosen else list(chosen)
    if seed not in chosen:
        return list(chosen)
    rest = [one for one in chosen if one != seed]
    if do == "skip":
        return rest
    place = list(chosen).index(seed) + {"up": -1, "down": 1}[do]
    return [*rest[: max(place, 0)], seed, *rest[max(place, 0) :]]


def library(*, alone: bool, ring: RingId | None = None, words: str = "") -> list[Theme]:
    """What can be chosen, theme by theme; of one ring, or with these words in it."""
    wanted = words.casefold().split()
    groups: dict[tuple[str, str], list[TalkQuestion]] = {}
    within = {item.id for item in method.questions(ring)}
    within |= {one.id for one in _ground_questions() if ring is None or one.ring == method.ring(ring).name}
    for one in askable(alone=alone).values():
        text = f"{one.text} {one.theme}".casefold()
        if one.id in within and all(word in text for word in wanted):
            groups.setdefault((one.ring, one.theme), []).append(one)
    return [Theme(ring_name, name, tuple(found)) for (ring_name, name), found in groups.items()]
