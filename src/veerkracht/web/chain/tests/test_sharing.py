"""One piece, one helper, one purpose, until one day, for a partner with a log-in (Carla)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.chain import share_actions
from veerkracht.web.chain.models import PieceAnswer, Share
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.record.models import Event, Reading

from .doing import As, share


def test_only_she_opens_what_her_klantmanager_put_before_her(
    as_: As, peter, samira, carla, partner, promise
) -> None:
    row = share(peter, partner, f"promise:{promise.pk}")
    pieces = reverse("chain:pieces", args=[partner.pk])
    assert as_(carla).get(pieces).status_code == 404
    case = partner.case
    give = reverse("chain:give", args=[case.public_id, row.pk])
    assert as_(peter).post(give, {"seen_version": row.version}).status_code == 404
    as_(samira).post(give, {"seen_version": row.version})
    page = as_(carla).get(pieces).content.decode()
    assert (
        "Stopt de incasso." in page
        and "De schulden regelen" in page
        and "Iets dat geheim blijft." not in page
    )
    assert "Samira Haddad" in as_(carla).get("/gedeeld/").content.decode()
    assert Reading.objects.filter(account_id=carla.pk, case_id=case.pk, what="gedeeld_stuk").exists()
    kinds = set(
        Event.objects.filter(case_id=case.pk, kind__startswith="chain.share").values_list("kind", flat=True)
    )
    assert kinds == {"chain.share_asked", "chain.share_given"}


def test_money_only_and_times_only(as_: As, samira, carla, partner, promise) -> None:
    share(samira, partner, "money")
    page = as_(carla).get(reverse("chain:pieces", args=[partner.pk])).content.decode()
    assert "Het geld" in page and "Stopt de incasso." not in page and "Bezet" not in page
    assert as_(carla).get(reverse("plan:plan", args=[partner.case.public_id])).status_code == 404


def test_it_ends_on_its_day_and_when_she_stops_it(as_: As, samira, carla, partner, promise) -> None:
    with freeze_time("2026-11-30 10:00"):
        row = share(samira, partner, "money", until=dt.date(2026, 12, 1))
    pieces = reverse("chain:pieces", args=[partner.pk])
    browser = as_(carla)
    for moment, status in (("2026-12-01 22:00", 200), ("2026-12-02 08:00", 404)):
        with freeze_time(moment):
            assert as_(carla).get(pieces).status_code == status
    with freeze_time("2026-12-01 10:00"):
        browser = as_(carla)
        assert browser.get(pieces).status_code == 200
        stop = reverse("chain:withdraw", args=[partner.case.public_id, row.pk])
        as_(samira).post(stop, {"seen_version": row.version})
        assert browser.get(pieces).status_code == 404
        assert as_(samira).get(reverse("chain:shares", args=[partner.case.public_id])).status_code == 200


def test_accept_done_and_her_word(as_: As, samira, carla, partner, promise) -> None:
    row = share(samira, partner, f"promise:{promise.pk}")
    answer = reverse("chain:answer_piece", args=[partner.pk, row.pk, promise.pk])
    browser = as_(carla)
    page = browser.post(answer, {"step": "decline"}).content.decode()
    assert "Schrijf in een paar woorden waarom" in page
    page = browser.post(answer, {"step": "report_done"}).content.decode()
    assert "Deze keuze bestaat niet" in page, "first a yes, then done"
    browser.post(answer, {"step": "accept"})
    browser.post(answer, {"step": "propose_day", "proposed_on": "24-12-2199"})
    browser.post(answer, {"step": "report_done"})
    said = PieceAnswer.objects.get()
    assert said.state == "reported" and said.proposed_on == dt.date(2199, 12, 24)
    shares = reverse("chain:shares", args=[partner.case.public_id])
    assert "gedaan, volgens de ander" in as_(samira).get(shares).content.decode()
    confirm = reverse("chain:confirm_piece", args=[partner.case.public_id, said.pk])
    as_(samira).post(confirm, {"done": "nee", "seen_version": said.version})
    said.refresh_from_db()
    assert said.state == "accepted"


def test_a_day_that_passed_is_said_to_who_promised_until_there_is_a_word(
    as_: As, samira, carla, partner, promise
) -> None:
    with freeze_time("2026-12-01 09:00"):
        row = share(samira, partner, f"promise:{promise.pk}", until=dt.date(2027, 6, 1))
    pieces, says = reverse("chain:pieces", args=[partner.pk]), "Die dag is voorbij."
    promise.due_on = dt.date(2026, 12, 10)
    promise.save()
    with freeze_time("2026-12-10 09:00"):
        assert says not in as_(carla).get(pieces).content.decode(), "the last day is a day to do it"
    with freeze_time("2026-12-11 09:00"):
        browser = as_(carla)
        assert says in browser.get(pieces).content.decode()
        answer = reverse("chain:answer_piece", args=[partner.pk, row.pk, promise.pk])
        browser.post(answer, {"step": "accept"})
        assert says in browser.get(pieces).content.decode(), "a yes is not done yet"
        browser.post(answer, {"step": "report_done"})
        assert says not in browser.get(pieces).content.decode()


def test_asking_for_more_tells_what_is_missing_and_lets_her_decide(
    as_: As, samira, carla, partner, promise
) -> None:
    share(samira, partner, "money")
    ask = reverse("chain:ask_more", args=[partner.pk])
    assert "Hiervoor is nog geen grond" in as_(carla).get(ask).content.decode()
    as_(carla).post(ask, {"purpose": "De afspraak over de incasso"})
    question = Share.objects.get(asked_by=None)
    page = as_(samira).get(reverse("chain:shares", args=[partner.case.public_id])).content.decode()
    assert "De afspraak over de incasso" in page
    with pytest.raises(Http404):
        share_actions.give(by=samira, case=partner.case, share_id=question.pk, seen_version=1)
    share(samira, partner, f"promise:{promise.pk}", question_id=question.pk)
    assert "Stopt de incasso." in as_(carla).get(reverse("chain:pieces", args=[partner.pk])).content.decode()


def test_nothing_else_can_be_shared(peter, samira, partner, denise_case, aylin) -> None:
    theirs = plan_actions.make_promise(by=aylin, case=denise_case, owner="municipality", what="Van Denise.")
    for piece in (f"promise:{theirs.pk}", "case", "story", "week:1", ""):
        with pytest.raises(Http404):
            share(samira, partner, piece)
    with pytest.raises(Http404):
        share(samira, partner)
    with pytest.raises(Http404):
        share(samira, partner, "money", until=timezone.localdate() - dt.timedelta(days=1))
