"""The letter can be read by who cannot see it: tags, language, title, headers, words for the drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pikepdf
import pytest

from veerkracht.documents.letter import Letter, letter_pdf
from veerkracht.documents.people import RingMap
from veerkracht.documents.render import Pdf

Elements = Callable[[Pdf], list[pikepdf.Dictionary]]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture
def pdf(letter: Letter, noon: datetime) -> Pdf:
    ring_map = RingMap(SVG, "Vijf ringen; oma staat in de tweede.")
    return letter_pdf(replace(letter, ring_map=ring_map), created_at=noon)


def test_language_title_and_date(pdf: Pdf, noon: datetime, opened: Callable[[Pdf], pikepdf.Pdf]) -> None:
    document = opened(pdf)
    assert str(document.Root.Lang) == "nl-NL"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo["/Title"]) == "Brief van Gemeente Voorbeeld"
    assert str(document.docinfo["/CreationDate"]).startswith(f"D:{noon:%Y%m%d%H%M%S}")


def test_it_says_it_is_pdf_ua_1_and_pdf_a_2a(pdf: Pdf, opened: Callable[[Pdf], pikepdf.Pdf]) -> None:
    with opened(pdf).open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_one_main_heading_and_one_for_each_side(pdf: Pdf, elements: Elements) -> None:
    tree = elements(pdf)
    assert [str(element.T) for element in tree if element.S == "/H1"] == ["Uw plan: wie doet wat"]
    sections = [str(element.T) for element in tree if element.S == "/H2"]
    assert sections[1:4] == ["Wat wij doen", "Wat anderen doen", "Wat u doet"]


def test_each_table_header_says_that_it_heads_a_column(pdf: Pdf, elements: Elements) -> None:
    tree = elements(pdf)
    assert sum(element.S == "/Table" for element in tree) == 3
    headers = [element for element in tree if element.S == "/TH"]
    assert len(headers) == 4 + 4 + 3
    for header in headers:
        attributes = list(header.A) if isinstance(header.A, pikepdf.Array) else [header.A]
        assert "/Column" in {str(attribute.get("/Scope")) for attribute in attributes}


def test_lists_and_quotes_are_told_apart(pdf: Pdf, elements: Elements) -> None:
    kinds = [str(element.S) for element in elements(pdf)]
    assert kinds.count("/BlockQuote") == 1
    assert kinds.count("/L") == 1 and kinds.count("/LI") == 1


def test_the_drawing_has_words(pdf: Pdf, elements: Elements) -> None:
    figures = [element for element in elements(pdf) if element.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Vijf ringen; oma staat in de tweede."]


def test_every_font_is_ours_and_embedded(pdf: Pdf, opened: Callable[[Pdf], pikepdf.Pdf]) -> None:
    names = {
        str(font.BaseFont).split("+")[-1].split("-")[0]
        for page in opened(pdf).pages
        for font in page.Resources.Font.values()
    }
    assert names == {"VeerkrachtTekst", "VeerkrachtKop"}
