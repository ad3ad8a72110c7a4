"""Fills in whatever form a page shows, field by field, so that a new form is tested the day it exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone

from veerkracht.web.purse.months.forms import NeededNumber

OWN = ("once", "seen_version", "was")


def text_fields(form: forms.BaseForm) -> dict[str, int]:
    """The fields in which somebody writes words, with the number of characters that fits."""
    return {name: field.max_length or 1_000 for name, field in form.fields.items() if _is_text(name, field)}


def _is_text(name: str, field: forms.Field) -> bool:
    written = isinstance(field, forms.CharField) and not isinstance(field, forms.EmailField)
    secret = isinstance(field.widget, forms.PasswordInput)
    return written and not secret and name not in OWN and not field.widget.is_hidden


def filled_in(form: forms.BaseForm, words: Callable[[str, int], str]) -> dict[str, Any]:
    """Something valid in each field; `words(name, most)` says what stands in the text fields."""
    sent: dict[str, Any] = {}
    texts = text_fields(form)
    for name, field in form.fields.items():
        if name in texts:
            sent[name] = words(name, texts[name])
        elif name in OWN or field.widget.is_hidden:
            value = form[name].value()
            sent[name] = "" if value is None else value
        else:
            sent[name] = _value(name, field)
    return {name: value for name, value in sent.items() if value is not None}


def _value(name: str, field: forms.Field) -> Any:
    if isinstance(field, forms.DateField):
        return "12-03-1990" if "born" in name else timezone.localdate().strftime("%d-%m-%Y")
    if isinstance(field, forms.EmailField):
        return "iemand@voorbeeld.example"
    if isinstance(field, forms.BooleanField):
        return None
    if isinstance(field, NeededNumber):
        return "12"
    if isinstance(field, forms.TimeField):
        return "9.30"
    if isinstance(field, forms.MultipleChoiceField):
        return []
    if isinstance(field, forms.ChoiceField):
        real = [value for value, _ in field.choices if value]
        # Two fields that ask for two different people: the second takes another one.
        return (real[1:] or real or [""])[0] if name == "second" else (real or [""])[0]
    return None
