"""The cast of the tests: named people of two municipalities, and a browser without a screen for each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from django.template.base import FilterExpression, Variable, VariableDoesNotExist
from django.test import Client
from django.utils import timezone

import veerkracht.web
from veerkracht.web.people.models import Account, Assignment, Case, Child, Household, Municipality

OURS = str(Path(veerkracht.web.__file__).parent)


@pytest.fixture(autouse=True, scope="session")
def _strict_conditions() -> None:
    """`{% if %}` and `{% for %}` hide a misspelt variable; in our own templates they raise as well."""
    lenient = FilterExpression.resolve

    def resolve(self, context, ignore_failures=False):  # type: ignore[no-untyped-def]
        template = context.render_context.template
        if (
            ignore_failures
            and isinstance(self.var, Variable)
            and OURS in str(getattr(template, "origin", ""))
        ):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist as error:
                raise LookupError(f"{template.origin}: {self.var} is not given to this template") from error
        return lenient(self, context, ignore_failures)

    FilterExpression.resolve = resolve


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    """The pace of the public pages is counted by the minute: no test stands in the way of the next."""
    cache.clear()


@pytest.fixture
def voorbeeld(db: None) -> Municipality:
    return Municipality.objects.create(
        name="Gemeente Voorbeeld",
        slug="voorbeeld",
        address="Raadhuisplein 1\n5000 AA Voorbeeld",
        phone="085 000 00 00",
    )


@pytest.fixture
def overkant(db: None) -> Municipality:
    return Municipality.objects.create(name="Gemeente Overkant", slug="overkant", phone="085 000 00 01")


def account(
    municipality: Municipality, login: str, name: str, role: str, phone: str = "06 00 00 00 00"
) -> Account:
    made = Account(login=login, name=name, role=role, municipality=municipality, phone=phone)
    made.set_password(f"{login}-heeft-een-lang-wachtwoord")
    made.save()
    return made


@pytest.fixture
def peter(voorbeeld: Municipality) -> Account:
    """Samira's klantmanager."""
    return account(voorbeeld, "peter", "Peter van Dongen", "klantmanager")


@pytest.fixture
def aylin(voorbeeld: Municipality) -> Account:
    """A colleague of Peter, without Samira; Denise's klantmanager."""
    return account(voorbeeld, "aylin", "Aylin Demir", "klantmanager")


@pytest.fixture
def bas(overkant: Municipality) -> Account:
    """A klantmanager of another municipality."""
    return account(overkant, "bas", "Bas Kuipers", "klantmanager")


@pytest.fixture
def marleen(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "marleen", "Marleen Smits", "teamleider")


@pytest.fixture
def func_beheer(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "farida", "Farida Bos", "func_beheer")


@pytest.fixture
def joke(voorbeeld: Municipality, samira_case: Case) -> Account:
    """Stands in for Peter with Samira this week and the next."""
    made, today = account(voorbeeld, "joke", "Joke Willems", "klantmanager"), timezone.localdate()
    week = dt.timedelta(days=7)
    Assignment.objects.create(
        case=samira_case, account=made, kind="stand_in", starts_on=today - week, ends_on=today + week
    )
    return made


@pytest.fixture
def others(voorbeeld: Municipality) -> dict[str, Account]:
    """Everybody without a case: one account for each remaining role."""
    roles = {
        "ilse": "beleid",
        "femke": "func_beheer",
        "theo": "tech_beheer",
        "ruben": "fg",
        "hans": "inkomen_handhaving",
        "carla": "keten",
        "wim": "werkgever",
        "nora": "netwerkpersoon",
        "gerda": "gemachtigde",
    }
    return {role: account(voorbeeld, login, login.title(), role) for login, role in roles.items()}


def case_of(mother: Account, klantmanager: Account, first: str, last: str) -> Case:
    household = Household.objects.create(municipality=mother.municipality)
    case = Case.objects.create(
        municipality=mother.municipality,
        household=household,
        account=mother,
        first_name=first,
        last_name=last,
    )
    Assignment.objects.create(case=case, account=klantmanager, starts_on=dt.date(2024, 1, 1))
    return case


@pytest.fixture
def samira(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "samira", "Samira Haddad", "moeder")


@pytest.fixture
def samira_case(samira: Account, peter: Account) -> Case:
    case = case_of(samira, peter, "Samira", "Haddad")
    today = timezone.localdate()
    Child.objects.create(
        household=case.household, first_name="Yara", born_on=today.replace(day=1, year=today.year - 6)
    )
    Child.objects.create(
        household=case.household, first_name="Adam", born_on=today.replace(day=1, year=today.year - 2)
    )
    return case


@pytest.fixture
def denise(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "denise", "Denise Vos", "moeder")


@pytest.fixture
def denise_case(denise: Account, aylin: Account) -> Case:
    return case_of(denise, aylin, "Denise", "Vos")


@pytest.fixture
def lotte(overkant: Municipality) -> Account:
    return account(overkant, "lotte", "Lotte Baars", "moeder")


@pytest.fixture
def lotte_case(lotte: Account, bas: Account) -> Case:
    return case_of(lotte, bas, "Lotte", "Baars")


@pytest.fixture
def as_() -> Callable[[Account], Client]:
    """A browser in which this person is logged in: `as_(peter).get("/mensen/")`."""

    def logged_in(who: Account) -> Client:
        client = Client()
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in
