"""Fields as people meet them: label, explanation, mistake as a sentence, purpose, and what was typed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from veerkracht.web.ui.gallery import ExampleForm, example_form


class Elements(HTMLParser):
    """Every opening tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def by_id(self, wanted: str) -> dict[str, str | None]:
        return next(attrs for _, attrs in self.all if attrs.get("id") == wanted)


@pytest.fixture
def empty() -> str:
    return str(example_form())


@pytest.fixture
def wrong() -> str:
    return str(example_form(wrong=True))


def test_every_description_that_is_named_exists(wrong: str) -> None:
    elements = Elements(wrong)
    ids = {attrs["id"] for _, attrs in elements.all if "id" in attrs}
    named = {
        name
        for _, attrs in elements.all
        if attrs.get("aria-describedby")
        for name in str(attrs["aria-describedby"]).split()
    }
    assert named <= ids
    assert {"id_name_error", "id_name_helptext", "id_words_purpose", "id_tie_error"} <= named


def test_every_control_has_a_label(empty: str) -> None:
    elements = Elements(empty)
    labelled = {attrs.get("for") for tag, attrs in elements.all if tag == "label"}
    assert {"id_name", "id_since", "id_ring", "id_words", "id_file"} <= labelled
    assert empty.count("<legend") == 2


def test_what_may_be_left_open_says_so(empty: str) -> None:
    assert (
        empty.count("(niet verplicht)") == 5
    )  # since, ring, helps_with, words, file; a tick box needs no such word


def test_a_mistake_stands_at_the_field_and_on_top_with_a_link(wrong: str) -> None:
    assert '<a href="#id_name">Naam of bijnaam</a>' in wrong
    assert '<a href="#id_tie_0">' in wrong
    assert "Er zijn 5 dingen niet goed." in wrong
    assert Elements(wrong).by_id("id_name")["aria-invalid"] == "true"
    assert wrong.count("32-11-2026 is geen datum") == 2


def test_what_was_typed_is_still_there(wrong: str) -> None:
    assert 'value="32-11-2026"' in wrong
    assert "Zij haalt Adam op." in wrong


def test_the_browser_cuts_and_blocks_nothing_itself(empty: str) -> None:
    assert "maxlength" not in empty
    assert " required" not in empty
    assert Elements(empty).by_id("id_name")["aria-required"] == "true"


def test_the_purpose_is_read_aloud_with_the_field(empty: str) -> None:
    assert Elements(empty).by_id("id_words")["aria-describedby"] == "id_words_purpose"
    assert "Waarom we dit vragen:" in empty


def test_a_long_text_has_a_counter(empty: str) -> None:
    counters = [attrs for tag, attrs in Elements(empty).all if tag == "text-counter"]
    assert [counter["data-max"] for counter in counters] == ["200"]


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "مرحبا", "😀 👩‍👧", '"><b>'])
def test_odd_text_comes_back_as_text(typed: str) -> None:
    page = str(ExampleForm({"name": typed, "tie": "support"}))
    value = Elements(page).by_id("id_name")["value"]
    assert value == typed
    assert "<script" not in page
