"""Z1 step 6 and Z2 steps 2 and 6: the course laid down, her wish on top, and a dissent that stays in her words."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.journeys.by_keyboard import Keyboard, pdf_of
from tests.journeys.conftest import DESK, PHONE, unfold_all

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
TODAY = dt.date.today()
IN_TWO_WEEKS = TODAY + dt.timedelta(days=14)
WISH = "Ik wil hbo maatschappelijk werk doen"
HER_NO = "Met vier jaar ben ik klaar, met twee jaar sta ik straks weer hier."


def typed(day: dt.date) -> str:
    return day.strftime("%d-%m-%Y")


def in_words(day: dt.date) -> str:
    months = "januari februari maart april mei juni juli augustus september oktober november december"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def next_march() -> dt.date:
    return dt.date(TODAY.year + (TODAY.month >= 3), 3, 10)


def to_plan(page: Page, who: str) -> Keyboard:
    hand = Keyboard(page)
    page.goto("/mensen/")
    hand.link(who)
    hand.tab("Plan")
    return hand


def to_own_plan(page: Page) -> Keyboard:
    hand = Keyboard(page)
    if "/mijn/" in page.url:
        hand.link("Plan", exact=True)
        hand.link("Het hele plan")
    elif not page.url.endswith("/plan/"):
        hand.link("Plan", exact=True)
    unfold_all(page)
    return hand


def promise(hand: Keyboard, side: str, owner: str, what: str, due: dt.date | None = None) -> None:
    hand.go(hand.page.get_by_role("link", name="Belofte erbij").filter(has_text=side))
    hand.pick(owner)
    hand.write("Wat wordt er gedaan?", what)
    if due:
        hand.write("Voor wanneer?", typed(due))
    hand.button("Opslaan")


def answer(hand: Keyboard, what: str, button: str, words: str = "") -> None:
    """Her answer to a promise, in her words."""
    article = hand.page.get_by_role("article", name=what)
    hand.go(article.get_by_role("button", name=button, exact=True))
    if words:
        hand.write(
            "In jouw woorden" if hand.page.get_by_text("Wat zeg jij?").count() else "In haar woorden", words
        )
    hand.button("Opslaan")


def unchecked(page: Page) -> None:
    """Pages that the other journey here looks at already."""


def fix(hand: Keyboard, check) -> None:
    """Peter reads it with her and fixes it; that makes a version that waits for her yes."""
    hand.link("Plan vaststellen")
    check(hand.page)
    hand.button("Zo vaststellen")
    assert hand.page.get_by_text("Het plan is vastgesteld. Nu is het aan haar om ja te zeggen.").is_visible()


def say_yes(hand: Keyboard, check) -> str:
    """On her own phone: read the version, say yes. Gives the text she said yes to."""
    hand.link("Lezen en antwoorden")
    check(hand.page)
    read = hand.page.inner_text("main")
    hand.button("Ja, zo spreken we het af")
    assert hand.page.get_by_text("Je hebt ja gezegd tegen dit plan.").is_visible()
    return read


@WIDTHS
def test_the_class_is_a_step_and_the_municipality_owes_the_decision(open_page, check, size):
    width = size["width"]
    decides = f"Beslist over de opvang op de lesochtenden ({width})."
    class_ = f"Gaat naar de taalles, dinsdag en donderdag. Dat is een stap naar werk ({width})."
    page = open_page("Peter van Dongen", size)
    hand = to_plan(page, "Samira Haddad")
    promise(hand, "Wat de gemeente doet", "gemeente", decides, IN_TWO_WEEKS)
    promise(hand, "Wat Samira doet", "zijzelf", class_, next_march())
    check(page)
    fix(hand, unchecked)
    seen_by_both(page, decides, class_)

    samira = open_page("Samira Haddad", size)
    hers = to_own_plan(samira)
    check(samira)
    seen_by_both(samira, decides, class_)
    read = say_yes(hers, unchecked)
    assert decides in read and class_ in read and in_words(IN_TWO_WEEKS) in read
    page.reload()
    assert page.get_by_text("Samira zei ja op").is_visible(), "he sees her yes"
    letter = pdf_of(page, page.get_by_role("link", name="Brief", exact=True).get_attribute("href"))
    assert decides.lower() in letter.lower() and in_words(IN_TWO_WEEKS) in letter and "44a" in letter


def seen_by_both(page: Page, decides: str, class_: str) -> None:
    owed = page.get_by_role("article", name=decides)
    assert owed.get_by_text(f"voor {in_words(IN_TWO_WEEKS)}").is_visible()
    assert page.get_by_role("article", name=class_).get_by_text(f"voor {in_words(next_march())}").is_visible()


@WIDTHS
def test_her_wish_on_top_and_her_no_kept_in_her_words(open_page, check, size):
    width = size["width"]
    course, study, shorter = (
        f"{what} ({width})."
        for what in (
            "Betaalt een cursus zorg van zes weken, als voorstel van de gemeente",
            "Hbo in deeltijd, vier jaar",
            "De opleiding van twee jaar",
        )
    )
    hers = to_own_plan(open_page("Denise de Rooij", size))
    assert WISH in hers.page.locator("main .vk-card").first.inner_text(), "her wish stands on top"
    for what in (study, shorter):
        hers.link("Voorstel erbij")
        hers.write("Wat stel jij voor?", what)
        hers.button("Opslaan")
        unfold_all(hers.page)

    his = to_plan(open_page("Peter van Dongen", size), "Denise de Rooij")
    promise(his, "Wat de gemeente doet", "gemeente", course, IN_TWO_WEEKS)
    reply(his, study, "nee", "Teamleider Marleen Smits zegt nee: vier jaar is te lang om te betalen.", check)
    reply(his, shorter, "ja", "Teamleider Marleen Smits zegt ja tegen twee jaar.", unchecked)
    check(his.page)

    hers.page.reload()
    unfold_all(hers.page)
    answer(hers, course, "Daar wil ik over nadenken", "Het is jullie idee en niet het mijne.")
    unfold_all(hers.page)
    disagree(hers, study, check)
    unfold_all(hers.page)
    kept = hers.page.get_by_role("article", name=study)
    assert kept.get_by_text("Je bent het er niet mee eens").is_visible()
    assert kept.get_by_text(HER_NO).is_visible()
    assert kept.get_by_text(f"Opnieuw bespreken in maart {next_march().year}").is_visible()

    his.page.reload()
    fix(his, check)
    hers.page.reload()
    unfold_all(hers.page)
    fixed = say_yes(hers, check)
    letter, plan = (
        pdf_of(his.page, his.page.get_by_role("link", name=name, exact=True).get_attribute("href"))
        for name in ("Brief", "Heel het plan")
    )
    for where in (fixed, letter, plan):
        assert HER_NO in where and "vier jaar is te lang om te betalen" in where
        assert f"Opnieuw bespreken in maart {next_march().year}" in where
        assert course.lower() in where.lower() and WISH in where
    his.page.reload()
    assert his.page.get_by_text("Denise zei ja op").is_visible()


def reply(hand: Keyboard, proposal: str, says: str, why: str, check) -> None:
    """What the team lead decided, written down by Peter, with the reason."""
    hand.go(hand.page.get_by_role("article", name=proposal).get_by_role("link", name="Antwoord geven"))
    check(hand.page)
    hand.pick(says)
    hand.write("Waarom?", why)
    hand.button("Opslaan")


def disagree(hand: Keyboard, proposal: str, check) -> None:
    hand.go(hand.page.get_by_role("article", name=proposal).get_by_role("link", name="Wat vind je daarvan?"))
    check(hand.page)
    hand.pick("nee, dat wil ik niet")
    hand.write("In jouw woorden", HER_NO)
    hand.write("Wanneer praten we hier weer over?", typed(next_march()))
    hand.button("Opslaan")


def test_every_paper_is_tagged_and_prints_three_scripts(open_page):
    page = open_page("Peter van Dongen")
    hand = to_plan(page, "Kelly Schouten")
    promise(
        hand, "Wat de gemeente doet", "gemeente", "Stuurt de brief ook zo: ሰላም مرحبا 👩‍👧 😀", IN_TWO_WEEKS
    )
    for name in ("Brief", "Eén blad", "Heel het plan"):
        address = page.get_by_role("link", name=name, exact=True).get_attribute("href")
        text = pdf_of(page, address)
        assert "ሰላም" in text and "😀" in text and "□" not in text, name
        assert "kon niet worden afgedrukt" not in text, name
        if name == "Eén blad":
            assert len(PdfReader(io.BytesIO(page.request.get(address).body())).pages) == 1
