"""Forms for what happens and for what really came: made from the kinds of the ledger, each mistake a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.money.amounts import on_day
from veerkracht.money.ledger.days import first_of
from veerkracht.money.ledger.events import KINDS, Field, MistakeInEvents, check_pay
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOf

from .domain import numbers
from .domain.event_kinds import ABOUT, CHOICES, EUROS, HELP, LABELS, MAY_BE_UNKNOWN, mistake_in_words
from .domain.paying import earliest, last_shown
from .domain.questions import COUNT, EURO, NUMBER, UNKNOWN, Question
from .domain.situation import ChildOf
from .forms import DONT_KNOW, NumberField

YES_NO = (("ja", _("Ja")), ("nee", _("Nee")))
SLIPS_BACK = 11


class NeededNumber(NumberField):
    """A number without which the sum cannot be made."""

    def validate(self, value: Any) -> None:
        if value in (None, ""):
            raise forms.ValidationError(_t("Vul hier een getal in."))


class OptionalDate(DateField):
    """A date that belongs to one of the choices only."""


def question_of(kind: str, name: str, about: Field) -> Question:
    return Question(
        name,
        COUNT if about.kind == "whole" else EURO if name in EUROS else NUMBER,
        LABELS[name],
        help=HELP.get((kind, name), ""),
        least=max(0.0, about.low),
        most=about.high,
        may_be_below_zero=about.low < 0,
    )


def field_of(kind: str, name: str, about: Field, children: Sequence[ChildOf]) -> forms.Field:
    """The form's field for a field of the ledger."""
    label, help_text = LABELS[name], HELP.get((kind, name), "")
    if name == "child":
        return OneOf(label=label, choices=[(c.key, c.name) for c in children], widget=forms.RadioSelect)
    if about.kind in ("number", "whole"):
        make = NeededNumber if about.needed else NumberField
        field = make(question_of(kind, name, about), can_be_unknown=name in MAY_BE_UNKNOWN)
        if name in MAY_BE_UNKNOWN:
            field.widget.about = label
        return field
    if about.kind == "date":
        return OptionalDate(label=label, required=False)
    if about.kind == "text":
        return LineField(label=label, max_length=80, help_text=help_text)
    choices = YES_NO if about.kind == "flag" else [(one, CHOICES[one]) for one in about.kind.split("|")]
    return OneOf(label=label, choices=choices, widget=forms.RadioSelect, required=about.needed)


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
            given = {"first": on_day(earliest(self._today)), "last": on_day(last_shown(self._today))}
            raise forms.ValidationError(says % given)
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
            check_pay(self.event_fields, _t("deze gebeurtenis"))
        except MistakeInEvents as error:
            return mistake_in_words(str(error))
        return ""

    @property
    def event_fields(self) -> dict[str, Any]:
        """What was filled in, as the ledger and the database keep it."""
        found = {}
        for name, about in KINDS[self._kind].fields.items():
            value = self.cleaned_data.get(name)
            if value not in (None, ""):
                found[name] = kept(value, about)
        return found

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


def kept(value: Any, about: Field) -> Any:
    """A value as it is kept: yes and no as a truth, a date as its text, a whole number without a comma."""
    if about.kind == "flag":
        return value == "ja"
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if about.kind == "whole" and isinstance(value, float) else value


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
    shown = {
        name: ("ja" if value else "nee") if isinstance(value, bool) else value
        for name, value in fields.items()
    }
    if "first_pay_on" in shown:
        shown["first_pay_on"] = dt.date.fromisoformat(shown["first_pay_on"])
    return {"on": on, **shown}


class TakeOverForm(Form):
    """The work that was looked at, from a day on."""

    use_required_attribute = False
    events: Callable[[str, Any], list[tuple[str, dict[str, Any]]]]
    """Makes the events of the work that was chosen and its pay day; given by the page before it is saved."""
    work = OneOf(label=_("Welk werk?"), widget=forms.RadioSelect)
    on = DateField(label=_("Vanaf welke dag?"))

    def __init__(
        self, data: Any, *, choices: Sequence[tuple[str, str]], today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self._today = today
        self.fields["work"].choices = choices  # type: ignore[attr-defined]
        pay_day = Question("pay_day", COUNT, LABELS["pay_day"], least=1, most=31)
        self.fields["pay_day"] = NumberField(pay_day)
        self.fields["pay_day"].widget.about = LABELS["pay_day"]

    @property
    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        events = self.events(given["work"], given["pay_day"])
        return {"once": given["once"], "on": given["on"], "events": events}

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if not first_of(self._today) <= on <= last_shown(self._today):
            says = _t("Kies een dag van %(first)s tot en met %(last)s.")
            given = {"first": on_day(first_of(self._today)), "last": on_day(last_shown(self._today))}
            raise forms.ValidationError(says % given)
        return on


class MonthField(forms.ChoiceField):
    default_error_messages = {"invalid_choice": _("Deze maand bestaat niet. Kies een maand uit de lijst.")}


class SlipForm(EditForm):
    """A pay slip: the month, what came, and the hours where they stand on it."""

    use_required_attribute = False

    def __init__(self, data: Any, *, months: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        net = Question("net", EURO, _t("Netto op de rekening"), most=50000)
        on_slip = _t("Alleen als het op de loonstrook staat.")
        hours = Question("hours", NUMBER, _t("Betaalde uren per week"), help=on_slip, most=60)
        self._own: dict[str, forms.Field] = {
            "month": MonthField(label=_("In welke maand kwam het?"), choices=months),
            "net": NeededNumber(net, can_be_unknown=False),
            "hours": NumberField(hours, can_be_unknown=False),
        }
        super().__init__(data, **kwargs)
        self.fields.update(self._own)

    def own_fields(self) -> list[str]:
        return list(self._own)

    def clean_month(self) -> dt.date:
        return dt.date.fromisoformat(f"{self.cleaned_data['month']}-01")

    def _as_text(self, name: str, value: Any) -> str:
        if name == "month":
            return f"{value:%Y-%m}" if isinstance(value, dt.date) else str(value or "")
        return numbers.typed(value) if isinstance(value, float | int) else super()._as_text(name, value)
