"""What is wrong when nothing can be saved, read from the database's error: never its own words, which may hold data."""

from __future__ import annotations

from enum import StrEnum

from django.db import DatabaseError


class Fault(StrEnum):
    """A reason why the database cannot be used, as `/gezond` and the log name it."""

    FULL = "disk full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"  # a mistake of ours: the database is well and did not take this


# What SQLite says, in its own words; it gives Django no code.
_SQLITE = (
    ("disk is full", Fault.FULL),
    ("disk i/o error", Fault.FULL),
    ("readonly", Fault.READ_ONLY),
    ("locked", Fault.LOCKED),
    ("busy", Fault.LOCKED),
    ("unable to open", Fault.UNREACHABLE),
    ("no such table", Fault.UNREACHABLE),
    ("malformed", Fault.UNREACHABLE),
    ("not a database", Fault.UNREACHABLE),
)
# PostgreSQL's classes of error, https://www.postgresql.org/docs/15/errcodes-appendix.html.
_POSTGRESQL = (
    ("53100", Fault.FULL),
    ("58030", Fault.FULL),
    ("25006", Fault.READ_ONLY),
    ("55P03", Fault.LOCKED),
    ("40", Fault.LOCKED),
    ("57", Fault.UNREACHABLE),
    ("08", Fault.UNREACHABLE),
    ("53", Fault.UNREACHABLE),
)


def fault_of(error: DatabaseError) -> Fault:
    """Which fault this error of the database stands for.

    PostgreSQL gives a code; without one it was never reached. SQLite gives words.
    """
    cause = error.__cause__
    if cause is not None and hasattr(cause, "sqlstate"):
        code = cause.sqlstate or "08"
        return next((fault for start, fault in _POSTGRESQL if code.startswith(start)), Fault.REFUSED)
    words = str(error).lower()
    if known_fault := next((fault for part, fault in _SQLITE if part in words), None):
        return known_fault
    return Fault.UNREACHABLE if "connect" in words else Fault.REFUSED
