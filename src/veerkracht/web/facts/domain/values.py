"""How a value of the household is written down as JSON, and read back: unknown and between are values too."""

from __future__ import annotations

from typing import Any

from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN, Between, Unknown


def to_json(value: Any) -> Any:
    """`Unknown` not asked is null; not known and `Between` are objects; the rest stays as it is."""
    if isinstance(value, Unknown):
        return None if value == NOT_ASKED else {"unknown": value.why}
    if isinstance(value, Between):
        return {"between": [value.low, value.high]}
    return value


def from_json(raw: Any) -> Any:
    """The value that was written; null is not asked."""
    if raw is None:
        return NOT_ASKED
    if isinstance(raw, dict) and set(raw) == {"unknown"}:
        return NOT_KNOWN if raw["unknown"] == NOT_KNOWN.why else NOT_ASKED
    if isinstance(raw, dict) and set(raw) == {"between"}:
        return Between(*raw["between"])
    return raw
