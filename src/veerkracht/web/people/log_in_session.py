"""A session that also says whose it is and where."""

from __future__ import annotations

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from .session_store import SessionStore


class LogInSession(AbstractBaseSession):
    """Log-in state, so it lives on the journal's connection."""

    account_id = models.BigIntegerField(null=True, db_index=True)
    device = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_session"

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore
