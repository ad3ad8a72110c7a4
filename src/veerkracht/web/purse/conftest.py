"""The cleaning mother: twelve hours now, twenty or twenty-six to look at; and the same person at `/rekenen`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from veerkracht.web.people.models import Account, Case, Child
from veerkracht.web.purse import actions, queries

CLEANING: dict[str, dict[str, Any]] = {
    "wonen": {"huur": 689.0, "servicekosten": 0.0, "partner": "nee", "medebewoners": 0.0},
    "werk": {
        "uren": 12.0,
        "uurloon": 15.10,
        "reiskosten": 0.0,
        "bijstand": "ja",
        "vrijlating": "geen",
        "ander_inkomen": 0.0,
    },
    "kinderen": {"traject": "nee"},
    "bezit": {"vermogen": 0.0, "aflossing": 110.0},
    "gemeente": {"maanden_laag_inkomen": 48.0},
    "gekregen": {"krijgt": ["zorgtoeslag", "kinderbijslag"]},
    "straks": {"uurloon_straks": 15.10, "uren_1": 20.0, "uren_2": 26.0},
}


@pytest.fixture
def tell(peter: Account) -> Callable[..., None]:
    """`tell(case, wonen={…})`: told by Peter, through the action."""

    def told(case: Case, **parts: dict[str, Any]) -> None:
        for part, answers in parts.items():
            version = queries.purse_of(case=case).versions.get(part, 1)
            actions.tell(by=peter, case=case, part=part, answers=answers, seen_version=version)

    return told


@pytest.fixture
def cleaning(samira_case: Case, tell: Callable[..., None]) -> Case:
    """Samira in the shoes of the cleaning mother: 45, children of 15 and 12."""
    Case.objects.filter(pk=samira_case.pk).update(born_on=dt.date(1981, 4, 12))
    Child.objects.filter(household=samira_case.household).delete()
    for name, born_on in (("Bram", dt.date(2011, 8, 12)), ("Lotte", dt.date(2014, 7, 12))):
        Child.objects.create(household=samira_case.household, first_name=name, born_on=born_on)
    tell(samira_case, **CLEANING)
    return Case.objects.get(pk=samira_case.pk)
