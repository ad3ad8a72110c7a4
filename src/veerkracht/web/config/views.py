"""The front door, the health page, and what people see when something goes wrong."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import structlog
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from veerkracht.web.people.doors import public, signed_in
from veerkracht.web.people.models import AccountRole, Case
from veerkracht.web.record.durability import weaknesses

from .not_saved import is_about_saving, not_saved

log = structlog.get_logger("veerkracht")


@signed_in("account_eigen", get="read")
def home(request: HttpRequest) -> HttpResponse:
    """Everybody to the page her or his day starts with."""
    role = request.user.role
    if role == AccountRole.KLANTMANAGER:
        return redirect("today:today")
    if role == AccountRole.TEAMLEIDER:
        return redirect("people:team")
    if role == AccountRole.FUNC_BEHEER:
        return redirect("people:accounts")
    hers = Case.objects.visible_to(request.user).first() if role == AccountRole.MOEDER else None
    if hers:
        return redirect("plan:plan", hers.public_id)
    return render(request, "ui/nothing_yet.html")


@public("for the machine that watches whether the program is well; says nothing about anybody")
def healthy(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 with what is not. There is no background work yet, so no worker to ask."""
    found = {"database": "ok", "migrations": "ok", "durability": "ok", "worker": "none needed"}
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found["migrations"] = "not applied"
        if weaknesses():
            found["durability"] = "unsafe"
    except DatabaseError:
        found["database"] = "unreachable"
    well = all(value in ("ok", "none needed") for value in found.values())
    return JsonResponse({"status": "ok" if well else "not ok", **found}, status=200 if well else 503)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "ui/error.html", {"status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
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
