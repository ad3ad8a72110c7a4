"""Every view and action that touches an account × every role × every target: one person alone gets into no account but
her own. Whatever codes that person is shown on the way are tried on the two doors that take codes.
"""

from __future__ import annotations

import importlib
import inspect
import itertools
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.cast import account
from tests.security.addresses import Address, addresses
from veerkracht.web import people
from veerkracht.web.people.models import (
    PERSONAL_ROLES,
    Account,
    AccountRequest,
    AccountRole,
    Case,
    NewCodeRequest,
    Passkey,
)

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}(?:-[2-9A-Z]{4})?")
TOUCHES_ACCOUNTS = {"gebruikersbeheer", "account_eigen", "uitnodiging", "nieuwe_code"}
TAKEN = "een lange zin van wie overneemt"
# Everything a button or a hand could send, by what the address is about.
SENT: dict[str, list[dict[str, str]]] = {
    "account_id": [
        *({"wat": what} for what in ("wachtwoord", "app", "account", "stop", "start", "rol")),
        {"wat": "wachtwoord", "opnieuw": "ja", "role": "moeder"},
    ],
    "account_request_id": [{"antwoord": "ja"}],
    "request_id": [{"antwoord": "ja"}],
    "passkey_id": [{}],
    "public_id": [{"ground": "face_to_face"}],
    "": [
        {"password": TAKEN, "again": TAKEN, "present": TAKEN},
        {"login": "overgenomen", "name": "X", "role": "teamleider"},
    ],
}
ROLES = sorted(AccountRole.values)


@pytest.fixture
def targets(samira_case, lotte_case, peter, marleen, others, bas) -> list[Account]:
    """Somebody of every sort, here and in the next municipality."""
    Account.objects.filter(
        role__in=("tech_beheer", "inkomen_handhaving", "keten", "werkgever", "netwerkpersoon")
    ).delete()
    return list(Account.objects.order_by("pk"))


def of_accounts() -> list[Address]:
    found = [a for a in addresses() if a.access and a.access.kind in TOUCHES_ACCOUNTS and "POST" in a.methods]
    assert {"people:change_account", "people:answer_account_change", "people:invite"} <= {
        a.name for a in found
    }
    return found


def urls(address: Address) -> Iterator[str]:
    """The address with every account, request and case there is."""
    rows = {
        "account_id": list(Account.objects.values_list("pk", flat=True)),
        "account_request_id": list(AccountRequest.objects.values_list("pk", flat=True)),
        "request_id": list(NewCodeRequest.objects.values_list("pk", flat=True)),
        "passkey_id": list(Passkey.objects.values_list("pk", flat=True)),
        "public_id": list(Case.objects.values_list("public_id", flat=True)),
    }
    for values in itertools.product(*(rows.get(name, [1]) for name in address.arguments)):
        yield reverse(address.name, kwargs=dict(zip(address.arguments, values, strict=True)))


def log_ins_of(targets: list[Account]) -> dict[int, tuple[Any, ...]]:
    """What lets somebody in, and as whom."""
    apps = dict(TOTPDevice.objects.values_list("user_id", "key"))
    keys = dict(Passkey.objects.values_list("account_id", "credential_id"))
    rows = Account.objects.filter(pk__in=[target.pk for target in targets])
    return {
        a.pk: (a.login, a.password, a.role, a.municipality_id, apps.get(a.pk), keys.get(a.pk)) for a in rows
    }


# The matrix gives the other roles no cell over anybody's account: test_doors goes over them.
@pytest.mark.parametrize("role", ["func_beheer", "teamleider", "klantmanager"])
def test_one_person_alone_gets_into_nobodys_account(role, targets, voorbeeld, as_) -> None:
    actor = account(voorbeeld, "actor", "Ada Actor", role)
    for target in targets:
        TOTPDevice.objects.create(user=target, name="app", confirmed=True)
        Passkey.objects.create(account=target, name="x", credential_id=f"id-{target.pk}")
    before, seen, browser = log_ins_of(targets), set(), as_(actor)
    for _round in range(2):  # what was asked in the first round can be answered or finished in the second
        for address in of_accounts():
            forms = SENT[address.arguments[0] if address.arguments else ""]
            for url, sent in itertools.product(list(urls(address)), forms):
                answer = browser.post(url, sent)
                assert answer.status_code < 500, (address.name, sent)
                seen |= set(CODE.findall(answer.content.decode()))
    try_every_door(seen, targets)
    assert log_ins_of(targets) == before
    made = Account.objects.exclude(pk__in=[actor.pk, *before])
    assert not [a for a in made if a.is_active or a.has_usable_password()], "nor into one it made itself"
    if role != AccountRole.FUNC_BEHEER:
        assert not made and not Account.objects.filter(pk__in=list(before), is_active=False).exists()


def try_every_door(codes: set[str], targets: list[Account]) -> None:
    logins = [*Account.objects.values_list("login", flat=True)]
    pairs = [pair for pair in itertools.permutations([*codes, "AAAA-2222"], 2) if len(codes) < 5]
    for number, (login, (first, second)) in enumerate(itertools.product(logins, pairs)):
        visitor = Client(REMOTE_ADDR=f"10.1.{number // 250}.{number % 250}")
        sent = {"login": login, "first": first, "second": second, "password": TAKEN, "again": TAKEN}
        assert visitor.post(reverse("people:access"), sent).status_code == 200
    for number, code in enumerate(sorted(codes)):
        visitor = Client(REMOTE_ADDR=f"10.2.{number // 250}.{number % 250}")
        sent = {"code": code, "login": f"nieuw{number}", "password": TAKEN, "again": TAKEN}
        assert visitor.post(reverse("people:her_door"), sent).status_code == 200


# Every action with an account in it, who may do it, and to whom. A new one has to be put in its place here.
STAFF_HERE = "staff of the own municipality, not oneself"
EXPECTED: dict[str, tuple[str, str]] = {
    "stop_account": ("func_beheer", STAFF_HERE),
    "start_account": ("func_beheer", STAFF_HERE),
    "ask_account_change": ("func_beheer", STAFF_HERE),
    "make_own_half": ("", "after the yes of a team lead, see test_second_yes"),
    "answer_account_change": ("teamleider", "see test_second_yes"),
    "change_details": ("func_beheer", "details only, see test_account_details"),
    "ask_role": ("func_beheer", "see test_account_details"),
    "make_account_of_visitor": ("", "not logged in: the provider's signed answer, see tests/single_sign_on"),
    "take_role_of_visitor": ("", "not logged in: the provider's signed answer, see tests/single_sign_on"),
    "link_visitor": ("", "oneself only: it takes no account, see tests/single_sign_on"),
    "make_account": ("func_beheer", "somebody new, see test_accounts"),
    "choose_password": ("", "oneself only: it takes no account"),
    "end_session": ("", "oneself only: see test_own_account"),
    "end_other_sessions": ("", "oneself only: it takes no account"),
    "make_recovery_codes": ("", "oneself only: it takes no account"),
    "use_recovery_code": ("", "not logged in: half a log-in, see test_own_account"),
    "add_passkey": ("", "oneself only: it takes no account"),
    "remove_passkey": ("", "oneself only: see test_passkeys"),
    "open_access": ("", "not logged in: two halves, see test_second_yes"),
    "count_wrong_half": ("", "not logged in, changes a counter"),
    "open_her_door": ("", "not logged in: her code, see test_her_door"),
    "renew_her_door": ("", "not logged in: her code, see test_new_code"),
    "set_up_municipality": ("", "the server's command line"),
    "rescue_administrator": ("", "the server's command line"),
    "agree_at_the_server": ("", "the server's command line"),
    "invite": ("", "a case, see test_her_door"),
    "ask_new_code": ("", "a case, see test_new_code"),
    "answer_new_code": ("", "a case, see test_new_code"),
}
NOT_OF_ACCOUNTS = {"hand_over", "assign"}


def account_actions() -> dict[str, Any]:
    """Every action of people that may reach an account: by the cell of the matrix, or by an argument."""
    found = {}
    for module in pkgutil.iter_modules(people.__path__):
        loaded = importlib.import_module(f"veerkracht.web.people.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if not hasattr(function, "event") or name in NOT_OF_ACCOUNTS:
                continue
            takes = set(inspect.signature(function).parameters)
            cell = function.allow[1] if function.allow else ""
            if (
                cell in TOUCHES_ACCOUNTS
                or {"account", "account_id", "login"} & takes
                or function.allow is None
            ):
                found[name] = function
    return found


def test_every_action_on_accounts_is_in_the_table() -> None:
    assert account_actions().keys() == EXPECTED.keys()


BY_ID = [name for name, (_who, whom) in EXPECTED.items() if whom == STAFF_HERE]


@pytest.mark.parametrize("name", BY_ID)
def test_each_action_reaches_whom_it_may_and_nobody_else(name, targets, voorbeeld) -> None:
    for role in ROLES:
        actor = account(voorbeeld, f"actor-{role}", "Ada Actor", role)
        try_on_everybody(name, actor, [*targets, actor])


def try_on_everybody(name: str, actor: Account, targets: list[Account]) -> None:
    action, given = account_actions()[name], {"deed": "wachtwoord"} if name == "ask_account_change" else {}
    for target in targets:
        may = actor.role == EXPECTED[name][0] and target.municipality_id == actor.municipality_id
        if may and target != actor and target.role not in PERSONAL_ROLES:
            action(by=actor, account_id=target.pk, **given)
            Account.objects.filter(pk=target.pk).update(is_active=True)
        else:
            with pytest.raises(Http404):
                action(by=actor, account_id=target.pk, **given)
