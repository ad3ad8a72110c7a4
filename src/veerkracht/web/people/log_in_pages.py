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

from . import oidc, queries, second_factor
from .doors import SignedInRequest, public, signed_in
from .draft_recovery import give_back, typed_in
from .forms import CodeForm, LogInForm
from .half_log_in import begin_half, half_logged_in
from .known_browser import remember
from .models import Account, Municipality, plain
from .sessions import device_in_words

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
            form.add_error(
                None, _t("Dat klopte niet. Kijk naar je naam en je wachtwoord, en probeer het nog een keer.")
            )
        elif account.is_staff_member:
            begin_half(request, account)
            return redirect("people:code")
        else:
            return enter(request, account)
    return render(
        request,
        "people/log_in.html",
        {"form": form, "waiting": "kept" in request.session, "sso": oidc.is_on()},
    )


@public("second half of the log-in; needs the first half in the session")
def code(request: HttpRequest) -> HttpResponse:
    account = half_logged_in(request)
    if account is None:
        return redirect("people:log_in")
    if not second_factor.is_coupled(account):
        return redirect("people:set_up_code")
    form = CodeForm(request.POST or None, takes_recovery=True)
    if request.method == "POST" and form.is_valid():
        answer = _second_step(request, account, form)
        if answer:
            return answer
        log.warning("code_refused", account=account.pk)
        form.add_error("code", _why_refused(account, form.cleaned_data["code"]))
    return render(request, "people/code.html", {"form": form})


def _why_refused(account: Account, typed: str) -> str:
    if second_factor.is_just_over(account=account, code=typed):
        return _t(
            "Deze code is net voorbij. Typ de code die nu in de app staat. Gebeurt dit steeds? Zet dan de klok van uw "
            "telefoon op automatisch."
        )
    return _t("Deze code klopt niet. Wacht op de volgende code in de app en probeer het weer.")


def _second_step(request: HttpRequest, account: Account, form: CodeForm) -> HttpResponse | None:
    """The log-in itself when the code of the app or on paper is right; else None."""
    typed = form.cleaned_data["code"]
    if form.is_recovery_code:
        if not second_factor.recovery_code_is_right(account=account, code=typed):
            return None
        log.warning("recovery_code_used", account=account.pk)
        return enter(request, account, then=reverse("people:own_account"))
    device = second_factor.device_with_code(account=account, code=typed)
    return enter(request, account, device) if device else None


@public("first log-in of staff: couple the app; needs the password first")
def set_up_code(request: HttpRequest) -> HttpResponse:
    account = half_logged_in(request)
    if account is None or second_factor.is_coupled(account):
        return redirect("people:log_in")
    device = second_factor.waiting_device(account)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if second_factor.couple(device=device, code=form.cleaned_data["code"]):
            return enter(request, account, device, then=reverse("people:recovery_codes"))
        form.add_error("code", _why_refused(account, form.cleaned_data["code"]))
    qr = segno.make(device.config_url, error="m").svg_inline(
        scale=5, border=2, title=_t("QR-code voor de app")
    )
    return render(request, "people/set_up_code.html", {"form": form, "qr": qr, "secret": device.config_url})


def enter(
    request: HttpRequest, account: Account, device: TOTPDevice | None = None, *, then: str = ""
) -> HttpResponse:
    """Start a fresh session; what was typed before the log-in ran out comes along, for the same person only."""
    carried = {key: request.session[key] for key in ("kept", "next") if key in request.session}
    request.session.flush()
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    # The clock of the time-outs runs from here, also when the next page is never asked for.
    request.session["device"] = device_in_words(request.headers.get("User-Agent", ""))
    request.session["since"] = request.session["seen"] = timezone.now().timestamp()
    if device:
        otp_login(request, device)
    log.info("logged_in", account=account.pk)
    return remember(redirect(then or _after_entering(request, account, carried)), account)


def _after_entering(request: HttpRequest, account: Account, carried: dict[str, Any]) -> str:
    if carried.get("kept", {}).get("account") == account.pk:
        request.session["kept"] = carried["kept"]
        return reverse("people:resume")
    target = carried.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if target and safe else reverse("home")


@signed_in("account_eigen", get="read")
def resume(request: SignedInRequest) -> HttpResponse:
    draft = give_back(request)
    return render(request, "people/resume.html", {"kept": draft}) if draft else redirect("home")


@signed_in("account_eigen", post="update")
def still_here(request: SignedInRequest) -> HttpResponse:
    """The answer to "bent u er nog?": coming here is enough to stay logged in."""
    return HttpResponse(status=204)


@public("anybody may leave")
def log_out(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("home")
    log.info("logged_out", account=request.user.pk)
    id_token = request.session.get("id_token")
    logout(request)
    response = redirect(oidc.address_to_leave_by(request, id_token) if id_token else "people:log_in")
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
        # The session is made new in there; what was typed comes along for the same person, as after a real log-in.
        return enter(request, account)
    return render(request, "people/demo.html", {"groups": queries.demo_groups()})


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
    typed = typed_in(request.POST)
    return render(request, "people/form_too_old.html", {"kept": typed, "path": request.path}, status=403)
