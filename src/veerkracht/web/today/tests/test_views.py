"""The first page of a klantmanager: what is late on our side, with whom it is silent too long; nobody else's."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from veerkracht.web.guide.actions import add_agenda_point, note_contact
from veerkracht.web.people import actions as people
from veerkracht.web.people.models import Assignment, Case, Child, Household
from veerkracht.web.plan import actions
from veerkracht.web.plan.models import GoalMoment, Plan, Promise, Proposal
from veerkracht.web.today import queries
from veerkracht.web.today.domain import law_days

URL = "/vandaag/"


@pytest.fixture
def today() -> dt.date:
    return timezone.localdate()


@pytest.fixture
def joyce_case(peter, samira_case) -> Case:
    """A second person of Peter, without an account."""
    case = Case.objects.create(
        municipality=peter.municipality,
        household=Household.objects.create(municipality=peter.municipality),
        first_name="Joyce",
        last_name="Bos",
    )
    Assignment.objects.create(case=case, account=peter, starts_on=dt.date(2024, 1, 1))
    return case


def promise(by, case, what: str, due_on: dt.date, **more: str) -> Promise:
    return actions.make_promise(
        by=by, case=case, **{"owner": "klantmanager", **more}, what=what, due_on=due_on
    )


def rhythm(by, case, weeks: int, since: dt.date) -> Plan:
    plan = Plan.objects.filter(case=case).first()
    plan = actions.agree_rhythm(
        by=by,
        case=case,
        seen_version=plan.version if plan else 1,
        rhythm_weeks=weeks,
        rhythm_words="eerst een bericht",
    )
    Plan.objects.filter(pk=plan.pk).update(rhythm_on=since)
    return plan


def test_he_begins_his_day_here(as_, peter):
    assert as_(peter).get("/")["Location"] == URL
    page = as_(peter).get(URL).content.decode()
    assert "Vandaag" in page and "Een goede dag." in page


def test_our_own_late_promises_oldest_first(as_, peter, samira_case, joyce_case, today):
    promise(peter, samira_case, "Belt de school.", today - dt.timedelta(days=2))
    promise(peter, joyce_case, "Schrijft de brief.", today - dt.timedelta(days=9))
    promise(peter, samira_case, "Vraagt de werkgever.", today - dt.timedelta(days=1), owner="municipality")
    promise(peter, samira_case, "Komt later.", today)
    promise(
        peter, samira_case, "Zegt ja.", today - dt.timedelta(days=9), owner="employer", owner_name="Bakker"
    )
    promise(peter, samira_case, "Belt zelf.", today - dt.timedelta(days=9), owner="mother")
    page = as_(peter).get(URL).content.decode()
    assert page.index("Joyce Bos") < page.index("Samira Haddad")
    assert page.index("Schrijft de brief.") < page.index("Belt de school.") and "Vraagt de werkgever." in page
    assert "9 dagen te laat" in page and "1 dag te laat" in page
    late = page[page.index("Wij zijn te laat") : page.index("Vandaag klaar")]
    for other in ("Komt later.", "Zegt ja.", "Belt zelf."):
        assert other not in late, "hers, others' and what still has time are not what we are late with"
    assert "Komt later." in page and "Belt zelf." not in page
    assert "Zegt ja." in page[page.index("Anderen zijn te laat") :]


def test_a_late_answer_to_her_proposal_is_our_promise_too(as_, peter, samira_case, today):
    long_ago = today - dt.timedelta(days=30)
    actions.add_proposal(by=peter, case=samira_case, what="Meelopen in een keuken", proposed_on=long_ago)
    assert "Antwoord op het voorstel: Meelopen in een keuken" in as_(peter).get(URL).content.decode()
    Proposal.objects.update(reply="no")
    assert "Meelopen" not in as_(peter).get(URL).content.decode()


def test_silent_longer_than_agreed_the_longest_first(as_, peter, samira_case, joyce_case, today):
    rhythm(peter, samira_case, 8, today - dt.timedelta(weeks=8, days=1))
    rhythm(peter, joyce_case, 2, today - dt.timedelta(weeks=6))
    found = queries.silent(account=peter, day=today)
    assert [one.name for one in found] == ["Joyce Bos", "Samira Haddad"]
    assert "Om de 8 weken, eerst een bericht" in as_(peter).get(URL).content.decode()


def test_a_word_from_her_ends_the_silence(peter, samira, samira_case, today):
    rhythm(peter, samira_case, 1, today - dt.timedelta(weeks=5))
    assert queries.silent(account=peter, day=today)
    goal = actions.add_goal(by=samira, case=samira_case, title="Rust", reached="Ik slaap.", less="Kort.")
    actions.say_where(by=samira, case=samira_case, goal_id=goal.pk, seen_version=1, place="less")
    assert not queries.silent(account=peter, day=today)
    GoalMoment.objects.update(on=today - dt.timedelta(weeks=2))
    assert [one.last for one in queries.silent(account=peter, day=today)] == [today - dt.timedelta(weeks=2)]


def test_nobody_without_an_agreed_rhythm_is_ever_silent(peter, samira_case, today):
    actions.write_wish(by=peter, case=samira_case, wish="Koken.", seen_version=1)
    assert queries.silent(account=peter, day=today + dt.timedelta(days=900)) == []


def child(case: Case, name: str, age: int, in_days: int, today: dt.date) -> Child:
    """A child that reaches this age in so many days."""
    on = today + dt.timedelta(days=in_days)
    born_on = dt.date(on.year - age, on.month, min(on.day, 28))
    return Child.objects.create(household=case.household, first_name=name, born_on=born_on)


def test_birthdays_that_change_something_weeks_and_a_year_ahead(as_, peter, joyce_case, today):
    child(joyce_case, "Sky", 4, 20, today)
    child(joyce_case, "Jay", 18, 200, today)
    child(joyce_case, "Mila", 9, 20, today)
    page = as_(peter).get(URL).content.decode()
    soon, ahead = page.split("Verder dit jaar")
    assert "Sky wordt 4" in soon and "basisschool" in soon
    assert "Jay wordt 18" in ahead and "Mila" not in page
    dates = queries.coming_dates(account=peter, day=today)
    assert [one.title for one in dates] == ["Sky", "Jay"], (
        "only the child that reaches the age, not the others"
    )


def test_a_child_that_was_removed_is_never_named_again(as_, peter, joyce_case, today):
    sky = child(joyce_case, "Sky", 5, 20, today)
    assert "Sky" in as_(peter).get(URL).content.decode()
    people.remove_child(by=peter, case=joyce_case, child_id=sky.pk, seen_version=1)
    assert "Sky" not in as_(peter).get(URL).content.decode()


def test_what_was_to_be_talked_about_again_comes_back(as_, peter, samira, samira_case, today):
    one = promise(peter, samira_case, "Vraagt het hbo opnieuw.", today + dt.timedelta(days=60))
    again = {"answer": "disagree", "again_on": today + dt.timedelta(days=30)}
    actions.answer_promise(by=samira, case=samira_case, promise_id=one.pk, seen_version=1, **again)
    page = as_(peter).get(URL).content.decode()
    assert "opnieuw bespreken" in page and "Vraagt het hbo opnieuw." in page


def test_it_is_private_for_one_klantmanager(
    as_, peter, aylin, bas, marleen, others, samira, samira_case, today
):
    promise(peter, samira_case, "Kanariebelofte.", today - dt.timedelta(days=5))
    rhythm(peter, samira_case, 1, today - dt.timedelta(weeks=9))
    for who in (aylin, bas):
        page = as_(who).get(URL)
        assert page.status_code == 200
        assert "Kanariebelofte" not in page.content.decode() and "Samira" not in page.content.decode()
    for who in (marleen, samira, *others.values()):
        assert as_(who).get(URL).status_code == 404, who


def test_what_only_she_sees_never_comes_here(as_, peter, samira, samira_case, today):
    """Of the map, of her own words at home: nothing. Only promises of ours and the rhythm she agreed."""
    promise(peter, samira_case, "Belt de school.", today - dt.timedelta(days=5))
    actions.write_story(by=samira, case=samira_case, story="Kanarieverhaal.", seen_version=1)
    mine = actions.make_promise(
        by=samira, case=samira_case, owner="mother", what="Kanariestap.", due_on=today
    )
    late = {"answer": "think", "answer_words": "Kanariewoorden."}
    actions.answer_promise(by=samira, case=samira_case, promise_id=mine.pk, seen_version=1, **late)
    assert "Kanarie" not in as_(peter).get(URL).content.decode()


def test_no_person_has_a_colour_a_number_or_a_rank(as_, peter, samira_case, joyce_case, today):
    promise(peter, samira_case, "Belt de school.", today - dt.timedelta(days=2))
    promise(peter, joyce_case, "Schrijft de brief.", today - dt.timedelta(days=9))
    rhythm(peter, joyce_case, 2, today - dt.timedelta(weeks=6))
    page = as_(peter).get(URL).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "nl-data-badge" not in main and "<ol" not in main
    for heading in re.findall(r"<h3>.*?</h3>", main, re.DOTALL):
        assert not re.search(r"\d", re.sub(r"<[^>]*>", "", heading))


def many_cases(peter, number: int, today: dt.date, others: list) -> None:
    """A municipality of this size; every hundredth person is Peter's, each with something of every kind."""
    place = peter.municipality
    households = Household.objects.bulk_create(Household(municipality=place) for _ in range(number))
    cases = Case.objects.bulk_create(
        Case(municipality=place, household=h, first_name="Anna", last_name=f"Nr {n}", search_name=f"anna {n}")
        for n, h in enumerate(households)
    )
    staff = [peter, *others]
    Assignment.objects.bulk_create(
        Assignment(case=c, account=staff[n % len(staff)], starts_on=today) for n, c in enumerate(cases)
    )
    Child.objects.bulk_create(
        Child(household=h, first_name="Sky", born_on=today.replace(year=today.year - 4, day=28))
        for h in households
    )
    plans = Plan.objects.bulk_create(
        Plan(case=c, rhythm_weeks=4, rhythm_on=today - dt.timedelta(weeks=9)) for c in cases
    )
    late = today - dt.timedelta(days=7)
    Promise.objects.bulk_create(
        Promise(
            plan=p, owner=owner, what="Doet iets.", due_on=late, answered_at=timezone.now() - dt.timedelta(40)
        )
        for p in plans
        for owner in ("municipality", "mother")
    )
    Proposal.objects.bulk_create(
        Proposal(plan=p, what="Iets anders", proposed_on=late, reply_due_on=late) for p in plans
    )


def queries_of(client) -> int:
    client.get(URL)
    with CaptureQueriesContext(connection) as found:
        assert client.get(URL).status_code == 200
        return len(found)


def test_constant_queries_with_ten_thousand_cases(as_, peter, aylin, today):
    many_cases(peter, 10, today, [aylin])
    few = queries_of(as_(peter))
    colleagues = [
        type(peter).objects.create(
            login=f"km{n}", name=f"Km {n}", role="klantmanager", municipality=peter.municipality
        )
        for n in range(99)
    ]
    many_cases(peter, 10_000, today, colleagues)
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE"
        )  # a database that runs does this itself; without it PostgreSQL guesses for hours
    assert queries_of(as_(peter)) == few <= 44


def test_ticked_on_the_spot_and_taken_back(as_, peter, samira_case, today):
    one, client = promise(peter, samira_case, "Belt de school.", today + dt.timedelta(days=3)), as_(peter)
    assert "Belt de school." in client.get(URL).content.decode().split("Deze week")[1]
    address = f"{URL}{samira_case.public_id}/{one.pk}/"
    page = client.post(address, {"done": "ja", "seen_version": 1}, follow=True).content.decode()
    assert "Gedaan. Samira ziet het ook." in page and "Vandaag gedaan" in page
    client.post(address, {"done": "nee", "seen_version": 1})
    one.refresh_from_db()
    assert one.done_on == today, "an old page takes nothing back"
    client.post(address, {"done": "nee", "seen_version": 2})
    one.refresh_from_db()
    assert one.done_on is None


def test_what_she_answered_and_asked_stands_there_without_her_words(as_, peter, samira, samira_case, today):
    one = promise(peter, samira_case, "Belt de school.", today + dt.timedelta(days=30))
    said = {"answer": "think", "answer_words": "Kanariewoorden."}
    actions.answer_promise(by=samira, case=samira_case, promise_id=one.pk, seen_version=1, **said)
    add_agenda_point(by=samira, case=samira_case, words="Over de brief.")
    add_agenda_point(by=peter, case=samira_case, words="Van Peter zelf.")
    page = as_(peter).get(URL).content.decode()
    assert "gaf antwoord" in page and "Over de brief." in page
    assert "Kanariewoorden" not in page and "Van Peter zelf." not in page


def test_what_was_to_come_after_a_short_contact(as_, peter, aylin, samira_case, today):
    note = {"on": today, "kind": "called", "line": "Gebeld.", "next_step": "Vraagt na."}
    note_contact(by=peter, case=samira_case, **note, next_on=today + dt.timedelta(days=2))
    assert "Vraagt na." in as_(peter).get(URL).content.decode()
    assert "Vraagt na." not in as_(aylin).get(URL).content.decode()
    note_contact(by=peter, case=samira_case, on=today + dt.timedelta(days=2), kind="called", line="Gebeld.")
    assert "Vraagt na." not in as_(peter).get(URL).content.decode(), "a later contact followed"


def test_the_law_of_january_is_among_the_days_that_change_something():
    assert [one.title for one in law_days(dt.date(2026, 12, 1), dt.date(2027, 1, 12))] == ["Eén vrijlating"]
    assert law_days(dt.date(2027, 1, 2), dt.date(2027, 2, 12)) == []
