"""The form of "Als er iets gebeurt": which events, what is hers to type, all at once; nothing in it is demanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm

from ..domain.questions import MoneyQuestion
from ..forms import NumberField, QuestionsForm, Several, Ticks, one_text_each
from .offered_events import CHOSEN, OfferedGroup, general_questions, questions_of


class AnswersForm(QuestionsForm):
    """A form over the answers of a part whose fields are made elsewhere."""

    def __init__(self, data: Any, *, asked: dict[str, forms.Field], **kwargs: Any) -> None:
        self._asked = asked
        EditForm.__init__(self, one_text_each(data, asked), **kwargs)
        self.fields.update(asked)


def number_field(question: MoneyQuestion) -> NumberField:
    """A number that may stay empty; empty is "weet ik niet" here."""
    return NumberField(question, can_be_unknown=False, required=True)


class ChosenEvents(Several):
    """The events, ticked in their groups."""

    def __init__(self, groups: Sequence[OfferedGroup]) -> None:
        choices = [(one.id, one.label) for group in groups for one in group.events]
        forms.MultipleChoiceField.__init__(
            self, label=_("Wat kan er gebeuren?"), choices=choices, widget=Ticks
        )
        self.purpose = ""


@dataclass(frozen=True)
class EventOption:
    """One tick of the form and the fields under it."""

    tick: BoundWidget
    fields: tuple[forms.BoundField, ...]

    @property
    def is_open(self) -> bool:
        return any(field.errors or field.value() not in (None, "") for field in self.fields)

    @property
    def has_errors(self) -> bool:
        return any(field.errors for field in self.fields)


class LifeForm(AnswersForm):
    """All of it. An answer about an event that is not in the list any more goes."""

    def __init__(self, data: Any, *, groups: Sequence[OfferedGroup], **kwargs: Any) -> None:
        self._groups = groups
        asked: dict[str, forms.Field] = {CHOSEN: ChosenEvents(groups)}
        asked |= {q.name: number_field(q) for q in self._about_events()}
        asked |= {q.name: number_field(q) for q in general_questions()}
        super().__init__(data, asked=asked, **kwargs)

    def _about_events(self) -> Iterator[MoneyQuestion]:
        for group in self._groups:
            for event in group.events:
                yield from questions_of(event.id)

    def groups(self) -> list[tuple[str, list[EventOption], bool]]:
        """Each group with its ticks, and under each tick what can be filled in; open where something is wrong."""
        ticks: Mapping[str, BoundWidget] = {str(t.data["value"]): t for t in self[CHOSEN].subwidgets}
        option_groups = []
        for group in self._groups:
            options = [
                EventOption(ticks[one.id], tuple(self[q.name] for q in questions_of(one.id)))
                for one in group.events
            ]
            option_groups.append((group.title, options, any(option.has_errors for option in options)))
        return option_groups

    def general(self) -> list[forms.BoundField]:
        return [self[q.name] for q in general_questions()]
