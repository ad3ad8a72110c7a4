"""Sluit: out of her own pages in one tap, on to a page about nothing.

It works without JavaScript: a form that posts, a log-in that ends, a redirect. With JavaScript the screen is blank
first and the entry in the history is replaced (`ui/exit.js`). Neither can take away that the browser was here.
"""

from __future__ import annotations

import structlog
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from .doors import public

log = structlog.get_logger("veerkracht")


def neutral_address() -> str:
    """Where she lands: the page the municipality chose, else ours about vegetables."""
    return settings.NEUTRAL_PAGE or reverse("people:season")


@public("anybody may leave, also when the log-in has ended already")
def leave(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        log.info("left_quickly", account=request.user.pk)
        logout(request)
    response = redirect(neutral_address())
    # Not `delete_cookie`: that would send the empty cookie without the marks every cookie of ours has.
    response.set_cookie(
        settings.CSRF_COOKIE_NAME,
        max_age=0,
        httponly=settings.CSRF_COOKIE_HTTPONLY,
        secure=settings.CSRF_COOKIE_SECURE,
        samesite=settings.CSRF_COOKIE_SAMESITE,
    )
    return response


# What is fresh from Dutch fields in each month.
SEASON = (
    ("boerenkool", "spruiten", "prei", "witlof", "knolselderij"),
    ("boerenkool", "prei", "witlof", "rode kool", "winterpeen"),
    ("prei", "witlof", "rabarber", "spinazie", "winterpeen"),
    ("asperges", "rabarber", "radijs", "spinazie", "raapstelen"),
    ("asperges", "bloemkool", "radijs", "sla", "aardbeien"),
    ("aardbeien", "doperwten", "sla", "courgette", "bloemkool"),
    ("tomaten", "courgette", "sperziebonen", "frambozen", "bessen"),
    ("tomaten", "snijbonen", "mais", "pruimen", "bramen"),
    ("pompoen", "venkel", "mais", "appels", "peren"),
    ("pompoen", "prei", "andijvie", "appels", "peren"),
    ("spruiten", "boerenkool", "pastinaak", "prei", "appels"),
    ("boerenkool", "spruiten", "witlof", "pastinaak", "rode kool"),
)


@public("a page about vegetables: where she lands after Sluit, the same for everybody")
def season(request: HttpRequest) -> HttpResponse:
    # Asked for while the log-in is being ended by the other request: there is nothing to write down about it.
    request.session.modified = False
    today = timezone.localdate()
    return render(request, "people/season.html", {"vegetables": SEASON[today.month - 1], "today": today})
