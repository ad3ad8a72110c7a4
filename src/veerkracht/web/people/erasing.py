"""The last rows of somebody who is erased: the case, the children nobody else has, and her log-in."""

from __future__ import annotations

import datetime as dt

from .models import Account, AccountRole, Case, Child, Household, Municipality


def case_with(*, case_id: int, public_id: str) -> Case | None:
    """A case by both its numbers, whatever its standing; None when it is not there (any more)."""
    return Case.objects.filter(pk=case_id, public_id=public_id).first()


def case_numbers(*, case: Case) -> list[int]:
    """This case and those that were joined to it."""
    return [case.pk, *Case.objects.filter(merged_into=case).order_by("pk").values_list("pk", flat=True)]


def erase_person(*, case: Case) -> int:
    """Part of an erasure: nothing of her own tables stays. Children stay with a partner who has a case of his own."""
    count = 0
    ids = case_numbers(case=case)
    households = set(Case.objects.filter(pk__in=ids).values_list("household", flat=True))
    accounts = set(Case.objects.filter(pk__in=ids).exclude(account=None).values_list("account", flat=True))
    count += Case.objects.filter(pk__in=ids).delete()[1].get("people.Case", 0)
    for household in households:
        if not Case.objects.filter(household=household).exists():
            count += Child.objects.filter(household=household).delete()[0]
            Household.objects.filter(pk=household).delete()
    hers = Account.objects.filter(pk__in=accounts, role=AccountRole.MOEDER)
    count += hers.count()
    # Her sessions lead to nobody from here on. They are of the journal: touching them would wait for our own lock.
    hers.delete()
    return count


def removed_before(*, day: dt.date) -> list[Case]:
    """Who was taken off as a mistake before this day."""
    return list(Case.objects.filter(removed_on__lt=day).order_by("pk"))


def closed_cases(*, municipality_id: int) -> list[Case]:
    """Every closed case that was not joined to another one."""
    rows = Case.objects.filter(municipality=municipality_id, merged_into=None).exclude(closed_on=None)
    return list(rows.order_by("pk"))


def all_cases(*, municipality_id: int) -> list[Case]:
    return list(Case.objects.filter(municipality=municipality_id, merged_into=None).order_by("pk"))


def municipality_ids() -> list[int]:
    return list(Municipality.objects.order_by("pk").values_list("pk", flat=True))
