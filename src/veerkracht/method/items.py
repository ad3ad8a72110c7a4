"""What one item of the method is: the records the TOML files are read into.

Every item carries the id (`seed`) of the item in the two source documents whose meaning it keeps;
the wording is our own.
"""

from dataclasses import dataclass
from typing import Literal, get_args

RingId = Literal["individu", "micro", "meso", "exo", "macro"]
Reader = Literal["klantmanager", "moeder", "iedereen"]
Sensitivity = Literal["health", "beliefs", "ask alone", "children"]
Node = Literal["person", "organisation", "contact", "circumstance"]
Capability = Literal[
    "map",
    "guide",
    "plan",
    "purse",
    "planner",
    "strengths",
    "chain",
    "offers",
    "signals",
    "policy",
    "mine",
    "today",
    "rings",
]
Kind = Literal["F", "M", "BF", "BR", "BT", "BK", "B", "Q", "U", "A", "P", "S", "L", "PM", "D", "E", "H", "K"]
Certainty = Literal["gelezen", "na te gaan"]

RINGS: tuple[RingId, ...] = get_args(RingId)
KINDS: tuple[Kind, ...] = get_args(Kind)
# What stands in these rings can never become her homework: someone in the system acts, or it is a signal.
NEVER_HERS: frozenset[RingId] = frozenset({"exo", "macro"})


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of the method, in our words."""

    kind: Kind
    seed: tuple[str, ...]
    to: Reader  # whom the text speaks to: `u` for the klantmanager, `je` for the mother
    text: str
    gloss: str  # one line of English, for whoever maintains this
    lives: Capability  # the capability that shows it
    title: str = ""
    ring: RingId | None = None  # None: no ring of its own, or all of them
    theme: str = ""
    features: tuple[str, ...] = ()
    sensitivity: Sensitivity | None = None
    why_sensitive: str = ""  # said to her, beside a sensitive question
    follow_up: tuple[str, ...] = ()
    node: Node | None = None  # how an actor is drawn on the map

    @property
    def id(self) -> str:
        return self.seed[0]

    @property
    def label(self) -> str:
        """The short name where there is one, else the text."""
        return self.title or self.text


@dataclass(frozen=True, kw_only=True)
class MethodRing:
    """One ring of the map, as a guide for anyone who works with it on paper."""

    id: RingId
    name: str
    term: str  # the name in the ecological model, for who knows it
    what: str
    who: tuple[str, ...]
    hinders: tuple[str, ...]
    helps: tuple[str, ...]
    ask: str
    ask_first: tuple[str, ...]  # ids of questions to begin with
    do: str
    do_first: tuple[str, ...]  # ids of actions to begin with
    who_can_change_it: str
    gloss: str

    @property
    def never_hers(self) -> bool:
        return self.id in NEVER_HERS


@dataclass(frozen=True, kw_only=True)
class EvidenceCard:
    """What research says and what it does not say; one study or review a card."""

    id: str
    title: str
    kind: str
    source: str
    address: str
    studied: str
    found: tuple[str, ...]
    mind: tuple[str, ...]  # what a reader must not make of it
    use: str
    certainty: Certainty  # "gelezen": read in the source; "na te gaan": still to be checked
    gloss: str
