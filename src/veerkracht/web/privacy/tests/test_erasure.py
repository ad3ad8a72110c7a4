"""Erased is erased: everywhere, after a second yes, and after an older backup is put back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide.models import AgendaPoint
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.models import Account, Case, Child
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import FixedPlan, Plan
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.privacy import actions
from veerkracht.web.privacy.erasure import apply_tombstones
from veerkracht.web.privacy.models import DataRequest
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.record.models import Event


@pytest.fixture(autouse=True)
def register(settings, tmp_path) -> Path:
    settings.TOMBSTONES = str(tmp_path / "register" / "tombstones.jsonl")
    return Path(settings.TOMBSTONES)


@pytest.fixture
def lived(peter, samira, samira_case) -> Case:
    given = {"by": peter, "case": samira_case}
    plan_actions.write_wish(**given, wish="Kanarie één.", seen_version=1)
    plan_actions.make_promise(**given, owner="municipality", what="Kanarie twee.")
    text = plan_of(case=samira_case, day=timezone.localdate()).text
    plan_actions.fix_plan(**given, shown_hash=text.hash)
    map_actions.add_node(**given, name="Kanarie drie", ring="micro")
    purse_actions.tell(**given, part="wonen", answers={"huur": 700.0}, seen_version=1)
    day = timezone.localdate()
    AgendaPoint.objects.create(case=samira_case, words="Kanarie vier.", author=peter, noted_on=day)
    return samira_case


def numbers_left(case_id: int) -> dict[str, int]:
    """Every table with a column that leads straight to the case, and how many rows still do."""
    left = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            names = {c.name for c in connection.introspection.get_table_description(cursor, table)}
            if "case_id" in names:
                cursor.execute(f'SELECT count(*) FROM "{table}" WHERE case_id = %s', [case_id])  # noqa: S608
                left[table] = cursor.fetchone()[0]
    return {table: count for table, count in left.items() if count}


def decide(as_, who, **sent):
    return as_(who).post(reverse("privacy:decide", args=[DataRequest.objects.get().pk]), sent)


def test_everything_goes_and_one_line_stays(as_, marleen, peter, samira, lived):
    number, household = lived.pk, lived.household_id
    actions.ask(by=peter, case=lived, kind="erasure")
    answer = decide(as_, marleen, decision="agreed", number=lived.public_id)
    assert answer.status_code == 302
    assert not Case.objects.filter(pk=number).exists() and not Account.objects.filter(pk=samira.pk).exists()
    assert not Child.objects.filter(household=household).exists()
    left = numbers_left(number)
    assert set(left) <= {"record_event", "record_reading"}
    kinds = set(Event.objects.filter(case_id=number).values_list("kind", flat=True))
    assert kinds <= {"privacy.erased", "privacy.decided"}
    request = DataRequest.objects.get()
    assert request.case_id is None and request.decision == "agreed", "the answer itself stays"


def test_part_keeps_what_the_law_keeps(as_, marleen, samira, lived):
    actions.ask(by=samira, case=lived, kind="erasure")
    sent = {"decision": "part", "reason": "Het plan moet blijven.", "number": lived.public_id}
    assert decide(as_, marleen, **sent).status_code == 302
    left = set(numbers_left(lived.pk))
    assert FixedPlan.objects.filter(plan__case=lived).exists() and Plan.objects.get(case=lived).wish
    assert not left & {"map_node", "purse_partanswers", "guide_agendapoint"}
    assert as_(samira).get(reverse("people:case", args=[lived.public_id]), follow=True).status_code == 200


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"decision": "agreed", "number": ""}, "niet het dossiernummer"),
        ({"decision": "agreed", "number": "ZZZZZZZZ"}, "niet het dossiernummer"),
        ({"decision": "part", "reason": ""}, "recht op de reden"),
        ({"decision": ""}, "Kies een van de mogelijkheden"),
    ],
)
def test_a_slip_of_the_hand_erases_nobody(as_, marleen, samira, lived, sent, says):
    actions.ask(by=samira, case=lived, kind="erasure")
    answer = decide(as_, marleen, **sent)
    assert answer.status_code == 200 and says in answer.content.decode()
    assert Case.objects.filter(pk=lived.pk).exists()


def test_while_an_objection_runs_nobody_is_erased(as_, marleen, peter, samira, lived):
    actions.ask(by=samira, case=lived, kind="erasure")
    actions.hold(by=peter, case=lived, reason="Bezwaar over de bijstand")
    assert (
        "bezwaar of beroep"
        in decide(as_, marleen, decision="agreed", number=lived.public_id).content.decode()
    )
    with pytest.raises(Http404):
        actions.decide(by=marleen, request_id=DataRequest.objects.get().pk, decision="agreed")
    assert Case.objects.filter(pk=lived.pk).exists()


def test_a_partner_keeps_the_children(as_, marleen, peter, samira, denise_case, lived):
    denise_case.household = lived.household
    denise_case.save()
    actions.ask(by=samira, case=lived, kind="erasure")
    decide(as_, marleen, decision="agreed", number=lived.public_id)
    assert Child.objects.filter(household=denise_case.household_id).count() == 2


def put_back(case: Case, mother: Account) -> Case:
    """What a restore of last night's backup does: the same rows with the same numbers."""
    mother.save(force_insert=True)
    case.household.save(force_insert=True)
    case.save(force_insert=True)
    Child.objects.create(household=case.household, first_name="Yara", born_on="2020-01-01")
    return case


def test_erased_stays_erased_after_a_restore(as_, marleen, samira, lived, register):
    before = Case.objects.select_related("household").get(pk=lived.pk)
    actions.ask(by=samira, case=lived, kind="erasure")
    decide(as_, marleen, decision="agreed", number=lived.public_id)
    assert "Samira" not in register.read_text(), "the register holds numbers, no names"
    put_back(before, Account(**{f.attname: getattr(samira, f.attname) for f in samira._meta.concrete_fields}))
    assert Case.objects.filter(public_id=lived.public_id).exists()
    assert apply_tombstones() == 1
    assert not Case.objects.filter(public_id=lived.public_id).exists()
    assert not Child.objects.filter(household=before.household_id).exists()
    assert apply_tombstones() == 0, "a second time there is nothing left to do"


def test_what_was_written_after_a_part_was_erased_stays(as_, marleen, samira, lived):
    actions.ask(by=samira, case=lived, kind="erasure")
    decide(as_, marleen, decision="part", reason="Het plan blijft.", number=lived.public_id)
    map_actions.add_node(by=samira, case=lived, name="Nieuwe buur", ring="micro")
    assert apply_tombstones() == 0
    assert "map_node" in numbers_left(lived.pk)


@pytest.mark.parametrize("damage", ["cut", "change", "rubbish"])
def test_a_register_that_was_tampered_with_is_said(
    as_, marleen, peter, samira, denise, denise_case, lived, register, damage
):
    for case in (lived, denise_case):
        actions.ask(by=case.account, case=case, kind="erasure")
        request = DataRequest.objects.get(case=case)
        actions.decide(by=marleen, request_id=request.pk, decision="part", reason="Het plan blijft.")
    lines = register.read_text().splitlines()
    first = json.loads(lines[0])
    changed = {
        "cut": lines[1:],
        "change": [json.dumps({**first, "case_id": 0}), lines[1]],
        "rubbish": ["{", lines[1]],
    }[damage]
    register.write_text("\n".join(changed) + "\n")
    with pytest.raises(CommandError, match="Het register klopt niet"):
        call_command("apply_tombstones")
