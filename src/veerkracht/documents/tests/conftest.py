"""Samira's letter (the course that was not "official"), and ways to look into a finished PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pikepdf
import pypdf
import pytest

from veerkracht.documents.letter import Letter
from veerkracht.documents.people import Mother, PrintedKlantmanager, PrintedMunicipality
from veerkracht.documents.promises import PrintedAnswer, PrintedPromise, Side
from veerkracht.documents.render import Pdf


@pytest.fixture
def noon() -> datetime:
    return datetime(2026, 11, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def promises() -> tuple[PrintedPromise, ...]:
    """Hers stand first here on purpose: the municipality's must be printed first whatever the order."""
    decision = date(2026, 11, 24)
    return (
        PrintedPromise(
            Side.MOTHER,
            "Samira Haddad",
            "U vraagt uw schoonmoeder of zij op donderdag kan oppassen.",
            date(2026, 12, 1),
            PrintedAnswer.THINKS,
            "Ze heeft last van haar knie.",
        ),
        PrintedPromise(
            Side.OTHERS, "De Boomhut", "Adam houdt zijn twee ochtenden.", decision, PrintedAnswer.AGREES
        ),
        PrintedPromise(
            Side.MUNICIPALITY,
            "Peter Klaassen, klantmanager",
            "Wij beslissen of de gemeente de opvang blijft betalen.",
            decision,
            PrintedAnswer.AGREES,
        ),
    )


@pytest.fixture
def letter(promises: tuple[PrintedPromise, ...]) -> Letter:
    return Letter(
        municipality=PrintedMunicipality(
            "Gemeente Voorbeeld", ("Stadhuisplein 1", "5038 TC Tilburg"), "14 013"
        ),
        klantmanager=PrintedKlantmanager(
            "Peter Klaassen", "013 – 549 12 34", "p.klaassen@voorbeeld.example", "maandag en dinsdag"
        ),
        mother=Mother("Samira Haddad", ("Hasseltstraat 12", "5046 AB Tilburg")),
        written_on=date(2026, 11, 10),
        salutation="Beste mevrouw Haddad",
        opening="Fijn dat u er was.",
        wish="Ik wil in de keuken van een school werken.",
        promises=promises,
        plan_version=3,
        plan_hash="7f3a9c21b0de55aa1234",
    )


@pytest.fixture
def text_of() -> Callable[[Pdf], str]:
    """All text in reading order, every run of white space one space."""

    def read(pdf: Pdf) -> str:
        pages = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())

    return read


@pytest.fixture
def page_count() -> Callable[[Pdf], int]:
    return lambda pdf: len(pypdf.PdfReader(io.BytesIO(pdf.content)).pages)


@pytest.fixture
def opened() -> Iterator[Callable[[Pdf], pikepdf.Pdf]]:
    files: list[pikepdf.Pdf] = []

    def read(pdf: Pdf) -> pikepdf.Pdf:
        files.append(pikepdf.open(io.BytesIO(pdf.content)))
        return files[-1]

    yield read
    for file in files:
        file.close()


@pytest.fixture
def elements(opened: Callable[[Pdf], pikepdf.Pdf]) -> Callable[[Pdf], list[pikepdf.Dictionary]]:
    """Every element of the structure tree, in reading order."""

    def walk(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            if "/K" in node:
                yield from walk(node.K)

    return lambda pdf: list(walk(opened(pdf).Root.StructTreeRoot.K))
