"""What `veerkracht web daily` does: a backup first, then each task; one that fails does not keep the others waiting."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import structlog
from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone

from veerkracht.web.people.session_store import clear_expired_sessions
from veerkracht.web.record.daily import daily_tasks, every_day

from .backup import back_up, drop_old

log = structlog.get_logger("veerkracht")
NOTE = "daily.json"


@dataclass(frozen=True)
class DailyOutcome:
    """How one task went: how many things it did, or the kind of error; never the error's words."""

    task: str
    count: int
    error: str = ""


def end_expired_sessions(day: dt.date) -> int:
    """Also what somebody typed when a log-in ran out, kept a day for her alone."""
    return clear_expired_sessions()


def forget_wrong_passwords(day: dt.date) -> int:
    """Counts of wrong passwords with their address, a day after they stopped locking anybody out."""
    long_ago = timezone.now() - dt.timedelta(days=1)
    return int(AccessAttempt.objects.filter(attempt_time__lt=long_ago).delete()[0])


def drop_old_backups(day: dt.date) -> int:
    return drop_old(Path(settings.BACKUP_FOLDER), today=day, keep_days=settings.BACKUP_DAYS)


def run(day: dt.date, *, with_backup: bool) -> list[DailyOutcome]:
    """Carry out everything of one day, and write down for `/metrics` when and how it went."""
    tasks = daily_tasks()
    if with_backup:
        tasks = {"back up": _back_up, **tasks, "drop old backups": drop_old_backups}
    outcomes = []
    for name, task in tasks.items():
        try:
            outcomes.append(DailyOutcome(name, task(day)))
        except Exception as error:  # noqa: BLE001 - the next task must have its turn; the exit code tells
            outcomes.append(DailyOutcome(name, 0, type(error).__name__))
        log.info("daily_task", task=name, count=outcomes[-1].count, error=outcomes[-1].error)
    _write_down(outcomes)
    return outcomes


def _back_up(day: dt.date) -> int:
    back_up(Path(settings.BACKUP_FOLDER))
    return 1


def _write_down(outcomes: list[DailyOutcome]) -> None:
    note = {"at": timezone.now().timestamp(), "failed": [o.task for o in outcomes if o.error]}
    place = Path(settings.HOME) / NOTE
    unfinished = place.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(note))
    unfinished.replace(place)


every_day("end expired sessions", end_expired_sessions)
every_day("forget wrong passwords", forget_wrong_passwords)
