"""What the budget shows elsewhere: its tab, a row on her own pages, the answers that are owed, and what moves along."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.plan.owed_answers import OwedAnswer
from veerkracht.web.ui.slots import Link

from .models import BudgetWish
from .queries import waiting_wishes


def budget_tab(account: Account) -> tuple[str, str, str, str]:
    label = _t("Mijn budget") if is_hers(account) else _t("Eigen budget")
    return (label, "wallet", "budget:budget", "eigen_budget")


def budget_row(*, case: Case) -> Link:
    return Link(_t("Mijn budget"), reverse("budget:budget", args=[case.public_id]), "wallet")


def owed(*, case: Case) -> list[OwedAnswer]:
    return [
        OwedAnswer(what=wish.what, due_on=wish.decide_by)
        for wish in waiting_wishes(case=case)
        if wish.decide_by is not None
    ]


def join_budgets(keep: Case, double: Case) -> None:
    """Every wish stands in one budget, with its decision and what was spent."""
    move_rows(BudgetWish, keep=keep, double=double, is_list=True)


def undecided(case: Case, day: object) -> str | None:
    """What is still asked when somebody closes the case."""
    if not waiting_wishes(case=case):
        return None
    return _t("Er wacht nog een wens voor het eigen budget op een besluit.")
