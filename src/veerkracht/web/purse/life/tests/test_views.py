""" "Als er iets gebeurt": what she chose, in words, with who helps; nothing that presses or predicts."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse

from veerkracht.money.life.stress import offered_events
from veerkracht.web.people.models import Case, Child
from veerkracht.web.plan.models import Promise
from veerkracht.web.purse import queries
from veerkracht.web.purse.models import PartAnswers
from veerkracht.web.purse.tests.test_views import PRESSING, counted, text_of, url

NADIA = {
    "wonen": {
        "huur": 905.0,
        "servicekosten": 18.0,
        "partner": "ja",
        "loon_partner": 24600.0,
        "medebewoners": 0.0,
    },
    "werk": {
        "uren": 24.0,
        "uurloon": 17.8,
        "reiskosten": 32.0,
        "bijstand": "nee",
        "vrijlating": "geen",
        "ander_inkomen": 0.0,
    },
    "bezit": {"vermogen": 2100.0, "vaste_lasten": 480.0},
}
CHOSEN = {"gebeurtenissen": ["E05", "E03", "E10", "E14"], "E03_weeks": 8.0}


@pytest.fixture
def nadia(samira_case: Case, tell) -> Case:
    """Samira in the shoes of Nadia: 36, Sofia of eleven with care after school, a partner with a wage."""
    today = dt.date.today()
    Case.objects.filter(pk=samira_case.pk).update(born_on=today.replace(year=today.year - 36, day=1))
    Child.objects.filter(household=samira_case.household).delete()
    born_on = today.replace(year=today.year - 11, day=1)
    sofia = Child.objects.create(household=samira_case.household, first_name="Sofia", born_on=born_on)
    care = {f"opvang_{sofia.pk}": "bso", f"opvanguren_{sofia.pk}": 36.0, f"uurtarief_{sofia.pk}": 9.9}
    tell(samira_case, **NADIA, kinderen={"traject": "nee", **care})
    return Case.objects.get(pk=samira_case.pk)


def test_nadia_sees_what_holds_and_what_does_not(as_, samira, nadia, tell):
    """Z12 step 2: the partner leaves, eight weeks ill, Sofia to secondary school, six percent rent."""
    tell(nadia, leven=CHOSEN)
    page = as_(samira).get(url("life", nadia))
    events = page.context["life"].events
    assert [one.id for one in events] == ["E03", "E05", "E10", "E14"]
    text = text_of(page)
    assert text.index("per maand.") < text.index("Naast elkaar"), "a sentence comes first"
    assert not any(one.word for one in events), "without her living costs nothing is said to fit"
    tell(nadia, betalen={"dagelijks": 1000.0})
    page = as_(samira).get(url("life", nadia))
    assert all(one.word in ("past", "krap", "past niet") for one in page.context["life"].events)
    text = text_of(page)
    assert text.index("Het ") < text.index("Naast elkaar"), "a sentence comes first"
    assert "Lang ziek, 8 weken" in text and "Sofia gaat naar de middelbare school" in text
    assert "Eigen nettoloon ten opzichte van de grens" in text and "Na 12 maanden" in text
    assert "Niet uitgerekend: wat een cao meer geeft" in text
    assert not re.search(r"\btotaal\b|score", text, re.I)


def test_the_test_of_seventy_percent_has_its_base_as_a_setting(as_, samira, nadia, tell):
    tell(nadia, leven=CHOSEN)
    browser = as_(samira)
    assert "Met een volle week van 36 uur als maat" in text_of(browser.get(url("life", nadia)))
    text = text_of(browser.get(url("life", nadia), {"voltijd": "40"}))
    assert "Met een volle week van 40 uur als maat" in text and "haalt de grens van het CBS" in text
    assert browser.get(url("life", nadia), {"voltijd": "\x00"}).status_code == 200


def test_help_comes_from_the_municipality_first_and_becomes_a_promise_with_one_click(as_, peter, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E01", "E12"]})
    browser = as_(peter)
    page = browser.get(url("life", nadia))
    helps = page.context["helps"][0][1]
    assert [one.what.arrangement.owner for one in helps][0] == "gemeente"
    (send,) = helps[0].sends
    for _ in range(2):
        assert browser.post(send.url, dict(send.fields)).status_code == 302
    promise = Promise.objects.get()
    assert promise.owner == "municipality" and "voorschot" in promise.what
    assert "Voor als: Het contract stopt" in promise.what
    again = browser.get(url("life", nadia))
    made = again.context["helps"][0][1][0]
    assert made.sends == () and made.promise_url.endswith(f"#belofte-{promise.pk}")
    assert "Dit is nu een belofte in het plan" in text_of(again)
    child = next(one for one in again.context["helps"][1][1] if one.what.arrangement.owner == "het kind zelf")
    assert child.sends == (), "a child owes nobody a promise"


def test_what_is_needed_is_what_was_told_until_somebody_types_it(as_, samira, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E14"]})
    browser = as_(samira)
    unknown = browser.get(url("life", nadia))
    assert "Of het past, is niet te zeggen" in text_of(unknown) and "€ 1.403 per maand" in text_of(unknown)
    assert not any(event.word for event in unknown.context["life"].events)
    tell(nadia, betalen={"dagelijks": 1000.0})
    page = browser.get(url("life", nadia))
    assert page.context["life"].needed == 905 + 18 + 480 + 1000 and "€ 2.403 per maand" in text_of(page)
    PartAnswers.objects.filter(part="leven").update(
        answers={"gebeurtenissen": ["E14"], "nodig_per_maand": 3000.0}
    )
    assert "€ 3.000 die er per maand minstens nodig is" in text_of(browser.get(url("life", nadia)))


def test_events_start_from_work_that_is_looked_at(as_, samira, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E20"]}, straks={"uurloon_straks": 19.0, "uren_1": 30.0})
    browser = as_(samira)
    now, then = (browser.get(url("life", nadia), {"basis": key}).context["life"] for key in ("nu", "30"))
    assert [base.is_current for base in then.bases] == [False, True, False]
    assert then.now.disposable > now.now.disposable
    money = browser.get(url("money", nadia)).context["money"].outcome
    assert now.now.disposable == round(money.now.to_spend)
    assert then.now.disposable == round(money.later[0].to_spend)
    assert browser.get(url("life", nadia), {"basis": "\x00"}).status_code == 200


def test_nothing_chosen_invites_and_says_who_chooses(as_, samira, peter, nadia):
    text = text_of(as_(samira).get(url("life", nadia)))
    assert "Kies zelf waar je naar wilt kijken" in text and "De grens van het CBS" in text
    assert "Samira kiest zelf" in text_of(as_(peter).get(url("life", nadia)))


def test_she_chooses_in_one_form_and_what_she_typed_is_kept(as_, samira, nadia):
    browser = as_(samira)
    form = browser.get(url("life_choose", nadia)).context["form"]
    sent = {
        "gebeurtenissen": ["E03", "E14"],
        "E03_weeks": "8",
        "E14_rent_increase": "54,30",
        "geld_achter_de_hand": "1.200",
        "seen_version": form["seen_version"].value(),
    }
    answer = browser.post(url("life_choose", nadia), sent)
    assert answer["Location"] == url("life", nadia)
    told = queries.purse_of(case=nadia).answers
    assert told["gebeurtenissen"] == ["E03", "E14"] and told["E14_rent_increase"] == 54.3
    assert told["E03_weeks"] == 8 and told["geld_achter_de_hand"] == 1200
    page = browser.get(url("life_choose", nadia)).content.decode()
    assert 'value="54,30"' in page and page.count("checked") == 2


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("E03_weeks", "lang", "is geen getal"),
        ("E14_rent_increase", "-5", "niet minder dan nul"),
        ("dagen_schok", "2,5", "een heel getal"),
        ("gebeurtenissen", "E25", "Deze keuze bestaat niet"),
        ("gebeurtenissen", "E30", "Deze keuze bestaat niet"),
    ],
)
def test_a_mistake_is_a_sentence_and_what_was_typed_stays(as_, samira, nadia, name, typed, says):
    page = as_(samira).post(url("life_choose", nadia), {name: typed, "seen_version": 1})
    assert page.status_code == 200 and says in page.content.decode()
    assert not PartAnswers.objects.filter(part="leven").exists()


def test_two_who_choose_at_once_see_both(as_, samira, peter, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E14"]})
    form = as_(peter).get(url("life_choose", nadia)).context["form"]
    base = {"seen_version": form["seen_version"].value(), "was": form["was"].value()}
    as_(samira).post(url("life_choose", nadia), {**base, "gebeurtenissen": ["E03"]})
    late = as_(peter).post(url("life_choose", nadia), {**base, "gebeurtenissen": ["E05", "E14"]})
    assert late.status_code == 409
    text = text_of(late)
    assert "Lang ziek" in text and "De partner gaat weg" in text and "De huur gaat omhoog" in text
    chosen = {**dict(late.context["keep"]), "gebeurtenissen": "E05,E14"}
    assert as_(peter).post(url("life_choose", nadia), chosen).status_code == 302
    assert queries.purse_of(case=nadia).answers["gebeurtenissen"] == ["E05", "E14"]


def test_loss_and_violence_are_in_no_list_and_a_child_that_is_not_there_in_no_name(as_, samira, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E10", "E12", "E14"]})
    Child.objects.all().delete()
    browser = as_(samira)
    for name in ("life", "life_choose"):
        page = browser.get(url(name, nadia)).content.decode()
        assert "Sofia" not in page and "middelbare school" not in page and "wordt 18" not in page
        assert not re.search(r"overl[ie]|overleden|geweld|vlucht", page, re.I)
        assert 'value="E25"' not in page and 'value="E30"' not in page


def test_what_is_missing_is_named_with_a_way_there(as_, samira, nadia, tell):
    tell(nadia, leven=CHOSEN)
    tell(nadia, wonen={"partner": "nee", "medebewoners": 0})
    page = as_(samira).get(url("life", nadia)).content.decode()
    assert "kale huur per maand" in page and url("part", nadia, "wonen") in page


@pytest.mark.parametrize("event", [event.id for event in offered_events()])
def test_every_event_has_a_page_that_does_not_press(as_, samira, nadia, tell, event):
    tell(nadia, leven={"gebeurtenissen": [event]})
    page = as_(samira).get(url("life", nadia))
    assert page.status_code == 200 and not page.context["life"].missing
    assert not PRESSING.findall(text_of(page)), PRESSING.findall(text_of(page))


def test_neither_page_presses(as_, samira, peter, nadia, tell):
    tell(nadia, leven=CHOSEN)
    for who in (samira, peter):
        for name in ("life", "life_choose"):
            found = PRESSING.findall(text_of(as_(who).get(url(name, nadia))))
            assert not found, found


@pytest.mark.parametrize("name", ["life", "life_choose"])
def test_only_she_and_her_klantmanager(as_, aylin, bas, marleen, denise, peter, nadia, name):
    assert as_(peter).get(url(name, nadia)).status_code == 200
    for who in (aylin, bas, marleen, denise):
        assert as_(who).get(url(name, nadia)).status_code == 404


def test_more_events_and_children_take_no_more_queries(as_, samira, peter, nadia, tell):
    tell(nadia, leven={"gebeurtenissen": ["E14"]})
    before = {who: counted(as_(who), url("life", nadia)) for who in (samira, peter)}
    PartAnswers.objects.filter(part="leven").update(
        answers={"gebeurtenissen": [e.id for e in offered_events()]}
    )
    Child.objects.create(household=nadia.household, first_name="Mees", born_on=dt.date(2022, 5, 3))
    for who, number in before.items():
        assert counted(as_(who), url("life", nadia)) <= number


def test_the_name_of_the_page_stands_in_the_parts_of_geld(as_, samira, nadia):
    page = as_(samira).get(reverse("purse:money", args=[nadia.public_id])).content.decode()
    assert url("life", nadia) in page
