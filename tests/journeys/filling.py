"""Forms filled in by the names of their fields, whatever kind of field that is; and a page looked at on two screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from playwright.sync_api import Page

WIDTHS = ({"width": 1280, "height": 900}, {"width": 360, "height": 740})


def fill_in(page: Page, fields: Mapping[str, str | bool | list[str]]) -> None:
    """A text is typed, a choice chosen, a tick set; of several ticks those in the list."""
    for name, value in fields.items():
        field = page.locator(f'main [name="{name}"]').first
        kind = field.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind == "select":
            field.select_option(str(value))
        elif kind in ("radio", "checkbox"):
            values = value if isinstance(value, list) else [value]
            for each in values:
                chosen = page.locator(f'main [name="{name}"][value="{each}"]')
                (field if each is True else chosen).check()
        else:
            field.fill(str(value))


def send(page: Page, path: str, fields: Mapping[str, str | bool | list[str]], button: str = "") -> None:
    """Open a form, fill it in and save; a field that is refused fails the test with what the page says."""
    if path:
        page.goto(path)
    for fold in page.locator("main form details:not([open]) > summary").all():
        fold.press("Enter")
    fill_in(page, fields)
    name = re.compile(button or "^(Opslaan|Toevoegen|Bewaren|Op de kaart zetten)$")
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name).first.press("Enter")
    wrong = page.locator("main form .utrecht-form-field--invalid")
    assert wrong.count() == 0, page.locator("main").inner_text()


def press(page: Page, name: str) -> None:
    """The first button or link that is called so, by keyboard; it brings another page."""
    pattern = re.compile(name)
    thing = page.locator("main").get_by_role("button", name=pattern)
    thing = thing.or_(page.locator("main").get_by_role("link", name=pattern)).first
    with page.expect_navigation():
        thing.press("Enter")


def on_both_screens(page: Page, check: Callable[[Page], None]) -> None:
    """Nothing wrong at 1280 and at 360; then as it was."""
    before = page.viewport_size
    for size in WIDTHS:
        page.set_viewport_size(size)
        check(page)
    if before:
        page.set_viewport_size(before)
