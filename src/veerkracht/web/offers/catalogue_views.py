"""The catalogue, kept by the functional administrator: offers and centres, their files, and the examples."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.caseload_import.mistakes import UnreadableFile
from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from . import actions, imports, queries
from .forms import CatalogueOfferForm, CentreForm, SheetForm
from .models import InCatalogue
from .words import balance_page


def _initial(form: type[django_forms.Form], row: InCatalogue) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}


@signed_in("aanbod", get="list")
def catalogue(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    offers = queries.offers_of(account=request.user)
    page = {
        "running": [offer for offer in offers if offer.runs_on(day)],
        "stopped": [offer for offer in offers if not offer.runs_on(day)],
        "centres": queries.centres_of(account=request.user),
        "balance": balance_page(queries.catalogue_balance(account=request.user, day=day)),
        "may_keep": authorize(request.user, "update", "aanbod"),
        "today": day,
    }
    return render(request, "offers/catalogue.html", page)


@signed_in("aanbod", get="create", post="create")
def add_offer(request: SignedInRequest) -> HttpResponse:
    form, then = CatalogueOfferForm(request.POST or None), reverse("offers:catalogue")
    if request.method == "POST":
        answer = save(request, form, actions.add_offer, then=then, said=_t("Dit staat in de lijst."))
        if answer:
            return answer
    return render(
        request, "offers/edit.html", {"form": form, "back": then, "title": _t("Aanbod erbij"), "row": None}
    )


@signed_in("aanbod", get="update", post="update")
def change_offer(request: SignedInRequest, offer_id: int) -> HttpResponse:
    offer, then = queries.offer_of(account=request.user, offer_id=offer_id), reverse("offers:catalogue")
    form = CatalogueOfferForm(
        request.POST or None, initial=_initial(CatalogueOfferForm, offer), version=offer.version
    )
    if request.method == "POST":
        said = _t("De lijst is aangepast.")
        answer = save(request, form, actions.change_offer, then=then, said=said, offer_id=offer_id)
        if answer:
            return answer
    stop_url = reverse("offers:stop_offer", args=[offer_id])
    page = {"form": form, "back": then, "title": offer.name, "row": offer, "stop_url": stop_url}
    return render(request, "offers/edit.html", page)


@signed_in("aanbod", post="update")
def stop_offer(request: SignedInRequest, offer_id: int) -> HttpResponse:
    return _stopping(request, partial(actions.stop_offer, offer_id=offer_id))


@signed_in("aanbod", get="create", post="create")
def add_centre(request: SignedInRequest) -> HttpResponse:
    form, then = CentreForm(request.POST or None), f"{reverse('offers:catalogue')}#opvang"
    if request.method == "POST":
        answer = save(request, form, actions.add_centre, then=then, said=_t("Dit staat in de lijst."))
        if answer:
            return answer
    return render(
        request, "offers/edit.html", {"form": form, "back": then, "title": _t("Opvang erbij"), "row": None}
    )


@signed_in("aanbod", get="update", post="update")
def change_centre(request: SignedInRequest, centre_id: int) -> HttpResponse:
    centre = queries.centre_of(account=request.user, centre_id=centre_id)
    then = f"{reverse('offers:catalogue')}#opvang"
    form = CentreForm(request.POST or None, initial=_initial(CentreForm, centre), version=centre.version)
    if request.method == "POST":
        said = _t("De lijst is aangepast.")
        answer = save(request, form, actions.change_centre, then=then, said=said, centre_id=centre_id)
        if answer:
            return answer
    stop_url = reverse("offers:stop_centre", args=[centre_id])
    page = {"form": form, "back": then, "title": centre.name, "row": centre, "stop_url": stop_url}
    return render(request, "offers/edit.html", page)


@signed_in("aanbod", post="update")
def stop_centre(request: SignedInRequest, centre_id: int) -> HttpResponse:
    return _stopping(request, partial(actions.stop_centre, centre_id=centre_id))


def _stopping(request: SignedInRequest, act: Callable[..., Any]) -> HttpResponse:
    """Stopped from today on, or back again."""
    runs_again = bool(request.POST.get("weer"))
    try:
        act(
            by=request.user,
            seen_version=seen_version(request),
            stopped_on=None if runs_again else timezone.localdate(),
        )
        stops = _t("Dit is gestopt. Het wordt niet meer voorgesteld, en kan altijd terug.")
        messages.success(request, _t("Dit doet weer mee.") if runs_again else stops)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    return redirect("offers:catalogue")


@signed_in("aanbod", post="create")
def add_examples(request: SignedInRequest) -> HttpResponse:
    actions.add_examples(by=request.user)
    messages.success(request, _t("De voorbeelden staan erin. Bij elk staat dat het een voorbeeld is."))
    return redirect("offers:catalogue")


@signed_in("aanbod", post="update")
def stop_examples(request: SignedInRequest) -> HttpResponse:
    actions.stop_examples(by=request.user)
    messages.success(request, _t("De voorbeelden doen niet meer mee."))
    return redirect("offers:catalogue")


@signed_in("aanbod", get="create", post="create")
def read_file(request: SignedInRequest, sheet: str) -> HttpResponse:
    """First the file and a report per row; nothing is stored until the second form says so."""
    _known_sheet(sheet)
    form = SheetForm(request.POST or None, request.FILES or None)
    page: dict[str, Any] = {
        "form": form,
        "file": None,
        "kind": sheet,
        "columns": imports.headings(sheet),
        "words": imports.words_to_use(sheet),
    }
    if request.method == "POST" and form.is_valid():
        try:
            file = imports.checked_file(request.user, sheet, form.cleaned_data["file"])
            page |= {"file": file, "token": imports.token_of(request.user, sheet, file)}
        except UnreadableFile as error:
            form.add_error("file", str(error))
    return render(request, "offers/import.html", page)


@signed_in("aanbod", post="create")
def confirm_file(request: SignedInRequest, sheet: str) -> HttpResponse:
    _known_sheet(sheet)
    ticked = frozenset(int(n) for n in request.POST.getlist("vervang") if n.isdecimal() and len(n) < 7)
    try:
        token = request.POST.get("token", "")
        rows, once = imports.rows_from_token(request.user, sheet, token, ticked)
        actions.import_rows(by=request.user, kind=sheet, rows=rows, once=once)
    except signing.BadSignature:
        messages.warning(
            request, _t("Het bestand is langer dan een uur geleden bekeken. Lees het opnieuw in.")
        )
        return redirect("offers:read_file", sheet)
    except Conflict:
        says = _t("De lijst veranderde intussen. Er is niets opgeslagen. Lees het bestand opnieuw in.")
        messages.warning(request, says)
        return redirect("offers:read_file", sheet)
    except AlreadyDone:
        pass  # the first copy did it; the second only wants to hear that it is done
    messages.success(request, _t("Het bestand is ingelezen."))
    return redirect("offers:catalogue")


def _known_sheet(sheet: str) -> None:
    if sheet not in (imports.OFFERS, imports.CENTRES):
        raise Http404
