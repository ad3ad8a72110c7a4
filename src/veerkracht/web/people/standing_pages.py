"""Pages about whether somebody is guided now: pause, close, reopen, take off and put back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import DateField, EditForm, LineField, OneOfField
from veerkracht.web.ui.slots import filled

from . import standing_actions as actions
from . import standing_queries as queries
from .actions import put_back as put_back_in_case
from .authorize import authorize
from .doors import SignedInRequest, on_case, signed_in
from .models import Case
from .pages import case_page, is_hers
from .standing_models import CloseReason, PauseReason, RemoveReason, Turn, TurnKind
from .taken_off import taken_off_of


class CloseForm(EditForm):
    reason = OneOfField(label=_("Waarom sluit u af?"), choices=CloseReason.choices, widget=forms.RadioSelect)
    words = LineField(
        label=_("Toelichting"), max_length=300, required=False, help_text=_("Zij kan dit lezen.")
    )


class PauseForm(EditForm):
    reason = OneOfField(label=_("Waarom een pauze?"), choices=PauseReason.choices, widget=forms.RadioSelect)
    until = DateField(label=_("Tot en met"), help_text=_("Daarna staat zij weer gewoon in uw lijst."))
    words = LineField(
        label=_("Toelichting"), max_length=300, required=False, help_text=_("Zij kan dit lezen.")
    )

    def clean_until(self) -> dt.date:
        until: dt.date = self.cleaned_data["until"]
        today = timezone.localdate()
        if until < today:
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        if until > today + dt.timedelta(days=366):
            raise forms.ValidationError(
                _t("Een pauze duurt hoogstens een jaar. Sluit anders het dossier af.")
            )
        return until


class RemoveForm(EditForm):
    reason = OneOfField(
        label=_("Waarom haalt u dit weg?"), choices=RemoveReason.choices, widget=forms.RadioSelect
    )


def turn_lines(case: Case) -> list[dict[str, Any]]:
    """Each turn as staff reads it, the newest first."""
    rows = Turn.objects.filter(case=case).select_related("by").order_by("-pk")
    return [
        {
            "on": row.on,
            "kind": TurnKind(row.kind).label,
            "until": row.until,
            "reason": row.get_reason_display(),
            "words": row.words,
            "by": row.by.name,
        }
        for row in rows
    ]


@on_case("dossierstand", get="update")
def standing(request: SignedInRequest, case: Case) -> HttpResponse:
    page = case_page(
        request,
        case,
        tab="people:case",
        turns=turn_lines(case),
        remarks=filled("before_closing", case=case, day=timezone.localdate()),
        may_remove=authorize(request.user, "delete", "dossierstand", case=case),
        is_paused=case.is_paused(timezone.localdate()),
    )
    return render(request, "people/standing.html", page)


def _form_page(
    request: SignedInRequest,
    case: Case,
    form: EditForm,
    act: Any,
    *,
    title: str,
    sub: str,
    message: str,
    then: str = "",
) -> HttpResponse:
    back = reverse("people:standing", args=[case.public_id])
    if request.method == "POST":
        answer = save(request, form, act, then=then or back, said=message, case=case)
        if answer:
            return answer
    page = case_page(request, case, tab="people:case", form=form, form_title=title, sub=sub, back=back)
    return render(request, "people/standing_form.html", page)


@on_case("dossierstand", get="update", post="update")
def close(request: SignedInRequest, case: Case) -> HttpResponse:
    if case.is_closed:
        return redirect("people:standing", case.public_id)
    sub = " ".join(filled("before_closing", case=case, day=timezone.localdate()))
    return _form_page(
        request,
        case,
        CloseForm(request.POST or None, version=case.version),
        actions.close_case,
        title=_t("Dossier afsluiten"),
        sub=sub or _t("Er staat niets meer open. Heropenen kan later altijd, met alles wat er nu in staat."),
        message=_t("Het dossier is afgesloten. Heropenen kan hier."),
    )


@on_case("dossierstand", get="update", post="update")
def pause(request: SignedInRequest, case: Case) -> HttpResponse:
    if case.is_closed:
        return redirect("people:standing", case.public_id)
    return _form_page(
        request,
        case,
        PauseForm(request.POST or None, version=case.version),
        actions.pause_case,
        title=_t("Begeleiding pauzeren"),
        sub=_t("U krijgt zolang geen seintje dat het stil is. Wat de gemeente beloofde, blijft staan."),
        message=_t("De pauze is begonnen."),
    )


@on_case("dossierstand", get="delete", post="delete")
def remove(request: SignedInRequest, case: Case) -> HttpResponse:
    why = queries.why_it_stays(case)
    if why:
        page = case_page(request, case, tab="people:case", why=why)
        return render(request, "people/standing_stays.html", page)
    return _form_page(
        request,
        case,
        RemoveForm(request.POST or None, version=case.version),
        actions.remove_case,
        title=_t("Weghalen: dit was een vergissing"),
        sub=_t(
            "Zij is meteen uit alle lijsten. Veertien dagen lang kunt u haar terugzetten; daarna wordt zij gewist."
        ),
        message=_t("Weggehaald. Terugzetten kan nog veertien dagen, onder aan uw lijst bij: Weggehaald."),
        then=reverse("people:case_list"),
    )


_BUTTONS = {"heropenen": actions.reopen_case, "verder": actions.resume_case}


@on_case("dossierstand", post="update")
def turn_back(request: SignedInRequest, case: Case) -> HttpResponse:
    """Reopen, or end a pause: one button, no reason asked."""
    act = _BUTTONS.get(request.POST.get("wat", ""))
    if act is None or (act is actions.reopen_case) != case.is_closed:
        return redirect("people:standing", case.public_id)
    try:
        act(by=request.user, case=case, seen_version=seen_version(request))
        messages.success(request, _t("Zij staat weer gewoon in uw lijst."))
    except Conflict:
        messages.warning(
            request, _t("Iemand anders paste dit dossier net aan. Kijk eerst hoe het er nu staat.")
        )
    return redirect("people:standing", case.public_id)


@signed_in("weggehaald", get="list")
def removed_cases(request: SignedInRequest) -> HttpResponse:
    page = {"cases": queries.removed_by(request.user), "back": reverse("people:case_list")}
    return render(request, "people/removed_cases.html", page)


@signed_in("weggehaald", post="update")
def put_back(request: SignedInRequest) -> HttpResponse:
    number = request.POST.get("nummer", "")
    if number not in {case.public_id for case in queries.removed_by(request.user)}:
        messages.warning(request, _t("Dit dossier staat niet (meer) bij de weggehaalde dossiers."))
        return redirect("people:removed_cases")
    actions.put_case_back(by=request.user, public_id=number)
    messages.success(request, _t("Teruggezet, met alles wat erin stond."))
    return redirect("people:case", number)


@on_case("huishouden_kinderen", get="create", post="create")
def taken_off(request: SignedInRequest, case: Case) -> HttpResponse:
    """What was taken off in the last thirty days, each with a button to put it back."""
    hers = is_hers(request.user)
    if request.method == "POST":
        number = request.POST.get("nummer", "")
        taken_ids = {str(row.pk): row.pk for row in taken_off_of(case_id=case.pk, hers=hers)}
        if number in taken_ids:
            put_back_in_case(by=request.user, case=case, taken_id=taken_ids[number])
            messages.success(request, _t("Teruggezet, met alles wat eraan vastzat."))
        else:
            messages.warning(request, _t("Dit staat niet (meer) bij wat is weggehaald."))
        return redirect("people:taken_off", case.public_id)
    rows = taken_off_of(case_id=case.pk, hers=hers)
    page = case_page(request, case, tab="people:case", rows=rows)
    return render(request, "people/taken_off.html", page)
