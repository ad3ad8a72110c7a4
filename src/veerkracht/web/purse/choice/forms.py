"""The form of "Mijn keuze": which path or sum, and why, in her own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import OneOfField

from ..forms import OptionalWords
from ..life.forms import AnswersForm
from .page import WHICH, WORDS, Option


class ChoiceForm(AnswersForm):
    def __init__(self, data: Any, *, options: Sequence[Option], **kwargs: Any) -> None:
        choices = [(one.key, one.label) for one in options]
        asked: dict[str, forms.Field] = {
            WHICH: OneOfField(label=_("Welke keuze?"), choices=choices, widget=forms.RadioSelect),
            WORDS: OptionalWords(
                label=_("In eigen woorden"),
                max_length=160,
                help_text=_("Eén zin is genoeg. Het plaatje kan een ander onder ogen komen."),
            ),
        }
        super().__init__(data, asked=asked, **kwargs)
