"""Writes about accounts. Nobody but its owner ever knows a password, not even the first one."""

from __future__ import annotations

from django.http import Http404

from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import PERSONAL_ROLES, Account, AccountRole
from .queries import account_of
from .second_yes import guides_somebody, is_unmade, open_requests
from .sessions import end_sessions


@action("people.account_made", allow=("create", "gebruikersbeheer"))
def make_account(
    *, by: Account, login: str, name: str, role: str, phone: str = "", email: str = "", working_days: str = ""
) -> Account:
    """A new account without a password, stopped until the team lead said yes and the colleague used the code.

    Raises:
        Http404: an account for the person who is guided, or somebody beside her: her own door is not the
            administrator's to hand out.
    """
    if role in PERSONAL_ROLES:
        raise Http404
    account = Account(
        municipality=by.municipality,
        login=login,
        name=name,
        role=role,
        phone=phone,
        email=email,
        working_days=working_days,
        is_active=False,
    )
    account.set_unusable_password()
    account.save()
    AccountRequest.objects.create(account=account, deed=AccountDeed.ACCOUNT, asked_by=by)
    return account


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def change_details(
    *, by: Account, account_id: int, name: str, phone: str, email: str, working_days: str
) -> Account:
    """What stands on letters and in lists. Nothing in it opens anything: no second yes."""
    account = account_of(account=by, account_id=account_id)
    account.name, account.phone, account.email, account.working_days = name, phone, email, working_days
    account.save(update_fields=["name", "phone", "email", "working_days"])
    return account


@action("people.role_asked", allow=("update", "gebruikersbeheer"))
def ask_role(*, by: Account, account_id: int, role: str) -> Account:
    """Ask the team lead for another role; an earlier question about the role is taken back.

    Raises:
        Http404: not a role of staff, the role it has already, or people are still assigned to a klantmanager.
    """
    account = account_of(account=by, account_id=account_id)
    if role not in AccountRole.values or role in (*PERSONAL_ROLES, account.role) or guides_somebody(account):
        raise Http404
    open_requests(account=account).filter(deed=AccountDeed.ROLE).update(is_agreed=False)
    AccountRequest.objects.create(account=account, deed=AccountDeed.ROLE, asked_by=by, wanted_role=role)
    return account


@action("people.account_changed", allow=("delete", "gebruikersbeheer"))
def stop_account(*, by: Account, account_id: int) -> Account:
    """No log-in any more; what was asked for this account and not done yet is refused."""
    account = account_of(account=by, account_id=account_id)
    open_requests(account=account).update(is_agreed=False)
    end_sessions(account)
    return _switch(account, False)


@action("people.account_changed", allow=("update", "gebruikersbeheer"))
def start_account(*, by: Account, account_id: int) -> Account:
    account = account_of(account=by, account_id=account_id)
    if is_unmade(account):
        raise Http404
    return _switch(account, True)


def _switch(account: Account, is_active: bool) -> Account:
    account.is_active = is_active
    account.save()
    return account


@action("people.password_chosen", allow=("update", "account_eigen"))
def choose_password(*, by: Account, password: str, own_key: str) -> Account:
    """A new password; every session but the one that asks ends."""
    by.set_password(password)
    by.save()
    end_sessions(by, but=own_key)
    return by
