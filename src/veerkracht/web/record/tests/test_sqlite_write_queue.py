"""Writers of one process wait in a row, and one that stumbles does not keep the others waiting."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections, transaction

from veerkracht.web.record.sqlite_write_queue import in_turn

pytestmark = [
    pytest.mark.django_db(transaction=True, databases="__all__"),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL lets its writers wait itself"),
]


def started(work) -> threading.Thread:  # type: ignore[no-untyped-def]
    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_who_came_first_goes_first_and_never_two_at_once() -> None:
    order: list[int] = []
    inside: list[int] = []

    def write(number: int) -> None:
        with in_turn():
            inside.append(number)
            assert inside == [number]
            order.append(number)
            inside.remove(number)

    with in_turn():
        threads = []
        for number in range(8):
            threads.append(started(lambda number=number: write(number)))
            threads[-1].join(0.05)  # time to come and stand in the row
        assert order == []
    for thread in threads:
        thread.join(5)
    assert order == list(range(8))


def test_a_mistake_gives_the_turn_on() -> None:
    with pytest.raises(ValueError, match="broken"), in_turn():
        raise ValueError("broken")
    with in_turn():
        pass


def test_within_a_transaction_nobody_waits_for_oneself() -> None:
    with in_turn(), transaction.atomic(), in_turn():
        assert connection.in_atomic_block


def test_what_runs_when_a_transaction_ends_does_not_wait_behind_itself() -> None:
    """A message that goes out at the end of an action is an action itself: it has the turn already."""
    done: list[str] = []

    def send() -> None:
        with in_turn(), transaction.atomic():
            done.append("sent")

    def act() -> None:
        with in_turn(), transaction.atomic():
            transaction.on_commit(send)

    thread = started(act)
    thread.join(5)
    assert done == ["sent"] and not thread.is_alive()
    with in_turn():
        pass
