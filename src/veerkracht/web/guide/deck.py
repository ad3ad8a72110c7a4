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

from .domain.questions import ASK_ALONE, GROUND, askable

# On paper in her hand: her words for the rings, not those of the guide for professionals.
HER_WORDS = {
    "individu": _("Jijzelf"),
    "micro": _("Dichtbij"),
    "meso": _("Contact onderling"),
    "exo": _("Organisaties en regels"),
    "macro": _("Samenleving"),
}


def deck_pdf(items: Iterable[Item], *, title: str, author: str) -> Pdf:
    """The cards in the order of the rings; within a ring as the method orders them."""
    cards = tuple(_card(item) for item in items)
    return cards_pdf(Deck(title=title, cards=cards, author=author), created_at=timezone.now())


def whole_deck(ring: RingId | None, *, author: str) -> Pdf:
    title = str(HER_WORDS[ring]) if ring else _t("Vragen om samen uit te kiezen")
    return deck_pdf(in_ring_order(method.questions(ring)), title=title, author=author)


def deck_of_talk(seeds: Iterable[str], *, author: str) -> Pdf:
    cards = tuple(_ground_card(seed) or _card(method.item(seed)) for seed in seeds)
    deck = Deck(title=_t("Vragen voor dit gesprek"), cards=cards, author=author)
    return cards_pdf(deck, created_at=timezone.now())


def _ground_card(seed: str) -> Card | None:
    """The card of a ground question, which is of no ring; None for a question of the method."""
    question = askable(alone=False).get(seed) if seed in GROUND else None
    return Card(ring=question.theme, question=question.text, note="", ring_number=0) if question else None


def in_ring_order(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda card: RINGS.index(card.ring) if card.ring else len(RINGS))


def _card(card: Item) -> Card:
    name, number = (str(HER_WORDS[card.ring]), RINGS.index(card.ring) + 1) if card.ring else (card.theme, 0)
    return Card(ring=name, question=card.text, note=_note(card), ring_number=number)


def _note(card: Item) -> str:
    """Why it may be skipped, and for whom the card is when it is not for her."""
    if card.to == "klantmanager":
        return _t("Een vraag aan uzelf.")
    if card.sensitivity == ASK_ALONE:
        return _t("Alleen onder vier ogen. %s") % card.why_sensitive
    return card.why_sensitive
