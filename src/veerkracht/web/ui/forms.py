"""Forms that keep what was typed: sentences for mistakes, a token against double sending, a version when editing."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_SALT = "form.was"


def set_choices(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, StrOrPromise]]) -> None:
    """Give a field its choices when they are known only now."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class LineField(forms.CharField):
    """One line of text. `purpose` says why it is asked, and is shown under the field."""

    default_error_messages = {"required": _("Vul hier iets in.")}

    def __init__(self, *, max_length: int, purpose: StrOrPromise = "", **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.purpose = purpose

    def run_validators(self, value: str) -> None:
        most = self.max_length or 0
        if len(value) > most:
            too_many = _t("Dit zijn %(have)s tekens; er passen er %(most)s. Maak de tekst korter.")
            raise forms.ValidationError(too_many % {"have": len(value), "most": most}, code="max_length")
        if any(ord(c) < 32 and c not in "\n\r\t" for c in value):
            raise forms.ValidationError(_t("Er staat een onzichtbaar teken in. Typ de tekst opnieuw."))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # No maxlength in the browser: it would cut pasted text in silence. The server says it in a sentence.
        return {key: v for key, v in super().widget_attrs(widget).items() if key != "maxlength"}


class TextField(LineField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 5000)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class DateField(forms.DateField):
    """A date typed as a person writes it. A text field: the browser's own picker follows the browser's language."""

    default_error_messages = {"required": _("Vul een datum in, bijvoorbeeld 24-11-2026.")}

    def __init__(self, *, purpose: StrOrPromise = "", **kwargs: Any) -> None:
        formats = ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d"]
        kwargs.setdefault("help_text", _("Bijvoorbeeld 24-11-2026."))
        widget = forms.DateInput(
            format="%d-%m-%Y",
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox--date"},
        )
        super().__init__(input_formats=formats, widget=widget, **kwargs)
        self.purpose = purpose

    def to_python(self, value: Any) -> dt.date | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            says = _t(
                "%(typed)s is geen datum die bestaat. Vul dag, maand en jaar in, bijvoorbeeld 24-11-2026."
            )
            raise forms.ValidationError(says % {"typed": str(value)[:40]}, code="invalid") from error


class OneOfField(forms.ChoiceField):
    """A choice of one, with its mistakes in sentences."""

    default_error_messages = {
        "required": _("Kies een van de mogelijkheden."),
        "invalid_choice": _("Deze keuze bestaat niet. Kies een van de mogelijkheden hieronder."),
    }

    def __init__(self, *, purpose: StrOrPromise = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.purpose = purpose


class Form(forms.Form):
    """A form that can be sent twice without doing twice."""

    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid.uuid4
        # The token first in the markup, so that a cut-off page cannot lose it.
        self.order_fields(["once"])

    @property
    def values(self) -> dict[str, Any]:
        """The cleaned fields an action takes, the form's own bookkeeping left out."""
        own = ("seen_version", "was")
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class EditForm(Form):
    """A form over something that exists: carries the version it was made from, and what stood there then.

    Made without a version it is a form for something new.
    """

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes_something = version is not None
        self.order_fields(["once", "seen_version", "was"])
        if version is not None:
            self.fields["seen_version"].initial = version
            self.fields["was"].initial = signing.dumps(self._shown(self.initial), salt=_SALT)

    def clean_seen_version(self) -> int:
        return int(self.cleaned_data["seen_version"] or 0)

    def _shown(self, values: Mapping[str, Any]) -> dict[str, str]:
        return {name: self._as_text(name, values.get(name)) for name in self.own_fields()}

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, dt.date):
            return value.strftime("%d-%m-%Y")
        return "" if value is None else str(value)

    def own_fields(self) -> list[str]:
        return [n for n in self.fields if n not in ("once", "seen_version", "was")]

    def differences(self, current: Any) -> list[dict[str, str]]:
        """The fields that stand differently now: what stood there, what stands there, what was typed, and in words."""
        try:
            was = signing.loads(self.data.get("was", ""), salt=_SALT)
        except signing.BadSignature:
            was = {}
        changed = []
        for name in self.own_fields():
            now, typed = self._as_text(name, getattr(current, name, None)), str(self.data.get(name, ""))
            if now.replace("\r\n", "\n") != typed.replace("\r\n", "\n"):
                texts = {"was": was.get(name, ""), "now": now, "typed": typed}
                words = {f"{when}_words": self._in_words(name, text) for when, text in texts.items()}
                changed.append(
                    {"name": name, "label": str(self.fields[name].label or name), **texts, **words}
                )
        return changed

    def _in_words(self, name: str, value: str) -> str:
        """The label of a choice instead of its code; everything else as it stands."""
        choices = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))

    def untouched(self, current: Any) -> list[tuple[str, str]]:
        """The fields in which both agree, to send along unseen."""
        differing = {d["name"] for d in self.differences(current)}
        return [(n, str(self.data.get(n, ""))) for n in self.own_fields() if n not in differing]

    def was_now(self, current: Any) -> str:
        values = {name: getattr(current, name, None) for name in self.own_fields()}
        return signing.dumps(self._shown(values), salt=_SALT)
