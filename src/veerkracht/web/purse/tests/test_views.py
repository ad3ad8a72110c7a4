"""Money through its pages: numbers equal the law book's, permissions, versions, and words that do not press."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from veerkracht.web.people import public_pace
from veerkracht.web.people.models import Child
from veerkracht.web.purse import actions, queries
from veerkracht.web.purse.domain import numbers
from veerkracht.web.purse.models import Doubt, KeptScenario, PartAnswers
from veerkracht.web.record.models import Event

PUBLIC = (
    "leeftijd=45&huur=689&servicekosten=0&partner=nee&medebewoners=0&uren=12&uurloon=15,10&bijstand=ja"
    "&vrijlating=geen&ander_inkomen=0&traject=nee&leeftijd_1=15&opvang_1=geen&leeftijd_2=12&opvang_2=geen"
    "&vermogen=0&uurloon_straks=15,10&uren_1=20&uren_2=26"
)
PRESSING = re.compile(
    r"\b(moet|moeten|u hoort|zou je|verstandig|aanrader|loont het|beter af|slim|advies)\b", re.I
)


def url(name: str, case, *more) -> str:
    return reverse(f"purse:{name}", args=[case.public_id, *more])


def text_of(page) -> str:
    bare = re.sub(r"<(script|style|head)\b.*?</\1>", " ", page.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare))


def test_the_page_says_the_amounts_of_the_sum(as_, samira, cleaning, settings):
    settings.DEMO = True  # Elsewhere the schemes of the example do not count.
    page = as_(samira).get(url("money", cleaning))
    outcome, text = page.context["money"].outcome, page.content.decode()
    for column in outcome.columns:
        assert numbers.euro(column.to_spend) in text
    best = max(outcome.later, key=lambda column: column.more)
    assert f"Met {best.title} houd je vanaf" in text and "Wat kan er misgaan" in text
    assert "is een voorbeeld" in text, "local schemes are told apart"
    assert "De tekening begint bij" in text


def test_peter_reads_her_name_and_she_reads_je(as_, peter, samira, cleaning):
    assert "uur houdt Samira" in text_of(as_(peter).get(url("money", cleaning))).replace("\u00a0", " ")
    assert "uur houd je" in text_of(as_(samira).get(url("money", cleaning))).replace("\u00a0", " ")


@pytest.mark.parametrize("typed", ["31-02-2027", "morgen", "01-01-2001", "01-01-2090"])
def test_a_first_day_that_cannot_be_gets_a_sentence_and_the_page_stays(as_, samira, cleaning, typed):
    page = as_(samira).get(url("money", cleaning), {"vanaf": typed})
    assert page.status_code == 200 and page.context["money"].outcome
    (error,) = page.context["money"].looked_at.form.errors["vanaf"]
    assert error.endswith(".") and error in page.content.decode().replace("&#x27;", "'")


def test_other_hours_and_another_wage(as_, samira, cleaning):
    page = as_(samira).get(url("money", cleaning), {"uurloon_straks": "18,50", "uren_1": "24", "uren_2": ""})
    outcome = page.context["money"].outcome
    assert [c.key for c in outcome.columns] == ["nu", "24"]
    assert outcome.wage == 18.5


@pytest.mark.parametrize("typed", ["abc", "-4", "99", "1,2,3", "\x00", "9" * 40])
def test_a_wrong_number_gets_a_sentence_and_the_page_stays(as_, samira, cleaning, typed):
    page = as_(samira).get(url("money", cleaning), {"uren_1": typed, "uren_2": "26"})
    assert page.status_code == 200
    errors = page.context["money"].looked_at.form.errors["uren_1"]
    assert errors[0].endswith(".") and errors[0].split("“")[0] in page.content.decode()


def test_before_anything_is_told_the_page_invites(as_, samira, samira_case):
    assert "weet ik niet" in text_of(as_(samira).get(url("money", samira_case)))


def test_what_is_missing_is_named_with_a_way_there(as_, samira, cleaning, tell):
    tell(cleaning, wonen={"partner": "nee", "medebewoners": 0})
    page = as_(samira).get(url("money", cleaning)).content.decode()
    assert "kale huur per maand" in page and url("part", cleaning, "wonen") in page


def test_what_nobody_knows_becomes_a_range(as_, samira, cleaning, tell):
    tell(cleaning, bezit={"vermogen": "onbekend", "aflossing": 110.0})
    text = text_of(as_(samira).get(url("money", cleaning)))
    assert " tot " in text and "Waarom het niet preciezer is" in text and "Spaargeld" in text


def test_answers_are_kept_part_by_part(as_, samira, samira_case):
    page = as_(samira).post(
        url("part", samira_case, "wonen"),
        {
            "leeftijd": "34",
            "huur": "€ 748,50",
            "servicekosten_weet_niet": "1",
            "partner": "nee",
            "seen_version": 1,
        },
    )
    assert page["Location"] == url("part", samira_case, "werk"), "the next part follows"
    told = queries.purse_of(case=samira_case)
    assert told.answers == {"leeftijd": 34, "huur": 748.5, "servicekosten": "onbekend", "partner": "nee"}
    again = as_(samira).get(url("part", samira_case, "wonen")).content.decode()
    assert 'value="748,50"' in again and "checked" in again
    overview = text_of(as_(samira).get(url("parts", samira_case)))
    assert "Weet nog niemand: Servicekosten per maand" in overview


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("veel", "is geen getal"),
        ("-5", "niet minder dan nul"),
        ("90000", "Dit is meer dan 5000"),
    ],
)
def test_a_mistake_is_a_sentence_at_its_field(as_, samira, samira_case, typed, says):
    page = as_(samira).post(url("part", samira_case, "wonen"), {"huur": typed, "seen_version": 1})
    assert page.status_code == 200 and says in page.content.decode()
    assert f'value="{typed}"' in page.content.decode(), "what was typed stays"
    assert not PartAnswers.objects.exists()


def test_two_people_telling_the_same_part_see_both(as_, peter, samira, samira_case, tell):
    tell(samira_case, wonen={"huur": 700.0})
    form = as_(peter).get(url("part", samira_case, "wonen")).context["form"]
    base = {"seen_version": form["seen_version"].value(), "was": form["was"].value()}
    as_(samira).post(url("part", samira_case, "wonen"), {**base, "huur": "748"})
    late = as_(peter).post(url("part", samira_case, "wonen"), {**base, "huur_weet_niet": "1"})
    assert late.status_code == 409
    text = text_of(late)
    assert "700" in text and "748" in text and "Weet ik niet" in text
    chosen = as_(peter).post(url("part", samira_case, "wonen"), {**dict(late.context["keep"]), "huur": "748"})
    assert chosen.status_code == 302
    assert queries.purse_of(case=samira_case).answers["huur"] == 748


def test_what_comes_in_now_is_told_by_ticks(as_, samira, samira_case):
    sent = {"krijgt": ["zorgtoeslag", "kinderbijslag"], "seen_version": 1}
    as_(samira).post(url("part", samira_case, "gekregen"), sent)
    assert queries.purse_of(case=samira_case).answers["krijgt"] == ["zorgtoeslag", "kinderbijslag"]


def test_schemes_that_are_not_asked_for_come_with_the_doubt(as_, samira, cleaning):
    text = text_of(as_(samira).get(url("schemes", cleaning)))
    assert "Huurtoeslag" in text and "Durf ik dit?" in text and "Wie helpt" in text
    assert "Kinderbijslag ongeveer" not in text, "what comes in already is not offered again"


def test_each_amount_opens_and_its_steps_end_in_what_was_told(as_, samira, cleaning):
    page = as_(samira).get(url("money", cleaning)).content.decode()
    assert (
        "Hoe zeker: bevestigd" in page and "Geldt sinds" in page and "Awir" in page or "Algemene wet" in page
    )
    steps = as_(samira).get(url("steps", cleaning, "voorschot_huurtoeslag"), {"kolom": "20"})
    assert len(steps.context["steps"]) > 10
    assert as_(samira).get(url("steps", cleaning, "bestaat_niet")).status_code == 404
    assert as_(samira).get(url("steps", cleaning, "kinderbijslag"), {"kolom": "99"}).status_code == 404


def test_klopt_niet_reaches_peter_and_gets_an_answer(as_, samira, peter, cleaning):
    as_(samira).post(url("doubt", cleaning, "voorschot_huurtoeslag"), {"words": "Ik krijg 409 euro."})
    doubt = Doubt.objects.get()
    assert doubt.label == "Huurtoeslag" and "€" in doubt.shown
    assert "Ik krijg 409 euro." in text_of(as_(peter).get(url("money", cleaning)))
    assert "Ik krijg 409 euro." in text_of(as_(peter).get(reverse("people:case", args=[cleaning.public_id])))
    sent = {"answer": "De huur is verhoogd.", "seen_version": doubt.version}
    as_(peter).post(url("answer_doubt", cleaning, doubt.pk), sent)
    assert "De huur is verhoogd." in text_of(as_(samira).get(url("money", cleaning)))
    assert Event.objects.filter(kind="purse.doubted", case_id=cleaning.pk).count() == 1


def test_a_kept_sum_stays_as_it_was_and_is_explained_again(as_, samira, cleaning):
    before = as_(samira).get(url("money", cleaning)).context["money"]
    as_(samira).post(f"{url('keep', cleaning)}?kolom=26", {"label": "26 uur bij Helder"})
    kept = KeptScenario.objects.get()
    assert kept.rules == before.rules and kept.hours == 26
    assert kept.amounts["to_spend"] == pytest.approx(before.outcome.columns[2].to_spend)
    page = as_(samira).get(url("kept", cleaning, kept.pk))
    assert page.context["steps"][0].value.startswith(numbers.euro(kept.amounts["to_spend"], cents=True))
    KeptScenario.objects.update(rules="anders")
    assert "De regels zijn daarna aangepast" in text_of(as_(samira).get(url("kept", cleaning, kept.pk)))
    as_(samira).post(url("remove_kept", cleaning, kept.pk))
    assert not KeptScenario.objects.exists()


def test_a_kept_sum_becomes_a_promise_of_peter(as_, peter, cleaning):
    browser = as_(peter)
    browser.post(f"{url('keep', cleaning)}?kolom=20", {"label": "20 uur"})
    page = browser.get(url("kept", cleaning, KeptScenario.objects.get().pk))
    send = page.context["sends"][-1]
    assert "“20 uur”" in dict(send.fields)["what"] and send.url in page.content.decode()


@pytest.mark.parametrize("name", ["money", "hours", "parts", "schemes", "keep"])
def test_only_she_and_her_klantmanager_see_it(as_, aylin, bas, marleen, denise, peter, cleaning, name):
    assert as_(peter).get(url(name, cleaning)).status_code == 200
    for who in (aylin, bas, marleen, denise):
        assert as_(who).get(url(name, cleaning)).status_code == 404


def test_hours_needed_for_three_diplomas(as_, samira, cleaning, tell):
    paths = {"pad_1": "Zorg", "loon_1": 15.6, "pad_2": "Ad", "loon_2": 19.5, "pad_3": "Hbo", "loon_3": 22.4}
    PartAnswers.objects.filter(part="straks").update(answers=paths)
    page = as_(samira).get(url("hours", cleaning), {"voltijd": "38", "meer": "200"})
    rows = page.context["hours"].rows
    assert [row.label for row in rows] == ["Zorg", "Ad", "Hbo"]
    first = [float(row.cells[0].words.split("\u00a0")[0].replace(",", ".")) for row in rows]
    assert first == sorted(first, reverse=True) and first[0] > first[-1], "a better wage needs fewer hours"
    text = text_of(page)
    assert "€ 200 per maand meer" in text and "CBS" in text and "volle week van 38" in text
    assert "Te besteden met alleen bijstand" in text


def test_anybody_can_calculate_and_nothing_is_kept(db):
    browser, events = Client(), Event.objects.count()
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(f"/rekenen?{PUBLIC}")
    assert page.status_code == 200 and len(asked) == 0, "not even a question to the database"
    assert "per maand meer over dan nu" in text_of(page)
    assert Event.objects.count() == events
    assert set(page.cookies) <= {"csrftoken"}
    for more in ("uren", "regelingen", "uitleg/kinderbijslag/", "regel/kinderbijslag/"):
        assert browser.get(f"/rekenen/{more}?{PUBLIC}").status_code == 200


def test_anybody_and_she_get_the_same(as_, samira, cleaning):
    hers = as_(samira).get(url("money", cleaning)).context["money"].outcome
    anybody = Client().get(f"/rekenen?{PUBLIC}").context["money"].outcome
    for one, other in zip(hers.columns, anybody.columns, strict=True):
        assert one.to_spend == pytest.approx(other.to_spend)


def test_the_public_page_names_mistakes_and_never_breaks(db, monkeypatch):
    monkeypatch.setattr(public_pace, "MOST_A_MINUTE", 1000)
    page = Client().get("/rekenen?huur=veel&uren=-3&partner=misschien&leeftijd_1=2,5&krijgt=alles")
    assert page.status_code == 200
    for words in ("is geen getal", "niet minder dan nul", "Deze keuze bestaat niet", "een heel getal"):
        assert words in page.content.decode()
    for field in ("huur", "leeftijd_1", "uren_1", "krijgt", "meer", "kolom", "uurloon_straks"):
        for typed in ("\x00", "٣٠", "9" * 50, "[]", "-0"):
            assert Client().get("/rekenen", {field: typed}).status_code == 200
            assert Client().get("/rekenen/uren", {field: typed}).status_code == 200


@pytest.mark.parametrize("name", ["money", "hours", "schemes", "parts"])
def test_no_page_presses_or_advises(as_, samira, peter, cleaning, name):
    for who in (samira, peter):
        found = PRESSING.findall(text_of(as_(who).get(url(name, cleaning))))
        assert not found, found


def test_no_part_presses(as_, samira, cleaning):
    for part in ("wonen", "werk", "kinderen", "bezit", "gemeente", "gekregen", "straks"):
        text = text_of(as_(samira).get(url("part", cleaning, part)))
        assert not PRESSING.findall(text) and "Waarom we dit vragen" in text or part == "straks"


def counted(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_more_children_and_more_kept_take_no_more_queries(as_, samira, peter, cleaning):
    browser = as_(samira)
    before = counted(browser, url("money", cleaning))
    for number in range(4):
        born_on = Child.objects.first().born_on
        Child.objects.create(household=cleaning.household, first_name=f"Kind {number}", born_on=born_on)
        actions.keep_scenario(
            by=peter,
            case=cleaning,
            label="x",
            day=born_on,
            rules="x",
            hours=1,
            hourly_wage=1,
            facts={},
            amounts={"to_spend": 1, "more": 1, "rows": []},
        )
        about = {"quantity": "x", "label": "x", "shown": "x", "words": "x"}
        actions.doubt(by=peter, case=cleaning, **about)
    assert counted(browser, url("money", cleaning)) <= before
