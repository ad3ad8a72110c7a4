"""Notities: a code opens a place of her own; any other code opens another, empty one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from . import private_actions
from .forms import CodeOfHerOwnForm, NoteForm
from .frame import her_page
from .private_code import may_try, open_place, opened_place, place_of, shut_place
from .private_notes import PrivateText, text_of, texts_of

_KIND = "prive_notitie_moeder"


def _page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    return her_page(request, case, "notes", **context)


@on_own_case(_KIND, get="read", post="read")
def notes(request: SignedInRequest, case: Case) -> HttpResponse:
    """The notes of the open place, or the one field that opens one."""
    place = opened_place(request)
    if place and request.method == "GET":
        texts = texts_of(account=request.user, place=place)
        return render(request, "mine/notes.html", _page(request, case, texts=texts))
    form = CodeOfHerOwnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if may_try(request.user):
            open_place(request, place_of(request.user, form.cleaned_data["own_code"]))
            return redirect("mine:notes")
        form.add_error("own_code", _t("Even wachten. Probeer het over een kwartier nog een keer."))
    status = 422 if form.errors else 200
    return render(request, "mine/notes_code.html", _page(request, case, form=form, typed=""), status=status)


@on_own_case(_KIND, get="read", post="update")
def note(request: SignedInRequest, case: Case, key: str = "") -> HttpResponse:
    """Write one note. What is typed is saved while she types; when the place is shut meanwhile, her text comes back."""
    place = opened_place(request)
    if place is None:
        return _shut(request, case)
    written = text_of(account=request.user, place=place, key=key) if key else None
    initial = {"kind": written.kind, "words": written.words} if written else {"kind": "note"}
    form = NoteForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = private_actions.write_note(
                by=request.user,
                place=place,
                key=key,
                seen_version=seen_version(request),
                kind=form.cleaned_data["kind"],
                words=form.cleaned_data["words"],
            )
        except Conflict:
            newest = text_of(account=request.user, place=place, key=key)
            return _note_page(request, case, form, newest, status=409)
        return _saved(request, row.key, row.version)
    return _note_page(request, case, form, written, status=422 if form.errors else 200)


def _saved(request: SignedInRequest, key: str, version: int) -> HttpResponse:
    if "autosave" in request.POST:
        return JsonResponse({"version": version, "address": reverse("mine:note", args=[key])})
    messages.success(request, _t("Bewaard."))
    return redirect("mine:notes")


def _note_page(
    request: SignedInRequest, case: Case, form: NoteForm, written: PrivateText | None, *, status: int
) -> HttpResponse:
    page = _page(request, case, form=form, written=written, is_other_window=status == 409)
    return render(request, "mine/note.html", page, status=status)


def _shut(request: SignedInRequest, case: Case) -> HttpResponse:
    """The place is shut: the code again. What she sent stays in the page, to save once it is open."""
    if request.method == "GET":
        return redirect("mine:notes")
    form = CodeOfHerOwnForm()
    typed = request.POST.get("words", "")
    return render(request, "mine/notes_code.html", _page(request, case, form=form, typed=typed), status=422)


@on_own_case(_KIND, post="delete")
def remove_note(request: SignedInRequest, case: Case, key: str) -> HttpResponse:
    place = opened_place(request)
    if place is None:
        return redirect("mine:notes")
    try:
        private_actions.remove_note(by=request.user, place=place, key=key, seen_version=seen_version(request))
        messages.success(request, _t("Weggegooid."))
    except Conflict:
        messages.warning(request, _t("Dit veranderde net in een ander venster. Het staat er nog."))
    return redirect("mine:notes")


@on_own_case(_KIND, post="read")
def shut(request: SignedInRequest, case: Case) -> HttpResponse:
    shut_place(request)
    # "Bewaard." of the place that shut would otherwise stand in the next one, and tell that there is another.
    list(messages.get_messages(request))
    return redirect("mine:more")
