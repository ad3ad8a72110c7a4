"""A promise said in the person of whoever reads it: kept as owner and clauses, never as a finished sentence.

A clause is a verb and the rest. In the rest she is a token, so that nobody has to edit a sentence later:
`{je}` as subject, `{jou}` as object, `{jouw}` as possessor, `{=zijn}` for a verb that goes with her, and `{_}`
for where the first bit of a verb that parts stands (at the end when it is absent). `{zich}` goes with whoever
promised. Three rules keep it safe: the subject stands first, a date is a sentence of its own, and the past is
asked, never told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .verbs import Person, conjugated

_TOKEN = re.compile(r"\{(=)?(\w+)\}")
PLACE_OF_THE_PARTICLE = "{_}"


class Reader(Enum):
    """For whom: her own list, asked of her, the owner's own list, somebody of staff, a formal letter."""

    HERSELF = "herself"
    ASKED = "asked"
    OWNER = "owner"
    STAFF = "staff"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class Clause:
    """`verb` is an infinitive (`mee|helpen` when it parts), `rest` what follows it, with tokens for her.

    `starts_sentence`: it is a sentence of its own, with the owner named again; else it is joined with "en".
    """

    verb: str
    rest: str = ""
    starts_sentence: bool = False


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Who promised: she herself, or somebody with a name. `is_plural`: two people, "Oma en Selam"."""

    name: str
    is_her: bool = False
    is_plural: bool = False


@dataclass(frozen=True, kw_only=True)
class _Her:
    """How she is spoken of: subject, object, possessor, and the person her verbs go with."""

    subject: str
    object: str
    possessor: str
    person: Person

    def word(self, token: re.Match[str]) -> str:
        is_verb, name = token.groups()
        if is_verb:
            return conjugated(name, self.person)
        words = {"je": self.subject, "jou": self.object, "jouw": self.possessor}
        return words.get(name, token.group())


_SPOKEN_TO = {
    Person.IK: _Her(subject="ik", object="mij", possessor="mijn", person=Person.IK),
    Person.JIJ: _Her(subject="jij", object="jou", possessor="jouw", person=Person.JIJ),
    Person.U: _Her(subject="u", object="u", possessor="uw", person=Person.U),
}

_REFLEXIVE = {
    Person.IK: "me",
    Person.JIJ: "je",
    Person.U: "zich",
    Person.THIRD: "zich",
    Person.PLURAL: "zich",
}


def promise_sentence(*, owner: Owner, clauses: Sequence[Clause], her_name: str, reader: Reader) -> str:
    """The whole promise in words, each sentence with a capital and a full stop.

    Raises:
        ValueError: there is no clause; a promise without a verb has no sentence.
    """
    if not clauses:
        raise ValueError("a promise needs at least one clause")
    her = _her(owner=owner, her_name=her_name, reader=reader)
    if owner.is_her:
        subject, person = her.subject, her.person
    elif reader is Reader.OWNER:
        subject, person = "ik", Person.IK
    else:
        subject, person = owner.name, Person.PLURAL if owner.is_plural else Person.THIRD
    sentences: list[str] = []
    for clause in clauses:
        text = _clause_text(clause, person=person, her=her)
        if sentences and not clause.starts_sentence:
            sentences[-1] += f" en {text}"
        else:
            sentences.append(f"{subject[0].upper()}{subject[1:]} {text}")
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in sentences)


def _her(*, owner: Owner, her_name: str, reader: Reader) -> _Her:
    if reader is Reader.HERSELF:
        return _SPOKEN_TO[Person.IK if owner.is_her else Person.JIJ]
    if reader is Reader.ASKED:
        return _SPOKEN_TO[Person.JIJ]
    if reader is Reader.LETTER:
        return _SPOKEN_TO[Person.U]
    if owner.is_her:
        # In her own promise the next words are about the one who was just named.
        return _Her(subject=her_name, object="haar", possessor="haar", person=Person.THIRD)
    return _Her(subject=her_name, object=her_name, possessor=_possessive(her_name), person=Person.THIRD)


def _possessive(name: str) -> str:
    """Yara's, Inez', Max': the apostrophe as Dutch spells it."""
    if name[-1:].lower() in "szx":
        return f"{name}’"
    return f"{name}’s" if name[-1:].lower() in "aiouy" else f"{name}s"


def _clause_text(clause: Clause, *, person: Person, her: _Her) -> str:
    particle, _bar, verb = clause.verb.rpartition("|")
    rest = clause.rest.rstrip(".")
    if particle and PLACE_OF_THE_PARTICLE not in rest:
        rest = f"{rest} {PLACE_OF_THE_PARTICLE}".strip()
    rest = rest.replace(PLACE_OF_THE_PARTICLE, particle).replace("{zich}", _REFLEXIVE[person])
    rest = _TOKEN.sub(her.word, rest)
    return f"{conjugated(verb, person)} {rest}".strip()
