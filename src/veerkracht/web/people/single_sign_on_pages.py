"""To the municipality's own log-in, back from it, and out."""

from __future__ import annotations

from dataclasses import asdict

import structlog
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from . import oidc, single_sign_on
from .doors import SignedInRequest, public, signed_in
from .log_in_pages import enter
from .models import Account

_VISITOR = "single_sign_on_visitor"
_TO_LINK = "single_sign_on_to_link"
log = structlog.get_logger("veerkracht")


def _only_when_on() -> None:
    if not oidc.is_on():
        raise Http404


@public("our public key, for the provider that checks our signature")
def keys(request: HttpRequest) -> HttpResponse:
    _only_when_on()
    return JsonResponse(oidc.public_keys())


@public("the way to the municipality's own log-in; a press on our own button, never a link from elsewhere")
def leave_for_provider(request: HttpRequest) -> HttpResponse:
    _only_when_on()
    return _to_provider(request) if request.method == "POST" else redirect("people:log_in")


def _to_provider(request: HttpRequest) -> HttpResponse:
    try:
        return oidc.to_the_provider(request, request.build_absolute_uri(reverse("people:sso_back")))
    except oidc.FAILURES as error:
        return _not_now(request, error)


@signed_in("account_eigen", post="update")
def link_own(request: SignedInRequest) -> HttpResponse:
    _only_when_on()
    request.session[_TO_LINK] = request.user.pk
    return _to_provider(request)


@public("back from the municipality's own log-in, with its signed answer")
def come_back(request: HttpRequest) -> HttpResponse:
    _only_when_on()
    try:
        visitor = oidc.visitor_of(request)
    except oidc.LogInRefused as refused:
        log.warning("single_sign_on_refused", error=str(refused))
        return render(request, "people/sso_refused.html", {"why": str(refused)}, status=403)
    except oidc.FAILURES as error:
        return _not_now(request, error)
    account = single_sign_on.account_of_visitor(visitor)
    if account and account.role == visitor.role and not request.session.get(_TO_LINK):
        return _enter(request, account, visitor)
    # Something is to be written, and a page that is only asked for writes nothing: one press on a button does.
    request.session[_VISITOR] = asdict(visitor)
    return redirect("people:sso_confirm")


@public(
    "the press on a button after the municipality's log-in: a first time, another role, or an account to tie"
)
def confirm(request: HttpRequest) -> HttpResponse:
    _only_when_on()
    waiting = request.session.get(_VISITOR)
    if waiting is None:
        return redirect("people:log_in")
    visitor = oidc.Visitor(**waiting)
    account = single_sign_on.account_of_visitor(visitor)
    linking = isinstance(request.user, Account) and request.session.get(_TO_LINK) == request.user.pk
    taken = account is None and not linking and single_sign_on.login_is_taken(visitor)
    if request.method != "POST" or taken:
        page = {"visitor": visitor, "linking": linking, "taken": taken, "known": account is not None}
        return render(request, "people/sso_confirm.html", page)
    return _finish(request, account, visitor, linking)


def _finish(
    request: HttpRequest, account: Account | None, visitor: oidc.Visitor, linking: bool
) -> HttpResponse:
    del request.session[_VISITOR]
    request.session.pop(_TO_LINK, None)
    if linking:
        single_sign_on.link_visitor(by=request.user, visitor=visitor)
        messages.success(request, _t("Gekoppeld. Voortaan kunt u inloggen via de gemeente."))
        return redirect("people:own_account")
    if account is None:
        account = single_sign_on.make_account_of_visitor(by=None, visitor=visitor)
    elif account.is_active and account.role != visitor.role:
        single_sign_on.take_role_of_visitor(by=None, account=account, visitor=visitor)
    return _enter(request, account, visitor)


def _enter(request: HttpRequest, account: Account, visitor: oidc.Visitor) -> HttpResponse:
    if not account.is_active:
        log.warning("single_sign_on_refused", error="stopped")
        return render(request, "people/sso_refused.html", {"why": "stopped"}, status=403)
    answer = enter(request, account)
    request.session["id_token"] = visitor.id_token
    return answer


def _not_now(request: HttpRequest, error: Exception) -> HttpResponse:
    """The provider is away, or its answer is not in order: nothing of it is shown, its sort stands in the log."""

    log.warning("single_sign_on_failed", error=type(error).__name__)
    return render(request, "people/sso_refused.html", {"why": "failed"}, status=502)
