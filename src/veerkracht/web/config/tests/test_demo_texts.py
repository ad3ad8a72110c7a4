"""What the demo's files say: right on every day, nothing out of place, and most of the work with the system."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from veerkracht.method import library
from veerkracht.web.config.demo.clock import born
from veerkracht.web.config.demo.load import HERE
from veerkracht.web.people.domain import age_on

FAMILIES = {file.stem: tomllib.loads(file.read_text()) for file in sorted((HERE / "families").glob("*.toml"))}
PEOPLE = {person["login"]: person for family in FAMILIES.values() for person in family["people"]}
ALPHABET = set("23456789ABCDEFGHJKMNPQRSTVWXYZ")
# What the product never says about a person, officialese, and facts for which there is no field.
NEVER = re.findall(
    r"[^\s]+",
    """
    score niveau motivatie gemotiveerd ongemotiveerd onwillig kansarm laagopgeleid bijstandsmoeder traject doelgroep
    re-integratie uitstroom sanctie boete maatregel verwijtbaar plichten herkomst nationaliteit allochtoon migrant
    vluchteling geloof moskee kerk religie cultuur diagnose depressie autisme trauma reflux gedupeerd ex-partner
    mishandeling mevrouw cliënt klant derhalve middels teneinde inzake conform tevens
    """,
)


def promises() -> Iterator[tuple[str, dict[str, Any]]]:
    for login, person in PEOPLE.items():
        yield from ((login, promise) for promise in person.get("plan", {}).get("promises", []))


def maps() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((login, person["map"]) for login, person in PEOPLE.items() if "map" in person)


def every_day() -> Iterator[dt.date]:
    """A whole leap year and the days around a turn of the year."""
    day = dt.date(2027, 12, 25)
    while day <= dt.date(2029, 1, 5):
        yield day
        day += dt.timedelta(days=1)


def test_every_age_is_right_on_every_day_of_the_year():
    days = list(every_day())
    assert dt.date(2028, 2, 29) in days and dt.date(2028, 12, 31) in days
    ages = [child["age"] for family in FAMILIES.values() for child in family["children"]]
    ages += [person["age"] for person in PEOPLE.values()]
    for age in ages:
        wrong = [day for day in days if not is_this_old(age, day)]
        assert wrong == [], age


def is_this_old(age: dict[str, int], day: dt.date) -> bool:
    born_on = born(age, day)
    if "weeks" in age:
        return (day - born_on).days == 7 * age["weeks"]
    months = (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)
    return age_on(born_on, day) == age["years"] and months == age["years"] * 12 + age.get("months", 0)


def test_ids_say_nothing_and_can_be_read_out_loud():
    ids = [person["public_id"] for person in PEOPLE.values()]
    assert len(set(ids)) == len(ids)
    for public_id, person in zip(ids, PEOPLE.values(), strict=True):
        assert len(public_id) == 8 and set(public_id) <= ALPHABET
        assert person["first_name"][:3].upper() not in public_id


def test_most_of_what_is_open_lies_with_others():
    still_open = [
        (who, p) for who, p in promises() if "done_days_ago" not in p and p.get("answer") != "disagree"
    ]
    hers = sum(p["owner"] == "mother" for _, p in still_open)
    assert hers < len(still_open) / 2
    for login in PEOPLE:
        mine = [p["owner"] for who, p in promises() if who == login]
        assert mine.count("mother") <= 0.4 * len(mine), login


def test_nothing_of_a_plan_happens_before_it_could():
    for login, person in PEOPLE.items():
        plan = person.get("plan", {})
        for promise in plan.get("promises", []):
            what, made = promise["what"], promise["made_days_ago"]
            assert person["opened_days_ago"] >= made, (login, what)
            assert made >= promise.get("answered_days_ago", 0), (login, what)
            assert made >= promise.get("done_days_ago", 0), (login, what)
            assert "due_in_days" in promise and promise["due_in_days"] >= -made, (login, what)
            assert made >= plan.get("fixed_days_ago", 0), (login, what)
        assert plan.get("fixed_days_ago", 0) >= plan.get("confirmed_days_ago", 0), login


def test_no_word_that_has_no_place():
    for name, family in FAMILIES.items():
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', json.dumps(family, ensure_ascii=False)):
            found = [
                word for word in NEVER if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
            ]
            assert found == [] and "!" not in text, (name, text)


def test_promises_are_short_and_begin_with_a_verb():
    for login, promise in promises():
        what = promise["what"]
        assert what.endswith(".") and len(what) <= 130, (login, what)
        # He, she or it does something: the third person of a Dutch verb ends in t, apart from these.
        assert re.match(r"(\w+t|Houdt|Gaat|Beslist) ", what), (login, what)
        for sentence in re.split(r"[.?] ", what):
            assert len(sentence.split()) <= 22, (login, what)


def test_every_map_is_full_enough_to_talk_about_and_small_enough_to_read():
    assert {login for login, _ in maps()} == set(PEOPLE) - {"amber"}
    for login, drawn in maps():
        assert 6 <= len(drawn["nodes"]) <= 14, login
        assert 1 <= len(drawn["betweens"]) <= 3 and 2 <= len(drawn["factors"]) <= 5, login
        assert all(len(factor["text"]) <= 64 for factor in drawn["factors"]), "stands on the picture itself"
        (family,) = [one for one in FAMILIES.values() if PEOPLE[login] in one["people"]]
        children = {child["first_name"] for child in family["children"]}
        assert children <= {node["name"] for node in drawn["nodes"]}, login
        assert {"micro", "exo"} <= {node["ring"] for node in drawn["nodes"]}, login


def test_most_of_what_hinders_can_be_changed_by_the_system():
    hindering = [f for _, drawn in maps() for f in drawn["factors"] if f["effect"] == "hinders"]
    assert all(f.get("owner") not in ("", None, "mother") for f in hindering)
    assert any(f["owner"] == "signal" for f in hindering)


def test_a_code_of_the_method_fits_its_ring():
    for login, drawn in maps():
        for factor in drawn["factors"]:
            if "seed" in factor:
                assert factor["seed"] in {item.id for item in library.factors(factor["ring"])}, (
                    login,
                    factor["text"],
                )
