"""Taking values out of JSON one by one, so that each mistake is named in one sentence of plain Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from veerkracht.week.times import DAYS, Block, minutes_of


class BadInput(ValueError):
    """What is wrong with the input and how to mend it, in one Dutch sentence."""


class Missing:
    """Marks a field that must be given."""


REQUIRED: Final = Missing()


class Fields:
    """The fields of one JSON object; `where` is how a reader finds it back."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise BadInput(f"{where} moet een object zijn, tussen accolades.")
        self.values: dict[str, Any] = value
        self.where = where
        self.seen: set[str] = set()

    def name(self, key: str) -> str:
        return f"{self.where}: `{key}`" if self.where != "Het gezin" else f"`{key}`"

    def has(self, key: str) -> bool:
        return key in self.values

    def take(self, key: str, default: object = REQUIRED) -> Any:
        self.seen.add(key)
        if key not in self.values:
            if default is REQUIRED:
                raise BadInput(f"{self.name(key)} ontbreekt; vul dit veld in.")
            return default
        if self.values[key] is None:
            raise BadInput(
                f"{self.name(key)} is leeg; vul een waarde in, of geef de grenzen als "
                '{"min": …, "max": …} waar dat kan.'
            )
        return self.values[key]

    def done(self) -> None:
        """Every field must have been asked for; one that was not is probably misspelt."""
        for key in self.values:
            if key not in self.seen:
                known = ", ".join(sorted(self.seen))
                raise BadInput(f"{self.name(key)} is geen bekend veld; bekend zijn: {known}.")

    def text(self, key: str, default: object = REQUIRED) -> str:
        value = self.take(key, default)
        if not isinstance(value, str) or not value.strip():
            raise BadInput(f"{self.name(key)} moet een tekst zijn.")
        return value

    def one_of(self, key: str, allowed: Sequence[str], default: object = REQUIRED) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise BadInput(f"{self.name(key)} is {value!r}; kies uit {', '.join(allowed)}.")
        return value

    def whole(self, key: str, default: object = REQUIRED, *, at_most: int | None = None) -> int:
        """A whole number, not negative."""
        value = self.take(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadInput(f"{self.name(key)} moet een heel getal zijn.")
        if value < 0:
            raise BadInput(f"{self.name(key)} is {value}; dit getal mag niet onder 0 liggen.")
        if at_most is not None and value > at_most:
            raise BadInput(f"{self.name(key)} is {value}; dit getal mag hoogstens {at_most} zijn.")
        return value

    def amount(self, key: str) -> float | None:
        """A number that may be left out."""
        if not self.has(key):
            self.seen.add(key)
            return None
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
            raise BadInput(f"{self.name(key)} moet een getal zijn, 0 of hoger.")
        return float(value)

    def yes_no(self, key: str, default: object = REQUIRED) -> bool:
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise BadInput(f"{self.name(key)} moet true of false zijn.")
        return value

    def clock(self, key: str) -> int:
        return _clock(self.take(key), self.name(key))

    def clock_if_given(self, key: str) -> int | None:
        self.seen.add(key)
        return self.clock(key) if self.has(key) else None

    def items(self, key: str, default: object = REQUIRED) -> list[Any]:
        value = self.take(key, default)
        if not isinstance(value, list):
            raise BadInput(f"{self.name(key)} moet een lijst zijn, tussen rechte haken.")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise BadInput(f"{self.name(key)} moet een lijst van teksten zijn.")
        return tuple(values)

    def days(self, key: str, default: object = REQUIRED) -> frozenset[str]:
        values = self.items(key, default)
        for value in values:
            self._day(key, value)
        return frozenset(values)

    def blocks(self, key: str, default: object = REQUIRED) -> dict[str, Block]:
        """Per day a start and an end: {"ma": ["08:30", "14:00"]}."""
        value = self.take(key, default)
        if not isinstance(value, dict):
            raise BadInput(
                f'{self.name(key)} moet per dag een begin en een einde geven, zoals {{"ma": ["08:30", "14:00"]}}.'
            )
        return {self._day(key, day): self._block(f"{self.name(key)} op {day}", v) for day, v in value.items()}

    def _day(self, key: str, value: object) -> str:
        if value not in DAYS:
            raise BadInput(f"{self.name(key)} noemt de dag {value!r}; kies uit {', '.join(DAYS)}.")
        return str(value)

    def _block(self, name: str, value: object) -> Block:
        if not isinstance(value, list) or len(value) != 2:
            raise BadInput(
                f'{name} moet een begin en een einde zijn, zoals ["08:30", "14:00"]; '
                "laat de dag weg als er niets is."
            )
        start, end = (_clock(moment, name) for moment in value)
        if start >= end:
            raise BadInput(
                f"{name} eindigt om {value[1]}, niet later dan het begin om {value[0]}; draai de tijden om."
            )
        return Block(start, end)


def _clock(value: object, name: str) -> int:
    found = minutes_of(value) if isinstance(value, str) else None
    if found is None:
        raise BadInput(f'{name} is {value!r}; schrijf een tijd als "08:30".')
    return found
