"""The end of a talk on one screen: every promise answered, the next talk planned, the letter in her hand."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from veerkracht.web.guide import actions
from veerkracht.web.guide.models import Talk
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of


def url(name: str, case, talk, *more) -> str:
    return reverse(f"guide:{name}", args=[case.public_id, talk.pk, *more])


@pytest.fixture
def ended(peter, samira_case, talk, say) -> Talk:
    say("Ik wil meer uren.")
    plan_actions.make_promise(
        by=peter,
        case=samira_case,
        owner="klantmanager",
        what="Belt de schuldhulp",
        due_on=dt.date(2031, 12, 11),
    )
    return actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)


@pytest.fixture
def next_week() -> str:
    return (timezone.localdate() + dt.timedelta(days=7)).strftime("%d-%m-%Y")


def shown_hash(client, case, talk) -> str:
    page = client.get(url("wrap_up", case, talk)).content.decode()
    return page.split('name="hash" value="')[1].split('"')[0]


def test_a_promise_made_on_whatever_page_is_put_to_her(as_, peter, samira_case, ended):
    client, promise = as_(peter), plan_of(case=samira_case, day=timezone.localdate()).promises[0]
    assert "Belt de schuldhulp" in client.get(url("wrap_up", samira_case, ended)).content.decode()
    answered = client.post(
        url("answer", samira_case, ended, promise.id),
        {"answer": "think", "seen_version": promise.version},
        headers={"HX-Request": "true"},
    ).content.decode()
    assert 'value="think"' in answered and "<html" not in answered
    assert plan_of(case=samira_case, day=timezone.localdate()).promises[0].answer == "think"


def test_what_was_promised_before_this_talk_is_not_asked_again(as_, peter, samira_case, say, talk):
    Talk.objects.filter(pk=talk.pk).update(started_at=timezone.now() + dt.timedelta(hours=1))
    plan_actions.make_promise(
        by=peter, case=samira_case, owner="municipality", what="Eerder.", due_on=dt.date(2031, 1, 6)
    )
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    assert "Eerder." not in as_(peter).get(url("wrap_up", samira_case, talk)).content.decode()


def test_one_button_signs_plans_the_next_talk_and_opens_the_letter(as_, peter, samira_case, ended, next_week):
    client = as_(peter)
    said = {"next_on": next_week, "next_at": "10.15", "next_place": "kamer 4", "next_interpreter": "Tigrinya"}
    sent = {
        **said,
        "seen": "Zij regelt veel.",
        "hash": shown_hash(client, samira_case, ended),
        "letter": "ja",
    }
    answer = client.post(url("sign", samira_case, ended), sent)
    assert answer["Location"] == reverse("plan:letter", args=[samira_case.public_id])
    planned = Talk.objects.get(case=samira_case, state="planned")
    assert (planned.starts_at, planned.place, planned.interpreter) == (dt.time(10, 15), "kamer 4", "Tigrinya")
    letter = client.get(answer["Location"])
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(letter.content)).pages)
    assert "om 10.15 uur" in text and "kamer 4" in text and "Tigrinya" in text
    assert "versie 0" not in text
    client.post(url("sign", samira_case, ended), sent)
    assert Talk.objects.filter(case=samira_case, state="planned").count() == 1, "the first press did it"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"next_at": "10.15"}, "Op welke dag is het volgende gesprek?"),
        ({"next_on": "1-1-2020"}, "Deze dag is geweest."),
        ({"next_on": "31-02-2031"}, "is geen datum die bestaat"),
        ({"next_on": "1-2-2031", "next_at": "half tien"}, "is geen tijd"),
    ],
)
def test_a_next_talk_that_cannot_be_is_said_and_nothing_is_lost(as_, peter, samira_case, ended, typed, says):
    client = as_(peter)
    sent = {**typed, "seen": "Zij regelt veel.", "hash": shown_hash(client, samira_case, ended)}
    answer = client.post(url("sign", samira_case, ended), sent)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert says in text and "Zij regelt veel." in text
    ended.refresh_from_db()
    assert ended.state == "ended" and not Talk.objects.filter(state="planned").exists()


def test_the_copy_holds_promises_number_and_next_talk(as_, peter, samira_case, ended, next_week):
    client = as_(peter)
    promise = plan_of(case=samira_case, day=timezone.localdate()).promises[0]
    client.post(
        url("answer", samira_case, ended, promise.id), {"answer": "agree", "seen_version": promise.version}
    )
    sent = {"next_on": next_week, "next_at": "9", "hash": shown_hash(client, samira_case, ended)}
    client.post(url("sign", samira_case, ended), sent)
    document = Document(io.BytesIO(client.get(url("docx", samira_case, ended)).content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (
        samira_case.public_id,
        "Belt de schuldhulp",
        "11 december 2031",
        "ja, dat spreken we af",
        "om 9.00 uur",
    ):
        assert words in text


def test_who_has_no_log_in_gets_the_letter_and_no_promise_of_reading(as_, peter, samira_case, ended):
    type(samira_case).objects.filter(pk=samira_case.pk).update(account=None)
    client = as_(peter)
    sent = {"hash": shown_hash(client, samira_case, ended)}
    page = client.post(url("sign", samira_case, ended), sent, follow=True).content.decode()
    assert "Geef Samira de brief mee." in page and "kan het nu lezen" not in page
