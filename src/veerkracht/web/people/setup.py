"""Writes that nobody is logged in for: whoever runs the server makes the first account, or rescues an administrator."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext as _t

from .access_code import new_half
from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import Account, AccountRole, Municipality, plain
from .second_yes import is_unmade


@action("people.municipality_made", allow=None)
def set_up_municipality(
    *, by: None, municipality_name: str, phone: str, login: str, name: str
) -> AccountRequest:
    """Make the municipality and its first administrator; the request carries both halves of the code, to tell once.

    Raises:
        ValueError: the municipality or the log-in name is there already.
    """
    slug = slugify(municipality_name)
    if not slug or Municipality.objects.filter(slug=slug).exists():
        raise ValueError(_t("Deze gemeente is er al, of de naam is leeg."))
    if Account.objects.filter(login=plain(login)).exists():
        raise ValueError(_t("Deze inlognaam bestaat al. Kies een andere."))
    municipality = Municipality.objects.create(name=municipality_name, slug=slug, phone=phone)
    account = Account(
        municipality=municipality,
        login=plain(login),
        name=name,
        role=AccountRole.FUNC_BEHEER,
        is_active=False,
    )
    account.set_unusable_password()
    account.save()
    return _whole_code(account, AccountDeed.ACCOUNT)


@action("people.administrator_rescued", allow=None)
def rescue_administrator(*, by: None, account: Account) -> AccountRequest:
    """Both halves of a code for an administrator who cannot get in: a new password, and the app coupled again.

    Raises:
        ValueError: it is no administrator, or the account was stopped by a colleague.
    """
    if account.role != AccountRole.FUNC_BEHEER:
        raise ValueError(
            _t(
                "Dit is geen functioneel beheerder. Voor een collega vraagt de beheerder een code onder Accounts."
            )
        )
    unmade = is_unmade(account)
    if not (account.is_active or unmade):
        raise ValueError(_t("Dit account is gestopt. Een andere beheerder kan het weer starten."))
    AccountRequest.objects.filter(account=account, done_at=None).update(is_agreed=False)
    return _whole_code(account, AccountDeed.ACCOUNT if unmade else AccountDeed.APP)


def _whole_code(account: Account, deed: AccountDeed) -> AccountRequest:
    (first, first_hash), (second, second_hash) = new_half(), new_half()
    row = AccountRequest.objects.create(
        account=account, deed=deed, is_agreed=True, asker_half=first_hash, agreer_half=second_hash
    )
    row.half = f"{first} {second}"
    return row
