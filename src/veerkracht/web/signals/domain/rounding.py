"""What a change is worth, rough enough to belong to many families."""

from __future__ import annotations


def whole_hours(hours: float) -> int:
    return int(hours + 0.5)


def whole_tens(euros: float) -> int:
    return 10 * int(euros / 10 + 0.5)
