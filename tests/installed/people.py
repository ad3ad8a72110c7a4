"""From an empty municipality to a mother in her own place, each step as people take it: in a browser, over TLS.

As a program, inside the machine of test_install_page.py: `python -m installed.people SITE CERTIFICATE CODES COMMAND`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .browsing import Browser, Telephone
from .logging_in import PASSWORD, choose_password, code_of, step_one

HER_PASSWORD = "wandelen langs het water op zondag"
HALF = re.compile(r"<code>([2-9A-Z]{4}-[2-9A-Z]{4})</code>")
HER_CODE = re.compile(r"<code>([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})</code>")


@dataclass(frozen=True)
class Site:
    """Where it runs, and whose certificate is trusted."""

    address: str
    authority: Path

    def visitor(self) -> Browser:
        return Browser(self.address, self.authority)


def half_on(text: str) -> str:
    half = HALF.search(text)
    assert half, text
    return half[1]


def first_log_in(site: Site, *, login: str, halves: list[str]) -> tuple[Browser, Telephone]:
    """Choose a password with the two halves, couple a telephone, and be inside."""
    browser = site.visitor()
    choose_password(browser, login, halves)
    telephone = Telephone(step_one(browser, login, PASSWORD))
    page = browser.post("/inloggen/app-koppelen/", {"code": telephone.code()})
    assert page.address == "/mijn-account/herstelcodes/", page.text
    return browser, telephone


def asked_account(beheer: Browser, *, login: str, name: str, role: str) -> str:
    """The address of an account the administrator asked for."""
    page = beheer.post("/accounts/nieuw/", {"login": login, "name": name, "role": role})
    assert re.fullmatch(r"/accounts/\d+/", page.address), page.text
    return page.address


def first_half(beheer: Browser, account: str) -> str:
    return half_on(beheer.post(account, {"wat": "account"}).text)


def first_team_lead(site: Site, beheer: Browser, second_yes: Callable[[str], str], login: str) -> Browser:
    """Without a team lead yet, whoever runs the server says the second yes."""
    account = asked_account(beheer, login=login, name="Marleen Lead", role="teamleider")
    (second,) = code_of(second_yes(login))
    return first_log_in(site, login=login, halves=[first_half(beheer, account), second])[0]


def new_klantmanager(site: Site, beheer: Browser, team_lead: Browser) -> Browser:
    account = asked_account(beheer, login="karin", name="Karin Manager", role="klantmanager")
    waiting = team_lead.get("/mensen/wacht-op-u/").text
    answer = re.search(r'action="(/mensen/wacht-op-u/accounts/\d+/)"', waiting)
    assert answer and "Karin Manager" in waiting, waiting
    second = half_on(team_lead.post(answer[1], {"antwoord": "ja"}, form_at="/mensen/wacht-op-u/").text)
    return first_log_in(site, login="karin", halves=[first_half(beheer, account), second])[0]


def opened_case(klantmanager: Browser) -> str:
    """The address of a case that was opened from nothing."""
    person = {"first_name": "Noor", "last_name": "van den Berg", "born_on": "12-3-1994", "phone": "06 1234"}
    page = klantmanager.post("/mensen/nieuw/", person)
    assert re.fullmatch(r"/mensen/[0-9A-Z]{8}/", page.address), page.text
    child = {"first_name": "Bo", "born_on": "2-9-2021"}
    assert klantmanager.post(f"{page.address}kinderen/nieuw/", child).status == 200
    return page.address


def invited_mother(site: Site, klantmanager: Browser, case: str) -> Browser:
    invitation = HER_CODE.search(klantmanager.post(f"{case}uitnodigen/", {}).text)
    assert invitation
    browser = site.visitor()
    own = {"login": "noor", "password": HER_PASSWORD, "again": HER_PASSWORD}
    page = browser.post("/uitnodiging/", {"code": invitation[1], **own})
    assert page.address == "/inloggen/", page.text
    page = browser.post("/inloggen/", {"login": "noor", "password": HER_PASSWORD})
    assert page.address == "/mijn/", page.text
    return browser


def main(address: str, certificate: str, codes: str, second_yes: str) -> None:
    """The sixth step of the install page; says in JSON who ended where."""
    site = Site(address, Path(certificate))
    beheer, _ = first_log_in(site, login="beheer", halves=code_of(Path(codes).read_text()))

    def at_the_server(login: str) -> str:
        assert second_yes.endswith(login), second_yes
        return subprocess.run(second_yes, shell=True, check=True, capture_output=True, text=True).stdout

    team_lead = first_team_lead(site, beheer, at_the_server, "marleen")
    klantmanager = new_klantmanager(site, beheer, team_lead)
    case = opened_case(klantmanager)
    mother = invited_mother(site, klantmanager, case)
    page = mother.get("/mijn/")
    ended = {
        "klantmanager": klantmanager.get(case).status,
        "mother": [page.status, page.address],
        "mother at the list of cases": mother.get("/mensen/").status,
        "health": mother.get("/gezond").status,
        "without a log-in": site.visitor().get(case).address,
    }
    sys.stdout.write(json.dumps(ended))


if __name__ == "__main__":
    main(*sys.argv[1:])
