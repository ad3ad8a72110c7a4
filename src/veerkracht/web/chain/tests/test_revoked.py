"""AUT-04: whatever ends (a share, a link, a handover, an assignment, a log-in) is denied on the next request.

The browsers stay logged in the whole time and the cache is on. PRV-04 of the chain: nothing of a case leaves it for
those who assess an income.
"""

from __future__ import annotations

import ast
import datetime as dt
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import veerkracht.web
from veerkracht.web.chain import handover_actions, share_actions
from veerkracht.web.chain.models import Handover, Helper
from veerkracht.web.people.models import Account, Assignment, Case

from .doing import As, code_for, share

End = Callable[[], None]


def test_revoked_is_denied_on_the_next_request_of_every_way_in(
    as_: As, samira, peter, joke, carla, partner, karin, linked, django_capture_on_commit_callbacks
) -> None:
    """A partner, a link, a receiver, a stand-in and a partner whose log-in was taken off her list."""
    link, _row = linked
    by_link = Client()
    code = code_for(by_link, link, django_capture_on_commit_callbacks)
    by_link.post(f"{link}code/", {"code": code})
    partners, stand_in = as_(carla), as_(joke)
    case = partner.case
    pieces = reverse("chain:pieces", args=[partner.pk])
    ways = {
        "share": (partners, pieces),
        "link": (by_link, reverse("chain:link_opened")),
        "assignment": (stand_in, reverse("chain:around", args=[case.public_id])),
        "log-in": (partners, pieces),
    }
    ends = {
        "share": lambda: _withdraw_all(samira, partner),
        "link": lambda: _withdraw_all(samira, karin),
        "assignment": lambda: _end_assignment(joke, case),
        "log-in": lambda: _take_off_the_log_in(partner),
    }
    share(samira, partner, "money")
    for name, (browser, page) in ways.items():
        if name == "log-in":
            share(samira, partner, "money")
        assert browser.get(page).status_code == 200, name
        began = time.monotonic()
        ends[name]()
        assert browser.get(page).status_code == 404, name
        assert time.monotonic() - began < 5, "one second on a quiet machine"


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.long)])
def test_random_revocations(as_: As, samira, peter, carla, partner, promise, count: int) -> None:
    """Shares and handovers in turn, as it comes."""
    browser, chance = as_(carla), random.Random(count)
    pieces = reverse("chain:pieces", args=[partner.pk])
    for _ in range(count):
        if chance.random() < 0.5:
            for _each in range(chance.randint(1, 2)):
                share(samira, partner, chance.choice(["money", "timetable"]))
            page, end = pieces, lambda: _withdraw_all(samira, partner)
        else:
            row = _offered(peter, samira, partner)
            page = reverse("chain:received", args=[row.pk])
            end = _taking_back(samira, row) if chance.random() < 0.5 else _stopping(peter, row)
        assert browser.get(page).status_code == 200
        began = time.monotonic()
        end()
        assert browser.get(page).status_code == 404
        assert time.monotonic() - began < 5, "one second on a quiet machine"


def _withdraw_all(samira: Account, helper: Helper) -> None:
    for row in helper.shares.filter(state="given"):
        share_actions.withdraw(by=samira, case=helper.case, share_id=row.pk, seen_version=row.version)


def _end_assignment(joke: Account, case: Case) -> None:
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    Assignment.objects.filter(account=joke, case=case).update(ends_on=yesterday)


def _take_off_the_log_in(partner: Helper) -> None:
    Helper.objects.filter(pk=partner.pk).update(account=None)


def _offered(peter: Account, samira: Account, partner: Helper) -> Handover:
    made = handover_actions.make_handover(by=peter, case=partner.case, topic="Hulp", to_helper_id=partner.pk)
    given = {"case": partner.case, "handover_id": made.pk, "seen_version": made.version}
    done: Handover = handover_actions.release(by=samira, **given)
    return done


def _taking_back(samira: Account, row: Handover) -> End:
    given = {"case": row.case, "handover_id": row.pk, "seen_version": row.version}
    return lambda: handover_actions.take_back(by=samira, **given)


def _stopping(peter: Account, row: Handover) -> End:
    given = {"case": row.case, "handover_id": row.pk, "seen_version": row.version}
    return lambda: handover_actions.stop_handover(by=peter, **given)


WEB = Path(veerkracht.web.__file__).parent
# Ways by which anything leaves this program for a machine of somebody else.
OUT = ("smtplib", "requests", "httpx", "urllib.request", "http.client", "socket", "ftplib", "paramiko")


def _imports(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return names


def test_no_module_of_the_chain_or_the_plan_opens_a_way_out_of_its_own() -> None:
    """PRV-04, over the source: what holds content of a case has no client of any network; a letter goes by the gate."""
    content = [
        path
        for place in ("chain", "plan", "map", "guide", "purse", "facts")
        for path in (WEB / place).rglob("*.py")
    ]
    assert len(content) > 100
    ways = {
        str(path.relative_to(WEB)): sorted(
            name for name in _imports(path) if name in OUT or name.startswith("django.core.mail")
        )
        for path in content
        if "tests" not in path.parts
    }
    assert {path: names for path, names in ways.items() if names} == {}


def test_nobody_of_income_and_enforcement_reads_what_the_chain_made(
    as_: As, samira, partner, promise, others: dict[str, Account]
) -> None:
    """PRV-04, over HTTP: every address of the chain, as somebody who assesses an income, for a case full of it."""
    from veerkracht.web.chain.urls import urlpatterns

    share(samira, partner, "money", "timetable", f"promise:{promise.pk}")
    browser = as_(others["inkomen_handhaving"])
    numbers = {"public_id": partner.case.public_id, "token": "A" * 22, "step": "accept"}
    asked = 0
    for pattern in urlpatterns:
        names = pattern.pattern.converters
        values = {name: numbers.get(name, 1) for name in names}
        if pattern.name in ("calendar", "calendar_file", "stop_feed"):
            continue  # her or his own calendar: no case in it
        answer = browser.get(reverse(f"chain:{pattern.name}", kwargs=values))
        asked += 1
        assert answer.status_code in (403, 404, 405, 302) or pattern.name in ("link", "link_code"), (
            pattern.name
        )
        assert "Stopt de incasso" not in answer.content.decode() and "Samira" not in answer.content.decode()
    assert asked > 40
