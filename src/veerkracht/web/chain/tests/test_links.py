"""A debt worker with one link (Karin), and every link that does not work."""

from __future__ import annotations

import datetime as dt
import random
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from tests.security.addresses import body
from veerkracht.web.chain import handover_actions, link_actions, share_actions
from veerkracht.web.chain.links import NothingToSend
from veerkracht.web.chain.models import PieceLink, PieceVisit, Share

from .doing import As, code_for


def test_a_debt_worker_with_one_link(
    as_: As, samira, karin, linked, promise, django_capture_on_commit_callbacks
) -> None:
    link, row = linked
    for _scanner in range(5):
        assert Client().get(link).status_code == 200, "a mail scanner looks, and uses nothing up"
    browser = Client()
    code = code_for(browser, link, django_capture_on_commit_callbacks)
    page = browser.post(f"{link}code/", {"code": code}, follow=True).content.decode()
    assert "Stopt de incasso." in page and "Het geld" in page and "Iets dat geheim blijft." not in page
    answer = reverse("chain:link_answer_piece", args=[row.pk, promise.pk])
    browser.post(answer, {"step": "accept"})
    page = browser.post(answer, {"step": "report_done"}, follow=True).content.decode()
    assert "U zei: dit is gedaan." in page
    browser.post(reverse("chain:link_ask_more"), {"purpose": "De brief van de deurwaarder"})
    assert Share.objects.filter(asked_by=None, state="asked").count() == 1
    page = as_(samira).get(reverse("chain:shares", args=[karin.case.public_id])).content.decode()
    assert (
        "Karin Bos" in page and "gedaan, volgens de ander" in page and "De brief van de deurwaarder" in page
    )
    assert PieceVisit.objects.filter(helper=karin).count() == 1


def dead(answer) -> bool:  # type: ignore[no-untyped-def]
    return answer.status_code == 404 and "Hier is niets te zien" in answer.content.decode()


def test_every_link_that_does_not_work_gives_the_same(
    as_: As, samira, peter, karin, linked, django_capture_on_commit_callbacks
) -> None:
    """Expired, withdrawn, replaced, used twice, passed on and guessed: one page, and no mail."""
    capture, (link, row) = django_capture_on_commit_callbacks, linked
    browser = Client()
    code = code_for(browser, link, capture)
    assert browser.post(f"{link}code/", {"code": code}).status_code == 302
    reused = Client().post(f"{link}code/", {"code": code})
    guessed = Client().post(f"{link}code/", {"code": "12345678"})
    unknown = Client().post("/stuk/AAAAAAAAAAAAAAAAAAAAAA/code/", {"code": code})
    assert dead(reused) and dead(guessed) and dead(unknown)
    assert code_for(Client(), "/stuk/AAAAAAAAAAAAAAAAAAAAAA/", capture) == ""
    first = {body(each) for each in (reused, guessed, unknown)}
    assert len(first) == 1, "the pages differ"
    share_actions.withdraw(by=samira, case=karin.case, share_id=row.pk, seen_version=row.version)
    assert dead(browser.get(reverse("chain:link_opened"))), (
        "open in the browser, and closed on the next request"
    )
    assert code_for(Client(), link, capture) == "", "nothing behind it: no code goes out"


def test_a_link_dies_with_its_last_day_and_with_a_new_one(
    samira, peter, karin, linked, django_capture_on_commit_callbacks
) -> None:
    capture, (link, _row) = django_capture_on_commit_callbacks, linked
    with freeze_time(timezone.now() + dt.timedelta(days=31)):
        assert code_for(Client(), link, capture) == ""
    with capture(execute=True):
        link_actions.send_link(by=peter, case=karin.case, helper_id=karin.pk)
    assert code_for(Client(), link, capture) == "", "the new one replaces it"
    assert PieceLink.objects.filter(ended_at=None).count() == 1


def test_a_code_is_old_after_a_quarter_and_dead_after_five_tries(
    linked, django_capture_on_commit_callbacks
) -> None:
    capture, (link, _row) = django_capture_on_commit_callbacks, linked
    browser = Client()
    code = code_for(browser, link, capture)
    with freeze_time(timezone.now() + dt.timedelta(minutes=16)):
        assert dead(browser.post(f"{link}code/", {"code": code}))
    code = code_for(browser, link, capture)
    for wrong in range(5):
        assert dead(browser.post(f"{link}code/", {"code": f"0000000{wrong}"}))
    assert dead(browser.post(f"{link}code/", {"code": code}))


@pytest.mark.parametrize("count", [60, pytest.param(10_000, marks=pytest.mark.long)])
def test_guesses_are_slowed_down(db: None, count: int) -> None:
    browser, chance = Client(), random.Random(count)
    answers = [
        browser.post(f"/stuk/{chance.getrandbits(128):032x}/code/", {"code": "1"}).status_code
        for _ in range(count)
    ]
    assert answers[:20] == [404] * 20 and set(answers[20:]) == {429}


def test_a_handover_to_somebody_without_a_log_in(
    as_: As, samira, peter, karin, promise, django_capture_on_commit_callbacks
) -> None:
    capture = django_capture_on_commit_callbacks
    row = handover_actions.make_handover(by=peter, case=karin.case, topic="Schuldhulp", to_helper_id=karin.pk)
    with pytest.raises(NothingToSend):
        link_actions.send_link(by=peter, case=karin.case, helper_id=karin.pk)
    handover_actions.release(by=samira, case=karin.case, handover_id=row.pk, seen_version=row.version)
    with capture(execute=True):
        link_actions.send_link(by=peter, case=karin.case, helper_id=karin.pk)
    link = re.search(r"/stuk/[\w-]+/", mail.outbox[-1].body)[0]  # type: ignore[index]
    browser = Client()
    browser.post(f"{link}code/", {"code": code_for(browser, link, capture)})
    page = browser.get(reverse("chain:link_opened")).content.decode()
    assert "Overdracht: Schuldhulp" in page
    row.refresh_from_db()
    yes = reverse("chain:link_handover", args=[row.pk, "accept"])
    browser.post(yes, {"seen_version": row.version, "greeting": "Dag Samira"})
    row.refresh_from_db()
    assert row.state == "accepted" and row.greeting == "Dag Samira"
    case_url = reverse("chain:handover", args=[karin.case.public_id, row.pk])
    assert "Karin Bos" in as_(samira).get(case_url).content.decode()
