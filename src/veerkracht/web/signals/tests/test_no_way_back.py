"""From a signal no way leads back to a case: not by id, time, order, text, event or log, in a whole copy of the
database. And with the key it does: else the answer could not travel back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Event
from veerkracht.web.signals import queries
from veerkracht.web.signals.models import Signal, SignalTopic, Ticket
from veerkracht.web.signals.sealing import SealBroken

GIVERS_SIDE, OTHER_SIDE = ("signals_ticket",), ("signals_signal", "signals_signaltopic", "signals_topicstep")


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, as somebody with a copy of the database and without any key sees it."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
            names = [column[0] for column in cursor.description or ()]
            rows[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return rows


def values(rows: list[dict[str, Any]]) -> Iterator[str]:
    return (str(value) for row in rows for value in row.values())


@pytest.fixture
def sent(fifty: list[Case], give: Callable[..., Ticket], read_all: Callable[[], None]) -> list[Case]:
    """Fifty signals, each given in her own hour, read over and sent."""
    start = timezone.now().replace(hour=9, minute=0) - dt.timedelta(days=3)
    for number, case in enumerate(fifty):
        with freeze_time(start + dt.timedelta(minutes=17 * number)):
            give(case.account, case, f"Kanarie {number:02d} zingt.")
    read_all()
    assert Signal.objects.count() == 50
    return fifty


def test_no_value_of_the_other_side_stands_on_a_side_with_a_case(sent: list[Case]) -> None:
    rows = dump()
    theirs = {v for table in OTHER_SIDE for v in values(rows[table]) if len(v) > 8}
    shared_days = {
        str(day) for row in rows["signals_signaltopic"] for day in (row["heard_on"], row["due_on"])
    }
    others = {v for table, lines in rows.items() if table not in OTHER_SIDE for v in values(lines)}
    assert (theirs & others) - shared_days == set()


def test_a_ticket_says_nothing_of_whose_it_is(sent: list[Case]) -> None:
    tickets = list(values(dump()["signals_ticket"]))
    for case in sent:
        for clue in (case.public_id, case.first_name, case.last_name, case.account.login):
            assert not any(clue in value for value in tickets)
    lengths = {len(row["sealed"]) for row in dump()["signals_ticket"]}
    assert len(lengths) == 1, "the cipher of each ticket is as long as that of the others"
    columns = {field.column for field in Ticket._meta.concrete_fields}
    assert columns == {
        "id",
        "version",
        "municipality_id",
        "holder",
        "author",
        "stage",
        "approved_in",
        "sealed",
    }
    assert {row["approved_in"] for row in dump()["signals_ticket"]} == {None}


def test_the_order_in_which_they_were_given_is_gone(sent: list[Case]) -> None:
    """By number and by place in the file: as many in their old place as when they are shuffled, one of fifty."""
    with connection.cursor() as cursor:
        place_in_file = "ctid" if connection.vendor == "postgresql" else "rowid"
        cursor.execute(f"SELECT id FROM signals_signal ORDER BY {place_in_file}")  # noqa: S608 - one of two words
        by_file = [uuid.UUID(str(row[0])).hex for row in cursor.fetchall()]
    texts = {row.pk.hex: int(row.wrong.split()[1]) for row in Signal.objects.all()}
    orders = {
        "file": [texts[number] for number in by_file],
        "number": [texts[number] for number in sorted(texts)],
        "topic": [int(t.title.split()[1]) for t in SignalTopic.objects.order_by("pk")],
    }
    for name, order in orders.items():
        hits = sum(place == number for place, number in enumerate(order))
        assert hits <= 8, (
            f"{name}: {hits} of fifty stand where they were given"
        )  # chance: fewer than 8 in 10^5


def test_no_event_names_a_giver_a_case_or_an_hour(sent: list[Case]) -> None:
    events = Event.objects.filter(kind="signals.handed_in")
    assert events.count() == 50
    for event in events:
        assert (event.actor_id, event.case_id, event.object_type, event.object_id) == (None, None, "", None)
        assert timezone.localtime(event.at).time() == dt.time(0)
        assert event.pk < 0, "its number lies between nobody else's"


def test_no_reading_log_and_no_line_of_the_log_names_a_signal(
    samira_case: Case, peter: Account, as_: Callable[..., Any], caplog: Any, capfd: Any
) -> None:
    browser = as_(peter)
    url = f"/mensen/{samira_case.public_id}/signaal/"
    form = {"once": "", "wrong": "Kanarie zingt.", "hearer": "department", "ring": "exo", "goes": "ja"}
    assert browser.get(url).status_code == 200
    assert browser.post(url, form).status_code == 302
    lines = dump()["record_reading"]
    assert lines and {line["what"] for line in lines} <= {"belemmering_kans"}
    assert "Kanarie" not in caplog.text + "".join(capfd.readouterr())
    assert samira_case.public_id not in caplog.text


def test_the_words_are_cipher_wherever_they_wait(sent: list[Case], peter: Account, give: Any) -> None:
    give(peter, sent[0], "Kanarie wacht nog.")
    assert not any(
        "Kanarie" in v
        for table, lines in dump().items()
        if table != "signals_signaltopic"
        for v in values(lines)
    )


def test_with_the_key_each_finds_her_own_and_without_it_nobody_does(sent: list[Case]) -> None:
    day = timezone.localdate()
    for number, case in enumerate(sent):
        hers = queries.signals_for_her(case=case, account=case.account, day=day)
        assert [signal.words.wrong for signal in hers] == [f"Kanarie {number:02d} zingt."]
    kept = settings.SIGNAL_KEYS
    settings.SIGNAL_KEYS = [
        "ZWVuLWFuZGVyZS1zbGV1dGVsLWRhbi1kaWUtaGllci0=",
    ]
    try:
        assert all(queries.signals_for_her(case=c, account=c.account, day=day) == [] for c in sent)
        with pytest.raises(SealBroken):
            queries._given_signals(Ticket.objects.all(), day)
    finally:
        settings.SIGNAL_KEYS = kept


def test_a_key_in_front_leaves_the_old_tickets_readable(sent: list[Case]) -> None:
    kept = settings.SIGNAL_KEYS
    settings.SIGNAL_KEYS = ["ZWVuLWFuZGVyZS1zbGV1dGVsLWRhbi1kaWUtaGllci0=", *kept]
    try:
        hers = queries.signals_for_her(case=sent[7], account=sent[7].account, day=timezone.localdate())
        assert len(hers) == 1
    finally:
        settings.SIGNAL_KEYS = kept


def test_a_join_by_every_pair_of_columns_finds_no_more_than_chance(sent: list[Case]) -> None:
    """Try each column of a case, a ticket and an event against each column of a signal: as a sort order both ways."""
    rows = dump()
    truth = {row.pk.hex: int(row.wrong.split()[1]) for row in Signal.objects.all()}
    for row in rows["signals_signal"]:
        row["id"] = uuid.UUID(str(row["id"])).hex
    signals = [row["id"] for row in rows["signals_signal"]]
    most = {"people_case": 9, "people_account": 9, "record_event": 9}
    # Of some 100 pairs of columns each; chance gives one hit in fifty, ten of one pair is one in 10^5. A ticket leads
    # to no case; it lies in a group of five, so one in five may be guessed there, and 29 of fifty is one in 10^6.
    most["signals_ticket"] = 28
    for left, allowed in most.items():
        for column in rows[left][0]:
            order = sorted(range(min(50, len(rows[left]))), key=lambda n: str(rows[left][n][column]))
            for by in rows["signals_signal"][0]:
                key = {row["id"]: str(row[by]) for row in rows["signals_signal"]}
                guess = sorted(signals, key=key.__getitem__)
                hits = sum(truth[s] == n for s, n in zip(guess, order, strict=False))
                assert hits <= allowed, f"{left}.{column} by {by}: {hits} of fifty"


def test_erasing_her_takes_the_way_and_leaves_the_words(sent: list[Case]) -> None:
    from veerkracht.web.signals.joining import forget_tickets

    with connection.execute_wrapper(
        lambda execute, sql, params, many, context: execute(sql, params, many, context)
    ):
        assert forget_tickets(case_ids=[sent[3].pk]) == 1
    assert queries.signals_for_her(case=sent[3], account=sent[3].account, day=timezone.localdate()) == []
    assert Signal.objects.count() == 50


def test_fewer_than_five_wait_for_company_and_at_most_a_month(
    fifty: list[Case], give: Any, read_all: Callable[[], None]
) -> None:
    from veerkracht.web.signals.daily import send_who_waited

    for case in fifty[:4]:
        give(case.account, case, "Kanarie")
    read_all()
    day = timezone.localdate()
    assert Signal.objects.count() == 0 and send_who_waited(day) == 0
    next_month = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    assert send_who_waited(next_month) == 1
    assert Signal.objects.count() == 4 and send_who_waited(next_month) == 0


def test_what_is_typed_waits_nowhere_under_an_account(
    samira_case: Case, peter: Account, as_: Callable[..., Any]
) -> None:
    """Other forms are saved while somebody types, and when a log-in ends; these are not, and give the text back."""
    browser = as_(peter)
    url = f"/mensen/{samira_case.public_id}/signaal/"
    assert "data-guard" not in browser.get(url).content.decode()
    session = browser.session
    session["since"], session["seen"] = 0, 0
    session.save()
    answer = browser.post(url, {"once": "", "wrong": "Kanarie zingt nog steeds.", "written": "ja"})
    assert "Kanarie zingt nog steeds." in answer.content.decode(), "it is given back on the spot"
    readable = [value for lines in dump().values() for value in values(lines)]
    assert not any("Kanarie" in value for value in readable)
    assert all("Kanarie" not in str(dict(session.items())) for session in [browser.session])
