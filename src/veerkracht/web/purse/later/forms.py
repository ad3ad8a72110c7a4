"""The form of "Later": up to three paths, each with the same few questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..domain.questions import WORDS
from ..forms import OptionalWords
from ..life.forms import AnswersForm, number_field
from .paths import NUMBERS, general_questions, path_questions


class LaterForm(AnswersForm):
    """What stays empty in a path, the page asks for when the rest of it is there."""

    def __init__(self, data: Any, **kwargs: Any) -> None:
        questions = [*(q for n in NUMBERS for q in path_questions(n)), *general_questions()]
        asked: dict[str, forms.Field] = {
            q.name: OptionalWords(label=q.label, max_length=60, help_text=q.help)
            if q.kind == WORDS
            else number_field(q)
            for q in questions
        }
        super().__init__(data, asked=asked, **kwargs)

    def paths(self) -> list[tuple[Any, list[forms.BoundField], bool]]:
        """Each path with its fields; one that is empty begins closed, the first never."""
        titles = {1: _("Eerste pad"), 2: _("Tweede pad"), 3: _("Derde pad")}
        paths = []
        for number in NUMBERS:
            fields = [self[q.name] for q in path_questions(number)]
            is_begun = any(field.errors or field.value() not in (None, "") for field in fields)
            paths.append((titles[number], fields, is_begun or number == 1))
        return paths

    def general(self) -> list[forms.BoundField]:
        return [self[q.name] for q in general_questions()]
