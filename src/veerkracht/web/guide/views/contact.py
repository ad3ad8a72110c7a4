"""What somebody wants to talk about, and short contacts between talks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import require
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..forms import AgendaForm, ContactForm
from ..models import ContactNote
from .talks import page_of, seen_version, talks_url


@on_case("afspraak", get="create", post="create")
def add_agenda_point(request: SignedInRequest, case: Case) -> HttpResponse:
    form = AgendaForm(request.POST or None)
    if request.method == "POST":
        message = _t("Dit punt staat klaar voor het gesprek.")
        answer = save(request, form, actions.add_agenda_point, then=talks_url(case), said=message, case=case)
        if answer:
            return answer
    return render(request, "guide/form.html", page_of(request, case, form=form, title=_t("Een punt erbij")))


@on_case("afspraak", post="update")
def close_agenda_point(request: SignedInRequest, case: Case, point_id: int) -> HttpResponse:
    try:
        actions.close_agenda_point(
            by=request.user,
            case=case,
            talked=request.POST.get("talked") != "nee",
            point_id=point_id,
            seen_version=seen_version(request),
        )
    except Conflict:
        messages.warning(request, _t("Iemand anders was net met dit punt bezig. Zo staat het er nu."))
    talk_id = request.POST.get("talk", "")
    if talk_id.isdecimal() and len(talk_id) < 12:
        return redirect("guide:talk", case.public_id, int(talk_id))
    return redirect(talks_url(case))


@on_case("werkaantekening_professional", get="create", post="create")
def note_contact(request: SignedInRequest, case: Case) -> HttpResponse:
    form = ContactForm(request.POST or None, initial={"on": timezone.localdate()}, version=1)
    if request.method == "POST":
        message = _t("Het contact staat erin.")
        answer = save(request, form, _new_contact, then=talks_url(case), said=message, case=case)
        if answer:
            return answer
    return render(request, "guide/form.html", page_of(request, case, form=form, title=_t("Kort contact")))


def _new_contact(*, seen_version: int, **values: Any) -> ContactNote:
    """A new note has no version to have seen."""
    contact: ContactNote = actions.note_contact(**values)
    return contact


@on_case("werkaantekening_professional", get="create", post="create")
def change_contact(request: SignedInRequest, case: Case, note_id: int) -> HttpResponse:
    note = queries.contact_note_of(case=case, note_id=note_id)
    require(request.user, "update", "werkaantekening_professional", case=case, obj=note)
    initial = {name: getattr(note, name) for name in ContactForm.base_fields if hasattr(note, name)}
    form = ContactForm(request.POST or None, initial=initial, version=note.version)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_contact,
            then=talks_url(case),
            case=case,
            about=note,
            said=_t("Het is aangepast."),
        )
        if answer:
            return answer
    return render(request, "guide/form.html", page_of(request, case, form=form, title=_t("Kort contact")))
