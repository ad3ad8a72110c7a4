"""What is said on one page stands on the other, changes with it, and two that differ are both kept and asked about."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.household.unknown import NOT_ASKED
from veerkracht.web.facts.models import Statement
from veerkracht.web.facts.queries import facts_of
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.models import Case
from veerkracht.web.planner import actions as week_actions
from veerkracht.web.planner.queries import week_of
from veerkracht.web.purse import actions as money_actions
from veerkracht.web.purse.queries import purse_of
from veerkracht.web.record.models import Conflict

BSO: dict[str, Any] = {
    "type": "bso",
    "name": "De Zonnebloem",
    "at": "school",
    "open_days": ["ma", "di", "do"],
    "close": "18:30",
    "handover": 5,
    "days_school": 2,
    "days_holiday": 0,
    "hours_per_day": 4.0,
    "rate": 9.8,
}
JOB = {"sort": "job", "name": "Bakker", "days": {"ma": ["09:00", "13:00"]}, "home": 20, "travel": {}}


@pytest.fixture
def yara(samira_case: Case) -> str:
    return str(samira_case.household.children.get(first_name="Yara").pk)


@pytest.fixture
def bso(peter, samira_case, yara):
    facts = {**BSO, "children": [yara]}
    return week_actions.add_part(by=peter, case=samira_case, kind="service", facts=facts)


@pytest.fixture
def tell_money(peter, samira_case):
    def tell(part: str, **answers: Any) -> None:
        purse = purse_of(case=samira_case)
        version = purse.versions.get(part, 1)
        money_actions.tell(by=peter, case=samira_case, part=part, answers=answers, seen_version=version)

    return tell


def care_in_money(case: Case, child: str) -> tuple[Any, Any, Any]:
    answers = purse_of(case=case).answers
    return tuple(answers.get(f"{name}_{child}") for name in ("opvang", "opvanguren", "uurtarief"))


def week(case: Case, who) -> Any:
    return week_of(case=case, account=who, day=timezone.localdate())


def test_childcare_of_the_week_stands_in_money(samira_case, yara, bso):
    assert care_in_money(samira_case, yara) == ("bso", 26.67, 9.8)


def test_changed_in_money_the_week_follows(peter, samira_case, yara, bso, tell_money):
    given = {f"opvang_{yara}": "bso", f"opvanguren_{yara}": 40.0, f"uurtarief_{yara}": 10.25}
    tell_money("kinderen", **given)
    facts = week(samira_case, peter).saved.service(bso.key)
    assert (facts["days_school"], facts["rate"], facts["name"]) == (3, 10.25, "De Zonnebloem")
    assert care_in_money(samira_case, yara) == ("bso", 40.0, 10.25)


def test_changed_in_the_week_money_follows(peter, samira_case, yara, bso):
    facts = {**BSO, "children": [yara], "rate": 11.0}
    given = {"kind": "service", "key": bso.key, "seen_version": bso.version, "facts": facts}
    week_actions.change_part(by=peter, case=samira_case, **given)
    assert care_in_money(samira_case, yara) == ("bso", 26.67, 11.0)


def test_childcare_of_money_stands_in_the_week_and_its_days_are_asked(peter, samira_case, yara, tell_money):
    tell_money("kinderen", **{f"opvang_{yara}": "bso", f"opvanguren_{yara}": 36.0, f"uurtarief_{yara}": 9.9})
    services = week(samira_case, peter).saved.services()
    assert [(s["type"], s["rate"], s["children"], s["days_school"]) for s in services.values()] == [
        ("bso", 9.9, [yara], None)
    ]


def test_what_differs_is_kept_twice_and_asked_about(as_, peter, samira_case, yara, tell_money):
    tell_money("kinderen", **{f"opvang_{yara}": "bso", f"opvanguren_{yara}": 36.0, f"uurtarief_{yara}": 9.9})
    added = {**BSO, "children": [yara]}
    key = week_actions.add_part(by=peter, case=samira_case, kind="service", facts=added).key
    told = week(samira_case, peter).saved
    assert list(told.services()) == [key], "one childcare, not two"
    assert told.service(key)["rate"] == 9.8 and care_in_money(samira_case, yara) == ("bso", 36.0, 9.9)
    client, url = as_(peter), reverse("facts:facts", args=[samira_case.public_id])
    page = client.get(url)
    text = page.content.decode()
    assert "De opvang van Yara: Geld zegt € 9,90 per uur, Week zegt € 9,80 per uur. Wat klopt?" in text
    for right in ("money", "week"):
        page = client.get(url).context["page"]
        given = {"path": page.differing[0].path, "seen_version": page.version, "right": right}
        assert client.post(reverse("facts:settle", args=[samira_case.public_id]), given).status_code == 302
    assert not client.get(url).context["page"].differing
    assert care_in_money(samira_case, yara)[2] == week(samira_case, peter).saved.service(key)["rate"]


def test_a_settling_of_an_older_page_changes_nothing(as_, peter, samira_case, yara, tell_money, bso):
    given = {"path": f"money.children.{yara}.care.hours_per_month", "seen_version": 1, "right": "week"}
    tell_money("kinderen", **{f"opvang_{yara}": "bso", f"opvanguren_{yara}": 36.0, f"uurtarief_{yara}": 9.8})
    answer = as_(peter).post(reverse("facts:settle", args=[samira_case.public_id]), given, follow=True)
    assert "Iemand anders veranderde net iets" in answer.content.decode()
    assert care_in_money(samira_case, yara)[1] == 36.0


def test_the_wage_and_hours_of_an_offer_stand_in_money(peter, samira_case, tell_money):
    offer = {**JOB, "wage": 15.9, "days": {"ma": ["09:00", "13:00"], "di": ["09:00", "12:30"]}}
    key = week_actions.add_part(by=peter, case=samira_case, kind="offer", facts=offer).key
    answers = purse_of(case=samira_case).answers
    assert (answers["uurloon_straks"], answers["uren_1"]) == (15.9, 7.5)
    tell_money("straks", uurloon_straks=16.4, uren_1=7.5)
    assert week(samira_case, peter).saved.parts["offer", key]["wage"] == 16.4


def test_a_page_of_money_that_is_older_than_the_week_is_a_conflict(peter, samira_case, yara, bso):
    seen = purse_of(case=samira_case).versions["kinderen"]
    facts = {**BSO, "children": [yara], "rate": 11.0}
    given = {"kind": "service", "key": bso.key, "seen_version": bso.version, "facts": facts}
    week_actions.change_part(by=peter, case=samira_case, **given)
    answers = {f"uurtarief_{yara}": 9.0}
    with pytest.raises(Conflict):
        money_actions.tell(by=peter, case=samira_case, part="kinderen", answers=answers, seen_version=seen)
    assert care_in_money(samira_case, yara)[2] == 11.0


def test_who_said_it_stays_with_what_did_not_change(peter, samira, samira_case, tell_money):
    tell_money("wonen", huur=700.0, servicekosten=20.0)
    version = purse_of(case=samira_case).versions["wonen"]
    answers = {"huur": 748.0, "servicekosten": 20.0}
    money_actions.tell(by=samira, case=samira_case, part="wonen", answers=answers, seen_version=version)
    said = {row.path: row.said_by for row in Statement.objects.filter(case=samira_case).order_by("pk")}
    assert said["home.rent"] == samira and said["home.service_costs"] == peter


def test_an_answer_that_is_emptied_is_not_asked_again_as_known(samira_case, tell_money):
    tell_money("wonen", huur=700.0)
    tell_money("wonen")
    assert facts_of(case=samira_case).value("home.rent") == NOT_ASKED
    assert "huur" not in purse_of(case=samira_case).answers


def test_the_most_valuable_question_comes_first_and_only_for_who_may_answer(as_, peter, samira_case):
    page = as_(peter).get(reverse("facts:facts", args=[samira_case.public_id])).context["page"]
    assert page.questions[0].label == "Samen met een partner?"
    school = [asked.label for asked in page.questions if "school" in asked.label]
    assert school == ["Yara: Van wanneer tot wanneer is er school?"], "Adam is two"


@pytest.mark.parametrize("who", ["aylin", "bas", "marleen", "denise"])
def test_nobody_else_reads_it(as_, request, samira_case, who):
    other = request.getfixturevalue(who)
    assert as_(other).get(reverse("facts:facts", args=[samira_case.public_id])).status_code == 404
    given = {"path": "home.rent", "seen_version": 1, "right": "week"}
    answer = as_(other).post(reverse("facts:settle", args=[samira_case.public_id]), given)
    assert answer.status_code == 404


def address(name: str, case: Case, *more: Any) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


def test_two_birth_dates_are_no_verdict(as_, peter, samira_case):
    week_actions.add_part(by=peter, case=samira_case, kind="offer", facts={**JOB, "wage": None})
    page = as_(peter).get(address("week", samira_case)).content.decode()
    assert "is nog niet te zeggen" in page and "school, opvang en dagen van Yara en Adam" in page
    assert "In een schoolweek past" not in page and "eigen grenzen: van huis" not in page
    offers = as_(peter).get(address("offers", samira_case)).content.decode()
    assert "past nog niet" not in offers and "school, opvang en dagen van Yara en Adam" in offers
    first = as_(peter).get(reverse("people:case", args=[samira_case.public_id])).content.decode()
    assert "past nu nog geen werk" not in first and "In een schoolweek" not in first


def test_bus_times_make_the_bus_count_and_stand_in_a_new_offer(as_, peter, samira_case, tell_money):
    tell_money("straks", uurloon_straks=15.9)
    client, page = as_(peter), address("travel", samira_case, "ov")
    form = client.get(page).context["form"]
    assert form["usual"].value() is True, "nobody chose another way"
    sent = {"home-work": "35", "usual": "on", "seen_version": "0"}
    assert client.post(page, sent).status_code == 302
    assert week(samira_case, peter).saved.mode == "ov"
    initial = client.get(address("add_offer", samira_case)).context["form"].initial
    assert (initial["home"], initial["wage"]) == (35, 15.9)


def test_another_way_of_travelling_is_only_kept_until_it_is_chosen(as_, peter, samira_case):
    client = as_(peter)
    for mode, usual in (("fiets", {"usual": "on"}), ("ov", {})):
        sent = {"home-work": "35", "seen_version": "0", **usual}
        assert client.post(address("travel", samira_case, mode), sent).status_code == 302
    assert week(samira_case, peter).saved.mode == "fiets"
    assert client.get(address("travel", samira_case, "ov")).context["form"]["usual"].value() is False


def test_the_same_school_is_one_choice(as_, peter, samira_case, yara):
    noor = samira_case.household.children.get(first_name="Adam")
    client = as_(peter)
    sent = {"kind": "school", "school_ma": "8:30-14:15", "school_wo": "8:30-12:15", "seen_version": "0"}
    assert "same_school" not in client.get(address("child", samira_case, yara)).context["form"].fields
    assert client.post(address("child", samira_case, yara), sent).status_code == 302
    same = {"kind": "school", "same_school": yara, "seen_version": "0"}
    assert client.post(address("child", samira_case, noor.pk), same).status_code == 302
    schools = week(samira_case, peter).saved.schools
    assert schools[str(noor.pk)] == schools[yara] == {"ma": ["08:30", "14:15"], "wo": ["08:30", "12:15"]}
    unknown = {"kind": "school", "same_school": "999", "seen_version": "0"}
    assert client.post(address("child", samira_case, noor.pk), unknown).status_code == 200


def test_somebody_of_the_map_is_chosen_as_who_looks_after_a_child(as_, peter, samira_case, yara):
    oma = map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
    for name, more in (("Oom Ali", {"do_not_contact": True}), ("Gemeente", {"kind": "organisation"})):
        map_actions.add_node(by=peter, case=samira_case, name=name, ring="micro", **more)
    client, page = as_(peter), address("add_service", samira_case, "informeel")
    choices = [label for _value, label in client.get(page).context["form"].fields["from_map"].choices]
    assert choices == ["Nee, of nog niet", "Oma"]
    sent = {"children": [yara], "at": "own", "state": "agreed", "open_days": ["do"], "handover": "5"}
    sent |= {"days_school": "1", "days_holiday": "0", "close": "18:00"}
    assert "of kies iemand van de kaart" in client.post(page, sent).content.decode()
    assert client.post(page, {**sent, "from_map": "999999"}).status_code == 200
    assert client.post(page, {**sent, "from_map": oma.pk}).status_code == 302
    (key,) = week(samira_case, peter).saved.services()
    assert week(samira_case, peter).saved.service(key)["name"] == "Oma"
    oma.refresh_from_db()
    assert oma.person == f"care:{key}", "linked by key, not by name"


def test_the_days_with_the_offered_work_are_typed_in_the_week_and_counted_in_money(
    as_, peter, samira_case, yara, bso, tell_money
):
    tell_money("werk", uren=0.0)
    tell_money("straks", uren_1=20.0)
    page = address("service", samira_case, bso.key)
    sent = {
        "name": "De Zonnebloem",
        "children": [yara],
        "at": "school",
        "open_days": ["ma", "di"],
        "close": "18:30",
    }
    sent |= {"days_school": "2", "days_offer": "4", "hours_per_day": "4", "rate": "9,80", "handover": "5"}
    assert as_(peter).post(page, {**sent, "seen_version": bso.version}).status_code == 302
    # From 26.67 to 53.33 hours of care a month for 20 hours a week of work, 52 weeks in 12 months.
    assert (
        purse_of(case=samira_case).answers[f"opvang_erbij_{yara}"] == round(26.66 / (20 * 52 / 12), 2) == 0.31
    )
    assert care_in_money(samira_case, yara) == ("bso", 26.67, 9.8), "now stays as it is"
    assert as_(peter).get(page).context["form"]["days_offer"].value() == "4"
    facts = as_(peter).get(reverse("facts:facts", args=[samira_case.public_id])).content.decode()
    assert "Dagen per week in schoolweken, met het nieuwe werk" in facts
    version = week(samira_case, peter).version("service", bso.key)
    assert as_(peter).post(page, {**sent, "days_offer": "", "seen_version": version}).status_code == 302
    assert f"opvang_erbij_{yara}" not in purse_of(case=samira_case).answers
