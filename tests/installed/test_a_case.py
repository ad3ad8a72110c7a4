"""From an empty database to a mother in her own place, then a backup, an empty disk, and everything back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from . import people
from .browsing import Browser, Telephone
from .conftest import Program, empty_database, free_port
from .logging_in import PASSWORD, step_one
from .people import Site


@pytest.fixture(scope="module")
def at(site: str, authority: Path) -> Site:
    return Site(site, authority)


@pytest.fixture(scope="module")
def beheer(at: Site, administrator: Telephone) -> Browser:
    browser = at.visitor()
    step_one(browser, "beheer", PASSWORD)
    assert browser.post("/inloggen/code/", {"code": administrator.code()}).address == "/accounts/"
    return browser


@pytest.fixture(scope="module")
def team_lead(at: Site, beheer: Browser, program: Program) -> Browser:
    def second_yes(login: str) -> str:
        return program.run("web", "second_yes", "--inlognaam", login).stdout

    return people.first_team_lead(at, beheer, second_yes, "tineke")


@pytest.fixture(scope="module")
def klantmanager(at: Site, beheer: Browser, team_lead: Browser) -> Browser:
    return people.new_klantmanager(at, beheer, team_lead)


@pytest.fixture(scope="module")
def case(klantmanager: Browser) -> str:
    return people.opened_case(klantmanager)


@pytest.fixture(scope="module")
def mother(at: Site, klantmanager: Browser, case: str) -> Browser:
    return people.invited_mother(at, klantmanager, case)


def test_two_people_are_logged_in_each_in_their_own_place(
    klantmanager: Browser, mother: Browser, case: str
) -> None:
    assert "van den Berg" in klantmanager.get("/mensen/").text
    assert mother.get("/mensen/").status == 404
    for address in ("/mijn/", "/mijn/plan/", "/mijn/geld/", "/mijn/week/", "/mijn/kring/", "/mijn/meer/"):
        page = mother.get(address)
        assert page.status == 200 and page.address == address, address


def test_every_page_of_an_empty_case_opens(klantmanager: Browser, case: str) -> None:
    linked = set(re.findall(rf'href="({case}[^"#?]*)', klantmanager.get(case).text))
    assert len(linked) > 8
    for address in sorted(linked):
        assert klantmanager.get(address).status == 200, address


def test_the_letter_is_a_pdf(klantmanager: Browser, case: str) -> None:
    assert "nog niets in het plan" in klantmanager.get(f"{case}plan/brief.pdf").text
    assert klantmanager.post(f"{case}plan/wens/", {"wish": "Werk met mijn handen"}).status == 200
    page = klantmanager.get(f"{case}plan/brief.pdf")
    assert page.status == 200 and page.headers["content-type"] == "application/pdf"
    assert page.text.startswith("%PDF-")


def test_a_backup_of_this_database_comes_back_whole(
    migrated: Program, klantmanager: Browser, mother: Browser, case: str, tmp_path: Path
) -> None:
    """Restored beside the running program, into a database that has nothing yet."""
    copy = migrated.run("web", "backup", "--map", str(tmp_path)).stdout.strip()
    assert Path(copy).is_file()
    with empty_database(migrated.settings["DATABASE_URL"], tmp_path) as address:
        other = {"DATABASE_URL": address, "VEERKRACHT_HOME": str(tmp_path), "PORT": str(free_port())}
        again = Program(migrated.command, {**migrated.settings, **other}, tmp_path)
        assert "Teruggezet" in again.run("web", "restore", copy).stdout
        assert "1 case van den Berg" in again.run("web", "shell", "-c", COUNT).stdout


COUNT = (
    "from veerkracht.web.people.models import Case; "
    "print(Case.objects.count(), 'case', Case.objects.get().last_name)"
)
