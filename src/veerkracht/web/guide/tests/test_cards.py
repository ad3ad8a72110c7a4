"""Cards on paper: every question of the method has one, it fits, and partner questions say so."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from veerkracht.method.items import RINGS
from veerkracht.method.library import questions
from veerkracht.web.guide.deck import in_ring_order, whole_deck


def _text(content: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def _bare(text: str) -> str:
    return "".join(text.split())


def test_the_whole_set_is_in_the_deck():
    text = _text(whole_deck(None, author="Gemeente Voorbeeld").content)
    # Long lines are hyphenated on paper: the first words of each card are enough to know it by.
    missing = [one.id for one in questions() if _bare(one.text)[:18] not in text]
    assert not missing


@pytest.mark.parametrize("ring", RINGS)
def test_a_deck_for_each_ring(as_, peter, ring):
    answer = as_(peter).get(reverse("guide:deck"), {"ring": ring})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_a_partner_card_says_that_it_is_for_the_two_of_them():
    assert _text(whole_deck("micro", author="G").content).count("ondervierogen") >= 3


def test_rings_stand_in_their_order():
    order = [RINGS.index(one.ring) for one in in_ring_order(questions()) if one.ring]
    assert order == sorted(order)


def test_the_cards_of_one_talk_are_its_questions(as_, peter, samira, samira_case, talk):
    page = reverse("guide:talk_deck", args=[samira_case.public_id, talk.pk])
    text = _text(as_(peter).get(page).content)
    assert "Wattrektje" in text and "partner" not in text
    assert as_(samira).get(page).status_code == 404


def test_no_questions_no_deck_but_the_page_with_all_of_them(as_, peter, samira_case, talk):
    talk.change(talk.version, questions=[])
    answer = as_(peter).get(reverse("guide:talk_deck", args=[samira_case.public_id, talk.pk]))
    assert answer.status_code == 302 and answer.url == reverse("guide:cards")
    assert "Alle 52 kaarten" in as_(peter).get(reverse("guide:cards")).content.decode()
