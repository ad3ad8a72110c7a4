"""Contact sheets: `python -m scripts.look [http://127.0.0.1:8000] [map week …]`; without an address a demo of its own.

Each page at 1280, 1024, 390 and 360, with text at 200% and as it prints, beside each other in build/look/<page>.png.
Fails where something scrolls sideways, is smaller than 12 px, lies over something else, or a line of the map runs
through a label.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from scripts.screenshots import FLAGS, walk

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "look"
CHECK = (ROOT / "scripts" / "look.js").read_text(encoding="utf-8")
PETER, MARLEEN, SAMIRA = "Peter van Dongen", "Marleen Smits", "Samira Haddad"
# name, who looks, whose page, part of the address
PAGES = [
    ("start", "", "", "/inloggen/"),
    ("rings", "", "", "/ringen"),
    ("today", PETER, "", "/vandaag/"),
    ("people", PETER, "", "/mensen/"),
    ("waits", PETER, "", "/mensen/wacht-op-u/"),
    ("waits-lead", MARLEEN, "", "/mensen/wacht-op-u/"),
    ("team", MARLEEN, "", "/team/"),
    ("case", PETER, SAMIRA, ""),
    ("map", PETER, SAMIRA, "kaart/"),
    ("plan", PETER, SAMIRA, "plan/"),
    ("week", PETER, SAMIRA, "week/"),
    ("able", PETER, SAMIRA, "week/wat-kan-wel/"),
    ("money", PETER, "Wendy Verbeek", "geld/"),
    ("months", PETER, "Wendy Verbeek", "geld/maanden/"),
    ("talks", PETER, SAMIRA, "gesprekken/"),
    ("her-start", SAMIRA, "", "/mijn/"),
]
# name, width, part of the text size in percent, prints
WAYS = [
    ("1280", 1280, 100, False),
    ("1024", 1024, 100, False),
    ("390", 390, 100, False),
    ("360", 360, 100, False),
]
WAYS += [("360 op 200%", 360, 200, False), ("1280 op 200%", 1280, 200, False), ("print", 794, 100, True)]


def shots(
    browser: Browser, address: str, page_row: tuple[str, str, str, str]
) -> Iterator[tuple[str, bytes, list[str]]]:
    """The page in each way, with what is wrong there."""
    _name, who, whose, part = page_row
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="nl-NL")
    page = context.new_page()
    walk(page, who, whose, part)
    here = page.url
    for label, width, percent, prints in WAYS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="print" if prints else "screen")
        page.goto(here)
        if percent != 100:
            page.evaluate("size => { document.documentElement.style.fontSize = size }", f"{percent}%")
        page.wait_for_timeout(150)
        faults = [] if prints else list(page.evaluate(CHECK))
        yield label, page.screenshot(full_page=True, type="jpeg", quality=60), faults
    context.close()


def sheet(browser: Browser, name: str, pictures: list[tuple[str, bytes]]) -> None:
    """The pictures beside each other, as one file to look at."""
    cells = "".join(
        f"<figure><figcaption>{label}</figcaption>"
        f"<img src='data:image/jpeg;base64,{base64.b64encode(picture).decode()}'></figure>"
        for label, picture in pictures
    )
    style = "body{display:flex;gap:16px;font:20px sans-serif;margin:16px}figure{margin:0}img{width:420px}"
    page = browser.new_page(viewport={"width": 440 * len(pictures), "height": 900})
    page.set_content(f"<style>{style}</style><h1>{name}</h1>{cells}")
    page.wait_for_load_state()
    page.screenshot(path=OUT / f"{name}.png", full_page=True)
    page.close()


def main(address: str, wanted: list[str]) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for row in PAGES:
            if wanted and row[0] not in wanted:
                continue
            pictures = []
            for label, picture, faults in shots(browser, address, row):
                pictures.append((label, picture))
                wrong += len(faults)
                for fault in faults:
                    sys.stdout.write(f"{row[0]} {label}: {fault}\n")
            sheet(browser, row[0], pictures)
        browser.close()
    sys.stdout.write(f"{wrong} things to mend; sheets in {OUT.relative_to(ROOT)}\n")
    return min(wrong, 1)


@contextmanager
def own_demo() -> Iterator[str]:
    """The address of a fresh demo, gone afterwards."""
    with tempfile.TemporaryDirectory() as home:
        address = "http://127.0.0.1:8199"
        env = os.environ | {"VEERKRACHT_HOME": home, "PORT": "8199", "VEERKRACHT_DEMO": "1"}
        command = [sys.executable, "-m", "veerkracht.web.command", "demo"]
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(f"{address}/gezond", timeout=2)
                    break
                except (urllib.error.URLError, ConnectionError, TimeoutError):
                    time.sleep(1)
            yield address
        finally:
            process.terminate()
            process.wait(60)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1].startswith("http"):
        sys.exit(main(sys.argv[1], sys.argv[2:]))
    with own_demo() as demo:
        sys.exit(main(demo, sys.argv[1:]))
