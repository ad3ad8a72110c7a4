"""Carla of a partner organisation with a log-in, Karin of the debt help without one, and a promise to share."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from veerkracht.web.chain import link_actions
from veerkracht.web.chain.models import Helper
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Promise

from .doing import SOON, add, share


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.MAIL_FROM, settings.PUBLIC_ADDRESS = "a@voorbeeld.nl", "https://overzicht.voorbeeld.nl"


@pytest.fixture
def carla(others: dict[str, Account]) -> Account:
    return others["keten"]


@pytest.fixture
def partner(peter: Account, samira_case: Case, carla: Account) -> Helper:
    return add(peter, samira_case, name="Carla Maas", account_id=carla.pk)


@pytest.fixture
def karin(peter: Account, samira_case: Case) -> Helper:
    return add(peter, samira_case, name="Karin Bos", email="karin@schuldhulp.example")


@pytest.fixture
def promise(peter: Account, samira_case: Case) -> Promise:
    made: Promise = plan_actions.make_promise(
        by=peter,
        case=samira_case,
        owner="partner_organisation",
        owner_name="De schuldhulp",
        what="Stopt de incasso.",
        due_on=timezone.localdate() + SOON,
    )
    plan_actions.make_promise(
        by=peter, case=samira_case, owner="municipality", what="Iets dat geheim blijft."
    )
    return made


@pytest.fixture
def linked(
    karin: Helper, samira: Account, peter: Account, promise: Promise, django_capture_on_commit_callbacks
):  # type: ignore[no-untyped-def]
    """Karin's link, as it stands in the mail she got."""
    row = share(samira, karin, f"promise:{promise.pk}", "money")
    with django_capture_on_commit_callbacks(execute=True):
        link_actions.send_link(by=peter, case=karin.case, helper_id=karin.pk)
    found = re.search(r"/stuk/[\w-]+/", mail.outbox[-1].body)
    assert found and mail.outbox[-1].to == ["karin@schuldhulp.example"]
    return found[0], row
