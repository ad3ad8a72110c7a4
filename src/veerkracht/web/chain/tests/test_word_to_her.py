"""CH4 with the clock given from outside: an acceptance that does not come, and everybody is told on the day after.

And the message to her at a handover: through the one send gate, at the first hour her own profile allows.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.chain import caseload_actions, handover_actions
from veerkracht.web.chain.caseload_queries import to_read
from veerkracht.web.chain.daily import tell_what_is_late
from veerkracht.web.chain.models import Handover
from veerkracht.web.people.actions import open_case
from veerkracht.web.people.models import Account, Case
from veerkracht.web.reach import actions as reach_actions
from veerkracht.web.reach.models import Message
from veerkracht.web.reach.outbox import send_what_is_due

from .doing import As, add, code_for

HER_MAIL = "zij@voorbeeld.example"


@pytest.fixture
def clock():  # type: ignore[no-untyped-def]
    """Monday 30 November 2026, ten in the morning in Tilburg."""
    with freeze_time("2026-11-30 09:00") as frozen:
        yield frozen


def reachable(samira: Account, case: Case, from_hour: int = 9, until_hour: int = 17) -> None:
    values = {"channel": "email", "days": "every_day", "calling": "never", "voicemail": "nothing"}
    hours = {"from_hour": from_hour, "until_hour": until_hour}
    reach_actions.choose_contact(by=samira, case=case, email=HER_MAIL, code_word="", **values, **hours)


def to_her() -> list[mail.EmailMessage]:
    return [letter for letter in mail.outbox if letter.to == [HER_MAIL]]


def test_everybody_is_told_when_an_acceptance_does_not_come(
    clock, as_: As, peter, samira, samira_case, django_capture_on_commit_callbacks
) -> None:
    """From the shelter (Els, a link) to the team of the district (Joris, a link); Joris stays silent."""
    reachable(samira, samira_case)
    els = add(peter, samira_case, name="Els Kok", email="els@opvang.example")
    joris = add(peter, samira_case, name="Joris Bakker", email="joris@wijkteam.example")
    row = handover_actions.make_handover(
        by=peter, case=samira_case, topic="Hulp thuis", to_helper_id=joris.pk, from_helper_id=els.pk
    )
    handover_actions.release(by=samira, case=samira_case, handover_id=row.pk, seen_version=row.version)
    send_what_is_due()
    row.refresh_from_db()
    assert row.due_on == dt.date(2026, 12, 7), "five working days"
    clock.move_to("2026-12-07 22:00")
    assert tell_what_is_late(timezone.localdate()) == 0, "the last day is a day to answer"

    clock.move_to("2026-12-08 08:30")
    before = len(mail.outbox)
    with django_capture_on_commit_callbacks(execute=True):
        assert tell_what_is_late(timezone.localdate()) == 1
    addresses = [letter.to[0] for letter in mail.outbox[before:]]
    assert sorted(addresses) == ["els@opvang.example", "joris@wijkteam.example", HER_MAIL]
    words = " ".join(f"{letter.subject} {letter.body}" for letter in mail.outbox[before:])
    assert not [word for word in ("Samira", "Els", "Joris", "Hulp", "laat", "overdracht") if word in words]
    assert tell_what_is_late(timezone.localdate()) == 0, "once for a day that passed"

    hers = as_(samira).get(reverse("mine:helping")).content.decode()
    assert "Joris Bakker heeft nog geen antwoord gegeven" in hers
    assert "Els Kok blijft verantwoordelijk" in hers
    assert "Joris Bakker heeft nog geen antwoord" in as_(peter).get(reverse("today:today")).content.decode()
    links = {letter.to[0]: letter.body for letter in mail.outbox[before:] if "/stuk/" in letter.body}
    for address, sentence in (("els", "Bel Joris Bakker"), ("joris", "Dat antwoord is er nog niet")):
        body = next(text for to, text in links.items() if to.startswith(address))
        page = _opened(body, django_capture_on_commit_callbacks)
        assert sentence in page, address
        assert ("Koken" in page) is False


def _opened(letter: str, capture) -> str:  # type: ignore[no-untyped-def]
    """What somebody reads who got this letter, after the code."""
    link = re.search(r"/stuk/[\w-]+/", letter)
    assert link
    browser = Client()
    code = code_for(browser, link[0], capture)
    page: str = browser.post(f"{link[0]}code/", {"code": code}, follow=True).content.decode()
    return page


def test_a_no_is_told_at_once_and_who_had_her_stays(
    clock, as_: As, peter, samira, samira_case, carla, partner, django_capture_on_commit_callbacks
) -> None:
    reachable(samira, samira_case)
    row = handover_actions.make_handover(by=peter, case=samira_case, topic="Hulp", to_helper_id=partner.pk)
    handover_actions.release(by=samira, case=samira_case, handover_id=row.pk, seen_version=row.version)
    send_what_is_due()
    mail.outbox.clear()
    clock.move_to("2026-12-02 09:00")
    row.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        no = reverse("chain:decline", args=[row.pk])
        as_(carla).post(no, {"seen_version": row.version, "reason": "Wij zijn vol."})
    assert len(to_her()) == 1
    says = "Carla Maas zei nee op de overdracht. Peter van Dongen blijft verantwoordelijk."
    assert says in as_(samira).get(reverse("mine:helping")).content.decode()
    assert says in as_(peter).get(reverse("today:today")).content.decode()


@pytest.mark.parametrize(
    ("now", "hours", "goes"),
    [
        ("2026-11-30 09:00", (9, 17), "2026-11-30 10:00"),  # within her hours: at once
        ("2026-11-30 19:00", (9, 17), "2026-12-01 09:00"),  # in the evening: the next morning
        ("2026-11-30 05:00", (11, 12), "2026-11-30 11:00"),  # early: her own hour
    ],
)
def test_a_colleague_takes_over_and_she_hears_at_her_first_hour(
    as_: As, peter, aylin, samira, samira_case, now, hours, goes, django_capture_on_commit_callbacks
) -> None:
    with freeze_time(now) as clock:
        reachable(samira, samira_case, *hours)
        _handed_over(peter, aylin, django_capture_on_commit_callbacks)
        row = Handover.objects.get(case=samira_case)
        assert row.greeting in as_(samira).get(reverse("mine:helping")).content.decode(), (
            "on her page at once"
        )
        first = dt.datetime.fromisoformat(f"{goes}+01:00")
        for _ten_minutes in range(6 * 24):
            send_what_is_due()
            if to_her():
                break
            clock.tick(dt.timedelta(minutes=10))
        assert len(to_her()) == 1
        assert dt.timedelta(0) <= timezone.now() - first < dt.timedelta(minutes=10)
        assert "Aylin" not in to_her()[0].subject + to_her()[0].body


def _handed_over(peter: Account, aylin: Account, capture) -> None:  # type: ignore[no-untyped-def]
    with capture(execute=True):
        caseload_actions.pack_caseload(by=peter, to_account_id=aylin.pk, topic="De begeleiding")
        ids = list(to_read(account=peter).values_list("pk", flat=True))
        caseload_actions.pass_on(by=peter, handover_ids=ids)
        caseload_actions.accept_caseload(by=aylin, giver_id=peter.pk, greeting="Dag {naam}, ik ben Aylin.")


def test_nobody_waits_for_ninety_five_letters_and_who_wants_none_gets_none(
    clock, peter, aylin, samira, samira_case, django_capture_on_commit_callbacks
) -> None:
    """Samira wants e-mail; a second mother has a log-in and no profile; ninety-three have no log-in."""
    reachable(samira, samira_case)
    second = open_case(by=peter, first_name="Vrouw", last_name="Vos")
    second.account = Account.objects.create(
        login="vos", name="Vrouw Vos", role="moeder", municipality=samira_case.municipality
    )
    second.save()
    for number in range(93):
        open_case(by=peter, first_name=f"Vrouw{number}", last_name="Vos")
    _handed_over(peter, aylin, django_capture_on_commit_callbacks)
    assert not to_her(), "the press does not wait for a mail server"
    assert Message.objects.count() == 2
    send_what_is_due()
    assert len(to_her()) == 1 and len(mail.outbox) == 1
    assert Message.objects.get(case=second).problem == "not_wanted"
