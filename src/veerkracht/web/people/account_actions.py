"""Writes about accounts. Nobody reads a password back: a first one is shown once and has to be replaced."""

from __future__ import annotations

import secrets

from django.http import Http404

from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import PERSONAL_ROLES, Account
from .queries import account_of
from .second_factor import uncouple
from .second_yes import is_unmade, needs_second_yes, spend_yes

_SYLLABLES = [a + b for a in "bdgklmnprstvw" for b in "aeio"]


def _first_password() -> str:
    """Easy to read out, hard to guess: four pieces of six letters, some 55 bits."""
    pieces = ("".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(4))
    return "-".join(pieces)


def _account(by: Account, account_id: int) -> Account:
    """An account of the administrator's own municipality; never the own one: that takes a second person."""
    return account_of(account=by, account_id=account_id)


def with_first_password(account: Account) -> Account:
    password = _first_password()
    account.set_password(password)
    account.password_is_temporary = True
    account.save()
    account.first_password = password
    return account


@action("people.account_made", allow=("create", "gebruikersbeheer"))
def make_account(
    *, by: Account, login: str, name: str, role: str, phone: str = "", email: str = "", working_days: str = ""
) -> Account:
    """A new account; its `first_password` is to be told once and is nowhere afterwards.

    A klantmanager or team lead has none yet: the account is stopped until the team lead said yes (`open_account`).

    Raises:
        Http404: an account for the person who is guided, or somebody beside her: her own door is not the
            administrator's to hand out.
    """
    if role in PERSONAL_ROLES:
        raise Http404
    made = Account(
        municipality=by.municipality,
        login=login,
        name=name,
        role=role,
        phone=phone,
        email=email,
        working_days=working_days,
    )
    if not needs_second_yes(municipality_id=by.municipality_id, role=role):
        return with_first_password(made)
    made.is_active = False
    made.set_unusable_password()
    made.save()
    AccountRequest.objects.create(account=made, deed=AccountDeed.ACCOUNT, asked_by=by)
    return made


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def open_account(*, by: Account, account_id: int) -> Account:
    """The new account whose making the team lead agreed to, with its first password."""
    account = _account(by, account_id)
    spend_yes(by=by, account=account, deed=AccountDeed.ACCOUNT)
    account.is_active = True
    return with_first_password(account)


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def give_new_password(*, by: Account, account_id: int) -> Account:
    account = _account(by, account_id)
    spend_yes(by=by, account=account, deed=AccountDeed.PASSWORD)
    return with_first_password(account)


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def forget_second_factor(*, by: Account, account_id: int) -> Account:
    """The telephone is lost or new: the app is coupled again at the next log-in."""
    account = _account(by, account_id)
    spend_yes(by=by, account=account, deed=AccountDeed.APP)
    uncouple(account)
    return account


@action("people.account_changed", allow=("delete", "gebruikersbeheer"))
def stop_account(*, by: Account, account_id: int) -> Account:
    return _switch(_account(by, account_id), False)


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def start_account(*, by: Account, account_id: int) -> Account:
    account = _account(by, account_id)
    if is_unmade(account):
        raise Http404
    return _switch(account, True)


def _switch(account: Account, is_active: bool) -> Account:
    account.is_active = is_active
    account.save()
    return account


@action("people.password_chosen", allow=("update", "account_eigen"))
def choose_password(*, by: Account, password: str) -> Account:
    by.set_password(password)
    by.password_is_temporary = False
    by.save()
    return by
