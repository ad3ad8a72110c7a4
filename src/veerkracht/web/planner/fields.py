"""Fields for times and numbers as people write them; unknown is an answer too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.week.times import DAY_NAMES, DAYS

_CLOCK = re.compile(r"(\d{1,2})(?:[:.u ]?([0-5]\d))?(?: ?uur)?")
_AND = re.compile(r"\s*(?:\ben\b|[,;+&])\s*")
END_OF_DAY = "24:00"
_PAIR = re.compile(r"\s*(?:-|–|—|tot|t/m)\s*")
DAY_CHOICES = [(day, DAY_NAMES[day]) for day in DAYS]


def clock_from(text: str) -> str | None:
    """`8.30`, `8u30`, `830` or `8` as "08:30"; None when it is no time of a day."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23:
        return None
    return f"{int(match[1]):02d}:{match[2] or '00'}"


class ShortAnswerField(forms.CharField):
    """A short answer on one line, with why it is asked."""

    default_error_messages = {"required": _("Vul hier iets in.")}
    keyboard = "text"

    def __init__(self, *, purpose: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.purpose = purpose

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        own = {"inputmode": self.keyboard, "autocomplete": "off", "class": "utrecht-textbox--date"}
        return {**super().widget_attrs(widget), **own}

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self.read(text) if text else self.nothing()

    def nothing(self) -> Any:
        """What an empty field means where it may be empty."""
        return None

    def read(self, text: str) -> Any:
        """What the text means."""
        return text

    def refuse(self, sentence: str, **words: Any) -> forms.ValidationError:
        return forms.ValidationError(sentence % words, code="invalid")


class ClockField(ShortAnswerField):
    """A time of day."""

    def read(self, text: str) -> str:
        clock = clock_from(text)
        if clock is None:
            raise self.refuse(
                _t("%(typed)s is geen tijd. Schrijf bijvoorbeeld 8:30."), typed=f"“{text[:20]}”"
            )
        return clock


class BlockField(ShortAnswerField):
    """From when until when, as `8:30-14:15`; empty is not that day."""

    def prepare_value(self, value: Any) -> Any:
        return "-".join(value) if isinstance(value, list | tuple) else value

    def read(self, text: str) -> list[str]:
        ends = [clock_from(piece) for piece in _PAIR.split(text.strip())]
        if len(ends) != 2 or None in ends:
            sentence = _t("%(typed)s is geen begin en einde. Schrijf bijvoorbeeld 8:30-14:15.")
            raise self.refuse(sentence, typed=f"“{text[:30]}”")
        start, end = str(ends[0]), str(ends[1])
        if start >= end:
            raise self.refuse(_t("Dit eindigt om %(end)s, vóór het begin. Draai de tijden om."), end=end)
        return [start, end]


class BlocksField(ShortAnswerField):
    """One or more blocks of a day, as `6:30-8:30 en 17:00-19:00`; kept in the order of the day."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "class": ""}

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return " en ".join("-".join(block) for block in value)

    def read(self, text: str) -> list[list[str]]:
        blocks = sorted(self._block(piece) for piece in _AND.split(text.strip()) if piece)
        for block, after in pairwise(blocks):
            if after[0] < block[1]:
                sentence = _t("%(one)s en %(other)s vallen samen. Pas een van beide aan.")
                raise self.refuse(sentence, one="–".join(block), other="–".join(after))
        return blocks

    def _block(self, text: str) -> list[str]:
        ends = [END_OF_DAY if piece == END_OF_DAY else clock_from(piece) for piece in _PAIR.split(text)]
        if len(ends) != 2 or None in ends:
            sentence = _t("%(typed)s is geen begin en einde. Schrijf bijvoorbeeld 6:30-8:30 en 17:00-19:00.")
            raise self.refuse(sentence, typed=f"“{text[:30]}”")
        start, end = str(ends[0]), str(ends[1])
        if start >= end:
            sentence = _t(
                "%(start)s-%(end)s eindigt vóór het begin. Draai de tijden om. Gaat het over middernacht? Maak er "
                "dan twee van: tot 24:00 op de ene dag, en vanaf 0:00 op de dag erna."
            )
            raise self.refuse(sentence, start=start, end=end)
        return [start, end]


class CountField(ShortAnswerField):
    """A whole number from `least` to `most`. With `unknown` also `?`, or two bounds such as `10-30`."""

    keyboard = "numeric"

    def __init__(self, *, least: int = 0, most: int, unknown: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least, self.most, self.unknown = least, most, unknown
        if unknown:
            self.keyboard = "text"
            self.widget.attrs["inputmode"] = "text"

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return f"{self.shown(value['min'])}-{self.shown(value['max'])}"
        if value is None and self.unknown:
            return "?"
        return value if value is None or isinstance(value, str) else self.shown(value)

    def shown(self, value: Any) -> str:
        return str(value)

    def read(self, text: str) -> Any:
        if self.unknown and text.strip() == "?":
            return None
        pieces = _PAIR.split(text.strip()) if self.unknown else [text]
        values = [self.number(piece) for piece in pieces]
        if len(values) > 2 or values[0] > values[-1]:
            raise self.refuse(_t("Schrijf eerst het laagste getal, dan het hoogste: bijvoorbeeld 10-30."))
        return values[0] if len(values) == 1 else {"min": values[0], "max": values[1]}

    def number(self, text: str) -> int:
        bare = text.strip().removesuffix("minuten").removesuffix("min").strip()
        if not (bare.isascii() and bare.isdecimal()) or len(bare) > 6:
            raise self.refuse(_t("%(typed)s is geen heel getal."), typed=f"“{text[:20]}”")
        return self.within(int(bare), bare)

    def within(self, value: int, text: str) -> int:
        if not self.least <= value <= self.most:
            sentence = _t("%(typed)s kan hier niet; vul een getal in van %(least)s tot en met %(most)s.")
            raise self.refuse(sentence, typed=text, least=self.shown(self.least), most=self.shown(self.most))
        return value


class HoursField(CountField):
    """Hours as people say them (`7,5`), kept in minutes."""

    keyboard = "decimal"

    def shown(self, value: Any) -> str:
        return f"{value / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")

    def number(self, text: str) -> int:
        bare = text.strip().removesuffix("uur").strip().replace(",", ".")
        if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", bare):
            raise self.refuse(
                _t("%(typed)s is geen aantal uren. Schrijf bijvoorbeeld 7,5."), typed=f"“{text[:20]}”"
            )
        return self.within(round(float(bare) * 60), text.strip())


_EURO = re.compile(r"^(€|euro?\b)|(€|\beuro?|(?<=\d)euro?)$")
"""Before or behind the number: `€ 10,90`, `10,90 euro`."""


class AmountField(ShortAnswerField):
    """An amount or a number with decimals, such as `10,90`."""

    keyboard = "decimal"

    def __init__(self, *, most: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return f"{value:.2f}".removesuffix(".00").replace(".", ",")

    def read(self, text: str) -> float:
        bare = _EURO.sub("", text.strip().casefold()).strip().replace(",", ".")
        if not re.fullmatch(r"\d{1,6}(\.\d{1,2})?", bare):
            raise self.refuse(
                _t("%(typed)s is geen bedrag of getal. Schrijf bijvoorbeeld 10,90."), typed=f"“{text[:20]}”"
            )
        if float(bare) > self.most:
            raise self.refuse(_t("%(typed)s is hoger dan hier kan (%(most)g)."), typed=text, most=self.most)
        return float(bare)


class _Ticks(forms.CheckboxSelectMultiple):
    """Several ticks sent as one text, so that a merge of two people's changes can carry them like any field."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        joined = data.get(name, "")
        return joined.split(",") if joined else []


class TicksField(forms.MultipleChoiceField):
    """Some of a few; kept as a list, in the order of the choices."""

    widget = _Ticks

    def __init__(self, *, purpose: str = "", **kwargs: Any) -> None:
        kwargs.setdefault(
            "error_messages",
            {
                "required": _("Kies er ten minste één."),
                "invalid_choice": _("Deze keuze bestaat niet. Kies uit de lijst."),
            },
        )
        super().__init__(**kwargs)
        self.purpose = purpose

    def clean(self, value: Any) -> list[str]:
        ticked = super().clean(value)
        offered = cast("Iterable[tuple[Any, Any]]", self.choices)
        return [str(value) for value, _label in offered if str(value) in ticked]


class DaysField(TicksField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=DAY_CHOICES, **kwargs)
