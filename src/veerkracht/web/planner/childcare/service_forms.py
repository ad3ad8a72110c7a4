"""Day care, after-school care, somebody who helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, OneOfField

from ..domain.saved_week import Kid
from ..fields import AmountField, ClockField, CountField, DaysField, TicksField
from ..forms import Groups, WeekPartForm, refuse_avoided

TYPES = {
    "dagopvang": _("kinderdagverblijf"),
    "gastouder": _("gastouder"),
    "bso": _("opvang na school (bso)"),
    "voorschoolse_opvang": _("opvang voor school"),
    "vakantieopvang": _("opvang in vakanties"),
    "informeel": _("iemand die we kennen: familie, buren, een vriendin"),
}
MUST_OPEN = ("dagopvang", "gastouder", "voorschoolse_opvang")


class ServiceForm(WeekPartForm):
    """One kind of care. The type is chosen before the form opens; it decides what is asked."""

    groups: ClassVar[Groups] = (
        ("", ("from_map", "name", "children", "at", "state")),
        (_("Open"), ("open_days", "open", "close", "latest_drop")),
        (_("Hoeveel"), ("days_school", "days_holiday", "days_offer")),
        (_("Kosten"), ("hours_per_day", "rate")),
        (_("Brengen en halen"), ("handover",)),
    )
    from_map = OneOfField(
        label=_("Staat diegene op de kaart?"),
        required=False,
        help_text=_("Kies wie het is; dan hoeft de naam niet nog eens."),
    )
    name = LineField(label=_("Hoe noemen we het?"), max_length=40)
    children = TicksField(label=_("Voor wie?"))
    at = OneOfField(
        label=_("Waar is het?"),
        choices=[
            ("own", _("op een eigen plek")),
            ("school", _("in de school")),
            ("home", _("bij ons thuis")),
        ],
    )
    state = OneOfField(
        label=_("Is dit al zo?"),
        widget=forms.RadioSelect,
        choices=[
            ("agreed", _("ja, het is afgesproken, en het is veilig")),
            ("possible", _("nog niet, maar het zou kunnen en het is veilig")),
        ],
        help_text=_("Wie niet veilig is, hoort hier niet. Niemand hoeft uit te leggen waarom."),
    )
    open_days = DaysField(label=_("Op deze dagen"))
    open = ClockField(label=_("Vanaf"), required=False)
    close = ClockField(label=_("Tot"), required=False)
    latest_drop = ClockField(label=_("Brengen kan tot"), required=False)
    days_school = CountField(
        label=_("Dagen per week in schoolweken"),
        most=5,
        unknown=True,
        help_text=_("Niet zeker? Schrijf bijvoorbeeld 1-3, of een vraagteken."),
    )
    days_holiday = CountField(label=_("Dagen per week in vakantieweken"), most=5, unknown=True)
    days_offer = CountField(
        label=_("Dagen per week met het nieuwe werk"),
        most=5,
        required=False,
        help_text=_("Alleen als er werk is aangeboden of bekeken wordt. Geld rekent de opvang dan mee."),
    )
    hours_per_day = AmountField(label=_("Uren per dag die betaald worden"), most=24, required=False)
    rate = AmountField(label=_("Prijs per uur, in euro"), most=99, required=False)
    handover = CountField(
        label=_("Minuten voor brengen of halen"), most=60, help_text=_("Jas uit, even praten, weer weg.")
    )

    def __init__(
        self,
        data: Any = None,
        *,
        type_: str,
        kids: Sequence[Kid],
        facts: Mapping[str, Any],
        taken: frozenset[str] = frozenset(),
        avoided: tuple[str, ...] = (),
        people: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        """`people`: row and name of who stands on the map and could be asked."""
        self.type_, self.taken, self.kids, self.avoided = type_, taken, kids, avoided
        self.people = dict(people) if type_ == "informeel" else {}
        super().__init__(data, facts=facts, **kwargs)

    def add_fields(self) -> None:
        self.fields["children"].choices = [(kid.key, kid.name) for kid in self.kids]  # type: ignore[attr-defined]
        for name in self._not_asked():
            del self.fields[name]
        if self.people:
            choices = [("", _t("Nee, of nog niet")), *((row, name) for row, name in self.people.items())]
            self.fields["from_map"].choices = choices  # type: ignore[attr-defined]
            self.fields["name"].required = False
        else:
            del self.fields["from_map"]
        if "open" in self.fields:
            self.fields["open"].required = self.type_ in MUST_OPEN
        if "close" in self.fields:
            self.fields["close"].required = True

    def _not_asked(self) -> tuple[str, ...]:
        known = {
            "informeel": ("latest_drop", "days_offer", "hours_per_day", "rate"),
            "bso": ("open", "latest_drop", "days_holiday", "state"),
            "voorschoolse_opvang": ("close", "latest_drop", "days_holiday", "days_offer", "state"),
            "vakantieopvang": ("days_school", "days_offer", "state"),
        }
        return known.get(self.type_, ("state",))

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"]) or self.people.get(self.cleaned_data.get("from_map", ""), "")
        if not name:
            raise forms.ValidationError(_t("Vul hier een naam in, of kies iemand van de kaart."))
        if name.strip().casefold() in self.taken:
            raise forms.ValidationError(_t("Deze naam staat er al. Geef dit een eigen naam."))
        if self.type_ == "informeel":
            refuse_avoided(name, self.avoided)
        return name

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        open_, close, latest = (values.get(name) for name in ("open", "close", "latest_drop"))
        if open_ and close and open_ >= close:
            self.add_error("close", _t("Dit moet later zijn dan de opening om %(open)s.") % {"open": open_})
        elif latest and ((open_ and latest < open_) or (close and latest > close)):
            self.add_error("latest_drop", _t("Dit moet tussen de opening en de sluiting liggen."))
        return values

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        return {"days_holiday": 0, "days_school": 0, **super().facts_of(cleaned), "type": self.type_}
