"""Django's sessions in a row that also says whose it is, on which device, since when and when last seen.

The way Django's documentation gives for this: a model and a store of our own. The row is written where Django writes
it anyway, so listing sessions costs no write more.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        return apps.get_model("people", "LogInSession")

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        if SESSION_KEY in data:
            row.account_id = int(data[SESSION_KEY])
            row.device = data.get("device", "")
            row.started_at, row.seen_at = _moment(data.get("since")), _moment(data.get("seen"))
        return row


def _moment(seconds: float | None) -> dt.datetime | None:
    return dt.datetime.fromtimestamp(seconds, dt.UTC) if seconds else None


def end_every_session() -> int:
    """Log everybody out; how many sessions there were."""
    return int(SessionStore.get_model_class().objects.all().delete()[0])


def clear_expired_sessions() -> int:
    """Remove what is over; how many there were."""
    rows = SessionStore.get_model_class().objects.filter(expire_date__lt=timezone.now())
    return int(rows.delete()[0])
