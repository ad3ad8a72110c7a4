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

from veerkracht.web.aftercare.models import AftercareTalk, WorkStart
from veerkracht.web.budget.models import BudgetEntry, BudgetWish
from veerkracht.web.chain import actions as chain_actions
from veerkracht.web.chain import handover_actions, share_actions, table_actions
from veerkracht.web.chain.models import Helper, PieceAnswer
from veerkracht.web.guide.domain.report import ReportText
from veerkracht.web.guide.models import AgendaPoint, ContactNote, IntervisionCard, Quote, Report, Talk
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Snapshot
from veerkracht.web.mine.own_actions import write_own_answer, write_strength
from veerkracht.web.mine.private_actions import write_note
from veerkracht.web.mine.private_code import place_of
from veerkracht.web.offers.models import CareCentre, CatalogueOffer, PeerContact, PeerProfile
from veerkracht.web.people.models import (
    Account,
    AccountRequest,
    Assignment,
    Case,
    Child,
    HeldPerson,
    Household,
    NewCodeRequest,
    Passkey,
)
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.planner import actions as planner_actions
from veerkracht.web.policy.models import Release, ScanAction
from veerkracht.web.privacy.models import DataRequest, RetentionTerm
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.purse.models import KeptScenario, MunicipalScheme
from veerkracht.web.record.journal import JOURNAL_TABLES
from veerkracht.web.reforms.models import KeptOutcome
from veerkracht.web.reforms.tests.outcome import OUTCOME
from veerkracht.web.signals import actions as signal_actions
from veerkracht.web.signals.models import SharedCard, Signal, SignalTopic
from veerkracht.web.training.models import EarlierStudy, TrainingRoute


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
    waiting = DataRequest.objects.create(**request_of(case), decision="")
    answered = {"decision": "agreed", "decided_on": timezone.localdate(), "decided_by": own.account}
    DataRequest.objects.create(**request_of(case), **answered)
    term = RetentionTerm.objects.create(
        municipality=case.municipality, term="werk", months=6, source="Lijst", asked_by=own.account
    )
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
        **chain_of(case, own.account),
        **talk_of(case, own.account),
        **signals_of(case, own.account),
        **kept_outcome_of(case, own.account),
        **offers_of(case),
        **room_of(case, own.account),
        "rest": "nieuw/",
        **{"mark": "0000", "part": "css"},  # of a house style; there is none here
        **sum_in(case, purse_of(case, own.account), own.account),
        **week_of(case, own.account, child),
        "public_id": case.public_id,
        "account_id": own.account.pk,
        "passkey_id": Passkey.objects.create(account=own.account, name="x", credential_id=case.public_id).pk,
        "child_id": child.pk,
        "held_id": held.pk,
        "request_id": asked.pk,
        "data_request_id": waiting.pk,
        "term_id": term.pk,
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
        **own_place_of(case),
    }
    return Life(case, own.account, case.account, ids)


def chain_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """Somebody who helps her, and a handover that waits for her."""
    helper = Helper.objects.create(
        case=case,
        name="Karin Bos",
        purpose="De schulden regelen",
        added_by=klantmanager,
        announced_on=timezone.localdate(),
    )
    given = {"by": klantmanager, "case": case, "topic": "De begeleiding"}
    taker = Helper.objects.create(
        case=case, name="Ans Kok", purpose="Hulp", email="ans@hulp.example", added_by=case.account
    )
    handover = handover_actions.make_handover(**given, to_helper_id=taker.pk)
    asked = {"helper_id": helper.pk, "purpose": "De schulden", "pieces": ["money"]}
    until = timezone.localdate() + dt.timedelta(days=30)
    share = share_actions.ask_share(by=klantmanager, case=case, **asked, until=until)
    answer = PieceAnswer.objects.create(share=share, promise_id=0)
    risk = chain_actions.add_risk(by=klantmanager, case=case, kind="debt_help", on=until)
    ids = {"helper_id": helper.pk, "handover_id": handover.pk, "share_id": share.pk, "answer_id": answer.pk}
    ids["risk_id"] = risk.pk
    ids["table_id"] = table_actions.plan_table(by=klantmanager, case=case, on=until).pk
    return {**ids, "token": "abcdefgh12345678", "step": "accept"}


def own_place_of(case: Case) -> dict[str, Any]:
    """What she wrote for herself: a note under a code, an own answer, something she can."""
    assert case.account is not None
    by = {"by": case.account}
    note = write_note(
        **by, place=place_of(case.account, "drie blauwe fietsen"), kind="note", words="Voor mij."
    )
    write_own_answer(**by, question="wens", words="Koken.", ticked=[])
    strength = write_strength(**by, can="Koken", learned_in="care", area="care", example="", proof="")
    return {
        "key": note.key,
        "code": "wens",
        "example_code": "elektro-bbl",
        "strength_id": strength.pk,
        "ending": "pdf",
    }


def request_of(case: Case) -> dict[str, Any]:
    """A request for everything on paper, that nobody of the cast asked for: each of them may decide."""
    today = timezone.localdate()
    numbers = {"case": case, "public_id": case.public_id, "municipality": case.municipality}
    return {**numbers, "kind": "access", "asked_on": today, "due_on": today + dt.timedelta(days=30)}


def sum_in(case: Case, ids: dict[str, Any], klantmanager: Account) -> dict[str, Any]:
    """The kept sum stands in the plan too."""
    found = plan_actions.add_sum(by=klantmanager, case=case, kept_id=ids["kept_id"])
    return {**ids, "sum_id": found.pk}


def signals_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """A signal that waits for a second reader, and one that stands among those to be answered."""
    words = {"ring": "exo", "seed": "", "wrong": "De opvang gaat te laat open.", "helps": "Eerder open."}
    costs = {"hours": 6, "euros": 120, "hearer": "childcare", "hearer_name": "", "tell": True}
    ticket = signal_actions.hand_in(by=klantmanager, case=case, **words, **costs)
    day = timezone.localdate()
    until = day + dt.timedelta(days=30)
    topic = SignalTopic.objects.create(
        municipality=case.municipality, title="Opvang", hearer="childcare", heard_on=day, due_on=until
    )
    signal = Signal.objects.create(topic=topic, ring="exo", wrong="De opvang gaat te laat open.")
    shared = SharedCard.objects.create(municipality=case.municipality, situation="x", question="Wat nu?")
    own = IntervisionCard.objects.create(
        account=klantmanager, situation="x", question="Wat nu?", noted_on=day
    )
    cards = {"shared_id": shared.pk, "card_id": own.pk}
    return {
        **cards,
        "ticket_id": ticket.pk,
        "topic_id": topic.pk,
        "signal_id": signal.pk,
        **policy_of(case, day),
    }


def policy_of(case: Case, day: dt.date) -> dict[str, Any]:
    """A quarter that is out, and an action of the self-scan."""
    place = {"municipality": case.municipality}
    Release.objects.get_or_create(**place, quarter="2026-K3", defaults={"released_on": day, "digest": "x"})
    action = ScanAction.objects.create(
        **place, question="PM1", what="Opvang", owner_name="Inkoop", due_on=day
    )
    return {"quarter": "2026-K3", "question": "PM1", "action_id": action.pk}


def kept_outcome_of(case: Case, account: Account) -> dict[str, Any]:
    """A reform, a kind of file, and a page that was kept of an outcome over invented households."""
    kept = KeptOutcome.objects.create(
        municipality=case.municipality,
        kept_by=account,
        kept_on=timezone.localdate(),
        reform="kgb_afbouw_5",
        reform_file="",
        outcome=OUTCOME,
    )
    scheme = MunicipalScheme.objects.create(
        municipality=case.municipality,
        name="Kindpakket",
        euros=300.0,
        per="jaar",
        pay_month=9,
        each="kind",
        beside="altijd",
        article="Beleidsregel 4",
        since=timezone.localdate(),
    )
    return {"reform": "kgb_afbouw_5", "page_id": kept.pk, "kind": "toml", "scheme_id": scheme.pk}


def room_of(case: Case, klantmanager: Account) -> dict[str, Any]:
    """A wish for her own budget with something spent, a route and an earlier study, a start with a talk after it."""
    today = timezone.localdate()
    wish = BudgetWish.objects.create(
        case=case,
        what="Een laptop",
        cost_cents=40_000,
        asked_on=today,
        asked_by=klantmanager,
        decision="yes",
        decided_on=today,
        decided_by=klantmanager,
    )
    BudgetEntry.objects.create(wish=wish, kind="granted", cents=40_000, on=today, noted_by=klantmanager)
    line = BudgetEntry.objects.create(
        wish=wish, kind="spent", cents=2_000, on=today, words="Boek", noted_by=klantmanager
    )
    study = EarlierStudy.objects.create(case=case, what="Mbo verzorging", added_by=klantmanager)
    route = TrainingRoute.objects.create(
        case=case,
        name="Ad zorg",
        is_hers=True,
        kind="part_time",
        asked_by=klantmanager,
        added_by=klantmanager,
    )
    start = WorkStart.objects.create(case=case, what="Bakkerij", starts_on=today, made_by=klantmanager)
    talk = AftercareTalk.objects.create(start=start, moment="w2", due_on=today)
    return {
        "wish_id": wish.pk,
        "line_id": line.pk,
        "study_id": study.pk,
        "route_id": route.pk,
        "start_id": start.pk,
        "aftercare_talk_id": talk.pk,
    }


def offers_of(case: Case) -> dict[str, Any]:
    """An offer that is a group, a centre, and somebody of another household who may be asked and who asked."""
    place = {"municipality": case.municipality, "organisation": case.public_id, "source": "kaart"}
    offer = CatalogueOffer.objects.create(
        **place,
        name="Wandelen",
        what="Samen lopen",
        aim="mother",
        topics=["kracht"],
        weekday="vr",
        starts_at="10:00",
    )
    centre = CareCentre.objects.create(
        **place, name=case.public_id, kind="dagopvang", days=["ma"], opens="07:00", closes="18:00"
    )
    other = Case.objects.create(
        municipality=case.municipality,
        household=Household.objects.create(municipality=case.municipality),
        first_name="Roos",
    )
    profile = PeerProfile.objects.create(
        case=other, name="R", words="Ik weet het.", since=timezone.localdate()
    )
    contact = PeerContact.objects.create(
        asker=other, asked=case, state="asked", asker_name="R", asker_words="Dag", asked_at=timezone.now()
    )
    return {
        "offer_id": offer.pk,
        "centre_id": centre.pk,
        "profile_id": profile.pk,
        "contact_id": contact.pk,
        "sheet": "aanbod",
    }


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
    care |= {"hours_per_day": 4.0, "rate": 9.8}
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


@pytest.fixture(autouse=True)
def no_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press on the button starts no process here."""
    monkeypatch.setattr("veerkracht.web.reforms.runs.launch", lambda reform: None)


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
