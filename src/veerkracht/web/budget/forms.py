"""Forms of her own budget: amounts as people write them become whole cents, a receipt its bytes."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.decision import LeadDecision
from veerkracht.web.record.scanning import Infected, ScannerAway, scanner
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .domain import MOST_CENTS, euros
from .receipt import NoReceipt, NotThisPdf, cleaned
from .receipt_pdf import PdfFault

LARGEST_PROOF = 4_000_000
_EURO = re.compile(r"^(€|euro?)|(€|euro?)$")
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:[,.](\d{2}|\d|-))?", re.ASCII)


def cents_of(text: str) -> int:
    """`1.234,50`, `€ 748`, `650 euro`, `15.10` and `20,-` in whole cents.

    Raises:
        ValueError: it is not an amount somebody would write here.
    """
    bare = _EURO.sub("", re.sub(r"[\s\u00a0]", "", text.casefold()))
    match = _AMOUNT.fullmatch(bare)
    if match is None:
        raise ValueError(text)
    rest = (match[2] or "").replace("-", "")
    return int(Decimal(f"{match[1].replace('.', '')}.{rest or 0}") * 100)


def typed_cents(cents: int) -> str:
    """An amount as it stands in a field: 748 or 15,10."""
    whole, rest = divmod(cents, 100)
    return f"{whole},{rest:02d}" if rest else str(whole)


class CentsField(forms.CharField):
    """An amount in euros, read as whole cents."""

    def __init__(self, *, purpose: Any = "", **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "utrecht-textbox--date"}
        )
        kwargs.setdefault("error_messages", {"required": _("Vul een bedrag in, bijvoorbeeld 650 of 24,95.")})
        super().__init__(widget=widget, **kwargs)
        self.purpose = purpose

    def prepare_value(self, value: Any) -> Any:
        return typed_cents(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            cents = cents_of(text)
        except ValueError as error:
            says = _t("%(typed)s is geen bedrag. Schrijf bijvoorbeeld 650 of 24,95.")
            raise forms.ValidationError(says % {"typed": f"“{text[:20]}”"}) from error
        if cents > MOST_CENTS:
            raise forms.ValidationError(_t("Dit is meer dan € 100.000. Staat de komma goed?"))
        return cents


class AmountsForm(EditForm):
    """Amounts lie beside each other as they are typed, when two people change one thing."""

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, int) and isinstance(self.fields[name], CentsField):
            return typed_cents(value)
        return super()._as_text(name, value)


class BudgetWishForm(AmountsForm):
    """What she wishes to pay, and what it costs."""

    what = LineField(
        label=_("Wat is er nodig?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: lesgeld, een laptop, opvang op twee avonden."),
    )
    cost_cents = CentsField(label=_("Wat kost het, in euro’s?"))
    why = TextField(label=_("Waarvoor?"), max_length=600, rows=3, required=False)
    advice = TextField(
        label=_("Wat vindt u ervan?"),
        max_length=600,
        rows=2,
        required=False,
        help_text=_("De teamleider leest dit bij het besluit, en zij ook."),
    )

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            del self.fields["advice"]
            self.fields["why"].label = _("Waarvoor heb je het nodig?")
            self.fields["what"].label = _("Wat heb je nodig?")

    def clean_cost_cents(self) -> int:
        cents: int = self.cleaned_data["cost_cents"]
        if not cents:
            raise forms.ValidationError(
                _t("Vul in wat het kost. Weet u het niet zeker, vul dan een schatting in.")
            )
        return cents


class BudgetDecisionForm(AmountsForm):
    """Yes, a part or no, with the reason; the amount is only asked for a part."""

    decision = OneOfField(label=_("Uw besluit"), widget=forms.RadioSelect)
    cents = CentsField(
        label=_("Bij een deel: hoeveel, in euro’s?"),
        required=False,
        help_text=_("Bij ja is het alles wat gevraagd is, bij nee niets."),
    )
    reason = TextField(
        label=_("Waarom?"), max_length=1000, rows=3, help_text=_("Zij leest dit. Schrijf het aan haar.")
    )
    again_on = DateField(
        label=_("Opnieuw bespreken op"),
        required=False,
        help_text=_("Bij een deel of nee. Bijvoorbeeld 01-03-2027."),
    )
    allows_shortage = forms.BooleanField(
        label=_("Wat al is uitgegeven, neemt de gemeente voor haar rekening"), required=False
    )

    def __init__(self, *args: Any, cost: int, spent: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cost, self.spent = cost, spent
        choices = [choice for choice in LeadDecision.choices if choice[0]]
        self.fields["decision"].choices = choices  # type: ignore[attr-defined]
        if not spent:
            del self.fields["allows_shortage"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        decision, cents = cleaned.get("decision"), cleaned.get("cents")
        if decision == LeadDecision.PARTLY and not self.errors and not (cents and cents < self.cost):
            says = _t("Vul een bedrag in dat lager is dan %(cost)s, of kies ja of nee.")
            self.add_error("cents", says % {"cost": euros(self.cost)})
        self._weigh_spent(cleaned, decision, cents)
        cleaned["cents"] = cents or 0
        return cleaned

    def _weigh_spent(self, cleaned: dict[str, Any], decision: str | None, cents: int | None) -> None:
        granted = {LeadDecision.YES: self.cost, LeadDecision.NO: 0}.get(
            LeadDecision(decision or ""), cents or 0
        )
        if decision and granted < self.spent and not cleaned.get("allows_shortage"):
            says = _t(
                "Er is al %(spent)s uitgegeven. Geef minstens zoveel, of zeg dat de gemeente het draagt."
            )
            self.add_error("allows_shortage", says % {"spent": euros(self.spent)})

    def clean_again_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["again_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        return day


def _why_refused(error: Exception) -> str:
    if isinstance(error, Infected):
        return _t("In dit bestand zit misschien een virus. Maak een foto van de bon.")
    if isinstance(error, ScannerAway):
        return _t(
            "Wij kunnen dit bestand nu niet nakijken. Probeer het later nog eens, of sla op zonder bon."
        )
    if isinstance(error, NotThisPdf) and error.fault is PdfFault.LOCKED:
        return _t("Deze PDF zit op slot met een wachtwoord. Maak een foto van de bon.")
    if isinstance(error, NotThisPdf):
        return _t(
            "Deze PDF kan meer dan een bon laten zien, en dat nemen wij niet aan. Maak een foto van de bon."
        )
    return _t("Dit is geen PDF of foto die wij kunnen lezen. Kies een PDF, JPG of PNG.")


class ProofField(forms.FileField):
    """A receipt as a PDF or a picture: what it begins with says what it is, not its name."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,image/jpeg,image/png"})
        super().__init__(widget=widget, **kwargs)
        self.purpose = ""

    def clean(self, value: Any, initial: Any = None) -> tuple[str, bytes] | None:
        file = super().clean(value, initial)
        if not file:
            return None
        if file.size > LARGEST_PROOF:
            raise forms.ValidationError(_t("Dit bestand is te groot. Kies een kleinere foto, tot 4 MB."))
        content = file.read()
        try:
            scanner().scan(content)
            return cleaned(content)
        except (Infected, ScannerAway, NoReceipt) as error:
            raise forms.ValidationError(_why_refused(error)) from error


class SpendForm(Form):
    """What was bought, and when."""

    words = LineField(label=_("Wat is er gekocht of betaald?"), max_length=200)
    cents = CentsField(label=_("Hoeveel, in euro’s?"))
    on = DateField(label=_("Op welke dag?"))
    proof = ProofField(
        label=_("Bon of rekening"),
        required=False,
        help_text=_("Een foto of PDF. Na het bekijken wordt het bestand weggegooid."),
    )

    def clean_cents(self) -> int:
        cents: int = self.cleaned_data["cents"]
        if not cents:
            raise forms.ValidationError(_t("Vul een bedrag in dat hoger is dan nul."))
        return cents

    def clean_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_t("Deze dag moet nog komen. Schrijf het op als het betaald is."))
        return day


class CorrectForm(Form):
    """The right amount; the wrong one stays beside it."""

    cents = CentsField(
        label=_("Hoeveel had het moeten zijn, in euro’s?"), help_text=_("Is het teruggebracht? Vul dan 0 in.")
    )
    words = LineField(label=_("Wat klopte er niet?"), max_length=200)


class ProofForm(Form):
    proof = ProofField(
        label=_("Bon of rekening"),
        help_text=_("Een foto of PDF. Na het bekijken wordt het bestand weggegooid."),
    )


class DecisionWordsForm(EditForm):
    """What she says of a decision."""

    her_words = TextField(label=_("In je eigen woorden"), max_length=1000, rows=4)
