"""Which tables are the journal: the reading log, the log-in state, and what is typed and not sent yet.

They are written over a connection of their own, so that a page that only reads can still say who looked, while
the connection with everybody's content refuses every write.
"""

from __future__ import annotations

from typing import Any

JOURNAL_APPS = {"sessions", "axes", "otp_totp"}
JOURNAL_MODELS = {
    ("record", "reading"),
    ("record", "readinghead"),
    ("record", "readingstub"),
    ("people", "unsavedtext"),
    ("people", "loginsession"),
    ("people", "passkey"),
}
JOURNAL_TABLES = (
    "django_session",
    "people_session",
    "people_passkey",
    "people_unsavedtext",
    "axes_",
    "otp_totp_",
    "record_reading",
)


def is_journal(app_label: str, model_name: str | None) -> bool:
    return app_label in JOURNAL_APPS or (app_label, model_name) in JOURNAL_MODELS


class JournalRouter:
    """Sends journal tables to the `journal` connection; both connections lead to one database."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return self.db_for_write(model, **hints)

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return "journal" if is_journal(model._meta.app_label, model._meta.model_name) else "default"

    def allow_relation(self, obj1: Any, obj2: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "default"
