"""The forms of her own place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, Form, LineField, OneOfField, TextField

from .models import LANGUAGES, LearnedIn, LetterSize, StrengthArea
from .own_plan import MOTIVES, OwnQuestion
from .private_code import SHORTEST as SHORTEST_CODE
from .private_notes import NoteKind

LIST = ("melk", "brood", "appels", "wc-papier")
SHORTEST = 4


def plain_word(typed: str) -> str:
    """As it is compared: without capitals and spare spaces."""
    return " ".join(typed.lower().split())


class CoverWordForm(Form):
    word = LineField(
        label=_("Jouw woord"),
        help_text=_("Iets dat op een boodschappenlijst past, en dat je nooit echt opschrijft."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_word(self) -> str:
        word = plain_word(self.cleaned_data["word"])
        if len(word) < SHORTEST:
            raise forms.ValidationError(_("Kies een woord van ten minste vier letters."))
        if word in LIST:
            raise forms.ValidationError(_("Dit woord staat al op het lijstje. Kies een ander woord."))
        return word


class CodeOfHerOwnForm(Form):
    """Any code opens a place; only one that is too short is refused."""

    own_code = forms.CharField(
        label=_("Jouw code"),
        help_text=_("Ten minste zes tekens. Een zinnetje mag ook."),
        max_length=100,
        error_messages={"required": _("Typ je code.")},
    )

    def clean_own_code(self) -> str:
        code = " ".join(self.cleaned_data["own_code"].split())
        if len(code) < SHORTEST_CODE:
            raise forms.ValidationError(_("Gebruik ten minste zes tekens."))
        return code


class NoteForm(Form):
    words = TextField(label=_("Jouw woorden"), max_length=20_000)
    kind = OneOfField(label=_("Wat is het?"), choices=NoteKind.choices, widget=forms.RadioSelect)


class OwnAnswerForm(EditForm):
    """One question of her own plan; the six motives only where they belong. Leaving it empty is fine."""

    ticked = forms.MultipleChoiceField(
        label=_("Dit past bij mij"),
        choices=list(MOTIVES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = TextField(label=_("In jouw woorden"), required=False)

    def __init__(self, *args: Any, question: OwnQuestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not question.has_motives:
            del self.fields["ticked"]

    @property
    def values(self) -> dict[str, Any]:
        return {"ticked": [], **super().values}


class StrengthForm(EditForm):
    can = LineField(label=_("Dit kan ik"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    learned_in = OneOfField(label=_("Dit leerde ik bij"), choices=LearnedIn.choices, widget=forms.RadioSelect)
    area = OneOfField(label=_("Het gaat over"), choices=StrengthArea.choices, widget=forms.RadioSelect)
    example = TextField(label=_("Een voorbeeld"), required=False, max_length=1000)
    proof = TextField(
        label=_("Dat kun je zien aan"),
        required=False,
        max_length=1000,
        help_text=_("Bijvoorbeeld: een papier, iemand die het zag, of iets wat ik maakte."),
    )


class LooksForm(Form):
    language = OneOfField(label=_("Mijn taal"), choices=LANGUAGES, widget=forms.RadioSelect)
    letters = OneOfField(
        label=_("Grootte van de letters"), choices=LetterSize.choices, widget=forms.RadioSelect
    )
