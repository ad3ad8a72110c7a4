"""HTTP strings to typed answers: each question with a "weet ik niet", each mistake a sentence at its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, LineField, OneOfField

from .domain import numbers
from .domain.questions import CHOICE, COUNT, SEVERAL, UNKNOWN, WORDS, MoneyQuestion, QuestionPart
from .domain.situation import ChildOf

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

DONT_KNOW = _("Weet ik niet")


LOOKED_AT = ("uurloon_straks", "uren_1", "uren_2")
"""What the page itself asks, beside its sliders."""


class KnownOrNot(forms.TextInput):
    """A number, with a tick beside it for who does not know it."""

    template_name = "purse/known_or_not.html"
    about = ""
    """What the tick is about, for who hears it without seeing the field."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        unknown = value == UNKNOWN
        context = super().get_context(name, None if unknown else value, attrs)
        context["widget"] |= {
            "unknown": unknown,
            "tick": f"{name}_weet_niet",
            "says": DONT_KNOW,
            "about": self.about,
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return UNKNOWN if data.get(f"{name}_weet_niet") else super().value_from_datadict(data, files, name)

    def format_value(self, value: Any) -> str | None:
        return numbers.typed(value) if isinstance(value, float | int) else super().format_value(value)


class NumberField(forms.Field):
    """A number as people write it. May stay empty: what is not answered is simply not known yet."""

    def __init__(self, question: MoneyQuestion, *, can_be_unknown: bool = True, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "purse-number"}
        widget = KnownOrNot(attrs=attrs) if can_be_unknown else forms.TextInput(attrs=attrs)
        super().__init__(label=question.label, help_text=question.help, widget=widget, **kwargs)
        self.question, self.purpose = question, question.purpose

    def validate(self, value: Any) -> None:
        """Nothing is demanded; `required` only keeps "(niet verplicht)" from standing at every field."""

    def prepare_value(self, value: Any) -> Any:
        return numbers.typed(value) if isinstance(value, float | int) else value

    def to_python(self, value: Any) -> float | str | None:
        text = str(value or "").strip()
        if not text or text == UNKNOWN:
            return text or None
        try:
            number = numbers.read(text)
        except ValueError:
            says = _t("“%(typed)s” is geen getal. Schrijf bijvoorbeeld 748 of 15,10.")
            raise forms.ValidationError(says % {"typed": text[:30]}) from None
        self._check(number)
        return number

    def _check(self, number: float) -> None:
        if number < 0 and not self.question.may_be_below_zero:
            raise forms.ValidationError(_t("Dit kan niet minder dan nul zijn. Niets? Vul 0 in."))
        if self.question.least and number < self.question.least:
            says = _t("Vul hier %(least)s of meer in.")
            raise forms.ValidationError(says % {"least": numbers.typed(self.question.least)})
        if abs(number) > self.question.most:
            says = _t("Dit is meer dan %(most)s. Kijk of er een komma of punt verkeerd staat.")
            raise forms.ValidationError(says % {"most": numbers.typed(self.question.most)})
        if self.question.kind == COUNT and number != int(number):
            raise forms.ValidationError(_t("Vul hier een heel getal in, zonder komma."))


class ChoiceOrNot(OneOfField):
    """One of a few, the last of which is "weet ik niet"; none chosen is not asked yet."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class Ticks(forms.CheckboxSelectMultiple):
    """Several values in one field of the form: ticked one by one, or as one text with commas from two versions."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = super().value_from_datadict(data, files, name) or []
        return [one for value in values for one in value.split(",") if one]


class Several(forms.MultipleChoiceField):
    """Some of a list; none ticked is not asked yet."""

    default_error_messages = {"invalid_choice": _("Deze keuze bestaat niet. Kies uit de lijst hieronder.")}

    def __init__(self, question: MoneyQuestion, label: StrOrPromise) -> None:
        choices = (*question.choices, (UNKNOWN, DONT_KNOW))
        super().__init__(label=label, choices=choices, widget=Ticks)
        self.purpose = question.purpose

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class OptionalWords(LineField):
    def validate(self, value: Any) -> None:
        """May stay empty, as every answer here."""


def field_for(question: MoneyQuestion, named: str = "") -> forms.Field:
    """The field of one question; `named` is the child it is about."""
    label = f"{named}: {question.label}" if named else question.label
    if question.kind == CHOICE:
        choices = (*question.choices, (UNKNOWN, DONT_KNOW))
        return ChoiceOrNot(
            label=label,
            choices=choices,
            widget=forms.RadioSelect,
            purpose=question.purpose,
            help_text=question.help,
        )
    if question.kind == SEVERAL:
        return Several(question, label)
    if question.kind == WORDS:
        return OptionalWords(label=label, max_length=60, help_text=question.help)
    field = NumberField(question)
    field.label = field.widget.about = label
    return field


def fields_of(
    part: QuestionPart, children: Sequence[ChildOf], leave_out: Sequence[str] = ()
) -> dict[str, forms.Field]:
    """The fields of a part, those about a child once for each child."""
    fields = {q.name: field_for(q) for q in part.questions if q.name not in leave_out}
    for child in children:
        asked = [q for q in part.of_a_child if q.name != "leeftijd" or child.born_on is None]
        fields |= {f"{q.name}_{child.key}": field_for(q, child.name) for q in asked}
    return fields


class QuestionsForm(EditForm):
    """One part of the questions. Its values are `answers`: what was filled in, nothing else."""

    use_required_attribute = False

    def __init__(
        self,
        data: Any,
        *,
        part: QuestionPart,
        children: Sequence[ChildOf],
        leave_out: Sequence[str],
        **kwargs: Any,
    ) -> None:
        self._asked = fields_of(part, children, leave_out)
        super().__init__(one_text_each(data, self._asked), **kwargs)
        self.fields.update(self._asked)

    def own_fields(self) -> list[str]:
        return list(self._asked)

    @property
    def values(self) -> dict[str, Any]:
        answers = {
            n: self.cleaned_data[n] for n in self._asked if self.cleaned_data.get(n) not in (None, "", [])
        }
        return {"once": self.cleaned_data["once"], "answers": answers}

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, list):
            return ",".join(value)
        return numbers.typed(value) if isinstance(value, float | int) else super()._as_text(name, value)

    def _in_words(self, name: str, value: str) -> str:
        if value == UNKNOWN:
            return str(DONT_KNOW)
        field = self._asked[name]
        if isinstance(field, Several):
            labels = dict(cast("Iterable[tuple[str, Any]]", field.choices))
            return ", ".join(str(labels.get(one, one)) for one in value.split(",") if one)
        return super()._in_words(name, value)

    def differences(self, current: Any) -> list[dict[str, str]]:
        return super().differences(_shown(current))

    def was_now(self, current: Any) -> str:
        return super().was_now(_shown(current))


def one_text_each(data: Any, asked: Mapping[str, forms.Field]) -> Any:
    """What was sent with one text for each question, so that two versions can be laid beside each other."""
    if data is None:
        return None
    flat = data.copy()
    for name in asked:
        if data.get(f"{name}_weet_niet"):
            flat[name] = UNKNOWN
        elif len(data.getlist(name)) > 1:
            flat[name] = ",".join(data.getlist(name))
    return flat


def _shown(current: Any) -> Any:
    """The answers of a part as attributes, which is how two versions are laid beside each other."""
    answers = getattr(current, "answers", None)
    return current if answers is None else SimpleNamespace(**answers)
