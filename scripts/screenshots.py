"""Take the pictures of the README and the docs from a running demo: `python scripts/screenshots.py http://127.0.0.1:8000`.

Needs Debian's chromium and pdftoppm. Writes docs/images/*.png, small enough for a page.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

OUT = Path(__file__).parents[1] / "docs" / "images"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
TALL = {"width": 1280, "height": 1220}
# file, who looks, whose page, part of the address, size
SHOTS = [
    ("today-desk", "Peter van Dongen", "", "", DESK),
    ("map-desk", "Peter van Dongen", "Samira Haddad", "kaart/", TALL),
    ("map-phone", "Peter van Dongen", "Samira Haddad", "kaart/", PHONE),
    ("plan-desk", "Peter van Dongen", "Samira Haddad", "plan/", DESK),
    ("plan-phone", "Samira Haddad", "", "", PHONE),
    ("compare-desk", "Peter van Dongen", "Samira Haddad", "kaart/naast-elkaar/", TALL),
    ("rings-desk", "", "", "/ringen", DESK),
    ("money-desk", "Peter van Dongen", "Wendy Verbeek", "geld/", DESK),
    ("months-desk", "Peter van Dongen", "Wendy Verbeek", "geld/maanden/", TALL),
    ("life-desk", "Peter van Dongen", "Nadia Marques", "geld/als/", TALL),
    ("week-desk", "Peter van Dongen", "Wendy Verbeek", "week/", TALL),
]


def main(address: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, who, whose, part, size in SHOTS:
            context = browser.new_context(viewport=size, base_url=address, locale="nl-NL")
            page = context.new_page()
            walk(page, who, whose, part)
            page.screenshot(path=OUT / f"{name}.png")
            if name == "plan-desk":
                letter(page)
            context.close()
        browser.close()


def walk(page: Page, who: str, whose: str, part: str) -> None:
    if who:
        page.goto("/demo")
        with page.expect_navigation():
            page.get_by_role("button", name=f"Kies {who}", exact=True).click()
    if whose:
        page.goto("/mensen/")
        page.get_by_role("link", name=whose).first.click()
        page.wait_for_load_state()
        page.goto(page.url.split("?")[0] + part)
    elif part:
        page.goto(part)


def letter(page: Page) -> None:
    """The first page of the letter as a picture."""
    pdf = page.request.get(page.get_by_role("link", name="Brief").first.get_attribute("href")).body()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "letter.pdf"
        file.write_bytes(pdf)
        command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-singlefile", str(file), str(OUT / "letter")]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main(sys.argv[1])
