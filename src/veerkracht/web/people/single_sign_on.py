"""Accounts of people who come in by the municipality's own log-in."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404

from .acting import action
from .models import Account, Municipality, SingleSignOnLink
from .oidc import Visitor


def account_of_visitor(visitor: Visitor) -> Account | None:
    """Whose account this is, by the provider's own unchanging name; never by a name that somebody can change."""
    link = SingleSignOnLink.objects.filter(issuer=visitor.issuer, subject=visitor.subject)
    matched = link.select_related("account").first()
    return matched.account if matched else None


def login_is_taken(visitor: Visitor) -> bool:
    return Account.objects.filter(login=visitor.login).exists()


# No cell of the matrix: whoever does this is not logged in yet. The provider's signed answer is the ground: it is the
# municipality's own list of who works there, and more than one person keeps it.
@action("people.single_sign_on_made", allow=None)
def make_account_of_visitor(*, by: None, visitor: Visitor) -> Account:
    """An account for somebody of the municipality who comes in for the first time.

    Raises:
        Http404: the log-in name or the person is known already, or the municipality of the settings is not there.
    """
    municipality = Municipality.objects.filter(slug=settings.OIDC_MUNICIPALITY).first()
    if municipality is None or login_is_taken(visitor) or account_of_visitor(visitor):
        raise Http404
    account = Account(login=visitor.login, name=visitor.name, role=visitor.role, municipality=municipality)
    account.set_unusable_password()
    account.save()
    SingleSignOnLink.objects.create(account=account, issuer=visitor.issuer, subject=visitor.subject)
    return account


@action("people.single_sign_on_role", allow=None)
def take_role_of_visitor(*, by: None, account: Account, visitor: Visitor) -> Account:
    """The role the municipality gives this person now."""
    account.role = visitor.role
    account.save()
    return account


@action("people.single_sign_on_linked", allow=("update", "account_eigen"))
def link_visitor(*, by: Account, visitor: Visitor) -> Account:
    """Tie one's own account, made before there was single sign-on, to the municipality's log-in.

    Raises:
        Http404: not staff of that municipality, or one of the two is tied already.
    """
    ours = by.is_staff_member and by.municipality.slug == settings.OIDC_MUNICIPALITY
    if not ours or hasattr(by, "single_sign_on") or account_of_visitor(visitor):
        raise Http404
    SingleSignOnLink.objects.create(account=by, issuer=visitor.issuer, subject=visitor.subject)
    return by
