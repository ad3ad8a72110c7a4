"""The exact text of a report: what her signature and that of the professional are bound to."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass, replace

# These never leave the talk: not in the report, not on paper, not in a copy.
KEPT_OUT = frozenset({"nowhere", "between_us"})


@dataclass(frozen=True)
class ReportText:
    """What she said beside what the professional saw; each under the name of who it is from."""

    on: dt.date
    name: str
    professional: str
    said: tuple[str, ...]
    seen: str

    def with_seen(self, seen: str) -> ReportText:
        return replace(self, seen=seen)

    def as_json(self) -> str:
        """Canonical: the same report always gives the same text."""
        facts = {**asdict(self), "on": self.on.isoformat()}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.as_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> ReportText:
        facts = json.loads(text)
        facts["on"] = dt.date.fromisoformat(facts["on"])
        facts["said"] = tuple(facts["said"])
        return cls(**facts)
