"""Somebody without a mouse: Tab, then Enter, the space bar or an arrow; every press that does something counts.

And what it leads to: the text of a page, a PDF or a Word file, and whether a PDF is tagged.
"""

from __future__ import annotations

import io
import zipfile

import pikepdf
from playwright.sync_api import Locator, Page
from pypdf import PdfReader


class Keyboard:
    """Presses on one page. `presses` counts what others would click; Tab and typing are not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def reach(self, thing: Locator, most: int = 150) -> None:
        for _ in range(most):
            if thing.evaluate("e => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{thing} cannot be reached with Tab on {self.page.url}")

    def press(self, thing: Locator) -> None:
        """Enter on something that stays on this page."""
        self.reach(thing)
        self.presses += 1
        self.page.keyboard.press("Enter")

    def go(self, thing: Locator) -> None:
        """Enter on something that brings another page."""
        with self.page.expect_navigation():
            self.press(thing)

    def link(self, name: str, exact: bool = False) -> None:
        self.go(self.page.get_by_role("link", name=name, exact=exact).first)

    def button(self, name: str) -> None:
        self.go(self.page.get_by_role("button", name=name).first)

    def tab(self, name: str) -> None:
        """A part of somebody's pages; on a phone the parts are a menu that opens with Enter."""
        menu = self.page.locator(".vk-tabs-phone summary")
        if menu.is_visible():
            self.press(menu)
        self.link(name, exact=True)

    def pick(self, label: str) -> None:
        """A radio button: Tab into its group, arrows to the one that is meant."""
        radio = self.page.get_by_label(label, exact=True).locator("visible=true").first
        group = radio.get_attribute("name")
        for _ in range(150):
            if self.page.evaluate("document.activeElement.name") == group:
                break
            self.page.keyboard.press("Tab")
        self.presses += 1
        self.page.keyboard.press("Space")
        for _ in range(12):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{label!r} cannot be chosen with the arrows on {self.page.url}")

    def write(self, label: str, text: str) -> None:
        """What stands in the field makes room for this text."""
        self.reach(self.page.get_by_label(label))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)


def pdf_of(page: Page, address: str) -> str:
    """The words of a PDF, after a look at its tags, language and title."""
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf", (address, answer.status)
    with pikepdf.open(io.BytesIO(answer.body())) as pdf:
        assert "/StructTreeRoot" in pdf.Root, f"{address} is not tagged"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")
        assert str(pdf.docinfo["/Title"]).strip()
    return words_of(answer.body())


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages).split())


def text_of(kind: str, body: bytes) -> str:
    """What an answer says, be it a page, a PDF or a Word file."""
    if "pdf" in kind:
        return words_of(body)
    if "officedocument" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return body.decode("utf-8", "replace")
