"""Hide a wish, something she does herself or an entry of her map; and have it back. Only while her place is open."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.map.actions import set_aside
from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from . import private_actions
from .frame import her_page
from .hiding import PROMISE, STORY, WISH, Hideable, can_be_hidden, hideable, place_on_map
from .private_code import opened_place
from .private_notes import PrivateText, text_of

_KIND = "prive_notitie_moeder"


@on_own_case(_KIND, get="read", post="update")
def hide(request: SignedInRequest, case: Case) -> HttpResponse:
    """What she can hide; and one of those, hidden: first it is safe behind her code, then it is taken away."""
    place = opened_place(request)
    if place is None:
        return redirect("mine:notes")
    if request.method == "POST":
        one = hideable(case=case, account=request.user, ref=request.POST.get("ref", ""))
        note = private_actions.write_note(by=request.user, place=place, kind=one.ref, words=one.words)
        try:
            _take_away(request, case, one)
            messages.success(request, _t("Verborgen. Het staat nu alleen nog hier."))
        except Conflict:
            private_actions.remove_note(by=request.user, place=place, key=note.key, seen_version=note.version)
            messages.warning(request, _t("Dit veranderde net. Er is niets verborgen."))
        return redirect("mine:notes")
    things = can_be_hidden(case=case, account=request.user)
    page = her_page(request, case, "notes", things=things, has_map=any(one.is_on_map for one in things))
    return render(request, "mine/hide.html", page)


def _take_away(request: SignedInRequest, case: Case, one: Hideable) -> None:
    by, entry = request.user, place_on_map(one.ref)
    if entry:
        set_aside(by=by, kind=entry[0], pk=entry[1], hidden=True)
    elif one.ref == WISH:
        plan_actions.write_wish(by=by, case=case, wish="", seen_version=one.version)
    elif one.ref == STORY:
        plan_actions.write_story(by=by, case=case, story="", seen_version=one.version)
    else:
        promise_id = int(one.ref.removeprefix(PROMISE))
        plan_actions.remove_promise(by=by, case=case, promise_id=promise_id, seen_version=one.version)


@on_own_case(_KIND, post="update")
def show_again(request: SignedInRequest, case: Case, key: str) -> HttpResponse:
    """It goes back to where others read it. A wish that was written anew meanwhile is not overwritten."""
    place = opened_place(request)
    if place is None:
        return redirect("mine:notes")
    text = text_of(account=request.user, place=place, key=key)
    if _put_back(request, case, text):
        private_actions.remove_note(by=request.user, place=place, key=key, seen_version=seen_version(request))
        messages.success(request, _t("Anderen kunnen dit weer lezen."))
    else:
        messages.warning(request, _t("Er staat nu iets anders. Haal dat eerst weg, dan kan dit terug."))
    return redirect("mine:notes")


def _put_back(request: SignedInRequest, case: Case, text: PrivateText) -> bool:
    by, entry, plan = request.user, place_on_map(text.kind), plan_of(case=case, day=case.opened_on)
    if entry:
        set_aside(by=by, kind=entry[0], pk=entry[1], hidden=False)
    elif text.kind == WISH and not plan.text.wish:
        plan_actions.write_wish(by=by, case=case, wish=text.words, seen_version=plan.version)
    elif text.kind == STORY and not plan.text.story:
        plan_actions.write_story(by=by, case=case, story=text.words, seen_version=plan.version)
    elif text.kind.startswith(PROMISE):
        plan_actions.make_promise(by=by, case=case, owner="mother", what=text.words)
    else:
        return False
    return True
