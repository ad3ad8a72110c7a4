"""What has to happen once a day, and after a backup was put back; each named by the capability it belongs to.

`veerkracht web daily` and `restore` carry it out. A task says how many things it did; it may run twice, and after a day
was missed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

DailyTask = Callable[[dt.date], int]
RestoreTask = Callable[[], int]
_daily: dict[str, DailyTask] = {}
_restore: dict[str, RestoreTask] = {}


def every_day(name: str, task: DailyTask) -> None:
    """Register a task, from an app's `ready`. Its name stands in the log: say what it does, never about whom.

    Raises:
        ValueError: another task has this name.
    """
    if _daily.setdefault(name, task) is not task:
        raise ValueError(f"there is a daily task {name!r} already")


def after_restore(name: str, task: RestoreTask) -> None:
    """Register what a restored database must lose or get before anybody sees it: who was erased, open log-ins.

    Raises:
        ValueError: another task has this name.
    """
    if _restore.setdefault(name, task) is not task:
        raise ValueError(f"there is a task {name!r} after a restore already")


def daily_tasks() -> dict[str, DailyTask]:
    return dict(_daily)


def restore_tasks() -> dict[str, RestoreTask]:
    return dict(_restore)
