"""Random steps by anybody, through the real actions, against a second book that was written from what was promised.

Promised: one responsible person at every moment; nothing visible beyond what she gave, to whom, until when; every write
in the log and no refusal in it; nothing promised disappears. The book below knows no table of steps: it only knows who
did what, and what must be true after that.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.chain import handover_actions, share_actions
from veerkracht.web.chain.domain.steps import StepRefused
from veerkracht.web.chain.handover_queries import offered_to
from veerkracht.web.chain.handover_showing import lines_of
from veerkracht.web.chain.models import Handover, Helper, PieceAnswer, Share
from veerkracht.web.chain.share_queries import open_shares
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.models import Promise
from veerkracht.web.record.models import Conflict, Event

from .doing import add


@dataclass
class Book:
    """What happened, as a person at the table would tell it."""

    case: Case
    handover: Handover
    share: Share
    promise_id: int
    until: dt.date
    lies_with_receiver: bool = False
    was_accepted: bool = False
    is_talked: bool = False
    is_stopped: bool = False
    is_given: bool = False
    accepted_piece: bool = False
    steps: list[str] = field(default_factory=list)


Deed = Callable[[Book, Account], Any]


def of_handover(action: Callable[..., Any], **more: Any) -> Deed:
    def deed(book: Book, by: Account) -> Any:
        version = Handover.objects.get(pk=book.handover.pk).version
        given = {"by": by, "case": book.case, "handover_id": book.handover.pk, "seen_version": version}
        return action(**given, **more)

    return deed


def of_receiver(action: Callable[..., Any], **more: Any) -> Deed:
    def deed(book: Book, by: Account) -> Any:
        version = Handover.objects.get(pk=book.handover.pk).version
        return action(by=by, handover_id=book.handover.pk, seen_version=version, **more)

    return deed


def of_share(action: Callable[..., Any]) -> Deed:
    def deed(book: Book, by: Account) -> Any:
        version = Share.objects.get(pk=book.share.pk).version
        return action(by=by, case=book.case, share_id=book.share.pk, seen_version=version)

    return deed


def of_piece(step: str, **more: Any) -> Deed:
    def deed(book: Book, by: Account) -> Any:
        ids = {"helper_id": book.share.helper_id, "share_id": book.share.pk, "promise_id": book.promise_id}
        return share_actions.answer_piece(by=by, step=step, reason="Het kan niet.", **ids, **more)

    return deed


def judged(*, is_done: bool) -> Deed:
    def deed(book: Book, by: Account) -> Any:
        row = PieceAnswer.objects.get(share=book.share)
        given = {"answer_id": row.pk, "seen_version": row.version, "is_done": is_done}
        return share_actions.confirm_piece(by=by, case=book.case, **given)

    return deed


def of_an_old_page(book: Book, by: Account) -> Any:
    """A button on a page that stayed open: the row was changed since."""
    row = Handover.objects.get(pk=book.handover.pk)
    given = {"case": book.case, "handover_id": row.pk, "seen_version": row.version - 1}
    return handover_actions.release(by=by, **given)


DEEDS: dict[str, Deed] = {
    "release": of_handover(handover_actions.release),
    "old_page": of_an_old_page,
    "empty": of_handover(handover_actions.change_packet, keep=()),
    "take_back": of_handover(handover_actions.take_back),
    "stop": of_handover(handover_actions.stop_handover),
    "again": of_handover(handover_actions.begin_again),
    "plan": of_handover(handover_actions.plan_first_talk, talk_on=dt.date(2027, 6, 1)),
    "hold": of_handover(handover_actions.hold_first_talk),
    "yes": of_receiver(handover_actions.accept, greeting="Dag."),
    "no": of_receiver(handover_actions.decline, reason="Vol."),
    "give": of_share(share_actions.give),
    "refuse": of_share(share_actions.refuse),
    "withdraw": of_share(share_actions.withdraw),
    "piece_yes": of_piece("accept"),
    "piece_no": of_piece("decline"),
    "piece_done": of_piece("report_done"),
    "piece_day": of_piece("propose_day", proposed_on=dt.date(2027, 2, 1)),
    "piece_right": judged(is_done=True),
    "piece_wrong": judged(is_done=False),
}
MORNING = "2026-12-01 09:00"
HERS_ALONE = {"release", "take_back", "empty", "give", "refuse", "withdraw", "piece_right", "piece_wrong"}
RECEIVERS_ALONE = {"yes", "no", "piece_yes", "piece_no", "piece_done", "piece_day"}


def write_down(book: Book, what: str) -> None:
    book.steps.append(what)
    if what == "release":
        book.lies_with_receiver = True
    if what in ("take_back", "no", "stop", "again"):
        book.lies_with_receiver = False
    if what == "yes":
        book.was_accepted = True
    book.is_talked |= what == "hold"
    book.is_stopped |= what == "stop"
    if what in ("give", "refuse", "withdraw"):
        book.is_given = what == "give"
    book.accepted_piece |= what == "piece_yes"


def check(book: Book, carla: Account, helper: Helper, promised: int) -> None:
    day = timezone.localdate()
    row = Handover.objects.select_related("from_helper", "to_helper", "made_by", "case").get(
        pk=book.handover.pk
    )
    one = lines_of(row, hers=True).responsible
    assert one == (row.receiver_name if book.was_accepted else row.giver_name), book.steps
    reads = row.pk in {each.pk for each in offered_to(carla)}
    assert reads == (book.lies_with_receiver and not book.is_talked and not book.is_stopped), book.steps
    seen = open_shares(helper=helper, day=day)
    assert bool(seen) == (book.is_given and day <= book.until), (book.steps, day, book.until)
    keys = {shared.piece.key for each in seen for shared in each.pieces}
    assert keys <= {"timetable", f"promise:{book.promise_id}"}, book.steps
    assert Promise.objects.filter(plan__case=book.case).count() == promised
    assert PieceAnswer.objects.filter(share=book.share).exists() or not book.accepted_piece, book.steps


@pytest.mark.parametrize("walks", [15, pytest.param(10_000, marks=pytest.mark.long)])
def test_random_steps_keep_what_was_promised(
    walks: int, peter, samira, samira_case, carla, bas, partner, promise, settings
) -> None:
    chance = random.Random(walks)
    settings.MAIL_FROM = ""
    shelter = add(peter, samira_case, name="Els Kok")
    promised = Promise.objects.filter(plan__case=samira_case).count()
    with freeze_time(MORNING) as clock:
        for _walk in range(walks):
            clock.move_to(MORNING)
            book = begun(peter, samira_case, partner, shelter, promise, chance)
            for _step in range(chance.randint(5, 25)):
                clock.tick(dt.timedelta(days=chance.choice((0, 0, 0, 1, 4))))
                what, by = chance.choice(list(DEEDS)), chance.choice((peter, samira, carla, bas))
                stepped(book, what, by, is_stranger=by == bas)
                check(book, carla, partner, promised)
            Handover.objects.filter(pk=book.handover.pk).delete()
            Share.objects.filter(pk=book.share.pk).delete()


def stepped(book: Book, what: str, by: Account, *, is_stranger: bool) -> None:
    """One deed: done and in the log, or refused and not in it."""
    before = Event.objects.filter(case_id=book.case.pk).count()
    took = tried(book, what, by)
    added = Event.objects.filter(case_id=book.case.pk).count() - before
    assert bool(added) == took, f"{what} by {by.role}: {added} lines in the log"
    if not took:
        return
    assert not is_stranger and what != "old_page", f"{what} by {by.login}"
    assert what not in HERS_ALONE or by.pk == book.case.account_id, what
    assert what not in RECEIVERS_ALONE or by.pk == book.share.helper.account_id, what
    write_down(book, what)


def tried(book: Book, what: str, by: Account) -> bool:
    """Whether it could be done; a refusal is one of those that a page makes a sentence of."""
    try:
        DEEDS[what](book, by)
    except (Http404, StepRefused, Conflict, PieceAnswer.DoesNotExist):
        return False
    return True


def begun(
    peter: Account, case: Case, partner: Helper, shelter: Helper, promise: Promise, chance: random.Random
) -> Book:
    until = timezone.localdate() + dt.timedelta(days=chance.randint(0, 20))
    pieces = ["timetable", f"promise:{promise.pk}"]
    share = share_actions.ask_share(
        by=peter, case=case, helper_id=partner.pk, purpose="Schulden", pieces=pieces, until=until
    )
    handover = handover_actions.make_handover(
        by=peter, case=case, topic="Hulp", to_helper_id=partner.pk, from_helper_id=shelter.pk
    )
    return Book(case=case, handover=handover, share=share, promise_id=promise.pk, until=until)
