"""Several people at the very same moment: threads that start together, each with database connections of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections


def at_once(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run all of them together; what they return, in order. An exception in one comes out here."""
    gate = threading.Barrier(len(works))
    found: list[Any] = [None] * len(works)
    wrong: list[BaseException] = []

    def run(place: int) -> None:
        try:
            gate.wait()
            found[place] = works[place]()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread of the test
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    return found
