"""The demo municipality: twelve invented families, written through the same actions as everybody's work.

One TOML file a family (`families/`), each capability its own table in it. Dates are relative to today, so that the
demo is never stale; the clock of the past is put on the events afterwards.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from veerkracht.web.people.models import (
    Account,
    AccountRole,
    Assignment,
    Case,
    Child,
    Household,
    Municipality,
)

from .chain import load_chain
from .clock import born
from .generated import load_generated
from .guide import load_guide
from .map import load_map
from .offers import load_offers
from .plan import load_plan
from .planner import load_weeks
from .purse import load_purse
from .signals import load_signals

HERE = Path(__file__).parent


class NotADemoDatabase(Exception):
    """Demo mode lets anybody in as anybody: it opens no database but one that the demo made itself."""


def load_once() -> bool:
    """Make the demo municipality in an empty database; False when it is there already.

    Raises:
        NotADemoDatabase: there is something in it that the demo did not make.
    """
    tables = connection.introspection.table_names()
    if tables and "people_municipality" not in tables:
        raise NotADemoDatabase(_REFUSED)
    if tables and not _is_only_demo():
        raise NotADemoDatabase(_REFUSED)
    call_command("migrate", verbosity=0)
    if Municipality.objects.exists():
        return False
    load(timezone.localdate())
    return True


_REFUSED = (
    "In deze database staat iets dat niet van de demo is. De demo laat iedereen binnen en opent hem daarom niet. "
    "Kies een andere plek, bijvoorbeeld VEERKRACHT_HOME=var/demo, of haal een oude demodatabase weg."
)


def _is_only_demo() -> bool:
    """Looked at before anything is migrated, so that a database of an older version is not touched either."""
    with connection.cursor() as cursor:
        columns = [
            c.name for c in connection.introspection.get_table_description(cursor, "people_municipality")
        ]
        if "is_demo" not in columns:
            cursor.execute("SELECT count(*) FROM people_municipality")
            return bool(cursor.fetchone()[0] == 0)
    return not Municipality.objects.filter(is_demo=False).exists()


def load(today: dt.date) -> None:
    """Everything: municipalities and staff first, then each family in the order of its file's name."""
    staff = _load_staff(tomllib.loads((HERE / "municipalities.toml").read_text()))
    for file in sorted((HERE / "families").glob("*.toml")):
        _load_family(tomllib.loads(file.read_text()), staff, today)
    load_weeks(today)
    load_guide(today)
    load_signals(today)
    load_offers(today)
    load_generated(today)


def _load_staff(facts: dict[str, Any]) -> dict[str, Account]:
    staff = {}
    for place in facts["municipalities"]:
        accounts = place.pop("accounts")
        municipality = Municipality.objects.create(**place, is_demo=True)
        for account in accounts:
            staff[account["login"]] = Account.objects.create(
                municipality=municipality, password=make_password(None), **account
            )
    return staff


def _load_family(facts: dict[str, Any], staff: dict[str, Account], today: dt.date) -> None:
    household = Household.objects.create(municipality=staff[facts["klantmanager"]].municipality)
    for child in facts.get("children", []):
        Child.objects.create(
            household=household, first_name=child["first_name"], born_on=born(child["age"], today)
        )
    for person in facts["people"]:
        # Two people of one household can have each their own.
        klantmanager = staff[person.get("klantmanager", facts["klantmanager"])]
        case = _load_person(person, household, klantmanager, today)
        for stand_in in person.get("stand_ins", []):
            _stand_in(case, staff[stand_in["login"]], stand_in, today)
        load_map(case, klantmanager, person.get("map", {}), today)
        load_plan(case, klantmanager, person.get("plan", {}), today)
        load_chain(case, klantmanager, person, today)
        load_purse(case, klantmanager, person["login"], today)


def _load_person(person: dict[str, Any], household: Household, klantmanager: Account, today: dt.date) -> Case:
    name = f"{person['first_name']} {person['last_name']}"
    account = Account.objects.create(
        login=person["login"],
        name=name,
        role=AccountRole.MOEDER,
        municipality=household.municipality,
        password=make_password(None),
    )
    opened_on = today - dt.timedelta(days=person["opened_days_ago"])
    case = Case.objects.create(
        public_id=person["public_id"],
        municipality=household.municipality,
        household=household,
        account=account,
        first_name=person["first_name"],
        last_name=person["last_name"],
        born_on=born(person["age"], today),
        phone=person.get("phone", ""),
        address=person.get("address", ""),
        address_is_secret=person.get("address_is_secret", False),
        opened_on=opened_on,
    )
    Assignment.objects.create(case=case, account=klantmanager, starts_on=opened_on)
    return case


def _stand_in(case: Case, account: Account, facts: dict[str, Any], today: dt.date) -> None:
    Assignment.objects.create(
        case=case,
        account=account,
        kind="stand_in",
        starts_on=today + dt.timedelta(days=facts["from_days"]),
        ends_on=today + dt.timedelta(days=facts["until_days"]),
    )
