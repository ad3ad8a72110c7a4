"""The rings and the method for everybody: complete, without log-in, and true."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve

from veerkracht.method import library
from veerkracht.method.items import KINDS
from veerkracht.web.map import method_page as document
from veerkracht.web.map import ring_guide as guide

DOCUMENT = Path(__file__).parents[5] / "docs" / "method.md"


@pytest.fixture
def rings(db):
    return Client().get("/ringen").content.decode().replace("&#x27;", "'").replace("&quot;", '"')


@pytest.fixture
def method(db):
    return Client().get("/methode").content.decode().replace("&#x27;", "'").replace("&quot;", '"')


def test_all_five_rings_say_what_who_and_what_to_do(rings):
    for ring in library.rings():
        for text in (
            ring.what,
            *ring.who,
            *ring.hinders,
            *ring.helps,
            ring.ask,
            ring.do,
            ring.who_can_change_it,
        ):
            assert text in rings
        assert f'href="#{ring.id}"' in rings and f'id="{ring.id}"' in rings


def test_a_stranger_finds_what_to_ask_about_the_mesosystem_in_two_clicks(rings):
    """One click opens the page; the second is the link beside the word itself, and leads to the questions."""
    link = re.search(r"mesosysteem</span></span>\s*<a[^>]+href=\"#([\w-]+)\"[^>]*>Wat vraag ik", rings)
    assert link is not None
    questions = rings[rings.index(f'id="{link[1]}"') :]
    questions = questions[: questions.index("</section>")]
    for item in library.questions("meso"):
        assert item.text in questions, item.id


def test_nothing_of_anybody_stands_on_the_public_pages(rings, samira_case):
    assert "Samira" not in rings


def test_the_method_page_has_every_item(method):
    for seed, item in library.all_items().items():
        assert f'id="{item.id}"' in method, seed
        assert item.text in method, seed


def test_every_kind_has_a_chapter():
    assert set(document.TITLES) == set(KINDS)
    told = [place.item for chapter in document.chapters() for place in chapter.places]
    assert set(told) == set(library.all_items().values()) and len(told) == len(set(told))


def test_a_screen_that_is_named_exists():
    named = (*document.SCREENS.values(), *document.SCREENS_BY_KIND.values())
    for screen in named:
        assert resolve(screen.address.replace("…", "ABCD2345")).view_name


def test_what_is_said_to_stand_in_the_rings_stands_there(rings):
    for chapter in document.chapters():
        for place in chapter.places:
            if place.item.lives not in document.SCREENS and place.screen is not None:
                assert place.item.text in rings, place.item.id


def test_what_comes_later_is_called_not_yet():
    later = [item for item in library.items() if item.lives not in document.SCREENS]
    unshown = [item for item in later if item.id not in guide.shown_ids()]
    assert unshown and all(document.screen_of(item) is None for item in unshown)
    assert f"| {document.NOT_YET} |" in document.markdown()


def test_the_document_is_true():
    says = "docs/method.md is old: python -m veerkracht.web.map.method_page > docs/method.md"
    assert DOCUMENT.read_text(encoding="utf-8") == document.markdown(), says


def test_every_actor_that_can_stand_on_the_map_has_a_side():
    from veerkracht.web.map.suggestions import suggestions

    assert {one.id for one in suggestions()} == {
        item.id for item in library.actors() if item.node != "contact" and item.id != "P1"
    }
