"""Conversation cards to print and cut: one ring, the whole set, or the questions of one talk."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.documents.cards import Card, Deck, cards_pdf
from veerkracht.documents.render import Pdf
from veerkracht.method import library as method
from veerkracht.method.items import RINGS, Item, RingId

from .domain.questions import ASK_ALONE

# On paper in her hand: her words for the rings, not those of the guide for professionals.
HER_WORDS = {
    "individu": _("Jijzelf"),
    "micro": _("Mensen om je heen"),
    "meso": _("Wie met wie praat"),
    "exo": _("Regels en organisaties"),
    "macro": _("Land en samenleving"),
}


def deck_pdf(items: Iterable[Item], *, title: str, author: str) -> Pdf:
    """The cards in the order of the rings; within a ring as the method orders them."""
    cards = tuple(_card(item) for item in items)
    return cards_pdf(Deck(title=title, cards=cards, author=author), created_at=timezone.now())


def whole_deck(ring: RingId | None, *, author: str) -> Pdf:
    title = str(HER_WORDS[ring]) if ring else _t("Vragen om samen uit te kiezen")
    return deck_pdf(in_ring_order(method.questions(ring)), title=title, author=author)


def deck_of_talk(seeds: Iterable[str], *, author: str) -> Pdf:
    return deck_pdf([method.item(seed) for seed in seeds], title=_t("Vragen voor dit gesprek"), author=author)


def in_ring_order(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: RINGS.index(item.ring) if item.ring else len(RINGS))


def _card(item: Item) -> Card:
    name, number = (str(HER_WORDS[item.ring]), RINGS.index(item.ring) + 1) if item.ring else (item.theme, 0)
    return Card(ring=name, question=item.text, note=_note(item), ring_number=number)


def _note(item: Item) -> str:
    """Why it may be skipped, and for whom the card is when it is not for her."""
    if item.to == "klantmanager":
        return _t("Een vraag aan uzelf.")
    if item.sensitivity == ASK_ALONE:
        return _t("Alleen onder vier ogen. %s") % item.why_sensitive
    return item.why_sensitive
