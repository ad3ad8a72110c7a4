"""Ilse hears; fifty generated mothers of her municipality give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import account, case_of
from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.signals import actions
from veerkracht.web.signals.models import Ticket

WORDS = {"ring": "exo", "seed": "", "helps": "", "hours": None, "euros": None, "hearer": "department"}


@pytest.fixture
def ilse(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "ilse", "Ilse Brouwer", "beleid")


@pytest.fixture
def fifty(voorbeeld: Municipality, peter: Account) -> list[Case]:
    """Generated: one number for a name."""
    mothers = [account(voorbeeld, f"moeder{n}", f"Moeder {n}", "moeder") for n in range(50)]
    return [case_of(mother, peter, f"Gegenereerd{n}", f"Achternaam{n}") for n, mother in enumerate(mothers)]


@pytest.fixture
def give() -> Callable[..., Ticket]:
    def hand_in(by: Account, case: Case | None, wrong: str, **more: Any) -> Ticket:
        given = {**WORDS, "hearer_name": "", "tell": True, "wrong": wrong, **more}
        return actions.hand_in(by=by, case=case, **given)

    return hand_in


@pytest.fixture
def read_all(aylin: Account) -> Callable[[], None]:
    """A colleague reads over everything that waits."""

    def read() -> None:
        for ticket in Ticket.objects.filter(stage="reading"):
            seen = {"ticket_id": ticket.pk, "seen_version": ticket.version}
            actions.read_over(by=aylin, **seen, goes=True, remark="")

    return read
