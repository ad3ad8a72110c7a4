"""A hand that is counted: presses of pointer, Enter and Space, page loads, and fields that are typed in.

Tab is no press, on either side of a comparison; no answer is preset and nothing is assumed in place of a question.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from playwright.sync_api import Error, Frame, Locator, Page

BUSY = "() => Boolean(document.querySelector('.htmx-request, .guide-quote--waiting'))"


@dataclass
class Counted:
    """Presses, loads and typed fields so far."""

    page: Page
    presses: int = 0
    loads: int = 0
    fields: int = 0

    def __post_init__(self) -> None:
        self.page.on("framenavigated", self._navigated)

    def _navigated(self, frame: Frame) -> None:
        if frame == self.page.main_frame:
            self.loads += 1

    def press(self, what: Locator) -> None:
        what.click()
        self.presses += 1
        self._calm()

    def type(self, field: Locator, text: str) -> None:
        field.fill(text)
        self.fields += 1

    def say(self, words: str) -> None:
        """A sentence in the field that has the focus, and Enter."""
        self.page.keyboard.insert_text(words)
        self.fields += 1
        self.enter()

    def enter(self) -> None:
        self.page.keyboard.press("Enter")
        self.presses += 1
        self._calm()

    def _calm(self) -> None:
        """Until what was pressed had its effect: no request of htmx is under way, and the page is there."""
        for _ in range(60):
            self.page.wait_for_timeout(150)
            self.page.wait_for_load_state()
            with contextlib.suppress(Error):  # it is going to another page at this very moment
                if not self.page.evaluate(BUSY):
                    return

    def __str__(self) -> str:
        return f"{self.presses} presses, {self.loads} page loads, {self.fields} typed fields"
