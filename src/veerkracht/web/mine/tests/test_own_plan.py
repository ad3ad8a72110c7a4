"""Her own plan at home: hers until she brings it in, one question at a time, item by item."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from veerkracht.web.mine.models import OwnAnswer, Skill

CAN = {"can": "Voorzitten", "learned_in": "unpaid", "area": "planning", "example": "De oudervereniging"}


def say(browser, code: str, words: str, **more):  # type: ignore[no-untyped-def]
    return browser.post(reverse("mine:own_question", args=[code]), {"words": words, **more})


def test_every_question_may_be_skipped_and_she_can_stop_anywhere(as_, samira, samira_case) -> None:
    browser = as_(samira)
    assert browser.get(reverse("mine:own_plan")).content.decode().count("Nog niets. Dat mag.") == 6
    assert say(browser, "wens", "Koken", verder="ja")["Location"] == reverse(
        "mine:own_question", args=["waarom"]
    )
    assert say(browser, "waarom", "", ticked=["M6"])["Location"] == reverse("mine:own_plan")
    text = browser.get(reverse("mine:own_plan")).content.decode()
    assert "Koken" in text and "Een voorbeeld zijn voor mijn kinderen" in text


def test_nobody_reads_it_until_she_brings_it_in_and_she_can_take_it_back(
    as_, samira, samira_case, peter
) -> None:
    browser, page = as_(samira), f"/mensen/{samira_case.public_id}/"
    for code, words in (("wens", "Pannenkoekenkraam"), ("zorgen", "Nachtmerriebrief")):
        say(browser, code, words)
    read = lambda: as_(peter).get(page).content.decode()  # noqa: E731
    assert "Pannenkoekenkraam" not in read()
    browser.post(reverse("mine:bring", args=["wens"]), {"mee": "ja"})
    assert "Pannenkoekenkraam" in read() and "Nachtmerriebrief" not in read()
    browser.post(reverse("mine:bring", args=["wens"]), {"mee": "nee"})
    assert "Pannenkoekenkraam" not in read()


def test_what_she_dared_always_stays_hers(as_, samira, samira_case) -> None:
    browser = as_(samira)
    say(browser, "durven", "Ik durf nu te bellen")
    assert browser.post(reverse("mine:bring", args=["durven"]), {"mee": "ja"}).status_code == 404
    assert OwnAnswer.objects.get().brought_on is None
    assert browser.get(reverse("mine:own_question", args=["bestaat-niet"])).status_code == 404


def test_two_windows_lose_nothing(as_, samira, samira_case) -> None:
    browser = as_(samira)
    say(browser, "wens", "Koken")
    behind = say(browser, "wens", "Bakken", seen_version=0)
    assert behind.status_code == 409 and "Bakken" in behind.content.decode()


def test_strengths_go_along_as_pdf_and_docx(as_, samira, samira_case) -> None:
    browser = as_(samira)
    assert browser.post(reverse("mine:new_strength"), {**CAN, "can": ""}).status_code == 422
    browser.post(reverse("mine:new_strength"), CAN)
    assert "Voorzitten" in browser.get(reverse("mine:strengths")).content.decode()
    pdf = browser.get(reverse("mine:strengths_file", args=["pdf"]))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Voorzitten" in text and "De oudervereniging" in text
    docx = browser.get(reverse("mine:strengths_file", args=["docx"]))
    assert "Voorzitten" in [each.text for each in Document(io.BytesIO(docx.content)).paragraphs]
    assert "overzicht-" in docx["Content-Disposition"] and "Samira" not in docx["Content-Disposition"]


def test_the_booklet_holds_the_questions_and_nothing_of_anybody(as_, samira, samira_case) -> None:
    say(as_(samira), "wens", "Koken")
    pdf = as_(samira).get(reverse("mine:booklet"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Wat wil je het liefst?" in text and "Koken" not in text and "Samira" not in text


@pytest.mark.parametrize("name", ["strength", "bring_strength", "remove_strength"])
def test_what_another_can_is_absent(name, as_, samira, samira_case, denise, denise_case) -> None:
    as_(samira).post(reverse("mine:new_strength"), CAN)
    url = reverse(f"mine:{name}", args=[Skill.objects.get().pk])
    assert as_(denise).post(url, {**CAN, "mee": "ja"}).status_code == 404
