"""She asks, the team lead decides with a reason, she spends and sees what is left; a receipt goes once looked at."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.budget import actions
from veerkracht.web.budget.domain import EntryRefused
from veerkracht.web.budget.forms import cents_of
from veerkracht.web.budget.models import BudgetEntry, BudgetWish, Proof
from veerkracht.web.budget.queries import budget_of
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.her_plan import her_plan
from veerkracht.web.record.models import Event
from veerkracht.web.record.scanning import Infected, ScannerAway

As = Callable[[Account], Client]
PDF = b"%PDF-1.7 de bon van de laptop %%EOF"


def url(name: str, case: Case, *numbers: int) -> str:
    return reverse(f"budget:{name}", args=[case.public_id, *numbers])


@pytest.fixture
def laptop(samira: Account, samira_case: Case) -> BudgetWish:
    wish: BudgetWish = actions.ask_wish(
        by=samira, case=samira_case, what="Een laptop", cost_cents=65_000, why="Voor mijn lessen"
    )
    return wish


def decided(marleen: Account, wish: BudgetWish, decision: str = "yes", **more: Any) -> BudgetWish:
    wish.refresh_from_db()
    given = {"cents": 0, "reason": "Zonder laptop kan het niet.", **more}
    row: BudgetWish = actions.decide_wish(
        by=marleen, wish_id=wish.pk, seen_version=wish.version, decision=decision, **given
    )
    return row


def test_she_asks_and_her_team_lead_reads_it_in_a_room_of_her_own(
    as_: As, samira, samira_case, marleen
) -> None:
    as_(samira).post(
        url("ask_wish", samira_case), {"what": "Een laptop", "cost_cents": "650", "why": "Lessen"}
    )
    wish = BudgetWish.objects.get()
    assert (wish.cost_cents, wish.decide_by) == (65_000, timezone.localdate() + dt.timedelta(days=14))
    waiting = as_(marleen).get(reverse("people:waiting_for_you")).content.decode()
    assert "Een laptop" in waiting and "€\u00a0650,00" in waiting and "Haddad" not in waiting
    page = as_(marleen).get(reverse("budget:decide_wish", args=[wish.pk])).content.decode()
    assert "Lessen" in page and samira_case.public_id in page and "Haddad" not in page
    assert as_(marleen).get(url("budget", samira_case)).status_code == 404


@pytest.mark.parametrize(
    ("decision", "amount", "granted"), [("yes", "", 65_000), ("partly", "400,50", 40_050), ("no", "", 0)]
)
def test_yes_part_and_no_come_with_a_reason_and_a_date(
    as_: As, samira, samira_case, marleen, laptop, decision, amount, granted
) -> None:
    typed = {
        "decision": decision,
        "cents": amount,
        "reason": "Omdat het zo is.",
        "seen_version": laptop.version,
    }
    page = as_(marleen).post(reverse("budget:decide_wish", args=[laptop.pk]), {**typed, "reason": ""})
    assert "Vul hier iets in" in page.content.decode()
    as_(marleen).post(reverse("budget:decide_wish", args=[laptop.pk]), {**typed, "again_on": "01-03-2027"})
    laptop.refresh_from_db()
    assert (laptop.decision, laptop.decided_by, laptop.reason) == (decision, marleen, "Omdat het zo is.")
    assert laptop.again_on == (None if decision == "yes" else dt.date(2027, 3, 1))
    assert BudgetEntry.objects.get().cents == granted
    hers = as_(samira).get(url("budget", samira_case)).content.decode()
    assert "Omdat het zo is." in hers and "Marleen Smits" in hers


def test_nobody_decides_on_what_was_asked_by_herself_and_nobody_else_decides(
    peter, marleen, samira, samira_case, bas, laptop
) -> None:
    for account in (samira, peter, bas):
        with pytest.raises(Http404):
            decided(account, laptop)
    BudgetWish.objects.filter(pk=laptop.pk).update(asked_by=marleen)
    with pytest.raises(Http404):
        decided(marleen, laptop)


def test_she_spends_and_sees_what_is_left(as_: As, samira, samira_case, marleen, laptop) -> None:
    typed = {"words": "Laptop, winkel", "cents": "629,95", "on": f"{timezone.localdate():%d-%m-%Y}"}
    before = as_(samira).post(url("spend", samira_case, laptop.pk), typed).content.decode()
    assert "er is nog geen besluit" in before and "Laptop, winkel" in before
    decided(marleen, laptop)
    as_(samira).post(url("spend", samira_case, laptop.pk), typed)
    page = as_(samira).get(url("budget", samira_case)).content.decode()
    assert "€\u00a020,05" in page
    more = as_(samira).post(url("spend", samira_case, laptop.pk), {**typed, "cents": "20,06"})
    assert "meer dan er over is: €\u00a020,05" in more.content.decode()
    assert BudgetEntry.objects.filter(kind="spent").count() == 1


def test_a_wrong_amount_is_corrected_and_stays_readable(
    as_: As, peter, samira, samira_case, marleen, laptop
) -> None:
    decided(marleen, laptop)
    line = actions.spend(
        by=samira, case=samira_case, wish_id=laptop.pk, cents=60_000, on=timezone.localdate(), words="Laptop"
    )
    as_(peter).post(url("correct", samira_case, line.pk), {"cents": "590", "words": "Tikfout"})
    page = as_(samira).get(url("budget", samira_case)).content.decode()
    assert "€\u00a0590,00" in page and "Tikfout" in page and "Eerst stond er €\u00a0600,00" in page
    budget = budget_of(case=samira_case, day=timezone.localdate())
    assert (budget.spent, budget.left) == (59_000, 6_000)


def test_less_than_was_spent_needs_a_decision_that_says_so(
    as_: As, samira, samira_case, marleen, laptop
) -> None:
    decided(marleen, laptop)
    actions.spend(by=samira, case=samira_case, wish_id=laptop.pk, cents=60_000, on=timezone.localdate())
    laptop.refresh_from_db()
    typed = {
        "decision": "partly",
        "cents": "500",
        "reason": "Het budget is op.",
        "seen_version": laptop.version,
    }
    page = as_(marleen).post(reverse("budget:decide_wish", args=[laptop.pk]), typed).content.decode()
    assert "al €\u00a0600,00 uitgegeven" in page and "Het budget is op." in page
    with pytest.raises(EntryRefused):
        decided(marleen, laptop, "partly", cents=50_000)
    as_(marleen).post(reverse("budget:decide_wish", args=[laptop.pk]), {**typed, "allows_shortage": "on"})
    assert budget_of(case=samira_case, day=timezone.localdate()).left == -10_000
    hers = as_(samira).get(url("budget", samira_case)).content.decode()
    assert "De gemeente draagt" in hers and "€\u00a0100,00" in hers and "Eerder" in hers


@pytest.fixture
def receipt(as_: As, samira: Account, samira_case: Case, marleen: Account, laptop: BudgetWish) -> BudgetEntry:
    decided(marleen, laptop)
    file = SimpleUploadedFile("bon.pdf", PDF, "application/pdf")
    day = f"{timezone.localdate():%d-%m-%Y}"
    typed = {"words": "Laptop", "cents": "600", "on": day, "proof": file}
    as_(samira).post(url("spend", samira_case, laptop.pk), typed)
    return BudgetEntry.objects.get(kind="spent")


def everything_stored() -> str:
    """Every cell of the tables of the budget, as the database holds them."""
    with connection.cursor() as cursor:
        cells = []
        for table in ("budget_proof", "budget_budgetentry", "budget_budgetwish"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


def test_the_file_is_gone_once_somebody_looked(as_: As, peter, samira, samira_case, receipt) -> None:
    assert Proof.objects.count() == 1 and base64.b64encode(PDF).decode() not in everything_stored()
    answer = as_(peter).get(url("proof", samira_case, receipt.pk))
    assert answer.content == PDF and answer["Cache-Control"] == "no-store"
    assert "attachment" in answer["Content-Disposition"]
    stored = len(everything_stored())
    as_(peter).post(url("check_proof", samira_case, receipt.pk))
    assert Proof.objects.count() == 0 and len(everything_stored()) < stored
    assert as_(peter).get(url("proof", samira_case, receipt.pk)).status_code == 404
    assert as_(samira).get(url("proof", samira_case, receipt.pk)).status_code == 404
    page = as_(samira).get(url("budget", samira_case)).content.decode()
    assert "Bon bekeken" in page and "Peter van Dongen" in page
    assert as_(peter).post(url("check_proof", samira_case, receipt.pk)).status_code == 404


def test_she_throws_it_away_herself_and_only_staff_says_it_was_looked_at(
    as_: As, peter, samira, samira_case, receipt
) -> None:
    assert as_(samira).post(url("check_proof", samira_case, receipt.pk)).status_code == 404
    assert as_(peter).post(url("remove_proof", samira_case, receipt.pk)).status_code == 404
    as_(samira).post(url("remove_proof", samira_case, receipt.pk))
    assert (
        not Proof.objects.exists()
        and "Bon erbij" in as_(samira).get(url("budget", samira_case)).content.decode()
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"<html>", "geen PDF of foto"), (b"%PDF-" + b"0" * 4_000_001, "te groot"), (b"", "leeg")],
)
def test_what_is_no_receipt_is_refused_and_nothing_typed_is_lost(
    as_: As, samira, samira_case, marleen, laptop, content, says
) -> None:
    decided(marleen, laptop)
    file = SimpleUploadedFile("bon.pdf", content, "application/pdf")
    typed = {"words": "Laptop", "cents": "600", "on": f"{timezone.localdate():%d-%m-%Y}", "proof": file}
    page = as_(samira).post(url("spend", samira_case, laptop.pk), typed).content.decode()
    assert says in page and 'value="600"' in page
    assert not BudgetEntry.objects.filter(kind="spent").exists()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (Infected(), "In dit bestand zit misschien een virus."),
        (ScannerAway(), "Wij kunnen dit bestand nu niet nakijken."),
    ],
)
def test_what_the_virus_scanner_does_not_pass_is_not_kept(
    as_: As, samira, samira_case, marleen, laptop, monkeypatch, error, says
) -> None:
    decided(marleen, laptop)

    def scan(self: Any, content: bytes) -> None:
        raise error

    monkeypatch.setattr("veerkracht.web.record.scanning.NoScanner.scan", scan)
    file = SimpleUploadedFile("bon.pdf", PDF, content_type="application/pdf")
    typed = {"words": "Laptop, tweedehands", "cents": "479,95", "on": "01-11-2026", "proof": file}
    page = as_(samira).post(url("spend", samira_case, laptop.pk), typed).content.decode()
    assert says in page and "Laptop, tweedehands" in page
    assert not Proof.objects.exists() and not BudgetEntry.objects.filter(kind="spent").exists()


def test_a_second_decision_leaves_the_first_readable_with_what_she_said(
    as_: As, samira, samira_case, marleen, laptop
) -> None:
    again = timezone.localdate() + dt.timedelta(days=90)
    no = decided(marleen, laptop, "no", reason="Nu niet.", again_on=again)
    actions.answer_decision(
        by=samira, case=samira_case, wish_id=no.pk, seen_version=no.version, her_words="Jammer, ik leer nu."
    )
    decided(marleen, laptop, "yes", reason="Nu wel.")
    page = as_(samira).get(url("budget", samira_case)).content.decode()
    for words in ("Nu wel.", "Nu niet.", "Jammer, ik leer nu.", f"{again:%Y}"):
        assert words in page, words
    assert page.index("Nu wel.") < page.index("Nu niet.")


def test_without_a_team_lead_the_page_says_so_and_it_waits_at_who_appoints_one(
    as_: As, peter, samira, samira_case, marleen, laptop, func_beheer
) -> None:
    Account.objects.filter(pk=marleen.pk).update(is_active=False)
    assert (
        "Uw gemeente heeft nu geen teamleider" in as_(peter).get(url("budget", samira_case)).content.decode()
    )
    assert (
        "De gemeente moet iemand aanwijzen." in as_(samira).get(url("budget", samira_case)).content.decode()
    )
    page = as_(func_beheer).get(reverse("people:waiting_for_you")).content.decode()
    assert "Er wacht 1 vraag op een besluit, en er is geen teamleider." in page and "laptop" not in page


def test_a_late_answer_is_theirs_and_stands_on_her_plan(as_: As, samira, samira_case, laptop) -> None:
    past = timezone.localdate() - dt.timedelta(days=3)
    BudgetWish.objects.filter(pk=laptop.pk).update(decide_by=past)
    late = her_plan(case=samira_case, day=timezone.localdate()).late_answers
    assert [(answer.what, answer.days_late) for answer in late] == [("Een laptop", 3)]
    assert "De gemeente is te laat" in as_(samira).get(url("budget", samira_case)).content.decode()


def test_she_changes_and_takes_back_until_it_is_decided(
    as_: As, samira, samira_case, marleen, laptop
) -> None:
    typed = {"what": "Een laptop en tas", "cost_cents": "700", "seen_version": laptop.version}
    as_(samira).post(url("change_wish", samira_case, laptop.pk), typed)
    laptop.refresh_from_db()
    assert laptop.cost_cents == 70_000
    conflict = as_(samira).post(url("change_wish", samira_case, laptop.pk), {**typed, "seen_version": 1})
    assert conflict.status_code == 409
    other: BudgetWish = actions.ask_wish(by=samira, case=samira_case, what="Fiets", cost_cents=100)
    as_(samira).post(url("withdraw_wish", samira_case, other.pk), {"seen_version": other.version})
    assert not BudgetWish.objects.filter(pk=other.pk).exists()
    decided(marleen, laptop)
    assert as_(samira).post(url("withdraw_wish", samira_case, laptop.pk)).status_code == 404


def test_a_colleague_and_another_municipality_see_nothing(as_: As, aylin, bas, samira_case, laptop) -> None:
    for account in (aylin, bas):
        assert as_(account).get(url("budget", samira_case)).status_code == 404


def test_each_write_is_one_event_without_content(samira_case, marleen, laptop) -> None:
    decided(marleen, laptop)
    events = list(
        Event.objects.filter(kind__startswith="budget.").order_by("pk").values_list("kind", "case_id")
    )
    assert events == [("budget.wish_asked", samira_case.pk), ("budget.decided", samira_case.pk)]
    assert "laptop" not in everything_stored().casefold()


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("650", 65_000),
        ("€ 1.234,50", 123_450),
        ("650 euro", 65_000),
        ("15.10", 1_510),
        ("20,-", 2_000),
        ("0,5", 50),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["", "-5", "1,234", "12.3456", "tien", "1e5", "٣"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        cents_of(text)
