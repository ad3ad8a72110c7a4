"""The week through its pages: who may, what is refused in a sentence, nothing overwritten, nothing told too much."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.plan.models import Promise
from veerkracht.web.planner import actions
from veerkracht.web.planner.conftest import KDV, saved_parts
from veerkracht.web.planner.domain.family import leg_minutes, legs
from veerkracht.web.planner.models import CareCheck, Part, WorkSheet
from veerkracht.web.planner.queries import week_of

PAGES = ("week", "offers", "plan_b", "year", "care", "sheet")
READ_BY_KM = PAGES
FORMS = ("limits", "course", "add_block", "choose_service", "add_offer", "change_year", "view")


def url(name: str, case, *more) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


def body(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("name", PAGES + FORMS)
def test_she_and_who_works_with_her_open_every_page(as_, samira, peter, joke, samira_case, day_care, name):
    for who in (samira, peter, joke):
        assert as_(who).get(url(name, samira_case)).status_code == 200, f"{who} {name}"


@pytest.mark.parametrize("name", PAGES + FORMS)
def test_nobody_else_opens_any(as_, aylin, bas, marleen, denise, others, samira_case, day_care, name):
    for who in (aylin, bas, marleen, denise, *others.values()):
        assert as_(who).get(url(name, samira_case)).status_code == 404, f"{who} {name}"


def test_the_sentence_comes_first_then_the_picture_then_the_levers(as_, peter, samira_case, day_care):
    page = body(as_(peter).get(url("week", samira_case)))
    order = [
        page.index(words)
        for words in ("In een schoolweek past", "week-desk-title", "Wie kan zorgen voor meer ruimte")
    ]
    assert order == sorted(order)
    assert "Een dag meer bij Kinderdagverblijf" in page
    assert "eigen grens" not in page.replace("eigen grenzen", ""), "her own limits are no lever"


def test_she_reads_je_and_staff_reads_her_name(as_, samira, peter, samira_case, day_care):
    hers, his = (body(as_(who).get(url("week", samira_case))) for who in (samira, peter))
    assert "Tot jij het invult" in hers and "Tot jij het invult" not in his


def test_one_click_makes_a_promise_of_a_lever(as_, peter, samira_case, day_care):
    client = as_(peter)
    page = body(client.get(url("week", samira_case)))
    assert "Wordt een belofte van: Kinderdagverblijf" in page
    data = {
        "owner": "childcare",
        "owner_name": "Kinderdagverblijf",
        "what": "Zoekt uit of dit kan: een dag meer.",
    }
    answer = client.post(reverse("plan:make_promise", args=[samira_case.public_id]), data)
    assert answer.status_code == 302
    assert Promise.objects.get().owner == "childcare"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"leave_after": "half acht"}, "is geen tijd"),
        ({"home_by": "25:00"}, "is geen tijd"),
        ({"home_by": "6:00"}, "Dit moet later zijn dan"),
        ({"load_day": "veel"}, "is geen aantal uren"),
        ({"load_day": "25"}, "vul een getal in van 0 tot en met 24"),
        ({"work_days": "9"}, "vul een getal in van 0 tot en met 5"),
        ({"buffer": "-5"}, "is geen heel getal"),
        ({"buffer": "٣"}, "is geen heel getal"),
        ({"mode": "vliegtuig"}, "Deze keuze bestaat niet"),
        ({"leave_after": ""}, "Vul hier iets in"),
    ],
)
def test_bad_limits_are_named_and_kept(as_, peter, samira_case, data, said):
    good = {
        "leave_after": "7.15",
        "home_by": "18u30",
        "load_day": "9",
        "load_week": "36",
        "work_days": "4",
        "paid_day": "7,5",
        "paid_week": "24",
        "minimum_shift": "3",
        "work_from": "7",
        "work_to": "1800",
        "mode": "fiets",
        "buffer": "5",
        "gate_before": "10",
        "gate_after": "5",
        "seen_version": "0",
    }
    client = as_(peter)
    answer = client.post(url("limits", samira_case), {**good, **data})
    assert answer.status_code == 200 and said in body(answer)
    assert not saved_parts(samira_case, "limits")
    assert client.post(url("limits", samira_case), good).status_code == 302
    facts = saved_parts(samira_case, "limits")[0]
    assert (facts["leave_after"], facts["work_to"], facts["paid_day"]) == ("07:15", "18:00", 450)


def test_a_childs_days_are_kept_as_told(as_, samira, samira_case, kids):
    data = {"kind": "school", "seen_version": "0", "other_school": ["wo", "vr"], "other_safe": "on"}
    data |= {"school_ma": "8.30-14.15", "school_wo": "8:30 – 12:15"}
    assert as_(samira).post(url("child", samira_case, kids["Yara"]), data).status_code == 302
    facts = saved_parts(samira_case, "child")[0]
    assert facts["school"] == {"ma": ["08:30", "14:15"], "wo": ["08:30", "12:15"]}
    assert facts["other_school"] == ["wo", "vr"]
    page = body(as_(samira).get(url("child", samira_case, kids["Yara"])))
    assert 'value="08:30-12:15"' in page


@pytest.mark.parametrize("typed", ["8:30", "14:15-8:30", "ochtend", "8:30-14:15-16:00", "99:00-100:00"])
def test_school_times_that_are_none_are_refused(as_, peter, samira_case, kids, typed):
    data = {"kind": "school", "seen_version": "0", "school_ma": typed}
    answer = as_(peter).post(url("child", samira_case, kids["Yara"]), data)
    assert answer.status_code == 200 and (
        "begin en einde" in body(answer) or "Draai de tijden om" in body(answer)
    )
    assert not saved_parts(samira_case, "child")


def test_unknown_days_show_from_to(as_, peter, samira_case, kids):
    data = {
        **{k: v for k, v in KDV.items() if v is not None},
        "children": [kids["Adam"]],
        "days_school": "1-3",
    }
    data |= {"hours_per_day": "10,5", "rate": "10,90"}
    answer = as_(peter).post(url("add_service", samira_case, "dagopvang"), data)
    assert answer.status_code == 302, body(answer)
    assert saved_parts(samira_case, "service")[0]["days_school"] == {"min": 1, "max": 3}
    page = body(as_(peter).get(url("week", samira_case)))
    assert " tot " in page and "het aantal dagen bij Kinderdagverblijf" in page


def test_a_second_service_of_one_name_is_refused(as_, peter, samira_case, kids, day_care):
    data = {**{k: v for k, v in KDV.items() if v is not None}, "children": [kids["Adam"]]}
    data |= {"name": " kinderdagverblijf", "hours_per_day": "10", "rate": "10"}
    answer = as_(peter).post(url("add_service", samira_case, "dagopvang"), data)
    assert "Deze naam staat er al" in body(answer)


def test_two_at_once_see_each_others_change(as_, peter, samira, samira_case, tell):
    tell("plan_b", "ziek", who="Oma", employer="", others="")
    page = url("change_plan_b", samira_case, "ziek")
    first = {"who": "Oma\nBuurvrouw", "employer": "", "others": "", "seen_version": "1"}
    assert as_(samira).post(page, first).status_code == 302
    second = as_(peter).post(page, {**first, "who": "Tante", "seen_version": "1"})
    assert second.status_code == 409
    assert "Buurvrouw" in body(second) and "Tante" in body(second)
    assert Part.objects.get().facts["who"] == "Oma\nBuurvrouw"


def test_the_same_form_sent_twice_adds_once(as_, peter, samira_case):
    data = {"what": "rest", "day": "ma", "start": "13:00", "end": "15:00", "weeks": "both"}
    data["once"] = "4c7a4f2e-0d6e-4b9c-8a51-6f4f6f0f3f01"
    for _ in range(2):
        assert as_(peter).post(url("add_block", samira_case), data).status_code == 302
    assert len(saved_parts(samira_case, "block")) == 1


def test_each_journey_can_have_its_own_way_of_travelling(as_, peter, samira_case, kids, tell):
    """Twenty minutes on foot to school counts where she walks there, and ten by bicycle does not."""
    tell("travel", "fiets", **{"home-work": 15, "home-school": 10, "work-school": 12})
    tell("travel", "lopen", **{"home-work": 60, "home-school": 20, "work-school": 50})
    client, page = as_(peter), url("leg_modes", samira_case)
    assert "zoals meestal (fiets)" in body(client.get(page))
    assert (
        client.post(page, {"home-school": "lopen", "home-work": "", "seen_version": "0"}).status_code == 302
    )
    told = week_of(case=samira_case, account=peter, day=timezone.localdate()).saved
    minutes = {"-".join(leg): leg_minutes(told, leg) for leg in legs(told)}
    assert (minutes["home-school"], minutes["home-work"], minutes["work-school"]) == (20, 15, 12)
    assert leg_minutes(told, ("home", "school"), "fiets") == 10, "one way of travelling compared is that way"
    assert "fiets, en 1 anders" in body(client.get(url("week", samira_case)))
    assert "Deze keuze bestaat niet" in body(client.post(page, {"home-school": "raket", "seen_version": "1"}))


def test_taking_away_asks_first_and_needs_the_version_seen(as_, peter, samira_case, day_care):
    page, client = url("remove_service", samira_case, day_care.key), as_(peter)
    assert "Kinderdagverblijf" in body(client.get(page))
    client.post(page, {"seen_version": 7})
    assert saved_parts(samira_case, "service")
    client.post(page, {"seen_version": day_care.version})
    assert not saved_parts(samira_case, "service")


def test_the_shop_opens_too_early_and_the_page_says_by_how_much(
    as_, peter, samira_case, kids, day_care, shop
):
    page = body(as_(peter).get(url("offer", samira_case, shop.key)))
    assert "Fietsenwinkel past nog niet" in page and "minuten te vroeg" in page and "Yara" in page
    assert "Wie kan helpen?" in page
    assert "past nog niet" in body(as_(peter).get(url("offers", samira_case)))


def test_a_secret_address_shows_no_place_and_no_journey(as_, peter, samira_case, kids, day_care, tell):
    tell("travel", "fiets", **{"home-work": 23})
    samira_case.change(samira_case.version, address_is_secret=True)
    for name in PAGES:
        page = body(as_(peter).get(url(name, samira_case)))
        assert "Kinderdagverblijf" not in page.replace("Kinderdagverblijf erbij", ""), name
        assert "<title>onderweg" not in page, f"{name} draws how far apart places are"


def test_only_she_makes_the_sheet_for_an_employer(as_, samira, peter, samira_case, day_care):
    data = {
        "start_tolerance": "10",
        "phone_rule": "Stil",
        "holiday_rule": "",
        "roster_rule": "",
        "seen_version": "0",
    }
    assert as_(peter).post(url("write_sheet", samira_case), data).status_code == 404
    assert as_(peter).get(url("sheet_pdf", samira_case)).status_code == 404
    assert as_(samira).post(url("write_sheet", samira_case), data).status_code == 302
    assert WorkSheet.objects.get().start_tolerance == 10
    for who in (samira, peter):
        assert as_(who).get(url("sheet_pdf", samira_case)).content[:4] == b"%PDF"


def test_the_sheet_says_nothing_about_the_family(as_, samira, samira_case, kids, day_care):
    given = {"phone_rule": "", "holiday_rule": "", "roster_rule": "", "start_tolerance": 5}
    actions.write_profile(by=samira, case=samira_case, seen_version=0, **given)
    page = body(as_(samira).get(url("sheet", samira_case)))
    shown = page[page.index("Dit leest de werkgever") :]
    for word in ("Yara", "Adam", "Kinderdagverblijf", "kinderopvang", "moeder"):
        assert word not in shown


def test_the_check_before_a_contract(as_, samira, peter, samira_case, day_care):
    assert "nog niet" in body(as_(samira).get(url("care", samira_case)))
    data = {
        "ground": "step",
        "payer": "toeslag",
        "starts_on": "1-1-2026",
        "ends_on": "1-7-2026",
        "seen_version": "0",
    }
    assert as_(samira).post(url("check_care", samira_case), data).status_code == 404, (
        "hers to read, not to decide"
    )
    wrong = as_(peter).post(url("check_care", samira_case), {**data, "ends_on": "1-12-2025"})
    assert "Dit moet later zijn" in body(wrong)
    assert as_(peter).post(url("check_care", samira_case), data).status_code == 302
    assert CareCheck.objects.get().payer == "toeslag"
    page = body(as_(samira).get(url("care", samira_case)))
    assert "01-07-2026" in page and "Wat als het niet mag?" in page and "6 maanden" in page


def test_her_view_on_childcare_is_a_choice(as_, samira, peter, samira_case):
    data = {"choice": "Ik zorg zelf tot hij één is.", "reason": "Hij is vaak ziek.", "again_on": "1-5-2027"}
    assert as_(samira).post(url("view", samira_case), {**data, "seen_version": "0"}).status_code == 302
    page = body(as_(peter).get(url("care", samira_case)))
    assert "Ik zorg zelf tot hij één is." in page and "Niemand schrijft dit op als probleem" in page
    again = body(as_(peter).get(url("view", samira_case)))
    assert "01-05-2027" in again


def test_a_week_that_contradicts_itself_says_so(as_, peter, samira_case, tell, kids):
    tell("course", name="Taalles", times={"ma": ["07:30", "16:00"]}, holidays=False, other_times={})
    for name in ("week", "year"):
        page = as_(peter).get(url(name, samira_case))
        assert page.status_code == 200 and "valt de cursus" in body(page)
    assert as_(peter).get(url("offers", samira_case)).status_code == 200


def test_queries_stay_constant_however_full_the_week_is(as_, peter, samira_case, kids, day_care):
    client = as_(peter)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(url("week", samira_case))
        return len(seen)

    queries()
    few = queries()
    for number in range(6):
        facts = {**KDV, "name": f"Oppas {number}", "children": [kids["Adam"]]}
        actions.add_part(by=peter, case=samira_case, kind="service", facts=facts)
    assert queries() == few


@pytest.mark.parametrize(
    "path",
    [
        "kinderen/999999/",
        "opvang/nee/",
        "opvang/nieuw/kasteel/",
        "reizen/raket/",
        "vrij/nee/",
        "erover/nee/",
        "plan-b/oorlog/",
        "opvang/nee/weg/",
        "les/weg/",
        "erover/nee/veranderen/",
    ],
)
def test_what_is_not_there_is_not_there(as_, peter, samira_case, path):
    assert as_(peter).get(url("week", samira_case) + path).status_code == 404


def test_a_sheet_without_an_hour_to_offer_says_so(as_, samira, samira_case, kids):
    given = {"phone_rule": "", "holiday_rule": "", "roster_rule": "", "start_tolerance": 5}
    actions.write_profile(by=samira, case=samira_case, seen_version=0, **given)
    answer = as_(samira).get(url("sheet_pdf", samira_case))
    assert answer.status_code == 422 and "Er past nu geen uur in de week" in body(answer)
