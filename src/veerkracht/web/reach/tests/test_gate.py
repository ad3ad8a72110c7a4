"""DV-05: one send gate. Nothing goes out with content, outside her hours or past her channel."""

from __future__ import annotations

import ast
import datetime as dt
import random
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from freezegun import freeze_time

import veerkracht
from veerkracht.web.people.acting import action
from veerkracht.web.reach import actions
from veerkracht.web.reach.domain import Channel, Days, Template
from veerkracht.web.reach.gate import Recipient, send
from veerkracht.web.reach.models import Message, SafeContact
from veerkracht.web.reach.outbox import send_what_is_due
from veerkracht.web.reach.sending_actions import send_message
from veerkracht.web.reach.texts import words_of

CHOICES = {"channel": "email", "days": "every_day", "from_hour": 9, "until_hour": 17}
CHOICES |= {"calling": "never", "voicemail": "nothing", "code_word": "rabarber"}
# Words of her life, of the municipality and of the program: none may ever stand in a message to her.
CONTENT = [
    "Samira",
    "gemeente",
    "uitkering",
    "plan",
    "Peter",
    "klantmanager",
    "bijstand",
    "Veerkracht",
    "rabarber",
]
# 30 November 2026 is a Monday.
MONDAY = dt.datetime(2026, 11, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.fixture(autouse=True)
def _mail_from(settings) -> None:
    settings.MAIL_FROM, settings.PUBLIC_ADDRESS = (
        "Mijn overzicht <a@voorbeeld.nl>",
        "https://overzicht.voorbeeld.nl",
    )


@pytest.fixture
def clock():  # type: ignore[no-untyped-def]
    with freeze_time(MONDAY) as frozen:
        yield frozen


def told(case, samira, **other) -> SafeContact:  # type: ignore[no-untyped-def]
    return actions.choose_contact(by=samira, case=case, **{"email": "s@voorbeeld.nl", **CHOICES, **other})


@action("reach.sent", allow=None)
def _send(*, by: None, case, to, template, link="", code=""):  # type: ignore[no-untyped-def]
    return send(to, template, link=link, code=code)


def test_ten_thousand_messages_keep_to_hours_and_channel_and_hold_no_content(
    samira, samira_case, clock
) -> None:
    contact = told(samira_case, samira)
    chance = random.Random(20261129)
    message = Message(case=samira_case, to_her=True, made_at=MONDAY, made_on=MONDAY.date(), due_at=MONDAY)
    texts = {
        words_of(Template.SOMETHING_NEW, link="", code=""),
        words_of(Template.CONTACT_CHANGES, link="", code=""),
    }
    for _ in range(10_000):
        moment = MONDAY + dt.timedelta(minutes=chance.randrange(60 * 24 * 7))
        clock.move_to(moment)
        start = chance.randrange(0, 23)
        choice = {
            "channel": chance.choice(list(Channel)).value,
            "days": chance.choice(list(Days)).value,
            "from_hour": start,
            "until_hour": chance.randrange(start + 1, 25),
            "email": chance.choice(["", "s@voorbeeld.nl"]),
        }
        SafeContact.objects.filter(pk=contact.pk).update(**choice)
        mail.outbox.clear()
        template = chance.choice([Template.SOMETHING_NEW, Template.CONTACT_CHANGES])
        message.pk, message.template, message.problem, message.sent_at = None, template.value, "", None
        message._state.adding = True
        message.save()
        send_message(by=None, message_id=message.pk)
        may = choice["channel"] == "email" and choice["email"] and choice["from_hour"] <= moment.hour
        may = may and moment.hour < choice["until_hour"]
        may = may and (choice["days"] == "every_day" or moment.weekday() < 5)
        assert len(mail.outbox) == bool(may)
        for letter in mail.outbox:
            assert letter.to == ["s@voorbeeld.nl"]
            assert (letter.subject, letter.body) in texts
            assert not any(word.lower() in f"{letter.subject} {letter.body}".lower() for word in CONTENT)


def test_without_a_profile_nothing_goes(samira_case, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _send(by=None, case=samira_case, to=samira_case, template=Template.SOMETHING_NEW)
    assert mail.outbox == [] and Message.objects.get().problem == "not_wanted"


def test_what_comes_at_night_waits_for_her_hours(
    samira, samira_case, clock, django_capture_on_commit_callbacks
) -> None:
    clock.move_to(MONDAY.replace(hour=22))
    told(samira_case, samira)
    with django_capture_on_commit_callbacks(execute=True):
        _send(by=None, case=samira_case, to=samira_case, template=Template.SOMETHING_NEW)
    assert mail.outbox == [] and send_what_is_due() == 0
    clock.move_to(MONDAY.replace(hour=9) + dt.timedelta(days=1))
    assert send_what_is_due() == 1 and send_what_is_due() == 0
    assert [letter.to for letter in mail.outbox] == [["s@voorbeeld.nl"]]


def test_one_word_a_day_is_enough(samira, samira_case) -> None:
    told(samira_case, samira)
    sent = [
        _send(by=None, case=samira_case, to=samira_case, template=Template.SOMETHING_NEW) for _ in range(3)
    ]
    assert [bool(each) for each in sent] == [True, False, False]


def test_an_outsider_gets_a_link_without_a_name(samira_case, django_capture_on_commit_callbacks) -> None:
    who = Recipient(address="schuldhulp@voorbeeld.nl", case=samira_case)
    with django_capture_on_commit_callbacks(execute=True):
        _send(by=None, case=samira_case, to=who, template=Template.LINK, link="/stuk/Zx81kdPq-9/")
    (letter,) = mail.outbox
    assert letter.to == ["schuldhulp@voorbeeld.nl"]
    assert "https://overzicht.voorbeeld.nl/stuk/Zx81kdPq-9/" in letter.body and "Samira" not in letter.body
    assert Message.objects.get().link == ""


@pytest.mark.parametrize(
    "link", ["/stuk/x/?naam=Samira", "https://elders.nl/stuk/12345678/", "/stuk/Samira Haddad/", ""]
)
def test_a_link_that_could_say_something_is_refused(link, samira_case) -> None:
    with pytest.raises(ValueError, match="link"):
        _send(by=None, case=samira_case, to=samira_case, template=Template.LINK, link=link)
    with pytest.raises(ValueError, match="code"):
        _send(by=None, case=samira_case, to=samira_case, template=Template.CODE, code="zij woont hier")


def test_another_address_waits_seven_days_and_the_old_one_is_warned(
    samira, samira_case, clock, django_capture_on_commit_callbacks
) -> None:
    clock.move_to(MONDAY.replace(hour=12))
    contact = told(samira_case, samira)
    with django_capture_on_commit_callbacks(execute=True):
        contact = told(samira_case, samira, email="ander@voorbeeld.nl", seen_version=contact.version)
    assert [letter.to for letter in mail.outbox] == [["s@voorbeeld.nl"]]
    today = timezone.localdate()
    assert contact.email_on(today + dt.timedelta(days=6)) == "s@voorbeeld.nl"
    assert contact.email_on(today + dt.timedelta(days=7)) == "ander@voorbeeld.nl"
    stopped = actions.stop_new_address(by=samira, case=samira_case)
    assert stopped.email_on(today + dt.timedelta(days=8)) == "s@voorbeeld.nl"


def test_an_empty_address_keeps_the_one_there_is(samira, samira_case) -> None:
    contact = told(samira_case, samira)
    contact = told(samira_case, samira, email="", seen_version=contact.version)
    assert contact.email == "s@voorbeeld.nl"


def test_who_rings_reads_it_first(as_, peter, samira, samira_case) -> None:
    page = f"/mensen/{samira_case.public_id}/"
    assert "nog niets afgesproken" in as_(peter).get(page).content.decode()
    told(samira_case, samira)
    text = as_(peter).get(page).content.decode()
    assert "Nooit bellen." in text and "s@voorbeeld.nl" not in text
    form = as_(peter).get(f"{page}bereiken/").content.decode()
    assert "s…@v….nl" in form and "s@voorbeeld.nl" not in form


def test_a_form_that_cannot_be_comes_back_with_the_reason(as_, peter, samira_case) -> None:
    page = f"/mensen/{samira_case.public_id}/bereiken/"
    typed = {**CHOICES, "email": "geen adres", "from_hour": "17", "until_hour": "9"}
    text = as_(peter).post(page, typed)
    assert text.status_code == 200 or text.status_code == 422
    assert "geen e-mailadres" in text.content.decode() and "moet later zijn" in text.content.decode()
    assert "geen adres" in text.content.decode()


def test_nothing_else_in_the_program_sends_mail() -> None:
    source = Path(veerkracht.__file__).parent
    senders = [
        str(file.relative_to(source))
        for file in sorted(source.rglob("*.py"))
        if "tests" not in file.parts
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any("django.core.mail" in (getattr(node, "module", "") or n.name) for n in node.names)
    ]
    assert senders == ["web/reach/sending_actions.py"]
