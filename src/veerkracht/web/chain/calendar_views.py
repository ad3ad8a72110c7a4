"""Appointments for a calendar of one's own: a file to take along, or an address the calendar reads by itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.code_tries import note_wrong_code, tried_too_often
from veerkracht.web.people.doors import SignedInRequest, public, signed_in
from veerkracht.web.people.models import Account
from veerkracht.web.people.pages import is_hers

from . import calendar_actions as actions
from .calendar_file import calendar_of
from .calendar_queries import appointments_of, feed_with, has_feed


@signed_in("account_eigen", get="read", post="update")
def own_calendar(request: SignedInRequest) -> HttpResponse:
    """The address is on the answer to the button only."""
    address = ""
    if request.method == "POST":
        feed = actions.make_feed(by=request.user)
        address = request.build_absolute_uri(reverse("chain:feed", args=[feed.token]))
    hers = is_hers(request.user)
    page = {"address": address, "has_feed": has_feed(request.user), "hers": hers}
    page["layout"] = "ui/mine.html" if hers else "ui/app.html"
    return render(request, "chain/calendar.html", {**page, "tabs": []})


@signed_in("account_eigen", post="update")
def stop_feed(request: SignedInRequest) -> HttpResponse:
    actions.stop_feed(by=request.user)
    messages.success(request, _t("Het adres werkt niet meer."))
    return redirect("chain:calendar")


@signed_in("account_eigen", get="read")
def calendar_file(request: SignedInRequest) -> HttpResponse:
    return _file(request.user)


@public(
    "a calendar program cannot log in: the long token in the address is the ground; nothing but times is in it"
)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    if tried_too_often(request):
        return render(request, "people/tried_too_often.html", status=429)
    row = feed_with(token=token)
    if row is None:
        note_wrong_code(request)
        raise Http404
    return _file(row.account)


def _file(account: Account) -> HttpResponse:
    appointments = appointments_of(account=account, day=timezone.localdate())
    content = calendar_of(appointments, now=timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="afspraken.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
