"""Who writes first: SQLite lets one write at a time and makes the others try again by chance, so that one of many
can wait for a minute. Here the writers of this process wait in a row. PostgreSQL needs none of this.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

from .write_faults import Fault, fault_of

_door = threading.Lock()
_row: deque[threading.Event] = deque()
_own = threading.local()
# When somebody last waited in vain for another program that holds the database.
_last_locked = 0.0


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for everybody who came earlier. Inside a transaction the turn is there already, and so it is in what runs
    at the end of one (`on_commit`): whoever has the turn does not wait behind itself.

    Raises:
        OperationalError: another program holds the database. Who stood in the row while the first one waited for it
            in vain does not wait as long again.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or getattr(_own, "has_turn", False):
        yield
        return
    came, mine = time.monotonic(), threading.Event()
    with _door:
        _row.append(mine)
        if _row[0] is mine:
            mine.set()
    mine.wait()
    _own.has_turn = True
    try:
        if _last_locked > came:
            raise OperationalError("database is locked, also for who came earlier")
        yield
    except OperationalError as error:
        _remember(error)
        raise
    finally:
        _own.has_turn = False
        with _door:
            _row.popleft()
            if _row:
                _row[0].set()


def _remember(error: OperationalError) -> None:
    global _last_locked
    if fault_of(error) is Fault.LOCKED:
        _last_locked = time.monotonic()
