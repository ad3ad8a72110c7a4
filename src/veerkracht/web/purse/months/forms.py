"""Forms for what happens: made from the kinds of the ledger, each mistake a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.money.ledger.days import first_of
from veerkracht.money.ledger.events import KINDS, Field, MistakeInEvents, Place, check_pay
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, set_choices
from veerkracht.words.numbers import day_in_words as on_day
from veerkracht.words.sentences import refusal

from ..domain import numbers
from ..domain.event_kinds import (
    ABOUT,
    CHOICES,
    EUROS,
    HELP,
    LABEL_OF,
    LABELS,
    MAY_BE_UNKNOWN,
    WORDING,
)
from ..domain.ledger import earliest, last_shown
from ..domain.questions import COUNT, EURO, NUMBER, UNKNOWN, MoneyQuestion
from ..domain.situation import ChildOf
from ..forms import DONT_KNOW, NumberField

YES_NO = (("ja", _("Ja")), ("nee", _("Nee")))


class NeededNumber(NumberField):
    """A number without which the sum cannot be made."""

    def validate(self, value: Any) -> None:
        if value in (None, ""):
            raise forms.ValidationError(_t("Vul hier een getal in."))


class OptionalDate(DateField):
    """A date that belongs to one of the choices only."""


def question_of(kind: str, name: str, field: Field) -> MoneyQuestion:
    return MoneyQuestion(
        name,
        COUNT if field.kind == "whole" else EURO if name in EUROS else NUMBER,
        LABEL_OF.get((kind, name), LABELS[name]),
        help=HELP.get((kind, name), ""),
        least=max(0.0, field.low),
        most=field.high,
        may_be_below_zero=field.low < 0,
    )


def field_of(kind: str, name: str, ledger_field: Field, children: Sequence[ChildOf]) -> forms.Field:
    """The form's field for a field of the ledger."""
    label, help_text = LABEL_OF.get((kind, name), LABELS[name]), HELP.get((kind, name), "")
    if name == "child":
        return OneOfField(label=label, choices=[(c.key, c.name) for c in children], widget=forms.RadioSelect)
    if ledger_field.kind in ("number", "whole"):
        make = NeededNumber if ledger_field.needed else NumberField
        field = make(question_of(kind, name, ledger_field), can_be_unknown=name in MAY_BE_UNKNOWN)
        if name in MAY_BE_UNKNOWN:
            field.widget.about = label
        return field
    if ledger_field.kind == "date":
        return OptionalDate(label=label, required=False)
    if ledger_field.kind == "text":
        return LineField(label=label, max_length=80, help_text=help_text)
    choices = (
        YES_NO
        if ledger_field.kind == "flag"
        else [(one, CHOICES[one]) for one in ledger_field.kind.split("|")]
    )
    return OneOfField(label=label, choices=choices, widget=forms.RadioSelect, required=ledger_field.needed)


class EventForm(EditForm):
    """One event. Its values are the day and the `fields` that were filled in."""

    use_required_attribute = False

    def __init__(
        self,
        data: Any,
        *,
        kind: str,
        children: Sequence[ChildOf],
        today: dt.date,
        mistake: Callable[[dt.date, dict[str, Any]], str],
        **kwargs: Any,
    ) -> None:
        asked = KINDS[kind].fields
        self._own: dict[str, forms.Field] = {"on": DateField(label=ABOUT[kind].day)}
        self._own |= {name: field_of(kind, name, about, children) for name, about in asked.items()}
        super().__init__(unknown_as_text(data, kind), **kwargs)
        self._today, self._mistake, self._kind = today, mistake, kind
        self.fields.update(self._own)

    def own_fields(self) -> list[str]:
        return list(self._own)

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if not earliest(self._today) <= on <= last_shown(self._today):
            says = _t("Deze dag valt buiten de maanden waarover we rekenen: %(first)s tot en met %(last)s.")
            bounds = {"first": on_day(earliest(self._today)), "last": on_day(last_shown(self._today))}
            raise forms.ValidationError(says % bounds)
        return on

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors:
            mistake = self._pay_mistake() or self._mistake(values["on"], self.event_fields)
            if mistake:
                self.add_error("on", mistake)
        return values

    def _pay_mistake(self) -> str:
        try:
            check_pay(self.event_fields, Place(0, self._kind))
        except MistakeInEvents as error:
            return refusal(error, WORDING)
        return ""

    @property
    def event_fields(self) -> dict[str, Any]:
        """What was filled in, as the ledger and the database keep it."""
        filled = {}
        for name, ledger_field in KINDS[self._kind].fields.items():
            value = self.cleaned_data.get(name)
            if value not in (None, ""):
                filled[name] = kept(value, ledger_field)
        return filled

    @property
    def values(self) -> dict[str, Any]:
        return {
            "once": self.cleaned_data["once"],
            "on": self.cleaned_data["on"],
            "fields": self.event_fields,
        }

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, float | int):
            return numbers.typed(value)
        if isinstance(self._own.get(name), OptionalDate) and value and isinstance(value, str):
            value = dt.date.fromisoformat(value)
        return super()._as_text(name, value)

    def _in_words(self, name: str, value: str) -> str:
        return str(DONT_KNOW) if value == UNKNOWN else super()._in_words(name, value)

    def differences(self, current: Any) -> list[dict[str, str]]:
        return super().differences(flat(current))

    def was_now(self, current: Any) -> str:
        return super().was_now(flat(current))


def kept(value: Any, ledger_field: Field) -> Any:
    """A value as it is kept: yes and no as a truth, a date as its text, a whole number without a comma."""
    if ledger_field.kind == "flag":
        return value == "ja"
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if ledger_field.kind == "whole" and isinstance(value, float) else value


def unknown_as_text(data: Any, kind: str) -> Any:
    """A ticked "weet ik niet" as the text of its field, so that two versions can be laid beside each other."""
    if data is None:
        return None
    flat_data = data.copy()
    for name in KINDS[kind].fields:
        if data.get(f"{name}_weet_niet"):
            flat_data[name] = UNKNOWN
    return flat_data


def flat(current: Any) -> Any:
    """An event with its fields as attributes, which is how two versions are laid beside each other."""
    fields = getattr(current, "fields", None)
    if fields is None or not hasattr(current, "kind"):
        return current
    return SimpleNamespace(**fields, on=current.on, version=current.version)


def initial_of(on: dt.date, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the form of an event that is changed."""
    typed = {
        name: ("ja" if value else "nee") if isinstance(value, bool) else value
        for name, value in fields.items()
    }
    if "first_pay_on" in typed:
        typed["first_pay_on"] = dt.date.fromisoformat(typed["first_pay_on"])
    return {"on": on, **typed}


class TakeOverForm(Form):
    """The work that was looked at, from a day on."""

    use_required_attribute = False
    events: Callable[[str, Any], list[tuple[str, dict[str, Any]]]]
    """Makes the events of the work that was chosen and its pay day; given by the page before it is saved."""
    work = OneOfField(label=_("Welk werk?"), widget=forms.RadioSelect)
    on = DateField(label=_("Vanaf welke dag?"))

    def __init__(
        self, data: Any, *, choices: Sequence[tuple[str, str]], today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self._today = today
        set_choices(self, "work", choices)
        pay_day = MoneyQuestion("pay_day", COUNT, LABELS["pay_day"], least=1, most=31)
        self.fields["pay_day"] = NumberField(pay_day)
        self.fields["pay_day"].widget.about = LABELS["pay_day"]

    @property
    def values(self) -> dict[str, Any]:
        typed = self.cleaned_data
        events = self.events(typed["work"], typed["pay_day"])
        return {"once": typed["once"], "on": typed["on"], "events": events}

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if not first_of(self._today) <= on <= last_shown(self._today):
            says = _t("Kies een dag van %(first)s tot en met %(last)s.")
            bounds = {"first": on_day(first_of(self._today)), "last": on_day(last_shown(self._today))}
            raise forms.ValidationError(says % bounds)
        return on
