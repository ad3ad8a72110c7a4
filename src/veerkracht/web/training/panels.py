"""What training shows elsewhere: its tab, a row on her own pages, the answers that are owed, and what moves along."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.plan.owed_answers import OwedAnswer
from veerkracht.web.ui.slots import Link

from .models import EarlierStudy, TrainingRoute, TrainingWish
from .queries import waiting_routes


def training_tab(account: Account) -> tuple[str, str, str, str]:
    label = _t("Wat ik wil leren") if is_hers(account) else _t("Opleiding")
    return (label, "school", "training:training", "opleiding")


def training_row(*, case: Case) -> Link:
    return Link(_t("Wat ik wil leren"), reverse("training:training", args=[case.public_id]), "school")


def owed(*, case: Case) -> list[OwedAnswer]:
    return [
        OwedAnswer(what=route.name, due_on=route.decide_by)
        for route in waiting_routes(case=case)
        if route.decide_by is not None
    ]


def join_trainings(keep: Case, double: Case) -> None:
    """Routes and earlier study stand in one list; the wish moves where there is none yet."""
    move_rows(TrainingWish, keep=keep, double=double)
    for model in (EarlierStudy, TrainingRoute):
        move_rows(model, keep=keep, double=double, is_list=True)


def undecided(case: Case, day: object) -> str | None:
    """What is still asked when somebody closes the case."""
    if not waiting_routes(case=case):
        return None
    return _t("Er wacht nog een opleiding op een besluit.")
