"""Pages around the log-in: password, second factor, demo entrance, log out, and giving back what was typed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import segno
import structlog
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _t
from django_otp import login as otp_login
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import queries, second_factor
from .doors import public, signed_in
from .forms import CodeForm, LogInForm
from .kept import give_back, typed_in
from .known_browser import remember
from .models import Account, Municipality, plain

_PENDING = "pending_account"
log = structlog.get_logger("veerkracht")


@public("the way in")
def log_in(request: HttpRequest) -> HttpResponse:
    form = LogInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            # `login`, the name of our field: under another one the count of wrong passwords would not find the account.
            account = authenticate(
                request, login=plain(form.cleaned_data["login"]), password=form.cleaned_data["password"]
            )
        except PermissionDenied:
            account = None
        if getattr(request, "axes_locked_out", False):
            return locked_out(request)
        if account is None:
            log.warning("log_in_refused")
            form.add_error(None, _t("Deze inlognaam en dit wachtwoord horen niet bij elkaar."))
        elif account.is_staff_member:
            request.session[_PENDING] = account.pk
            return redirect("people:code")
        else:
            return _enter(request, account)
    return render(request, "people/log_in.html", {"form": form, "waiting": "kept" in request.session})


@public("second half of the log-in; needs the first half in the session")
def code(request: HttpRequest) -> HttpResponse:
    account = Account.objects.filter(pk=request.session.get(_PENDING), is_active=True).first()
    if account is None:
        return redirect("people:log_in")
    if not second_factor.is_coupled(account):
        return redirect("people:set_up_code")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device = second_factor.device_with_code(account=account, code=form.cleaned_data["code"])
        if device:
            return _enter(request, account, device)
        log.warning("code_refused", account=account.pk)
        form.add_error(
            "code", _t("Deze code klopt niet. Wacht op de volgende code in de app en probeer het weer.")
        )
    return render(request, "people/code.html", {"form": form})


@public("first log-in of staff: couple the app; needs the password first")
def set_up_code(request: HttpRequest) -> HttpResponse:
    account = Account.objects.filter(pk=request.session.get(_PENDING), is_active=True).first()
    if account is None or second_factor.is_coupled(account):
        return redirect("people:log_in")
    device = second_factor.waiting_device(account)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if second_factor.couple(device=device, code=form.cleaned_data["code"]):
            return _enter(request, account, device)
        form.add_error("code", _t("Deze code klopt niet. Scan het plaatje opnieuw en typ de nieuwe code."))
    qr = segno.make(device.config_url, error="m").svg_inline(
        scale=5, border=2, title=_t("QR-code voor de app")
    )
    return render(request, "people/set_up_code.html", {"form": form, "qr": qr, "secret": device.config_url})


def _enter(request: HttpRequest, account: Account, device: TOTPDevice | None = None) -> HttpResponse:
    """Start a fresh session; what was typed before the log-in ran out comes along, for the same person only."""
    carried = {key: request.session[key] for key in ("kept", "next") if key in request.session}
    request.session.flush()
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    # The clock of the time-outs runs from here, also when the next page is never asked for.
    request.session["since"] = request.session["seen"] = timezone.now().timestamp()
    if device:
        otp_login(request, device)
    log.info("logged_in", account=account.pk)
    return remember(redirect(_after_entering(request, account, carried)), account)


def _after_entering(request: HttpRequest, account: Account, carried: dict[str, Any]) -> str:
    if carried.get("kept", {}).get("account") == account.pk:
        request.session["kept"] = carried["kept"]
        return reverse("people:resume")
    target = carried.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if target and safe else reverse("home")


@signed_in("account_eigen", get="read")
def resume(request: HttpRequest) -> HttpResponse:
    kept = give_back(request)
    return render(request, "people/resume.html", {"kept": kept}) if kept else redirect("home")


@signed_in("account_eigen", post="update")
def still_here(request: HttpRequest) -> HttpResponse:
    """The answer to "bent u er nog?": coming here is enough to stay logged in."""
    return HttpResponse(status=204)


@public("anybody may leave")
def log_out(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("home")
    log.info("logged_out", account=request.user.pk)
    logout(request)
    response = redirect("people:log_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@public("one-click entrance, in demo mode only")
def demo(request: HttpRequest) -> HttpResponse:
    # A second lock behind the one at the start: nobody walks into a municipality that the demo did not make.
    if not settings.DEMO or Municipality.objects.filter(is_demo=False).exists():
        raise Http404
    if request.method == "POST":
        account = Account.objects.filter(login=plain(request.POST.get("login", "")), is_active=True).first()
        if account is None:
            raise Http404
        logout(request)
        return _enter(request, account)
    return render(request, "people/demo.html", {"groups": queries.demo_groups()})


def client_address(request: HttpRequest) -> str:
    """Where a request came from: behind a proxy of ours the last address it added, which nobody else can write."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    passed_on = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    if settings.BEHIND_PROXY and passed_on and address in ("", *settings.PROXY_ADDRESSES.split(",")):
        return passed_on.rsplit(",", 1)[-1].strip()
    return address


@public("shown instead of a page after too many wrong passwords")
def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """The same words whether the account exists or not."""
    log.warning("log_in_locked")
    return render(request, "people/locked_out.html", status=429)


@public("shown when a form lost its token; gives back what was typed")
def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.get_host():
        # Another site made up this form: nobody typed it, so there is nothing to give back and offer to save.
        return render(request, "ui/error.html", {"status": 403}, status=403)
    kept = typed_in(request.POST)
    return render(request, "people/form_too_old.html", {"kept": kept, "path": request.path}, status=403)
