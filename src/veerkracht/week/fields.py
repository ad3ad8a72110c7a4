"""Taking values out of JSON one by one, so that each mistake is named with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from veerkracht.household.problem import Refused, problem
from veerkracht.week.times import DAYS, TimeBlock, minutes_of

Where = tuple[str | int, ...]
"""Where something stands in a family: `()` for the family itself, `("children", "N6")` for what is called N6."""


class BadInput(Refused):
    """A family, or a part of it, that cannot be."""


class Missing:
    """Marks a field that must be given."""


REQUIRED: Final = Missing()


class Fields:
    """The fields of one JSON object; `where` is how a reader finds it back."""

    def __init__(self, value: object, *where: str | int) -> None:
        if not isinstance(value, dict):
            raise BadInput(problem("no_object", where=where))
        self.values: dict[str, Any] = value
        self.where: Where = where
        self.seen: set[str] = set()

    def mistake(self, code: str, key: str = "", **values: object) -> BadInput:
        """What is wrong with one of these fields, or with all of them together."""
        return BadInput(problem(code, key, day=None, where=self.where, **values))

    def has(self, key: str) -> bool:
        return key in self.values

    def take(self, key: str, default: object = REQUIRED) -> Any:
        self.seen.add(key)
        if key not in self.values:
            if default is REQUIRED:
                raise self.mistake("missing", key)
            return default
        if self.values[key] is None:
            raise self.mistake("empty", key)
        return self.values[key]

    def done(self) -> None:
        """Every field must have been asked for; one that was not is probably misspelt."""
        for key in self.values:
            if key not in self.seen:
                raise self.mistake("no_field", key, known=tuple(sorted(self.seen)))

    def text(self, key: str, default: object = REQUIRED) -> str:
        value = self.take(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.mistake("no_text", key)
        return value

    def one_of(self, key: str, allowed: Sequence[str], default: object = REQUIRED) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise self.mistake("not_one_of", key, value=value, allowed=tuple(allowed))
        return value

    def whole(self, key: str, default: object = REQUIRED, *, at_most: int | None = None) -> int:
        """A whole number, not negative."""
        value = self.take(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.mistake("no_whole", key)
        if value < 0:
            raise self.mistake("under_zero", key, value=value)
        if at_most is not None and value > at_most:
            raise self.mistake("above", key, value=value, most=at_most)
        return value

    def amount(self, key: str) -> float | None:
        """A number that may be left out."""
        if not self.has(key):
            self.seen.add(key)
            return None
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
            raise self.mistake("no_positive_number", key)
        return float(value)

    def yes_no(self, key: str, default: object = REQUIRED) -> bool:
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self.mistake("no_yes_or_no", key)
        return value

    def clock(self, key: str) -> int:
        return self._moment(self.take(key), key)

    def clock_if_given(self, key: str) -> int | None:
        self.seen.add(key)
        return self.clock(key) if self.has(key) else None

    def items(self, key: str, default: object = REQUIRED) -> list[Any]:
        value = self.take(key, default)
        if not isinstance(value, list):
            raise self.mistake("no_list", key)
        return value

    def names(self, key: str) -> tuple[str, ...]:
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self.mistake("no_list_of_texts", key)
        return tuple(values)

    def days(self, key: str, default: object = REQUIRED, *, among: Sequence[str] = DAYS) -> frozenset[str]:
        values = self.items(key, default)
        for value in values:
            self._day(key, value, among)
        return frozenset(values)

    def blocks(
        self, key: str, default: object = REQUIRED, *, among: Sequence[str] = DAYS
    ) -> dict[str, TimeBlock]:
        """Per day a start and an end: {"ma": ["08:30", "14:00"]}."""
        value = self.take(key, default)
        if not isinstance(value, dict):
            raise self.mistake("no_days", key)
        return {self._day(key, day, among): self._block(key, day, block) for day, block in value.items()}

    def _day(self, key: str, value: object, among: Sequence[str] = DAYS) -> str:
        if value not in among:
            raise self.mistake("no_day", key, value=value, among=tuple(among))
        return str(value)

    def _block(self, key: str, on: str, value: object) -> TimeBlock:
        if not isinstance(value, list) or len(value) != 2:
            raise self.mistake("no_block", key, on=on)
        start, end = (self._moment(moment, key, on=on) for moment in value)
        if start >= end:
            raise self.mistake("block_backwards", key, on=on, start=start, end=end)
        return TimeBlock(start, end)

    def _moment(self, value: object, key: str, **values: object) -> int:
        moment = minutes_of(value) if isinstance(value, str) else None
        if moment is None:
            raise self.mistake("no_time", key, value=value, **values)
        return moment
