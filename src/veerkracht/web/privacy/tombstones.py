"""The register of who was erased, outside the database: what a restored backup must lose again.

One line of JSON for each erasure in TOMBSTONES, in numbers only; each line holds the checksum of the one before it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

WHOLE, PART = "whole", "part"


class BrokenRegister(Exception):
    """A line of the register was changed or taken out; `str` says which."""


@dataclass(frozen=True, kw_only=True)
class Tombstone:
    case_id: int
    public_id: str
    account_id: int | None
    scope: str
    erased_at: dt.datetime


def _path() -> Path:
    return Path(settings.TOMBSTONES)


def _checksum(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def add_tombstone(stone: Tombstone) -> None:
    """On disk before the erasure itself is; a restore in between erases once more, which does no harm."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text().splitlines() if path.exists() else []
    facts = {**stone.__dict__, "erased_at": stone.erased_at.isoformat()}
    facts["before"] = _checksum(lines[-1]) if lines else ""
    with path.open("a") as file:
        file.write(json.dumps(facts) + "\n")
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o600)


def tombstones() -> Iterator[Tombstone]:
    """Every line, oldest first.

    Raises:
        BrokenRegister: a line does not follow from the one before it, or is no line of ours.
    """
    before = ""
    lines = _path().read_text().splitlines() if _path().exists() else []
    for number, line in enumerate(lines, start=1):
        try:
            facts = json.loads(line)
            if facts.pop("before") != before:
                raise BrokenRegister(f"regel {number} van {_path().name} volgt niet op de regel ervoor")
            facts["erased_at"] = dt.datetime.fromisoformat(facts["erased_at"])
            yield Tombstone(**facts)
        except (ValueError, KeyError, TypeError) as error:
            raise BrokenRegister(f"regel {number} van {_path().name} is niet te lezen") from error
        before = _checksum(line)
