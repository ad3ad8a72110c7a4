"""Nothing that someone can type stops a document."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veerkracht.documents import characters
from veerkracht.documents.characters import BOX, SIGNS, FontsMissing, printable
from veerkracht.documents.letter import Letter, letter_pdf
from veerkracht.documents.people import Mother, PrintedKlantmanager, PrintedMunicipality, RingMap


def letter_with(text: str) -> Letter:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    name = f"Samira {text}"
    return Letter(
        municipality=PrintedMunicipality(name, (text,), text),
        klantmanager=PrintedKlantmanager(name, f"013 {text}", text, text),
        mother=Mother(name, (text, text)),
        written_on=date(2026, 11, 10),
        salutation=name,
        opening=text,
        wish=text,
        promises=(),
        plan_version=1,
        plan_hash="0123456789abcdef",
        ring_map=RingMap(svg, name),
    )


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_prints(text: str) -> None:
    pdf = letter_pdf(letter_with(text), created_at=datetime(2026, 11, 10, tzinfo=UTC))
    assert pdf.content.startswith(b"%PDF-")


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.sampled_from("aé\u0301\u0323\u20ddب\u064b\u200d\u200c🙂👩❤\ufe0f🏽🇳1\u20e3न\u0902\u202e 日\n"),
        max_size=25,
    )
)
def test_any_pile_of_accents_and_joiners_prints(text: str) -> None:
    pdf = letter_pdf(letter_with(text), created_at=datetime(2026, 11, 10, tzinfo=UTC))
    assert pdf.content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "text", ["één café naïef", "€ 1.795", "Şükrü İpek", "Łódź", "مرحبا", "ሰላም", "🙂", "👩‍👧‍👦", "🇳🇱", SIGNS]
)
def test_these_need_no_box(text: str) -> None:
    assert printable(text).complete
    assert printable(text).text == text


def test_an_unknown_character_becomes_one_box() -> None:
    assert printable("a日b").text == f"a{BOX}b"
    assert not printable("a日b").complete
    assert printable("\ud800").text == BOX


def test_an_accent_without_its_letter_becomes_a_box() -> None:
    assert printable("日\N{EMOJI MODIFIER FITZPATRICK TYPE-4}").text == BOX * 2
    assert printable("\u20ddx").text == f"{BOX}x"


def test_control_characters_and_reversed_reading_are_left_out() -> None:
    assert printable("ja\u202enee\u0000\u0007").text == "janee"
    assert printable("een\r\ntwee\u2028drie\tvier").text == "een\ntwee\ndrie vier"


def test_a_letter_and_its_loose_accent_become_one() -> None:
    assert printable("e\u0301").text == "é"


def test_fonts_that_were_not_built_are_named(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(characters, "FONTS", tmp_path)
    characters.coverage.cache_clear()
    try:
        with pytest.raises(FontsMissing, match="frontend/build.py"):
            printable("a")
    finally:
        characters.coverage.cache_clear()
