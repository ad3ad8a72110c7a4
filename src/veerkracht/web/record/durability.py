"""The database must put every acknowledged write on disk; anything less and the program does not start."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections


def weaknesses(alias: str = "default") -> list[str]:
    """What makes this database able to lose an acknowledged write, in sentences; empty when it is safe."""
    using = connections[alias]
    with using.cursor() as cursor:
        if using.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            level = cursor.fetchone()[0]
            return [] if level >= 2 else [f"SQLite runs with synchronous={level}; it must be FULL (2)."]
        sentences = []
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {setting}")
            value = cursor.fetchone()[0]
            if value == "off" or (setting == "synchronous_commit" and value == "local_off"):
                sentences.append(f"PostgreSQL runs with {setting}={value}; it must be on.")
        return sentences


def refuse_unsafe() -> None:
    """Stop at start-up when a write that was called saved could be lost.

    Raises:
        ImproperlyConfigured: with what is wrong and what it must be.
    """
    problems = weaknesses()
    connection.close()
    if problems:
        raise ImproperlyConfigured("The database could lose what was saved. " + " ".join(problems))
