"""Three lives to protect: Samira and Denise in one municipality, Lotte in another; and everybody's way in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from veerkracht.web.guide.domain.report import ReportText
from veerkracht.web.guide.models import AgendaPoint, ContactNote, Quote, Report, Talk
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Snapshot
from veerkracht.web.people.models import (
    Account,
    AccountRequest,
    Assignment,
    Case,
    Child,
    HeldPerson,
    NewCodeRequest,
)
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.planner import actions as planner_actions
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.purse.models import KeptScenario
from veerkracht.web.record.journal import JOURNAL_TABLES


@dataclass(frozen=True)
class Life:
    """A case with something of every kind in it; `given` fills in any address of the program."""

    case: Case
    klantmanager: Account
    mother: Account
    given: dict[str, Any]


def life_of(case: Case) -> Life:
    own: Assignment = case.assignments.get(kind="own")
    given = {"by": own.account, "case": case}
    child = Child.objects.create(household=case.household, first_name="Noor", born_on=dt.date(2020, 3, 12))
    held = HeldPerson.objects.create(
        municipality=case.municipality, typed_by=own.account, other=case, first_name="Roos"
    )
    asked = NewCodeRequest.objects.create(case=case, asked_by=own.account, ground="face_to_face")
    # Asked by anybody but the team lead: she answers it.
    change = AccountRequest.objects.create(account=own.account, deed="app", asked_by=own.account)
    plan_actions.write_wish(**given, wish="Koken voor anderen.", seen_version=1)
    day = timezone.localdate() + dt.timedelta(days=30)
    promise = plan_actions.make_promise(**given, owner="municipality", what="Beslist.", due_on=day)
    goal = plan_actions.add_goal(**given, title="Rust", reached="Ik slaap door.", less="Ik slaap kort.")
    proposal = plan_actions.add_proposal(**given, what="Meelopen in een keuken")
    text = plan_of(case=case, day=timezone.localdate()).text
    fixed = plan_actions.fix_plan(**given, shown_hash=text.hash)
    activity = plan_actions.add_activity(
        **given, what="Samen koken"
    )  # after fixing: there is a next version to fix
    one = map_actions.add_node(**given, name="Oma", ring="micro", tie="support", direction="receives")
    two = map_actions.add_node(**given, name="De school", ring="micro", kind="organisation")
    between = map_actions.add_between(**given, first=one.pk, second=two.pk, state="in_touch")
    factor = map_actions.add_factor(**given, ring="exo", text="De opvang is vol.", effect="hinders")
    kept = Snapshot.objects.create(
        case=case,
        label="Voor de lessen",
        taken_on=timezone.localdate(),
        made_by=own.account,
        content={
            "mother": case.first_name,
            "nodes": [],
            "ties": [],
            "betweens": [],
            "factors": [],
            "only_hers": [],
        },
    )
    ids = {
        **talk_of(case, own.account),
        **sum_in(case, purse_of(case, own.account), own.account),
        **week_of(case, own.account, child),
        "public_id": case.public_id,
        "account_id": own.account.pk,
        "child_id": child.pk,
        "held_id": held.pk,
        "request_id": asked.pk,
        "account_request_id": change.pk,
        "promise_id": promise.pk,
        "goal_id": goal.pk,
        "proposal_id": proposal.pk,
        "activity_id": activity.pk,
        "number": fixed.number,
        "node_id": one.pk,
        "between_id": between.pk,
        "factor_id": factor.pk,
        "snapshot_id": kept.pk,
        "ring": "micro",
    }
    return Life(case, own.account, case.account, ids)


def sum_in(case: Case, ids: dict[str, Any], klantmanager: Account) -> dict[str, Any]:
    """The kept sum stands in the plan too."""
    found = plan_actions.add_sum(by=klantmanager, case=case, kept_id=ids["kept_id"])
    return {**ids, "sum_id": found.pk}


def talk_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """A talk that was held and its report, with everything that can belong to one."""
    today, now = timezone.localdate(), timezone.now()
    talk = Talk.objects.create(
        case=case, on=today, led_by=klantmanager, state="ended", started_at=now, ended_at=now
    )
    quote = Quote.objects.create(talk=talk, words="Het rooster past niet.", noted_by=klantmanager)
    text = ReportText(today, case.full_name, klantmanager.name, (quote.words,), "")
    signed = {"signed_by": klantmanager, "signed_at": now}
    Report.objects.create(talk=talk, text=text.as_json(), hash=text.hash, **signed)
    note = ContactNote.objects.create(
        case=case, on=today, kind="called", line="Kort gebeld.", author=klantmanager
    )
    point = AgendaPoint.objects.create(case=case, words="De opvang.", author=klantmanager, noted_on=today)
    return {"topic": "S1", "talk_id": talk.pk, "quote_id": quote.pk, "note_id": note.pk, "point_id": point.pk}


def purse_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """Money that was told, a sum that was kept, and an amount that is not right."""
    given = {"by": klantmanager, "case": case}
    told: dict[str, dict[str, Any]] = {
        "wonen": {
            "leeftijd": 34.0,
            "huur": 748.0,
            "servicekosten": 0.0,
            "partner": "nee",
            "medebewoners": 0.0,
        },
        "werk": {"uren": 0.0, "bijstand": "ja", "vrijlating": "geen", "ander_inkomen": 0.0},
        "kinderen": {"traject": "nee"},
        "bezit": {"vermogen": 0.0},
        "leven": {"gebeurtenissen": ["E14", "E33"], "E33_amount": 400.0},
        "paden": {"pad1_naam": "Winkel", "pad1_uren": 20.0, "pad1_loon": 15.0},
        "keuze": {"keuze": "pad1", "keuze_woorden": "Dit lukt."},
    }
    for part, answers in told.items():
        purse_actions.tell(**given, part=part, answers=answers, seen_version=1)
    facts = {"facts": {"kale_huur": 748}, "travel": 0}
    kept = KeptScenario.objects.create(
        case=case,
        label="20 uur",
        day=timezone.localdate(),
        rules="12345678",
        hours=20,
        hourly_wage=15,
        facts=facts,
        amounts={"to_spend": 2000, "more": 100, "rows": []},
        kept_by=klantmanager,
    )
    about = {"quantity": "kinderbijslag", "label": "Kinderbijslag", "shown": "Nu: € 241 per maand"}
    doubt = purse_actions.doubt(**given, words="Het is meer.", **about)
    ids = {"kept_id": kept.pk, "doubt_id": doubt.pk, **months_of(case, klantmanager)}
    return {**ids, "part_name": "wonen", "quantity": "kinderbijslag"}


def months_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """Something that happens to the money, and a pay slip."""
    given = {"by": klantmanager, "case": case}
    today = timezone.localdate()
    bill = {"name": "Wasmachine", "amount": -400.0}
    event = purse_actions.note_event(**given, on=today, kind="one_off", fields=bill)
    slip = purse_actions.note_slip(**given, month=today.replace(day=1), net=812.4, hours=None)
    month = f"{today:%Y-%m}"
    return {"event_id": event.pk, "event_kind": "one_off", "slip_id": slip.pk, "month": month}


def week_of(case: Case, klantmanager: Account, child: Child) -> dict[str, Any]:
    """A week that was told: care, time that is kept free, a job laid over it, and her sheet for an employer."""
    given = {"by": klantmanager, "case": case}
    care = {"type": "bso", "name": "Bso", "children": [str(child.pk)], "close": "18:30", "days_school": 2}
    free = {"what": "rest", "day": "vr", "start": "13:00", "end": "14:00", "weeks": "both"}
    job = {"name": "Winkel", "sort": "job", "days": {"ma": ["09:00", "13:00"]}, "home": 20, "travel": {}}
    told = {
        kind: planner_actions.add_part(**given, kind=kind, facts=facts).key
        for kind, facts in (("service", care), ("block", free), ("offer", {**job, "wage": 15.0}))
    }
    planner_actions.tell_part(**given, kind="course", seen_version=0, facts={"name": "Les", "times": {}})
    sheet = {"start_tolerance": 5, "phone_rule": "", "holiday_rule": "", "roster_rule": ""}
    planner_actions.write_profile(by=case.account, case=case, seen_version=0, **sheet)
    keys = {f"{kind}_key": key for kind, key in told.items()}
    return {**keys, "mode": "fiets", "care_type": "bso", "situation": "ziek"}


@pytest.fixture
def samiras(samira_case: Case) -> Life:
    return life_of(samira_case)


@pytest.fixture
def denises(denise_case: Case) -> Life:
    return life_of(denise_case)


@pytest.fixture
def lottes(lotte_case: Case) -> Life:
    return life_of(lotte_case)


@pytest.fixture
def people(
    samira: Account, peter: Account, denise: Account, aylin: Account, bas: Account
) -> dict[str, Account]:
    """By first name, for tests that go over several of them."""
    return {"samira": samira, "peter": peter, "denise": denise, "aylin": aylin, "bas": bas}


@pytest.fixture
def by_role(
    samira: Account,
    peter: Account,
    joke: Account,
    aylin: Account,
    bas: Account,
    marleen: Account,
    others: dict[str, Account],
) -> dict[str, Account | None]:
    """Somebody for each role of the matrix, as seen from Samira's case. Nobody holds a share grant yet."""
    rest = {("keten_ander" if role == "keten" else role): who for role, who in others.items()}
    return {
        "anon": None,
        "moeder": samira,
        "km_eigen": peter,
        "km_waarnemer": joke,
        "km_ander": aylin,
        "km_andere_gemeente": bas,
        "teamleider": marleen,
        **rest,
    }


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a request did is taken back, so that the next one finds the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything_written() -> dict[str, list[Any]]:
    """Every row of every table, the journal (readings, log-in state) left out."""
    tables = [m._meta.db_table for m in apps.get_models(include_auto_created=True)]
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            if not table.startswith(JOURNAL_TABLES):
                cursor.execute(f'SELECT * FROM "{table}"')
                found[table] = sorted(map(repr, cursor.fetchall()))
    return found
