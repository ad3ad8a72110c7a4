"""A real server with the demo municipality, and a real browser: Debian's chromium, without a screen."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import CHROMIUM

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(
                    pytest.mark.skip(reason="no chromium on this machine: this journey did NOT run")
                )


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo as it is right after loading, loaded once for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = shared / "loaded-demo"
    with (shared / "loaded-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            unfinished = shared / "unfinished-demo"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            with _running(unfinished):
                pass
            unfinished.rename(home)
    return home


@pytest.fixture(scope="module")
def server(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a fresh demo: each module of journeys has a municipality of its own."""
    home = tmp_path_factory.mktemp("demo")
    shutil.copytree(demo_home, home, dirs_exist_ok=True)
    with _running(home) as address:
        yield address


@contextmanager
def _running(home: Path) -> Iterator[str]:
    """The demo server on this folder, which it fills when it is empty; gives its address."""
    port = free_port()
    outside = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
    }
    env = outside | {"VEERKRACHT_HOME": str(home), "PORT": str(port), "VEERKRACHT_DEMO": "1", "HTTPS": "0"}
    command = [sys.executable, "-m", "veerkracht.web.command", "demo"]
    with (home / "log").open("w") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, process, home / "log")
            yield address
        finally:
            process.terminate()
            try:
                process.wait(60)
            finally:
                process.kill()


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(3000):  # a machine that does much at once is slow, not wrong
        try:
            urllib.request.urlopen(f"{address}/gezond", timeout=2)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert process.poll() is None, f"the server stopped: {log.read_text()}"
            time.sleep(0.1)
    raise TimeoutError(log.read_text())


@pytest.fixture
def open_page(chromium: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """`open_page("Peter van Dongen", PHONE)`: a browser of this person; what it must never do fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_as(person: str = "", size: dict[str, int] = DESK) -> Page:
        context = chromium.new_context(viewport=size, locale="nl-NL", base_url=server)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        _watch(page, server, faults)
        if person:
            page.goto("/demo")
            with page.expect_navigation():
                page.get_by_role("button", name=f"Kies {person}").press("Enter")
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert not faults, faults


def _watch(page: Page, server: str, faults: list[str]) -> None:
    page.on("dialog", lambda d: (faults.append(f"a dialog opened: {d.message}"), d.dismiss()))
    page.on("pageerror", lambda error: faults.append(f"script error on {page.url}: {error}"))
    page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text else None)
    page.on(
        "request",
        lambda r: (
            faults.append(f"a request left the house: {r.url}")
            if not r.url.startswith((server, "data:", "blob:", "chrome:", "chrome-extension:"))
            else None
        ),
    )


@pytest.fixture
def mailed(server: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """The newest thing the demo mailed that looks like this; the demo writes its mail to the screen."""

    def newest(pattern: str, after: int = 0) -> str:
        for _ in range(200):
            log = max(
                Path(tmp_path_factory.getbasetemp()).glob("demo*/log"), key=lambda file: file.stat().st_mtime
            )
            found = re.findall(pattern, log.read_text())
            if len(found) > after:
                return str(found[-1])
            time.sleep(0.1)
        raise AssertionError(f"nothing was mailed that looks like {pattern}")

    return newest


def looks_right(page: Page) -> None:
    """No accessibility fault, nothing that scrolls sideways."""
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"


@pytest.fixture
def check() -> Callable[[Page], None]:
    return looks_right


def until(page: Page, script: str, arg: Any = None, seconds: int = 20) -> None:
    """Wait until the script says yes. Playwright's own waiting compiles a string in the page; our pages forbid that."""
    last = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < last, f"after {seconds} s still not: {script}"
        page.wait_for_timeout(50)


_NAME_OF_FOCUS = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return ''
  const label = e.labels && e.labels[0]
  return (e.getAttribute('aria-label') || (label && label.innerText) || e.innerText || e.value || '').trim()
}"""


def tab_to(page: Page, name: str, most: int = 80) -> None:
    """Press Tab until the thing with this name has the focus: by keyboard only, as somebody without a mouse."""
    for _ in range(most):
        if name in page.evaluate(_NAME_OF_FOCUS):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name!r} cannot be reached with Tab on {page.url}")


@pytest.fixture
def keyboard() -> Callable[..., None]:
    return tab_to


def unfold(page: Page, inside: str) -> None:
    """A long card of hers is folded: open the one around this."""
    expect(page.locator(inside).first).to_be_attached()
    for fold in page.locator("details.vk-fold:not([open])", has=page.locator(inside)).all():
        fold.locator(":scope > summary").press("Enter")


def unfold_all(page: Page) -> None:
    """Every folded card of this page of hers, opened as she would: one by one."""
    for fold in reversed(page.locator("details.vk-fold:not([open])").all()):
        fold.locator(":scope > summary").press("Enter")
