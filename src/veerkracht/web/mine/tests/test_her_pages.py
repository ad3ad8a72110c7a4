"""Her own pages: in `je`, theirs that is late first, nobody else lets herself in, and one tap to leave."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import Promise

PAGES = ("start", "plan", "money", "week", "around", "more", "closing")


def text_of(answer) -> str:  # type: ignore[no-untyped-def]
    return answer.content.decode()


def late_promise(case, peter, days: int = 3) -> Promise:  # type: ignore[no-untyped-def]
    due_on = timezone.localdate() - dt.timedelta(days=days)
    made = actions.make_promise(
        by=peter, case=case, owner="klantmanager", what="Belt het wijkteam.", due_on=due_on
    )
    return actions.answer_promise(
        by=case.account, case=case, promise_id=made.pk, seen_version=made.version, answer="agree"
    )


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_case_opens_every_page_without_a_verdict(page, as_, samira, samira_case) -> None:
    answer = as_(samira).get(reverse(f"mine:{page}"))
    assert answer.status_code == 200
    text = text_of(answer)
    assert "<title>Mijn overzicht</title>" in text
    assert "€ 0" not in text and "past nu nog geen werk" not in text
    assert 'action="/sluit/"' in text


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_has_such_a_page(page, as_, peter, samira_case, others) -> None:
    for who in (peter, others["beleid"], others["gemachtigde"]):
        assert as_(who).get(reverse(f"mine:{page}")).status_code == 404


def test_what_is_late_stands_first_with_a_number_to_call(as_, samira, samira_case, peter) -> None:
    late_promise(samira_case, peter)
    text = text_of(as_(samira).get(reverse("mine:start")))
    assert "Eén belofte aan jou is te laat" in text
    assert text.index("te laat") < text.index("Bel ") < text.index("Ik doe")
    assert 'href="tel:' in text


def test_her_yes_and_no_are_hers_and_lateness_stays(as_, samira, samira_case, peter) -> None:
    promise = late_promise(samira_case, peter)
    browser = as_(samira)
    browser.post(reverse("mine:done", args=[promise.pk]), {"seen_version": promise.version, "done": "nee"})
    text = text_of(browser.get(reverse("mine:plan")))
    assert "Jij zei op" in text and "3 dagen te laat" in text
    promise.refresh_from_db()
    assert promise.done_on is None


def test_an_answer_of_another_version_is_not_taken(as_, samira, samira_case, peter) -> None:
    made = actions.make_promise(by=peter, case=samira_case, owner="klantmanager", what="Belt de school.")
    browser = as_(samira)
    url = reverse("mine:answer", args=[made.pk])
    assert (
        browser.post(url, {"seen_version": made.version + 1, "answer": "agree"}, follow=True).status_code
        == 200
    )
    made.refresh_from_db()
    assert made.answer == "none"
    assert browser.post(url, {"seen_version": made.version, "answer": "misschien"}).status_code == 400
    browser.post(url, {"seen_version": made.version, "answer": "think"})
    made.refresh_from_db()
    assert made.answer == "think"


def test_sluit_ends_the_log_in_without_javascript(as_, samira, samira_case) -> None:
    browser = as_(samira)
    answer = browser.post(reverse("people:leave"))
    assert (answer.status_code, answer["Location"]) == (302, "/seizoen/")
    assert browser.get(reverse("mine:start")).status_code == 302
    season = text_of(browser.get(answer["Location"]))
    for word in ("Samira", "Veerkracht", "overzicht", "gemeente"):
        assert word not in season


def test_the_municipality_chooses_where_sluit_leads(as_, samira, samira_case, settings) -> None:
    settings.NEUTRAL_PAGE = "https://weer.example/"
    assert as_(samira).post(reverse("people:leave"))["Location"] == "https://weer.example/"


def test_what_she_hid_does_not_lie_open(as_, samira, samira_case) -> None:
    from veerkracht.web.map.models import Node

    Node.objects.create(case=samira_case, name="Verborgene", ring="micro", only_hers=True, kind="person")
    text = text_of(as_(samira).get(reverse("mine:around")))
    assert "Verborgene" not in text and "alleen jij" not in text


def test_her_money_is_one_sentence_of_tens_that_add_up(as_, samira, samira_case) -> None:
    from veerkracht.web.purse.her_money import her_money
    from veerkracht.web.purse.models import PartAnswers

    known = {
        "wonen": {"huur": 689.0, "servicekosten": 0.0, "partner": "nee", "medebewoners": 0},
        "werk": {"uren": 0.0, "bijstand": "ja", "vrijlating": "geen", "vermogen": 0.0},
        "kosten": {"vaste_lasten": 380.0},
    }
    for part, answers in known.items():
        PartAnswers.objects.create(case=samira_case, part=part, answers=answers)
    samira_case.born_on = dt.date(1990, 5, 1)
    samira_case.save(update_fields=["born_on"])
    money = her_money(case=samira_case, day=dt.date(2026, 11, 29))
    assert money is not None
    assert (money.rent, money.fixed) == (690, 380)
    assert money.income == money.rent + money.fixed + money.rest
    answer = as_(samira).get(reverse("mine:money"))
    assert "Na huur en vaste kosten heb je ongeveer €" in text_of(answer)


def test_lijstje_lies_over_everything_until_her_word_or_a_log_in(as_, samira, samira_case) -> None:
    browser = as_(samira)
    assert browser.post(reverse("mine:cover"))["Location"] == reverse("mine:cover_word")
    for wrong in ("wc", "Melk"):
        assert browser.post(reverse("mine:cover_word"), {"word": wrong}).status_code == 422
    browser.post(reverse("mine:cover_word"), {"word": "Rabarber  jam"})
    assert "Lijstje" in text_of(browser.get(reverse("mine:start")))
    browser.post(reverse("mine:cover"))
    for address in (
        reverse("mine:start"),
        f"/mensen/{samira_case.public_id}/plan/",
        "/bestaat-niet/",
    ):
        assert browser.get(address)["Location"] == reverse("mine:shopping_list")
    browser.post(reverse("mine:shopping_list"), {"new": "kaas"})
    text = text_of(browser.get(reverse("mine:shopping_list")))
    assert "kaas" in text
    for word in ("Samira", "overzicht", "gemeente", "Sluit", "Veerkracht"):
        assert word not in text
    assert browser.post(reverse("mine:shopping_list"), {"new": "rabarber jam"})["Location"] == reverse(
        "mine:start"
    )
    assert browser.get(reverse("mine:start")).status_code == 200


def test_her_word_stands_nowhere_in_the_clear_and_in_no_history(as_, samira, samira_case, peter) -> None:
    from veerkracht.web.mine.models import CoverWord

    as_(samira).post(reverse("mine:cover_word"), {"word": "rabarberjam"})
    assert "rabarber" not in CoverWord.objects.get().word_hash
    for who in (samira, peter):
        history = text_of(as_(who).get(reverse("people:history", args=[samira_case.public_id])))
        assert "koos een woord" not in history
