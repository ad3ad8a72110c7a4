"""HTTP strings to typed requests, for the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .domain import CitedLaw, GoalFacts
from .models import Answer, Owner, Reply, StepKind, Weighed

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_NAMED = (Owner.EMPLOYER, Owner.CHILDCARE, Owner.SCHOOL, Owner.PARTNER_ORGANISATION, Owner.NETWORK)


AGAIN = _("Spreek af wanneer u het er weer over heeft. Het komt dan vanzelf op uw lijst van die dag.")


class _ForBoth(EditForm):
    """A form she fills in herself as well: then with `je`, and without the reason we give a klantmanager."""

    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {}

    def __init__(self, *args: Any, hers: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels_for_her.items() if hers else ():
            self.fields[name].label = label
            self.fields[name].purpose = ""  # type: ignore[attr-defined]


class StoryForm(_ForBoth):
    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {"story": _("Jouw verhaal, in jouw eigen woorden")}
    story = TextField(
        label=_("Haar verhaal, in haar eigen woorden"),
        rows=8,
        required=False,
        purpose=_("Zij kiest wat erin staat. Zo hoeft zij het niet steeds opnieuw te vertellen."),
    )


class WishForm(_ForBoth):
    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {"wish": _("Wat wil jij, in jouw eigen woorden?")}
    wish = TextField(
        label=_("De wens, in haar eigen woorden"),
        rows=6,
        purpose=_("Het plan begint hiermee. Schrijf op wat zij zegt, zoals zij het zegt."),
    )


class PromiseForm(EditForm):
    owner = OneOfField(label=_("Wie neemt dit op zich?"), choices=Owner.choices, widget=forms.RadioSelect)
    owner_name = LineField(
        label=_("Naam of functie"),
        max_length=80,
        required=False,
        help_text=_("Bijvoorbeeld: de school, of de buurvrouw."),
    )
    what = LineField(
        label=_("Wat wordt er gedaan?"),
        max_length=500,
        help_text=_("Begin met een werkwoord. Bijvoorbeeld: beslist over de vergoeding van de opvang."),
    )
    due_on = DateField(label=_("Voor wanneer?"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("owner") in _NAMED and not values.get("owner_name"):
            self.add_error("owner_name", _t("Schrijf op wie dit is, dan weet zij bij wie ze moet zijn."))
        no_date = not values.get("due_on") and "due_on" not in self.errors
        if no_date and values.get("owner") in (Owner.MUNICIPALITY, Owner.KLANTMANAGER):
            self.add_error("due_on", _t("Een belofte van de gemeente heeft een datum. Vul die in."))
        return values


class StepForm(PromiseForm):
    """A promise as the plan asks for it: with the goal it is a step towards, and what it is about."""

    goal_id = forms.TypedChoiceField(
        label=_("Bij welk doel hoort het?"), coerce=int, empty_value=None, required=False
    )
    place = OneOfField(
        label=_("Staat diegene op de kaart?"),
        required=False,
        help_text=_("Kies wie het is; dan hoeft de naam niet nog eens."),
    )
    kind = OneOfField(
        label=_("Waar gaat het over?"),
        choices=[("", _("Niet gekozen")), *StepKind.choices],
        required=False,
        help_text=_("Elke stap die lukt is een resultaat, ook rust of vertrouwen."),
    )
    checked = ("what",)
    field_order = ("owner", "place")

    def __init__(
        self,
        *args: Any,
        goals: tuple[GoalFacts, ...] = (),
        people: Sequence[tuple[int, str]] = (),
        hers: bool = False,
        **kwargs: Any,
    ) -> None:
        """`people`: row and name of who stands on her map."""
        super().__init__(*args, **kwargs)
        self.people = {str(row): name for row, name in people}
        self.fields["place"].choices = [("", _t("Nee, of dat doet er niet toe")), *self.people.items()]  # type: ignore[attr-defined]
        if not people:
            del self.fields["place"]
        if hers:
            self._speak_to_her()
        titles = [(str(goal.id), goal.title) for goal in goals]
        self.fields["goal_id"].choices = [("", _t("Bij geen doel")), *titles]  # type: ignore[attr-defined]
        if not titles:
            del self.fields["goal_id"]

    def clean(self) -> dict[str, Any]:
        """Who was chosen on the map is named as there; somebody else's promise alone has such an owner."""
        values = self.cleaned_data
        if values.get("owner") not in _NAMED and "place" in values:
            values["place"] = ""
        if values.get("place") and not values.get("owner_name"):
            values["owner_name"] = self.people[values["place"]]
        return super().clean()

    def _speak_to_her(self) -> None:
        """She promises for herself or writes down what somebody she knows does; of the municipality she asks it."""
        names = {Owner.MOTHER: _t("ikzelf"), Owner.NETWORK: _t("iemand die ik ken")}
        choices = [(Owner.MOTHER.value, names[Owner.MOTHER]), (Owner.NETWORK.value, names[Owner.NETWORK])]
        choices += [
            (owner.value, str(owner.label))
            for owner in (Owner.SCHOOL, Owner.CHILDCARE, Owner.EMPLOYER, Owner.PARTNER_ORGANISATION)
        ]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]
        self.fields["owner"].label = _t("Wie doet dit?")
        self.fields["what"].help_text = _t("Bijvoorbeeld: ik bel de school. Of: haalt mijn kind uit school.")


class _HerView(EditForm):
    """Her yes, no or "let me think", in her words, and when it is talked about again."""

    def __init__(self, *args: Any, hers: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            choice, words = (name for name in self.own_fields() if name != "again_on")
            self.fields[choice].label = _t("Wat zeg jij?")
            self.fields[words].label = _t("In jouw woorden")
            self.fields["again_on"].label = _t("Wanneer praten we hier weer over?")
            self.fields["again_on"].purpose = ""  # type: ignore[attr-defined]


def _her_choice() -> OneOfField:
    choices = [choice for choice in Answer.choices if choice[0] != Answer.NONE]
    return OneOfField(label=_("Wat zegt zij?"), choices=choices, widget=forms.RadioSelect)


def _again() -> DateField:
    return DateField(label=_("Opnieuw bespreken op"), required=False, purpose=AGAIN)


class AnswerForm(_HerView):
    answer = _her_choice()
    answer_words = TextField(label=_("In haar woorden"), required=False, rows=3, max_length=2000)
    again_on = _again()


class HerReplyForm(_HerView):
    her_answer = _her_choice()
    her_words = TextField(label=_("In haar woorden"), required=False, rows=3, max_length=2000)
    again_on = _again()


class ProposalForm(_ForBoth):
    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {"what": _("Wat stel jij voor?")}
    what = LineField(
        label=_("Wat stelt zij voor?"),
        max_length=500,
        purpose=_("Elk voorstel krijgt een antwoord met een reden, binnen twee weken."),
    )


class ReplyForm(EditForm):
    reply = OneOfField(
        label=_("Wat antwoordt de gemeente?"), choices=Reply.choices[1:], widget=forms.RadioSelect
    )
    reason = TextField(
        label=_("Waarom?"),
        rows=4,
        max_length=2000,
        purpose=_("Zij leest deze reden, en kan die laten zien, bijvoorbeeld aan de sociaal raadslieden."),
    )
    checked = ("reason",)


class GoalForm(_ForBoth):
    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {
        "title": _("Wat wil jij bereiken?"),
        "much_more": _("Het mooiste zou zijn …"),
    }
    title = LineField(
        label=_("Wat wil zij bereiken?"),
        max_length=200,
        help_text=_("Het doel mag ook iets zijn dat een ander verandert, zoals een rooster."),
    )
    reached = LineField(label=_("Het is gelukt als …"), max_length=300)
    less = LineField(label=_("Nu is het zo dat …"), max_length=300, required=False)
    much_less = LineField(label=_("Als het tegenzit …"), max_length=300, required=False)
    more = LineField(label=_("Nog iets mooier is …"), max_length=300, required=False)
    much_more = LineField(
        label=_("Het mooiste zou zijn …"),
        max_length=300,
        required=False,
        purpose=_("Met haar eigen zinnen ziet zij zelf wat er verandert. Er komt nergens een cijfer."),
    )


class PlaceForm(Form):
    """Where she says she is: one of her own sentences."""

    place = OneOfField(label=_("Welke zin past nu het best?"), widget=forms.RadioSelect)
    words = LineField(label=_("In haar woorden"), max_length=500, required=False)

    def __init__(self, *args: Any, goal: GoalFacts, hers: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = goal.places  # type: ignore[attr-defined]
        if hers:
            self.fields["words"].label = _t("In jouw woorden")


class ActivityForm(EditForm):
    what = LineField(label=_("Wat is het?"), max_length=200)
    when = LineField(label=_("Wanneer?"), max_length=120, required=False)
    where = LineField(label=_("Waar?"), max_length=120, required=False)


class RhythmForm(_ForBoth):
    labels_for_her: ClassVar[dict[str, StrOrPromise]] = {"rhythm_words": _("Hoe wil je dat?")}
    rhythm_weeks = forms.TypedChoiceField(
        label=_("Hoe vaak hebben we contact?"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[
            ("", _("Nog niets afgesproken")),
            ("1", _("elke week")),
            *((str(n), _("om de %(n)s weken") % {"n": n}) for n in (2, 3, 4, 6, 8, 12)),
        ],
    )
    rhythm_words = LineField(
        label=_("Hoe?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: eerst een bericht, bellen na een afspraak."),
        purpose=_("Zij kiest het ritme. Is het langer stil dan afgesproken, dan is het aan ons."),
    )


class WeighingForm(EditForm):
    childcare = OneOfField(
        label=_("Is er passende opvang?"), choices=Weighed.choices, widget=forms.RadioSelect
    )
    childcare_reason = TextField(label=_("Waarom denkt u dat?"), rows=2, max_length=1000)
    schooling = OneOfField(
        label=_("Is er genoeg scholing?"), choices=Weighed.choices, widget=forms.RadioSelect
    )
    schooling_reason = TextField(label=_("Waarom denkt u dat?"), rows=2, max_length=1000)
    load = OneOfField(
        label=_("Is werk naast de zorg nu vol te houden?"), choices=Weighed.choices, widget=forms.RadioSelect
    )
    load_reason = TextField(
        label=_("Waarom denkt u dat?"),
        rows=2,
        max_length=1000,
        purpose=_("Belastbaarheid: de wet vraagt dit bij een kind jonger dan 12. Zij leest elke reden."),
    )
    checked = ("childcare_reason", "schooling_reason", "load_reason")


class LawsForm(Form):
    laws = forms.MultipleChoiceField(
        label=_("Welke wetsteksten staan in dit plan?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, laws: list[CitedLaw], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(law.facts.id, f"{law.facts.title} ({law.facts.article})") for law in laws]
        self.fields["laws"].choices = choices  # type: ignore[attr-defined]


class HerWordsForm(Form):
    """What she wants to say with her yes or her no to a version."""

    her_words = TextField(label=_("Wil je er iets bij zeggen?"), required=False, rows=3, max_length=2000)
