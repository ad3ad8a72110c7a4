"""The demo municipality: complete, loaded once, and nobody sees what is another's."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from veerkracht.web.config.demo.load import HERE, load_once
from veerkracht.web.people.domain import age_in_words, age_on
from veerkracht.web.people.models import Account, AccountRole, Assignment, Case, Child
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.plan.models import FixedPlan, Plan, Promise
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Event

FAMILIES = {file.stem: tomllib.loads(file.read_text()) for file in sorted((HERE / "families").glob("*.toml"))}
GENERATED = "rekenstad"  # 640 cases that are only counted; nobody works with them
OF_FAMILIES = Case.objects.exclude(municipality__slug=GENERATED)
PEOPLE = {person["login"]: person for family in FAMILIES.values() for person in family["people"]}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for all these tests; each of them undoes what it did itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: None, db: None) -> dt.date:
    return timezone.localdate()


def texts(facts: Any) -> Iterator[str]:
    """Every text of a family's file, at whatever depth."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict):
        for value in facts.values():
            yield from texts(value)
    elif isinstance(facts, list):
        for value in facts:
            yield from texts(value)


def counts() -> list[int]:
    return [model.objects.count() for model in (Account, Case, Child, Assignment, Plan, Promise, FixedPlan)]


def test_loading_twice_gives_one_set(demo):
    before = counts()
    assert load_once() is False
    assert counts() == before


def test_twelve_families_and_one_elsewhere(demo):
    cases = OF_FAMILIES.order_by("pk")
    households = Counter({c.household_id: c.municipality.slug for c in cases}.values())
    assert households == {"voorbeeld": 12, "overkant": 1}
    assert cases.count() == len(PEOPLE) == 14, "Hamid has a case of his own in Fatma's household"
    assert set(cases.values_list("account__login", flat=True)) == set(PEOPLE)


def test_everybody_has_a_klantmanager_of_the_own_municipality(demo):
    own = Counter()
    for case in OF_FAMILIES.order_by("pk"):
        who = klantmanager_of(case=case, day=demo)
        assert who is not None and who.phone, case.full_name
        own[who.name] += 1
        working = case.assignments.values_list("account__municipality", flat=True)
        assert set(working) == {case.municipality_id}
    assert own == {"Peter van Dongen": 8, "Aylin Demir": 3, "Joost Hermans": 2, "Bas Kuipers": 1}


def test_hamid_and_fatma_each_have_their_own_klantmanager(demo):
    cases = {login: Case.objects.get(account__login=login) for login in ("fatma", "hamid")}
    who = {login: klantmanager_of(case=case, day=demo).name for login, case in cases.items()}
    assert who == {"fatma": "Peter van Dongen", "hamid": "Aylin Demir"}


def test_the_history_of_a_day_is_in_the_order_of_the_work(demo):
    for case in OF_FAMILIES.order_by("pk"):
        told = list(Event.objects.filter(case_id=case.pk).order_by("at", "pk").values_list("kind", flat=True))
        made = [n for n, kind in enumerate(told) if kind == "plan.promise_made"]
        said = [n for n, kind in enumerate(told) if kind == "plan.promise_answered"]
        assert all(earlier < later for earlier, later in zip(made, said, strict=False)), case.full_name
        assert "plan.fixed" not in told or told.index("plan.fixed") > max(made), case.full_name


def test_promises_fall_on_working_days(demo):
    promises = Promise.objects.exclude(plan__case__municipality__slug=GENERATED)
    days = [day for pair in promises.values_list("due_on", "done_on") for day in pair if day]
    assert days and all(day.weekday() < 5 for day in days)


def test_every_role_that_works_here_has_a_person(demo):
    roles = set(Account.objects.values_list("role", flat=True))
    assert roles >= {"moeder", "klantmanager", "teamleider", "beleid", "func_beheer", "fg", "keten"}
    assert Account.objects.filter(role=AccountRole.MOEDER).count() == len(PEOPLE)


# The ages of the stories.
STORIES = {
    "samira": (34, {"Yara": "6 jaar", "Adam": "2 jaar"}),
    "denise": (41, {"Jay": "14 jaar", "Mila": "9 jaar"}),
    "fatma": (29, {"Sara": "4 jaar", "Lina": "4 jaar", "Amir": "10 maanden"}),
    "hamid": (36, {"Sara": "4 jaar", "Lina": "4 jaar", "Amir": "10 maanden"}),
    "mirjam": (38, {"Levi": "8 jaar", "Noor": "5 jaar"}),
    "kelly": (26, {"Dean": "6 weken", "Sky": "3 jaar"}),
    "nadia": (36, {"Sofia": "11 jaar"}),
    "wendy": (45, {"Bram": "15 jaar", "Lotte": "12 jaar"}),
}


@pytest.mark.parametrize("login", STORIES)
def test_the_people_of_the_stories_are_as_told(demo, login):
    age, children = STORIES[login]
    case = Case.objects.get(account__login=login)
    assert age_on(case.born_on, demo) == age
    assert {c.first_name: age_in_words(c.born_on, demo) for c in case.household.children.all()} == children


def test_the_plans_show_every_state(demo):
    plans = {c.account.login: plan_of(case=c, day=demo) for c in OF_FAMILIES.order_by("pk")}
    late = {
        login
        for login, plan in plans.items()
        if any(p.is_late(demo) and p.side == "ours" for p in plan.promises)
    }
    assert "samira" in late and 4 <= len(late) < len(plans)
    assert sum(plan.newest is not None for plan in plans.values()) > len(plans) / 2
    assert not plans["amber"].wish and len(plans["amber"].promises) == 1, "somebody is always new"
    answers = {p.answer for plan in plans.values() for p in plan.promises}
    assert answers == {"none", "agree", "disagree", "think"}
    for login, plan in plans.items():
        assert login == "amber" or (plan.wish and 3 <= len(plan.promises) <= 7), login


def test_stand_ins_now_and_next_week(demo):
    standing_in = Assignment.objects.filter(kind="stand_in")
    assert standing_in.filter(starts_on__lte=demo, ends_on__gte=demo).exists()
    assert standing_in.get(case__account__login="kelly").starts_on > demo


def test_a_secret_address_names_no_place(demo):
    mirjam = Case.objects.get(account__login="mirjam")
    assert mirjam.address and mirjam.address_is_secret
    street = mirjam.address.split(" ")[0]
    assert not any(street in text for text in texts({**PEOPLE["mirjam"], "address": ""}))


def test_what_only_fatma_may_see_is_hers(demo, as_):
    case = Case.objects.get(account__login="fatma")
    secret = [one["text"] for one in PEOPLE["fatma"]["map"]["factors"] if one.get("only_hers")]
    assert len(secret) == 2
    for who in (case.account, Account.objects.get(login="peter")):
        page = as_(who).get(reverse("map:map", args=[case.public_id])).content.decode()
        assert not any(text in page for text in secret), "not on her own telephone either"
    assert not any(text in " ".join(texts(PEOPLE["fatma"]["plan"])) for text in secret)


HIDDEN = (
    "taalklas",
    "de linde",
    "juf van sara",
    "kinderopvang",
    "crèche",
    "leidster",
    "ochtend",
    "koffie",
    "vier ogen",
)
PAGES = ("people:case", "plan:plan", "map:map", "people:history", "people:who_looked")


@pytest.mark.parametrize("reader", ["hamid", "klantmanager"])
def test_nothing_of_fatma_stands_on_a_page_of_hamid(demo, as_, reader):
    case = Case.objects.get(account__login="hamid")
    his = klantmanager_of(case=case, day=demo)
    who = case.account if reader == "hamid" else Account.objects.get(pk=his.id)
    told = [text for text in texts(PEOPLE["fatma"].get("plan")) if len(text) > 12]
    told += [text for text in texts(PEOPLE["fatma"].get("map")) if len(text) > 20]
    for name in PAGES:
        page = as_(who).get(reverse(name, args=[case.public_id]), follow=True)
        if page.status_code == 404 and name == "people:who_looked":
            continue  # the reading log is for the person, not for every reader
        assert page.status_code == 200, name
        text = page.content.decode().lower()
        assert [one for one in told if one.lower() in text] == [], name
        words = re.sub(r"<[^>]*>", " ", text)
        assert [word for word in HIDDEN if word in words] == [], name


def test_what_hamid_may_not_know_is_in_nothing_of_his():
    words = " ".join(texts(PEOPLE["hamid"])).lower()
    assert [word for word in HIDDEN if word in words] == []
    assert FAMILIES["03_fatma"]["klantmanager"] != PEOPLE["hamid"]["klantmanager"]


@pytest.mark.parametrize(("login", "other"), [("hamid", "fatma"), ("fatma", "hamid"), ("tessa", "samira")])
def test_nobody_opens_the_other(demo, as_, login, other):
    case = Case.objects.get(account__login=other)
    page = as_(Account.objects.get(login=login)).get(reverse("people:case", args=[case.public_id]))
    assert page.status_code == 404
