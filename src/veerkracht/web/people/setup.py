"""The one write that nobody is logged in for: a municipality and its first administrator."""

from __future__ import annotations

from django.utils.text import slugify
from django.utils.translation import gettext as _t

from .account_actions import with_first_password
from .acting import action
from .models import Account, AccountRole, Municipality, plain


@action("people.municipality_made", allow=None)
def set_up_municipality(*, by: None, municipality_name: str, phone: str, login: str, name: str) -> Account:
    """Make both; the account carries its `first_password`, to be told once.

    Raises:
        ValueError: the municipality or the log-in name is there already.
    """
    slug = slugify(municipality_name)
    if not slug or Municipality.objects.filter(slug=slug).exists():
        raise ValueError(_t("Deze gemeente is er al, of de naam is leeg."))
    if Account.objects.filter(login=plain(login)).exists():
        raise ValueError(_t("Deze inlognaam bestaat al. Kies een andere."))
    municipality = Municipality.objects.create(name=municipality_name, slug=slug, phone=phone)
    account = Account(municipality=municipality, login=plain(login), name=name, role=AccountRole.FUNC_BEHEER)
    return with_first_password(account)
