"""Who writes first: SQLite lets one write at a time and makes the others try again by chance, so that one of many
can wait for a minute. Here the writers of this process wait in a row. PostgreSQL needs none of this.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_door = threading.Lock()
_row: deque[threading.Event] = deque()


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for everybody who came earlier. Inside a transaction the turn is there already."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    mine = threading.Event()
    with _door:
        _row.append(mine)
        if _row[0] is mine:
            mine.set()
    mine.wait()
    try:
        yield
    finally:
        with _door:
            _row.popleft()
            if _row:
                _row[0].set()
