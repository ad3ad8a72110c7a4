""" "Later" and the choice: Denise from the cursus to the hbo, the debt that ends, one picture for her phone."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from veerkracht.web.people.models import Case, Child
from veerkracht.web.purse import queries
from veerkracht.web.purse.choice.picture import HEIGHT, WIDTH, ChoicePicture, draw, in_lines
from veerkracht.web.purse.models import KeptScenario, PartAnswers
from veerkracht.web.purse.tests.test_views import PRESSING, counted, text_of, url

DENISE = {
    "wonen": {"huur": 812.0, "servicekosten": 22.5, "partner": "nee", "medebewoners": 0.0},
    "werk": {"uren": 0.0, "bijstand": "ja", "vrijlating": "geen", "ander_inkomen": 0.0},
    "kinderen": {"traject": "nee"},
    "bezit": {"vermogen": 0.0, "aflossing": 75.0},
}
STUDY = {"studie_uren": 12.0, "studie_loon": 15.6}
PATHS = {
    1: {"naam": "Cursus zorg", "uren": 24.0, "loon": 15.6},
    2: {
        "naam": "Associate degree",
        "studie_jaren": 2.0,
        **STUDY,
        "studie_kosten": 90.0,
        "uren": 24.0,
        "loon": 19.5,
    },
    3: {"naam": "Hbo", "studie_jaren": 4.0, **STUDY, "studie_kosten": 110.0, "uren": 24.0, "loon": 22.4},
}
TOLD = {f"pad{n}_{name}": value for n, one in PATHS.items() for name, value in one.items()}
GENERAL = {"pad_jaren": 6.0, "aflossing_maanden": 18.0}


@pytest.fixture
def paths(samira_case: Case, tell) -> Case:
    """Samira in the shoes of Denise: 41, Jay of fourteen and Mila of nine, three paths over six years."""
    today = dt.date.today()
    born = {"Jay": 14, "Mila": 9}
    Case.objects.filter(pk=samira_case.pk).update(born_on=today.replace(year=today.year - 41, day=1))
    Child.objects.filter(household=samira_case.household).delete()
    for name, age in born.items():
        born_on = today.replace(year=today.year - age, day=1)
        Child.objects.create(household=samira_case.household, first_name=name, born_on=born_on)
    tell(samira_case, **DENISE, paden={**TOLD, **GENERAL})
    return Case.objects.get(pk=samira_case.pk)


def test_denise_sees_six_years_with_where_the_lines_cross(as_, samira, paths):
    """Z2 step 4: six years with the debt, the costs of the study and a band."""
    page = as_(samira).get(url("later", paths))
    later, text = page.context["later"], text_of(page)
    assert [row.year for row in later.rows] == [dt.date.today().year + n for n in range(6)]
    crossing = next(s for s in later.sentences if "kruisen" in s)
    assert crossing in text and text.index(crossing) < text.index("De jaren in beeld"), (
        "a sentence comes first"
    )
    at = int(re.search(r"In (\d{4}) kruisen", crossing)[1])
    one, two = (walk.path.years for walk in later.paths[:2])
    for a, b in zip(one, two, strict=True):
        assert (b.disposable > a.disposable) == (a.year >= at)
    for walk in later.paths:
        assert all(year.low <= year.disposable <= year.high for year in walk.path.years)
    last = re.search(r"loopt tot en met (\w+) (\d{4})", text)
    assert int(last[2]) == (dt.date.today() + dt.timedelta(days=30 * 17)).year, "18 months to go"
    assert "Jay is dan 18" in text and "Jay 14, Mila 9" in text


def test_a_diploma_with_a_better_wage_needs_fewer_hours(as_, samira, paths):
    """Z2 step 3: the hours for the norm with each diploma, beside the hours of the plan."""
    page = as_(samira).get(url("later", paths))
    needed = [one.needed for one in page.context["later"].paths]
    assert needed == sorted(needed, reverse=True) and needed[0] - needed[2] >= 4
    assert "Nodig om op eigen benen te staan" in text_of(page)


def test_the_costs_of_a_study_and_the_debt_come_off(as_, samira, paths):
    before = as_(samira).get(url("later", paths)).context["later"].paths[1].path.years
    PartAnswers.objects.filter(part="paden").update(
        answers={**TOLD, "pad2_studie_kosten": 0.0, "pad_jaren": 6.0}
    )
    after = as_(samira).get(url("later", paths)).context["later"].paths[1].path.years
    assert after[0].disposable - before[0].disposable == pytest.approx(90 + 75)
    assert after[3].disposable == pytest.approx(before[3].disposable), "after two years both are over"


def test_the_drawing_stays_on_its_sheet_and_has_a_table(as_, samira, paths):
    page = as_(samira).get(url("later", paths))
    for chart in (page.context["later"].wide, page.context["later"].narrow):
        for one in chart.lines:
            pairs = [tuple(map(float, pair.split(","))) for pair in (one.line + " " + one.band).split()]
            assert all(chart.sheet.left <= x <= chart.sheet.end for x, _ in pairs)
            assert all(chart.sheet.top - 1 <= y <= chart.sheet.floor + 1 for _, y in pairs)
        ends = sorted(one.end_y for one in chart.lines)
        assert all(b - a >= 24 for a, b in zip(ends, ends[1:], strict=False))
    assert page.content.decode().count('<th scope="row">') >= 6


def test_without_paths_the_page_invites_and_the_form_begins_with_the_diplomas(as_, samira, paths, tell):
    PartAnswers.objects.filter(part="paden").delete()
    tell(paths, straks={"pad_1": "Zorg", "loon_1": 15.6})
    assert "eerst een opleiding" in text_of(as_(samira).get(url("later", paths)))
    form = as_(samira).get(url("later_tell", paths)).content.decode()
    assert 'value="Zorg"' in form and 'value="15,60"' in form


def test_what_a_path_still_needs_is_named(as_, samira, paths):
    PartAnswers.objects.filter(part="paden").update(answers={"pad1_naam": "Winkel", "pad1_uren": 20.0})
    text = text_of(as_(samira).get(url("later", paths)))
    assert "Winkel" in text and "Hier ontbreekt nog: het uurloon" in text


def test_what_is_missing_about_the_household_is_named(as_, samira, paths, tell):
    tell(paths, wonen={"partner": "nee", "medebewoners": 0})
    page = as_(samira).get(url("later", paths)).content.decode()
    assert "kale huur per maand" in page and url("part", paths, "wonen") in page


def test_somebody_near_her_pension_looks_no_further_than_the_law(as_, samira, paths):
    today = dt.date.today()
    Case.objects.filter(pk=paths.pk).update(born_on=today.replace(year=today.year - 64, day=1))
    later = as_(samira).get(url("later", paths)).context["later"]
    assert later.missing is None and len(later.rows) == 3


def test_paths_are_told_in_one_form(as_, samira, paths):
    PartAnswers.objects.filter(part="paden").delete()
    form = as_(samira).get(url("later_tell", paths)).context["form"]
    sent = {"pad1_naam": "Meer uren", "pad1_uren": "28", "pad1_loon": "€ 15,60", "seen_version": 1}
    answer = as_(samira).post(url("later_tell", paths), {**sent, "was": form["was"].value()})
    assert answer["Location"] == url("later", paths)
    told = queries.purse_of(case=paths).answers
    assert told["pad1_uren"] == 28 and told["pad1_loon"] == 15.6 and "pad2_uren" not in told
    assert "“Meer uren”" in text_of(as_(samira).get(url("later", paths)))


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("pad1_uren", "veel", "is geen getal"),
        ("pad1_loon", "-3", "niet minder dan nul"),
        ("pad_jaren", "0", "1 of meer"),
        ("pad_jaren", "11", "meer dan 10"),
        ("pad2_studie_jaren", "1,5", "een heel getal"),
        ("pad1_naam", "x" * 70, "Maak de tekst korter"),
    ],
)
def test_a_mistake_is_a_sentence_and_stays(as_, samira, paths, name, typed, says):
    page = as_(samira).post(url("later_tell", paths), {name: typed, "seen_version": 1})
    assert page.status_code == 200 and says in page.content.decode() and typed in page.content.decode()


def test_two_who_change_the_paths_see_both(as_, samira, peter, paths):
    form = as_(peter).get(url("later_tell", paths)).context["form"]
    base = {"seen_version": form["seen_version"].value(), "was": form["was"].value(), **TOLD}
    as_(samira).post(url("later_tell", paths), {**base, "pad1_uren": "28"})
    late = as_(peter).post(url("later_tell", paths), {**base, "pad1_uren": "32"})
    assert late.status_code == 409 and "28" in text_of(late) and "32" in text_of(late)


def test_her_choice_is_a_picture_with_her_first_name_only(as_, samira, paths):
    browser = as_(samira)
    assert "Kies een pad of een som" in text_of(browser.get(url("choice", paths)))
    assert browser.get(url("choice_picture", paths)).status_code == 404
    sent = {
        "keuze": "pad2",
        "keuze_woorden": "Werk <b>waar</b> ik mijn hoofd & hart bij kan gebruiken.",
        "seen_version": 1,
    }
    assert browser.post(url("choice_make", paths), sent)["Location"] == url("choice", paths)
    page = browser.get(url("choice", paths))
    picture = page.context["choice"].picture
    assert 2 <= len(picture.figures) <= 3 and "regels versie" in picture.calculated_on
    answer = browser.get(url("choice_picture", paths))
    assert (
        answer["Content-Type"].startswith("image/svg+xml")
        and "mijn-keuze.svg" in answer["Content-Disposition"]
    )
    said = " ".join(ET.fromstring(answer.content).itertext())
    assert "Samira" in said and "<b>waar</b>" in said and "Associate degree" in said
    assert paths.last_name not in said and paths.public_id not in said
    assert "<b>waar" not in page.content.decode()


def test_a_kept_sum_can_be_the_choice_and_a_removed_one_is_none(as_, samira, peter, paths):
    kept = KeptScenario.objects.create(
        case=paths,
        label="20 uur bij Helder",
        day=dt.date(2026, 3, 1),
        rules="12345678",
        hours=20,
        hourly_wage=15.1,
        facts={},
        amounts={"to_spend": 2450.0, "more": 110.0, "rows": []},
        kept_by=peter,
    )
    browser = as_(samira)
    sent = {"keuze": f"som{kept.pk}", "keuze_woorden": "Dit lukt.", "seen_version": 1}
    browser.post(url("choice_make", paths), sent)
    picture = browser.get(url("choice", paths)).context["choice"].picture
    assert picture.figures[0][0].endswith("2.450 per maand") and "1 maart 2026" in picture.calculated_on
    kept.delete()
    assert browser.get(url("choice", paths)).context["choice"].picture is None


def test_with_nothing_to_choose_the_page_leads_to_later(as_, samira, paths):
    PartAnswers.objects.filter(part="paden").delete()
    for name in ("choice", "choice_make"):
        assert url("later", paths) in as_(samira).get(url(name, paths)).content.decode()
    late = as_(samira).post(url("choice_make", paths), {"keuze": "pad9", "seen_version": 1})
    assert late.status_code == 200


@pytest.mark.parametrize(
    "words", ["", "Kort.", "Een heel lang verhaal " * 7, "W" * 160, "\u202eomgekeerd \x00 مرحبا 🙂"]
)
def test_every_text_stays_on_the_picture(words):
    line = ((2000.0, 1900.0, 2100.0),) * 3
    figures = (("€ 12.345 per maand", "te besteden in 2033"),) * 3
    tree = ET.fromstring(
        draw(ChoicePicture("Anna-Liselotte-Wilhelmina", words, "Een pad", figures, "vandaag", line))
    )
    marks = [float(one.get("y")) for one in tree.iter() if one.tag.endswith("text")]
    assert max(marks) <= HEIGHT - 20
    small = [y for y in marks if y < HEIGHT - 60]
    assert max(small) < HEIGHT - 76 and WIDTH == 540
    assert len(in_lines(words, 24)) <= 6


@pytest.mark.parametrize("name", ["later", "later_tell", "choice", "choice_make"])
def test_only_she_and_her_klantmanager_and_nothing_presses(
    as_, samira, peter, aylin, bas, marleen, denise, paths, name
):
    for who in (samira, peter):
        page = as_(who).get(url(name, paths))
        assert page.status_code == 200 and not PRESSING.findall(text_of(page))
    for who in (aylin, bas, marleen, denise):
        assert as_(who).get(url(name, paths)).status_code == 404


def test_more_paths_and_children_take_no_more_queries(as_, samira, paths):
    full = counted(as_(samira), url("later", paths))
    PartAnswers.objects.filter(part="paden").update(
        answers={"pad1_naam": "x", "pad1_uren": 20.0, "pad1_loon": 15.0}
    )
    Child.objects.filter(first_name="Jay").delete()
    assert counted(as_(samira), url("later", paths)) <= full
