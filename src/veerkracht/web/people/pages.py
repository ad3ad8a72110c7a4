"""What every page of one person has: her name, the tabs the capabilities supply, and the right frame for who looks."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.ui.slots import Link, filled

from .authorize import authorize
from .doors import SignedInRequest
from .models import Account, AccountRole, Case
from .queries import children_in_words


def is_hers(account: Account) -> bool:
    """She looks herself: her own frame, `je` instead of `u`."""
    return account.role == AccountRole.MOEDER


def case_page(request: SignedInRequest, case: Case, *, tab: str, **context: Any) -> dict[str, Any]:
    """The context of a page about one person.

    Args:
        tab: the url name of the tab this page belongs to.
    """
    hers = is_hers(request.user)
    day = timezone.localdate()
    children = [(c.first_name, c.born_on) for c in case.household.children.all()]
    return {
        "case": case,
        "case_children": children_in_words(children, day),
        "hers": hers,
        "layout": "ui/mine.html" if hers else "ui/case.html",
        "tabs": tabs_of(request.user, case, tab),
        "bars": [] if hers else filled("case_bar", case=case, account=request.user),
        "today": day,
        **context,
    }


def tabs_of(account: Account, case: Case, current: str) -> list[Link]:
    """The tabs this account may open; a capability fills `case_tabs` with (label, icon, url name, kind)."""
    links = []
    for label, icon, url_name, kind in filled("case_tabs", account=account):
        if authorize(account, "read", kind, case=case):
            links.append(Link(label, reverse(url_name, args=[case.public_id]), icon, url_name == current))
    return links


def first_tab(account: Account) -> tuple[str, str, str, str]:
    return (
        _t("Over mij") if is_hers(account) else _t("Overzicht"),
        "user",
        "people:case",
        "persoonsgegevens_kern",
    )


def changes_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Wat veranderde"), "history", "people:history", "zaakverloop")


def looked_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Wie keek"), "eye", "people:who_looked", "auditlog")
