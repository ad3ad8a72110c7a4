"""The tasks of every day and of after a restore."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from veerkracht.web.config.keeping import every_day
from veerkracht.web.config.keeping.backup import backups, drop_old, end_all_log_ins
from veerkracht.web.people.models import LogInSession
from veerkracht.web.record import daily

DAY = dt.date(2026, 11, 29)


@pytest.fixture
def _no_tasks(monkeypatch, settings, tmp_path) -> None:
    monkeypatch.setattr(daily, "_daily", {})
    settings.HOME = tmp_path


@pytest.mark.usefixtures("_no_tasks")
def test_one_task_that_fails_does_not_keep_the_others_waiting() -> None:
    def broken(day: dt.date) -> int:
        raise RuntimeError("Samira Haddad")

    daily.every_day("first", broken)
    daily.every_day("second", lambda day: 3)
    outcomes = every_day.run(DAY, with_backup=False)
    assert [(o.task, o.count, o.error) for o in outcomes] == [("first", 0, "RuntimeError"), ("second", 3, "")]


@pytest.mark.parametrize("register", [daily.every_day, daily.after_restore])
def test_two_tasks_of_one_name_are_a_mistake(register, monkeypatch) -> None:
    monkeypatch.setattr(daily, "_daily", {})
    monkeypatch.setattr(daily, "_restore", {})
    register("first", len)
    with pytest.raises(ValueError, match="first"):
        register("first", max)


@pytest.mark.django_db(databases="__all__")
def test_nobody_who_was_logged_in_then_is_logged_in_now(as_, peter) -> None:
    as_(peter)
    assert daily.restore_tasks()["end all log-ins"] is end_all_log_ins
    assert end_all_log_ins() == 1 and not LogInSession.objects.exists()


@pytest.mark.django_db(databases="__all__")
def test_expired_log_ins_go_and_others_stay(as_, peter) -> None:
    as_(peter)
    LogInSession.objects.create(
        session_key="old", session_data="", expire_date=timezone.now() - dt.timedelta(days=1)
    )
    assert every_day.end_expired_sessions(DAY) == 1 and LogInSession.objects.count() == 1


def test_old_backups_go_but_never_the_last(tmp_path) -> None:
    for day in ("2026-09-01", "2026-10-29", "2026-10-30", "2026-11-28"):
        (tmp_path / f"{day}T023000.veerkracht-backup").touch()
    (tmp_path / "something-else.txt").touch()
    assert drop_old(tmp_path, today=DAY, keep_days=30) == 2
    assert [place.name[:10] for place in backups(tmp_path)] == ["2026-10-30", "2026-11-28"]
    assert drop_old(tmp_path, today=dt.date(2030, 1, 1), keep_days=30) == 1, "the newest stays"
    assert (tmp_path / "something-else.txt").exists()
