"""The functional administrator's pages about the municipality's own schemes, and the team lead's yes."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.people.second_yes import has_lead
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .. import scheme_actions, scheme_queries
from ..models import MunicipalScheme
from .forms import PressForm, SchemeForm, SecondYesForm
from .page import line_of, page_of

INITIAL = {"per": "maand", "each": "huishouden", "beside": "altijd", "youngest": 0, "oldest": 17}


@signed_in("regels_en_bedragen", get="update")
def own_schemes(request: SignedInRequest) -> HttpResponse:
    rows = scheme_queries.schemes_of(account=request.user).select_related("municipality")
    page = {
        "lines": [line_of(row) for row in rows],
        "has_second_person": has_lead(request.user),
        "is_demo": settings.DEMO,
    }
    return render(request, "purse/own_schemes.html", page)


@signed_in("regels_en_bedragen", get="create", post="create")
def write_scheme(request: SignedInRequest) -> HttpResponse:
    form = SchemeForm(request.POST or None, initial={**INITIAL, "since": timezone.localdate()})
    if request.method == "POST":
        message = _t("Het staat erbij. Kijk hieronder of het klopt, en vraag dan het tweede ja.")
        answer = save(request, form, scheme_actions.write_scheme, then=its_page, said=message)
        if answer:
            return answer
    page = {"form": form, "back": reverse("purse:own_schemes"), "title": _t("Regeling toevoegen")}
    return render(request, "purse/own_scheme_form.html", page)


def its_page(row: MunicipalScheme | None) -> str:
    return reverse("purse:own_scheme", args=[row.pk]) if row else reverse("purse:own_schemes")


@signed_in("regels_en_bedragen", get="update")
def own_scheme(request: SignedInRequest, scheme_id: int) -> HttpResponse:
    """How far it is, what it does for an invented family, and what can be done with it."""
    row = scheme_queries.municipal_scheme(account=request.user, scheme_id=scheme_id)
    page = {
        "scheme": page_of(row, timezone.localdate()),
        "form": PressForm(version=row.version, initial={}),
        "has_second_person": has_lead(request.user),
    }
    return render(request, "purse/own_scheme.html", page)


@signed_in("regels_en_bedragen", get="update", post="update")
def change_scheme(request: SignedInRequest, scheme_id: int) -> HttpResponse:
    row = scheme_queries.municipal_scheme(account=request.user, scheme_id=scheme_id)
    initial = {name: getattr(row, name) for name in scheme_queries.COPIED}
    form = SchemeForm(request.POST or None, version=row.version, initial=initial)
    then = reverse("purse:own_scheme", args=[row.pk])
    if request.method == "POST":
        message = _t("Gewijzigd. De wijziging telt pas mee na het tweede ja.")
        answer = save(
            request, form, scheme_actions.change_scheme, then=then, said=message, scheme_id=scheme_id
        )
        if answer:
            return answer
    page = {"form": form, "back": then, "title": row.name}
    return render(request, "purse/own_scheme_form.html", page)


@signed_in("regels_en_bedragen", post="update")
def ask_second_yes(request: SignedInRequest, scheme_id: int) -> HttpResponse:
    then = reverse("purse:own_scheme", args=[scheme_id])
    form = PressForm(request.POST, version=0, initial={})
    message = _t("De vraag ligt bij de teamleider, onder: Wacht op u.")
    answer = save(request, form, scheme_actions.ask_second_yes, then=then, said=message, scheme_id=scheme_id)
    return answer or redirect(then)


@signed_in("regels_en_bedragen", get="update", post="update")
def remove_scheme(request: SignedInRequest, scheme_id: int) -> HttpResponse:
    """Only a draft goes away; what counts gets a last day."""
    row = scheme_queries.municipal_scheme(account=request.user, scheme_id=scheme_id)
    if row.in_force is not None:
        raise Http404
    form = PressForm(request.POST or None, version=row.version, initial={})
    if request.method == "POST":
        then, message = reverse("purse:own_schemes"), _t("De regeling is weggehaald.")
        answer = save(
            request, form, scheme_actions.remove_scheme, then=then, said=message, scheme_id=scheme_id
        )
        if answer:
            return answer
    page = {"row": row, "form": form, "back": reverse("purse:own_scheme", args=[row.pk])}
    return render(request, "purse/remove_scheme.html", page)


@signed_in("regels_en_bedragen", get="approve")
def schemes_to_agree(request: SignedInRequest) -> HttpResponse:
    """What waits for the team lead, each with what it does for an invented family."""
    day = timezone.localdate()
    rows = scheme_queries.schemes_to_agree(by=request.user).select_related("municipality")
    page = {
        "waiting": [(page_of(row, day), SecondYesForm(initial={"seen_version": row.version})) for row in rows]
    }
    return render(request, "purse/schemes_to_agree.html", page)


@signed_in("regels_en_bedragen", post="approve")
def answer_scheme(request: SignedInRequest, scheme_id: int) -> HttpResponse:
    form = SecondYesForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _t("Kies ja of nee."))
        return redirect("purse:schemes_to_agree")
    agreed = form.cleaned_data["antwoord"] == "ja"
    once, seen = form.cleaned_data["once"], form.cleaned_data["seen_version"]
    try:
        scheme_actions.answer_scheme(
            by=request.user, once=once, scheme_id=scheme_id, seen_version=seen, is_agreed=agreed
        )
        messages.success(request, _t("De regeling telt nu mee.") if agreed else _t("Uw nee is opgeslagen."))
    except AlreadyDone:
        pass
    except Conflict:
        messages.warning(request, _t("De regeling is intussen gewijzigd. Lees haar nog een keer."))
    return redirect("purse:schemes_to_agree")
