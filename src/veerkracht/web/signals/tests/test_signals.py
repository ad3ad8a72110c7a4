"""A signal goes to who can change it, is answered, and the answer comes back; who may do what, and what is late."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict
from veerkracht.web.signals import actions, queries
from veerkracht.web.signals.models import Signal, SignalTopic, Ticket

DAY = dt.timedelta(days=1)


def topic_of_words(wrong: str) -> SignalTopic:
    return next(signal.topic for signal in Signal.objects.all() if signal.wrong == wrong)


@pytest.fixture
def five(fifty: list[Case], peter: Account, give: Any, read_all: Callable[[], None]) -> list[Case]:
    """Five that go together, of which two say the same."""
    texts = [
        "Taalles telt niet.",
        "De taalles staat op geen lijst.",
        "Opvang opent te laat.",
        "Brief onleesbaar.",
        "x",
    ]
    for case, text in zip(fifty, texts, strict=False):
        give(peter, case, text)
    read_all()
    return fifty[:5]


def test_the_answer_travels_back_to_everyone_who_gave_it(
    five: list[Case], ilse: Account, peter: Account
) -> None:
    day = timezone.localdate()
    into, other = topic_of_words("Taalles telt niet."), topic_of_words("De taalles staat op geen lijst.")
    actions.join_topics(by=ilse, topic_id=other.pk, seen_version=other.version, into_id=into.pk)
    into.refresh_from_db()
    step = {"topic_id": into.pk, "seen_version": into.version, "due_on": day + 30 * DAY}
    words = "Wij vullen de opvang aan bij taalles, twaalf maanden op proef."
    actions.take_step(by=ilse, **step, state="decided", words=words)
    for case in five[:2]:
        hers = queries.answers_for_her(case=case, account=case.account, day=day)
        assert [signal.answer.words for signal in hers] == [words]
    assert queries.answers_for_her(case=five[2], account=five[2].account, day=day) == []
    assert sum(signal.answer is not None for signal in queries.signals_by(account=peter, day=day)) == 2


def test_only_a_mother_who_asked_to_know_is_told(
    fifty: list[Case], peter: Account, give: Any, read_all: Any
) -> None:
    for case in fifty[:5]:
        give(peter, case, "Stil", tell=case != fifty[0])
    read_all()
    day = timezone.localdate()
    assert queries.signals_for_her(case=fifty[0], account=fifty[0].account, day=day) == []
    assert len(queries.signals_for_her(case=fifty[1], account=fifty[1].account, day=day)) == 1


def test_who_is_not_content_opens_it_again_without_a_name(five: list[Case], ilse: Account) -> None:
    topic, case = topic_of_words("Opvang opent te laat."), five[2]
    day = timezone.localdate()
    step = {"topic_id": topic.pk, "seen_version": topic.version, "due_on": day + DAY}
    actions.take_step(by=ilse, **step, state="decided", words="Nee, dat kan niet.")
    ticket = queries.signals_for_her(case=case, account=case.account, day=day)[0]
    actions.reopen(by=case.account, case=case, ticket_id=ticket.id, words="Dit lost niets op.")
    page = queries.topic_page(account=ilse, topic_id=topic.pk, day=day)
    assert page.line.state == "heard" and page.steps[-1].what == "reopened"
    assert page.steps[-1].who == "" and page.steps[-1].words == "Dit lost niets op."


def test_it_is_late_like_any_promise(five: list[Case], ilse: Account) -> None:
    day = timezone.localdate()
    lines = {days: queries.topics_of(account=ilse, day=day + days * DAY)[0] for days in (0, 30, 31)}
    assert [(line.days_open, line.is_late) for line in lines.values()] == [
        (0, False),
        (30, False),
        (31, True),
    ]


def test_passing_it_on_does_not_move_the_promised_day(five: list[Case], ilse: Account) -> None:
    topic = topic_of_words("Brief onleesbaar.")
    due_on = topic.due_on
    given = {"topic_id": topic.pk, "seen_version": topic.version, "words": "Dat is hun brief."}
    actions.forward(by=ilse, **given, hearer="other_department", hearer_name="Belastingen")
    topic.refresh_from_db()
    assert (topic.due_on, topic.hearer_name) == (due_on, "Belastingen")


def test_what_waits_longest_stands_first(five: list[Case], ilse: Account) -> None:
    last = topic_of_words("x")
    SignalTopic.objects.filter(pk=last.pk).update(heard_on=timezone.localdate() - 40 * DAY)
    assert queries.topics_of(account=ilse, day=timezone.localdate())[0].id == last.pk


def test_nobody_reads_over_an_own_signal(peter: Account, samira_case: Case, give: Any) -> None:
    ticket = give(peter, samira_case, "Eigen")
    with pytest.raises(Http404):
        actions.read_over(by=peter, ticket_id=ticket.pk, seen_version=1, goes=True, remark="")
    assert queries.tickets_to_read(account=peter) == []


def test_nobody_of_another_municipality_reads_or_answers(
    bas: Account, five: list[Case], peter: Account, give: Any
) -> None:
    ticket = give(peter, five[0], "Van hier")
    with pytest.raises(Http404):
        actions.read_over(by=bas, ticket_id=ticket.pk, seen_version=1, goes=True, remark="")
    assert queries.topics_of(account=bas, day=timezone.localdate()) == []


def test_two_readers_at_once_is_a_conflict(
    peter: Account, aylin: Account, samira_case: Case, give: Any
) -> None:
    ticket = give(peter, samira_case, "Twee lezers")
    with pytest.raises(Conflict):
        actions.read_over(by=aylin, ticket_id=ticket.pk, seen_version=7, goes=True, remark="")


def test_what_came_back_is_written_again_and_stays_hers(
    peter: Account, aylin: Account, samira_case: Case, samira: Account, give: Any
) -> None:
    ticket = give(peter, samira_case, "Yara kan niet mee.")
    actions.read_over(
        by=aylin, ticket_id=ticket.pk, seen_version=1, goes=False, remark="Er staat een naam in."
    )
    back = queries.signals_by(account=peter, day=timezone.localdate())[0]
    assert (back.stage, back.remark) == ("back", "Er staat een naam in.")
    give(peter, None, "Een kind kan niet mee.", replaces=ticket.pk, tell=False)
    again = Ticket.objects.get()
    assert again.holder, "it still leads to her, who wants the answer"


def test_a_state_that_cannot_follow_is_refused(five: list[Case], ilse: Account) -> None:
    topic = topic_of_words("x")
    with pytest.raises(Http404):
        actions.take_step(
            by=ilse, topic_id=topic.pk, seen_version=1, state="done", words="Klaar.", due_on=None
        )


def test_taken_apart_keeps_the_days_and_the_steps(five: list[Case], ilse: Account) -> None:
    into, other = topic_of_words("Taalles telt niet."), topic_of_words("x")
    actions.join_topics(by=ilse, topic_id=other.pk, seen_version=other.version, into_id=into.pk)
    signal = next(s for s in Signal.objects.all() if s.wrong == "x")
    apart = actions.take_apart(by=ilse, signal_id=signal.pk)
    assert apart.heard_on == into.heard_on and signal.pk in set(apart.signals.values_list("pk", flat=True))


def test_from_the_map_in_one_press_with_a_warning_before_it_goes(
    peter: Account, samira_case: Case, as_: Callable[..., Any]
) -> None:
    from veerkracht.web.map import actions as map_actions

    factor = map_actions.add_factor(
        by=peter,
        case=samira_case,
        ring="exo",
        text="De opvang van Yara stopt.",
        effect="hinders",
        owner="signal",
    )
    browser = as_(peter)
    page = browser.get(f"/mensen/{samira_case.public_id}/kaart/factoren/{factor.pk}/").content.decode()
    assert "Geef dit door als signaal" in page
    url = f"/mensen/{samira_case.public_id}/signaal/"
    form = browser.post(url, {"wrong": factor.text, "ring": "exo"}).content.decode()
    assert "De opvang van Yara stopt." in form and Ticket.objects.count() == 0
    sent = {"once": str(uuid.uuid4()), "wrong": factor.text, "hearer": "department", "ring": "exo"}
    preview = browser.post(url, {**sent, "written": "ja"}).content.decode()
    assert "Dit kan haar herkenbaar maken" in preview and '<strong dir="auto">Yara</strong>' in preview
    assert Ticket.objects.count() == 0
    assert browser.post(url, {**sent, "goes": "ja"}).status_code == 302
    assert Ticket.objects.count() == 1
    assert browser.post(url, {**sent, "goes": "ja"}).status_code == 302
    assert Ticket.objects.count() == 1, "sent twice is once"


def test_ilse_starts_with_what_waits_longest_and_the_letter_opens(
    five: list[Case], ilse: Account, as_: Callable[..., Any]
) -> None:
    browser = as_(ilse)
    assert browser.get("/").headers["Location"] == "/signalen/"
    page = browser.get("/signalen/").content.decode()
    assert "Dit wacht het langst" in page
    topic = topic_of_words("Brief onleesbaar.")
    assert browser.get(f"/signalen/{topic.pk}/").status_code == 200
    letter = browser.get(f"/signalen/{topic.pk}/brief.pdf")
    assert letter.content.startswith(b"%PDF") and b"/StructTreeRoot" in letter.content


def test_an_empty_municipality_says_how_the_first_signal_comes(
    ilse: Account, as_: Callable[..., Any]
) -> None:
    assert "Er is nog geen signaal" in as_(ilse).get("/signalen/").content.decode()


def test_the_answer_stands_on_her_first_page_and_the_way_to_it_under_meer(
    five: list[Case], ilse: Account, as_: Callable[..., Any]
) -> None:
    topic, case = topic_of_words("Opvang opent te laat."), five[2]
    step = {"topic_id": topic.pk, "seen_version": topic.version, "due_on": timezone.localdate()}
    actions.take_step(by=ilse, **step, state="decided", words="De opvang gaat om zeven uur open.")
    browser = as_(case.account)
    assert "De opvang gaat om zeven uur open." in browser.get("/mijn/").content.decode()
    assert "/mijn/signalen/" in browser.get("/mijn/meer/").content.decode()
    assert "De opvang gaat om zeven uur open." in browser.get("/mijn/signalen/").content.decode()
