"""The front door, the health page, and what people see when something goes wrong."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from pathlib import Path

import structlog
from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from veerkracht.web.people.doors import SignedInRequest, public, signed_in
from veerkracht.web.people.models import AccountRole
from veerkracht.web.people.queries import cases_of
from veerkracht.web.ui.house_style.folder import style_with

from .not_saved import fault_behind, is_about_saving, not_saved
from .tour import tour_of

log = structlog.get_logger("veerkracht")
FIRST_PAGES: dict[str, str] = {
    AccountRole.KLANTMANAGER: "today:today",
    AccountRole.TEAMLEIDER: "people:waiting_for_you",
    AccountRole.FUNC_BEHEER: "people:accounts",
    AccountRole.FG: "privacy:request_list",
    AccountRole.BELEID: "signals:topics",
    AccountRole.KETEN: "chain:shared_with_me",
    AccountRole.WERKGEVER: "chain:shared_with_me",
}


@signed_in("account_eigen", get="read")
def home(request: SignedInRequest) -> HttpResponse:
    """Everybody to the page her or his day starts with."""
    role = request.user.role
    if role in FIRST_PAGES:
        return redirect(FIRST_PAGES[role])
    hers = cases_of(account=request.user).first() if role == AccountRole.MOEDER else None
    if hers:
        return redirect("mine:start")
    return render(request, "ui/nothing_yet.html")


@signed_in("account_eigen", get="read")
def tour(request: SignedInRequest) -> HttpResponse:
    """Where to begin, for who is new and for who wants to read it again."""
    if request.user.role == AccountRole.MOEDER:
        return redirect("mine:start")
    return render(request, "ui/tour.html", {"steps": tour_of(request.user.role)})


@public("RFC 9116: where to tell of a hole in this program")
def security_txt(request: HttpRequest) -> HttpResponse:
    """404 as long as SECURITY_CONTACT is not set: an address that nobody reads is worse than none."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    until = timezone.now() + dt.timedelta(days=180)
    lines = [f"Contact: {settings.SECURITY_CONTACT}", f"Expires: {until:%Y-%m-%dT00:00:00Z}"]
    return HttpResponse("\n".join([*lines, "Preferred-Languages: nl, en", ""]), content_type="text/plain")


@public("how far this program is accessible, and whom to write to")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/accessibility.html", {"contact": settings.ACCESSIBILITY_CONTACT})


ONLY_A_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


@public("the colours and the logo of the municipality, which stand on every page")
def house_style(request: HttpRequest, mark: str, part: str) -> HttpResponse:
    """A picture that is opened by itself may do nothing; the address changes with the files."""
    style = style_with(mark)
    if style is not None and part in style.sheets:
        answer = HttpResponse(style.sheets[part], content_type="text/css; charset=utf-8")
    elif style is not None and part == "logo" and style.logo:
        answer = HttpResponse(style.logo.content, content_type=style.logo.content_type)
    else:
        raise Http404
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    answer["Content-Security-Policy"] = ONLY_A_PICTURE
    return answer


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "ui/error.html", {"status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, SessionInterrupted):
        # Django calls it a bad request when the session cannot be written, whatever the cause.
        return not_saved(request, fault_behind(exception))
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    match = request.resolver_match
    error = sys.exc_info()[1]
    where = _where(error)
    log.error(
        "request_failed", method=request.method, route=match.route if match else "?", status=500, error=where
    )
    if error and is_about_saving(error):
        return not_saved(request, error)
    try:
        return _page(request, 500)
    except DatabaseError as second:
        # The page of an error asks who is logged in, and even that cannot be read.
        return not_saved(request, second)


def _where(error: BaseException | None) -> str:
    """The kind of error and the line it came from; never its message, which may hold what somebody typed."""
    if error is None:
        return ""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
