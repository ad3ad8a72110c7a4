"""What can be chosen on the map, in the order and in the words in which people read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .domain import (
    BetweenState,
    Closeness,
    Effect,
    FactorGroup,
    FactorOwner,
    NodeKind,
    Ring,
    Strength,
    SupportKind,
    words,
)
from .domain.ownership import allowed_owners

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Choices = list[tuple[str, "StrOrPromise"]]

RINGS: Choices = [
    (Ring.MICRO, _("Dichtbij: iemand met wie er zelf contact is")),
    (Ring.MESO, _("Contact onderling: wie anderen met elkaar verbindt")),
    (Ring.EXO, _("Organisaties en regels: van verder weg, wel voelbaar")),
    (Ring.MACRO, _("Samenleving: wat het land vindt en doet")),
]
TIES: Choices = [
    ("", _("Nog niets over gezegd")),
    ("support", _("Steun")),
    ("pressure", _("Druk")),
    ("both", _("Steun en druk tegelijk")),
    ("broken", _("Verbroken")),
    ("possible", _("Zou kunnen, nog niet gevraagd")),
]


def _from(source: dict[str, str], values: Iterable[str]) -> Choices:
    return [(value, _(source[value])) for value in values]


GROUPS = _from(words.GROUP, FactorGroup)
STRENGTHS = _from(words.STRENGTH, Strength)
SUPPORT = _from(words.SUPPORT, SupportKind)
BETWEEN_STATES = _from(words.BETWEEN, BetweenState)
EFFECTS = _from(words.EFFECT, Effect)
CLOSENESS: Choices = [
    (Closeness.CLOSE, _("vlakbij")),
    (Closeness.NORMAL, _("gewoon")),
    (Closeness.FAR, _("verder af")),
]
KINDS: Choices = [
    (NodeKind.PERSON, _("een mens")),
    (NodeKind.ORGANISATION, _("een organisatie")),
    (NodeKind.RULE, _("een regel")),
    (NodeKind.CIRCUMSTANCE, _("een omstandigheid")),
]
_OWNERS = {
    FactorOwner.KLANTMANAGER: _("De klantmanager"),
    FactorOwner.MUNICIPALITY: _("De gemeente"),
    FactorOwner.EMPLOYER: _("Een werkgever"),
    FactorOwner.SCHOOL: _("School of opvang"),
    FactorOwner.CARE: _("Hulp of zorg"),
    FactorOwner.NETWORK: _("Iemand uit de kring"),
    FactorOwner.SIGNAL: _("Niemand die hier aan tafel zit: dit wordt een signaal"),
}
_HERSELF_LAST = (*_OWNERS, FactorOwner.MOTHER)
# She is no messenger between others, and a signal mends no contact.
MENDERS: Choices = [("", _("Nog niemand"))]
MENDERS += [(owner, label) for owner, label in _OWNERS.items() if owner is not FactorOwner.SIGNAL]


def about_ring(ring: Ring) -> str:
    """What a ring is, said to her."""
    sentence_by_ring = {
        Ring.MICRO: _t(
            "Mensen met wie je zelf te maken hebt: thuis, in de buurt, op school, bij de gemeente."
        ),
        Ring.MESO: _t(
            "Hoe die mensen met elkaar in contact staan. Jij hoeft de boodschappen niet over te brengen."
        ),
        Ring.EXO: _t("Organisaties en regels die jouw leven raken, ook als je er niet aan tafel zit."),
        Ring.MACRO: _t("Wat mensen gewoon vinden, en hoe de wet en de economie werken."),
    }
    return sentence_by_ring[ring]


def directions(hers: bool) -> Choices:
    if hers:
        return [("receives", _t("Ik krijg")), ("gives", _t("Ik geef")), ("both", _t("Over en weer"))]
    return [("receives", _t("Krijgt")), ("gives", _t("Geeft")), ("both", _t("Over en weer"))]


def speakers(hers: bool) -> Choices:
    mother = _t("Ik zeg dit zelf") if hers else _t("Eigen woorden, aan tafel gezegd")
    return [("mother", mother), ("klantmanager", _t("De klantmanager")), ("other", _t("Iemand anders"))]


def owners_for(ring: Ring, hers: bool) -> Choices:
    """Only who may own a change on this ring; herself last, and never in the outer rings."""
    labels: dict[FactorOwner, StrOrPromise] = {
        **_OWNERS,
        FactorOwner.MOTHER: _t("Ik zelf") if hers else _t("Zelf"),
    }
    allowed = allowed_owners(ring)
    return [("", _t("Nog niet bekend")), *((o, labels[o]) for o in _HERSELF_LAST if o in allowed)]
