"""Pages about the accounts of colleagues: the functional administrator's list, and the team lead's yes."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.record.editing import save

from . import account_actions, queries, second_yes
from .account_request import AccountDeed, AccountRequest
from .doors import SignedInRequest, signed_in
from .forms import AccountForm
from .models import Account


@signed_in("gebruikersbeheer", get="list")
def account_list(request: SignedInRequest) -> HttpResponse:
    return render(request, "people/accounts.html", {"accounts": queries.accounts(account=request.user)})


@signed_in("gebruikersbeheer", get="create", post="create")
def make_account(request: SignedInRequest) -> HttpResponse:
    form = AccountForm(request.POST or None)
    back = reverse("people:accounts")
    if request.method == "POST":
        message = _t(
            "De vraag ligt bij de teamleider. Na het ja krijgt u de eerste helft van de code, hieronder."
        )
        answer = save(request, form, account_actions.make_account, then=_its_page, said=message)
        if answer:
            return answer
    return render(request, "people/make_account.html", {"form": form, "back": back})


def _its_page(account: Account | None) -> str:
    return reverse("people:change_account", args=[account.pk]) if account else reverse("people:accounts")


@signed_in("gebruikersbeheer", get="update", post="update")
def change_account(request: SignedInRequest, account_id: int) -> HttpResponse:
    """Ask for a code, see the own half of it after the second yes, stop or start."""
    other = queries.account_of(account=request.user, account_id=account_id)
    wanted, half = request.POST.get("wat", ""), None
    if wanted in _TAKES_A_CODE and wanted in _agreed(request, other) and "opnieuw" not in request.POST:
        half = second_yes.make_own_half(by=request.user, account_id=other.pk, deed=wanted)
    elif wanted in _TAKES_A_CODE or wanted in _SWITCHES:
        messages.success(request, _do(request.user, other, wanted))
        return redirect("people:change_account", other.pk)
    codes, has_lead = _codes(request, other), second_yes.has_lead(other)
    page = {
        "other": other,
        "half": half,
        "codes": codes,
        "back": reverse("people:accounts"),
        "has_lead": has_lead,
        "waits_for_server": not has_lead and any(not code.is_agreed for code in codes),
        "door": request.build_absolute_uri(reverse("people:access")),
        "details": [
            (_t("Inlognaam"), other.login),
            (_t("Telefoon"), other.phone),
            (_t("E-mailadres"), other.email),
            (_t("Werkdagen"), other.working_days),
        ],
    }
    return render(request, "people/change_account.html", page)


def _do(by: Account, other: Account, wanted: str) -> str:
    """Ask the team lead, or stop or start; what is said of it."""
    if wanted in _SWITCHES:
        _SWITCHES[wanted](by=by, account_id=other.pk)
        return _t("Het is gedaan.")
    second_yes.ask_account_change(by=by, account_id=other.pk, deed=wanted)
    return _t("De vraag ligt bij de teamleider, onder: Wacht op u.")


_TAKES_A_CODE = {AccountDeed.PASSWORD, AccountDeed.APP, AccountDeed.ACCOUNT}
_SWITCHES = {"stop": account_actions.stop_account, "start": account_actions.start_account}


@dataclass(frozen=True, kw_only=True)
class CodeState:
    """One sort of code on an account's page, and how far it is."""

    deed: str
    title: str
    why: str
    asked: AccountRequest | None
    is_agreed: bool


def _codes(request: SignedInRequest, other: Account) -> list[CodeState]:
    if second_yes.is_unmade(other):
        deeds = [
            (AccountDeed.ACCOUNT, _t("Nieuw account"), _t("Met de code kiest de collega een wachtwoord."))
        ]
    elif other.is_active:
        phone = _t("Met de code kiest de collega een nieuw wachtwoord en koppelt daarna de app opnieuw.")
        deeds = [
            (AccountDeed.PASSWORD, _t("Wachtwoord vergeten"), _t("Met de code kiest de collega een nieuw.")),
            (AccountDeed.APP, _t("Telefoon kwijt of nieuw"), phone),
        ]
    else:
        deeds = []
    asked = {row.deed: row for row in second_yes.open_requests(account=other).select_related("asked_by")}
    agreed = _agreed(request, other)
    return [
        CodeState(deed=deed, title=title, why=why, asked=asked.get(deed), is_agreed=deed in agreed)
        for deed, title, why in deeds
    ]


def _agreed(request: SignedInRequest, other: Account) -> set[str]:
    """What this administrator asked for and the team lead agreed to."""
    rows = second_yes.open_requests(account=other).filter(asked_by=request.user, is_agreed=True)
    return set(rows.exclude(agreer_half="").values_list("deed", flat=True))


@signed_in("gebruikersbeheer", post="approve")
def answer_account_change(request: SignedInRequest, account_request_id: int) -> HttpResponse:
    """With a yes the answer itself shows the team lead's half of the code, once."""
    answers = {"ja": True, "nee": False}
    answer = request.POST.get("antwoord", "")
    if answer not in answers:
        messages.warning(request, _t("Kies ja of nee."))
        return redirect("people:waiting_for_you")
    account = second_yes.answer_account_change(
        by=request.user, account_request_id=account_request_id, is_agreed=answers[answer]
    )
    if not account.half:
        messages.success(request, _t("Uw antwoord is opgeslagen."))
        return redirect("people:waiting_for_you")
    door = request.build_absolute_uri(reverse("people:access"))
    page = {"asked": account, "door": door, "back": reverse("people:waiting_for_you")}
    return render(request, "people/second_half.html", page)
