"""Who must not be approached stands in no proposal; a secret address leaves no place by name, nowhere."""

from __future__ import annotations

import io

import pypdf
import pytest
from django.urls import reverse

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Node
from veerkracht.web.planner import actions
from veerkracht.web.planner.conftest import KDV, saved_parts
from veerkracht.web.planner.domain.not_approached import avoided_in
from veerkracht.web.planner.models import Part

PAGES = (
    "week",
    "offers",
    "plan_b",
    "year",
    "care",
    "sheet",
    "limits",
    "course",
    "add_block",
    "choose_service",
    "add_offer",
    "change_year",
    "view",
    "write_sheet",
    "remove_course",
)


def url(name: str, case, *more) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


def body(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oom Ali", "Oom Ali"),
        ("ali", "Oom Ali"),
        ("Oom Ali, na zessen", "Oom Ali"),
        ("Alida", ""),
        ("", ""),
        ("Oma", ""),
    ],
)
def test_a_name_is_found_in_a_line(text: str, name: str):
    assert avoided_in(text, ["Oom Ali"]) == name


@pytest.fixture
def uncle(peter, samira_case, kids):
    """Somebody who could help, and is on the map as not to be approached."""
    facts = {
        "type": "informeel",
        "name": "Oom Ali",
        "children": [kids["Yara"]],
        "state": "possible",
        "at": "own",
    }
    part = actions.add_part(by=peter, case=samira_case, kind="service", facts={**facts, "days_school": 2})
    map_actions.add_node(by=peter, case=samira_case, name="Oom Ali", ring="micro", do_not_contact=True)
    return part


def test_who_must_not_be_approached_is_proposed_nowhere(as_, peter, samira_case, kids, day_care, uncle, shop):
    page = body(as_(peter).get(url("week", samira_case)))
    assert "Oom Ali haalt" not in page and "niet benaderen" in page
    assert "Oom Ali" not in body(as_(peter).get(url("offer", samira_case, shop.key)))


def test_without_that_word_on_the_map_the_same_person_is_proposed(
    as_, peter, samira_case, kids, day_care, uncle
):
    Node.objects.update(do_not_contact=False)
    assert "Oom Ali haalt Yara op" in body(as_(peter).get(url("week", samira_case)))


def test_plan_b_calls_nobody_who_must_not_be_approached(as_, peter, samira_case, uncle, tell):
    tell("plan_b", "ziek", who="Oma\nOom Ali, na zessen", employer="", others="")
    page = body(as_(peter).get(url("plan_b", samira_case)))
    assert "Oma" in page and "Oom Ali" not in page and "Eén regel is weggelaten" in page
    data = {"who": "Ali", "employer": "", "others": "", "seen_version": "1"}
    answer = body(as_(peter).post(url("change_plan_b", samira_case, "ziek"), data))
    assert "Op de kaart staat bij Oom Ali “niet benaderen”" in answer
    assert Part.objects.get(kind="plan_b").version == 1


def test_a_new_helper_who_must_not_be_approached_is_refused(as_, peter, samira_case, kids, uncle):
    data = {
        "name": "Ali",
        "children": [kids["Yara"]],
        "at": "own",
        "state": "possible",
        "close": "18:00",
        "open_days": ["ma"],
        "days_school": "1",
        "days_holiday": "0",
        "handover": "5",
    }
    assert "niet benaderen" in body(as_(peter).post(url("add_service", samira_case, "informeel"), data))
    assert len(saved_parts(samira_case, "service")) == 1


def test_what_only_she_says_about_a_person_stays_hers(as_, samira, peter, samira_case, kids, day_care, uncle):
    Node.objects.update(only_hers=True)
    for who in (peter, samira):
        page = body(as_(who).get(url("week", samira_case)))
        assert "niet benaderen" not in page and "Oom Ali haalt" not in page
    typed = {"who": "Ali", "employer": "", "others": "", "seen_version": "0"}
    answer = body(as_(peter).post(url("change_plan_b", samira_case, "ziek"), typed, follow=True))
    assert "niet benaderen" not in answer, "a refusal would tell that she hid him"


def test_the_other_parent_is_a_lever_only_where_it_is_safe(as_, peter, samira_case, kids, day_care, tell):
    school = dict.fromkeys(("ma", "di", "wo", "do", "vr"), ["08:30", "14:15"])
    facts = {"school": school, "other_school": [], "other_holiday": [], "other_could": ["ma", "wo"]}
    part = tell("child", kids["Adam"], **facts | {"school": {}}, other_safe=False)
    page = url("week", samira_case)
    assert "bij de andere ouder, als beiden dat willen" not in body(as_(peter).get(page))
    safe = {**facts, "school": {}, "kind": "toddler", "other_safe": True}
    given = {"kind": "child", "key": kids["Adam"], "seen_version": part.version, "facts": safe}
    actions.tell_part(by=peter, case=samira_case, **given)
    assert "Adam op maandag en woensdag bij de andere ouder, als beiden dat willen" in body(
        as_(peter).get(page)
    )


@pytest.fixture
def hiding(peter, samira, samira_case, kids, tell, shop):
    """A week full of places by name, of somebody whose address is secret."""
    named = {**KDV, "children": [kids["Adam"]], "name": "De Zonnebloem", "days_school": 5}
    care = actions.add_part(by=peter, case=samira_case, kind="service", facts=named)
    renamed = {**saved_parts(samira_case, "offer")[0], "name": "Bakkerij Jansen"}
    given = {"kind": "offer", "key": shop.key, "seen_version": shop.version, "facts": renamed}
    actions.change_part(by=peter, case=samira_case, **given)
    tell("course", name="ROC Tilburg", times={"di": ["09:00", "11:30"]}, holidays=False, other_times={})
    tell(
        "plan_b",
        "ziek",
        who="Juf van De Zonnebloem",
        employer="Bakkerij Jansen belt",
        others="ROC Tilburg weet het",
    )
    tell("view", choice="Drie dagen De Zonnebloem.", reason="Dicht bij ROC Tilburg.", again_on=None)
    rules = {
        "phone_rule": "Bel De Zonnebloem.",
        "holiday_rule": "",
        "roster_rule": "Niet tijdens ROC Tilburg.",
    }
    actions.write_profile(by=samira, case=samira_case, seen_version=0, start_tolerance=5, **rules)
    samira_case.change(samira_case.version, address_is_secret=True)
    return care


PLACES = ("Zonnebloem", "Jansen", "Tilburg")


def test_a_secret_address_leaves_no_place_by_name_on_any_page(
    as_, samira, peter, samira_case, hiding, shop, kids
):
    ways = [(name, ()) for name in PAGES]
    ways += [(name, (shop.key,)) for name in ("offer", "change_offer", "remove_offer")]
    ways += [(name, (hiding.key,)) for name in ("service", "remove_service")]
    ways += [
        ("child", (kids["Adam"],)),
        ("travel", ("fiets",)),
        ("change_plan_b", ("ziek",)),
        ("add_service", ("bso",)),
    ]
    for who in (samira, peter):
        for name, more in ways:
            answer = as_(who).get(url(name, samira_case, *more))
            if answer.status_code == 404 and name == "write_sheet" and who == peter:
                continue
            assert answer.status_code == 200, name
            for place in PLACES:
                assert place not in body(answer), f"{name} names {place}"


def test_a_secret_address_leaves_no_place_by_name_on_the_sheet(as_, samira, samira_case, hiding):
    pdf = as_(samira).get(url("sheet_pdf", samira_case)).content
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "Werktijden" in text
    for place in PLACES:
        assert place not in text and place.encode() not in pdf


def test_a_promise_and_a_signal_name_no_secret_place(as_, peter, samira_case, hiding):
    page = body(as_(peter).get(url("week", samira_case)))
    assert 'name="what"' in page
    for place in PLACES:
        assert place not in page


def test_with_a_secret_address_nobody_asks_how_a_place_is_called(as_, peter, samira_case, hiding, shop):
    for name, more in (("service", hiding.key), ("change_offer", shop.key)):
        assert 'name="name"' not in body(as_(peter).get(url(name, samira_case, more)))
    days = {"days_1": "ma", "times_1": "9:00-13:00", "sort": "job", "home": "20", "seen_version": "3"}
    assert as_(peter).post(url("change_offer", samira_case, shop.key), days).status_code == 302
    assert saved_parts(samira_case, "offer")[0]["name"] == "" and "Het werk" in body(
        as_(peter).get(url("offer", samira_case, shop.key))
    )
