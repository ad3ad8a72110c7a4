"""A debt worker with one link: what she shares, a code by mail, the handover accepted, the link dead after her no.

A module of its own: the answer given here changes what the other journeys of this case read.
"""

from __future__ import annotations

import re
import time

from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE

MIRJAM = "/mensen/3KTR7FWC/hulp/"


def test_a_debt_worker_with_one_link(open_page, check, mailed) -> None:
    staff = open_page("Peter van Dongen", DESK)
    staff.goto(f"{MIRJAM}gedeeld/")
    staff.get_by_role("link", name=re.compile(r"^Vraag haar om iets te delen ?: ?Team West$")).press("Enter")
    staff.get_by_label("Het geld: wat er binnenkomt").check()
    staff.get_by_label("Waarvoor?").fill("De huur betalen")
    staff.get_by_label("Tot en met welke dag?").fill(
        time.strftime("%d-%m-%Y", time.localtime(time.time() + 864000))
    )
    check(staff)
    staff.get_by_role("button", name="Opslaan").press("Enter")
    expect(staff.get_by_text("Dit ligt nu bij haar")).to_be_visible()

    mother = open_page("Mirjam Zwart", PHONE)
    mother.goto("/mijn/hulp/")
    mother.get_by_role("link", name="Bekijk en kies").press("Enter")
    check(mother)
    mother.get_by_role("button", name=re.compile(r"^Ja, deel dit ?: ?Team West$")).press("Enter")
    expect(mother.get_by_text("Dit is gedeeld, tot de dag die erbij staat")).to_be_visible()

    staff.reload()
    staff.get_by_role("button", name=re.compile(r"^Mail een link ?: ?Team West$")).press("Enter")
    link = mailed(r"/stuk/[\w-]{16,}/")

    helper = open_page("", PHONE)
    helper.goto(link)
    check(helper)
    helper.get_by_role("button", name="Mail mij een code").press("Enter")
    helper.get_by_label("De code uit de e-mail").fill(mailed(r"(?m)^(\d{8})\r?$"))
    check(helper)
    helper.get_by_role("button", name="Open").press("Enter")
    expect(helper.get_by_text("Er komt binnen per maand")).to_be_visible()
    expect(helper.get_by_role("heading", name="Overdracht: Hulp thuis, na de opvang")).to_be_visible()
    check(helper)
    helper.get_by_role("link", name="Ja, ik neem dit aan").press("Enter")
    helper.get_by_label("Een bericht voor haar").fill("Dag Mirjam, ik ben Fenna van Team West.")
    check(helper)
    helper.get_by_role("button", name="Opslaan").press("Enter")
    expect(helper.get_by_text("Uw antwoord staat erin.")).to_be_visible()

    mother.goto("/mijn/hulp/")
    expect(mother.get_by_text("Dag Mirjam, ik ben Fenna van Team West.")).to_be_visible()
    mother.get_by_role("link", name="Wie ziet wat van mij").press("Enter")
    expect(mother.get_by_text(re.compile("^Team West, "))).to_be_visible()
    mother.get_by_role("button", name=re.compile(r"^Stop met delen ?: ?Team West$")).press("Enter")
    helper.goto("/stuk/open/")
    expect(helper.get_by_text("Er komt binnen per maand")).not_to_be_visible()
