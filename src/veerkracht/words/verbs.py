"""The present tense of a Dutch verb, and the way back from a form that people type to its infinitive.

A verb is its infinitive; one that parts carries its first bit before a bar: `mee|helpen`. Spelling follows
the rules of the present tense (stem, stem + t, infinitive); what no rule catches stands in `verbs.toml`.
A verb outside that list is conjugated by rule all the same, and whoever typed it sees the sentence before
it is saved.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from functools import cache
from pathlib import Path

VOWELS = "aeiou"
_LENGTHENED = re.compile(rf"(?<![{VOWELS}])[aeou][bcdfghjklmnprstvwz]$")
_HARDENED = {"v": "f", "z": "s"}


class Person(Enum):
    """Who the verb goes with."""

    IK = "ik"
    JIJ = "jij"
    U = "u"
    THIRD = "third"
    PLURAL = "plural"


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "verbs.toml").read_text(encoding="utf-8"))


@cache
def irregular() -> dict[str, list[str]]:
    """Infinitive → the forms with ik, jij (and u), third person."""
    return _lists()["irregular"]


@cache
def unstressed() -> frozenset[str]:
    """Verbs whose last syllable before -en is unstressed, so that its vowel is not doubled: regelen → regel."""
    return frozenset(_lists()["verbs"]["unstressed"])


@cache
def known_verbs() -> frozenset[str]:
    """All infinitives of the list, without the bit that parts."""
    return frozenset(irregular()) | unstressed() | frozenset(_lists()["verbs"]["regular"])


@cache
def particles() -> frozenset[str]:
    """First bits of verbs that part: op, mee, terug, …"""
    return frozenset(_lists()["verbs"]["particles"])


def stem(infinitive: str) -> str:
    """The form with ik: bellen → bel, schrijven → schrijf, lezen → lees, tekenen → teken."""
    if infinitive in irregular():
        return irregular()[infinitive][0]
    root = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    if infinitive in unstressed() or not root:
        return root
    if len(root) > 1 and root[-1] == root[-2]:
        root = root[:-1]
    elif _LENGTHENED.search(root):
        root = root[:-1] + root[-2] + root[-1]
    return root[:-1] + _HARDENED.get(root[-1], root[-1])


def conjugated(infinitive: str, person: Person) -> str:
    """The present tense, subject first (no inversion: that would need another form with jij)."""
    if person is Person.PLURAL:
        return infinitive
    if infinitive in irregular():
        ik, jij, third = irregular()[infinitive]
        return {Person.IK: ik, Person.JIJ: jij, Person.U: jij, Person.THIRD: third}[person]
    base = stem(infinitive)
    return base if person is Person.IK or base.endswith("t") else base + "t"


@cache
def _by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for infinitive in sorted(known_verbs()):
        for person in Person:
            forms.setdefault(conjugated(infinitive, person), infinitive)
    # "nodigt" is inviting and "nodig" is not a verb by itself: an infinitive always means itself.
    return forms | {infinitive: infinitive for infinitive in known_verbs()}


def infinitive_of(form: str) -> str | None:
    """`belt` → `bellen`; None where the form belongs to no verb of the list."""
    return _by_form().get(form.lower())
