"""Numbers, questions, and from answers to sums, without a database."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.facts import COLUMNS, FACTS
from veerkracht.law.prepare import prepare
from veerkracht.money.situation import yearly_wage
from veerkracht.web.purse.conftest import CLEANING
from veerkracht.web.purse.domain import numbers
from veerkracht.web.purse.domain.outcome import NotEnough, Outcome, outcome_of
from veerkracht.web.purse.domain.questions import PARTS, UNKNOWN, asked_for
from veerkracht.web.purse.domain.situation import ChildOf, KnownPerson, situation_of
from veerkracht.web.purse.now.chart import NARROW, WIDE, chart_of, table_of
from veerkracht.web.purse.now.page import look_of, money_of
from veerkracht.web.purse.now.ranges import more_between, ranges_of
from veerkracht.web.purse.now.steps import all_steps
from veerkracht.words.money import differences, headline, rounded

DAY = dt.date(2026, 3, 1)
ANSWERS = {name: value for part in CLEANING.values() for name, value in part.items()}
PERSON = KnownPerson(
    dt.date(1981, 4, 12),
    (ChildOf("1", "Bram", dt.date(2011, 8, 12)), ChildOf("2", "Lotte", dt.date(2014, 7, 12))),
)


def outcome(**changed) -> Outcome:
    return outcome_of(situation_of({**ANSWERS, **changed}, PERSON, DAY), 15.10, (20.0, 26.0))


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("748", 748),
        ("650 euro", 650),
        ("Euro 1.234,50", 1234.5),
        ("650,- EUR", 650),
        ("1.234,50", 1234.5),
        ("€ 1.234", 1234),
        ("15,10", 15.1),
        ("15.10", 15.1),
        ("15.1", 15.1),
        ("1.000.000", 1_000_000),
        ("-250", -250),
        ("400,-", 400),
        ("٧٤٨", 748),
    ],
)
def test_amounts_are_read_as_people_write_them(typed, means):
    assert numbers.read(typed) == means


@pytest.mark.parametrize(
    "typed", ["", "abc", "1,2,3", "12.34.56", "1e9", "NaN", "inf", "--5", "9" * 30, "euro", "650 eurootje"]
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValueError):
        numbers.read(typed)


@given(st.integers(-9_999_999, 9_999_999))
def test_what_is_shown_with_cents_is_read_back(hundredths):
    amount = hundredths / 100
    shown = numbers.euro(amount, cents=True).replace("−", "-")
    assert numbers.read(shown) == pytest.approx(amount)


def test_amounts_are_written_the_dutch_way():
    assert numbers.euro(1234.5) == "€\u00a01.235"
    assert numbers.euro(-34.2, cents=True) == "−\u00a0€\u00a034,20"
    assert numbers.euro(-0.2) == "€\u00a00"
    assert numbers.hours(22.5) == "22,5\u00a0uur"


def test_each_question_has_a_name_of_its_own_and_asks_for_a_fact_that_exists():
    questions = [q for part in PARTS.values() for q in part.questions]
    names = [q.name for q in questions]
    assert len(names) == len(set(names))
    known = {*FACTS, *COLUMNS, *COLUMNS.values(), *(rule.name for rule in book().rules)}
    for part in PARTS.values():
        for question in (*part.questions, *part.of_a_child):
            assert set(question.facts) <= known, question.name
            assert question.kind in ("choice", "words", "several") or question.most > 0, question.name
            assert question.purpose or part.name == "straks" or question in part.of_a_child, question.name


@pytest.mark.parametrize("fact", sorted(set(FACTS) - {"giften", "voltijdsuren", "loonheffingskorting_bij"}))
def test_what_the_law_misses_leads_to_a_question(fact):
    elsewhere = {"heeft_sociaal_medische_indicatie", "aanvulling_artikel_20"}
    only_of_their_own_target = {"ww_maandloon", "ww_maand", "inkomen_in_de_maand", "leeftijd"}
    elsewhere |= only_of_their_own_target | {"leefsituatie", "belastbaar_jaarinkomen"}
    assert asked_for(fact) is not None or fact in elsewhere


def test_the_columns_are_what_the_law_book_says():
    facts = {
        "heeft_partner": False,
        "vermogen": 0,
        "kale_huur": 689,
        "servicekosten": 0,
        "leeftijd_ouder": 44,
        "aantal_medebewoners": 0,
        "maanden_bijstand": 12,
        "loonheffingskorting_bij": "werkgever",
        "vrijlating_regeling": "geen",
        "heeft_recht_op_kinderopvangtoeslag": True,
        "kinderen": [{"geboortedatum": "2011-08-12"}, {"geboortedatum": "2014-07-12"}],
    }
    for column, hours in zip(outcome().columns, (12, 20, 26), strict=True):
        values = prepare(book(), DAY, {**facts, "loon": yearly_wage(hours, 15.10, DAY)}).values
        expected = calculate(book(), DAY, values, ("besteedbaar_inkomen",)).known["besteedbaar_inkomen"]
        assert column.to_spend == pytest.approx(expected)


def test_rows_add_up_and_the_line_goes_through_the_columns():
    found = outcome(reiskosten=20.0, reiskosten_straks=45.0)
    for place, column in enumerate(found.columns):
        assert sum(row.amounts[place] for row in found.rows) == pytest.approx(column.to_spend)
        rest = column.to_spend + sum(row.amounts[place] for row in found.costs)
        assert column.rest == pytest.approx(rest)
    for column in found.later:
        assert found.line.disposable[found.line.at(column.hours)] == pytest.approx(column.to_spend)
        lost = sum(row.amounts[0] - row.amounts[found.columns.index(column)] for row in found.local)
        assert column.more == pytest.approx(column.to_spend - found.now.to_spend - lost)
        assert sum(part.amount for part in differences(found.answer, column.month)) == pytest.approx(
            column.more
        )


def test_the_sentence_says_what_the_columns_say():
    found = outcome()
    few, more = found.later
    sentences = headline(found.answer, dt.date(2027, 1, 1))
    assert sentences[0] == (
        f"Met 26\u00a0uur houd je vanaf januari 2027 ongeveer {numbers.euro(rounded(more.more))} per maand meer over "
        "dan nu."
    )
    way = "meer" if few.more > 0 else "minder"
    assert sentences[1] == f"Met 20\u00a0uur ongeveer {numbers.euro(abs(rounded(few.more)))} {way}."
    assert "houdt Wendy" in headline(found.answer, dt.date(2027, 1, 1), "Wendy")[0]


@pytest.mark.parametrize(
    ("amount", "says"), [(219, 220), (26, 25), (-26, -25), (1.9, 0), (98, 100), (104.9, 100)]
)
def test_a_sentence_rounds_and_a_table_does_not(amount, says):
    assert rounded(amount) == says


def test_a_child_is_twelve_in_the_year_the_job_runs_and_the_credit_is_gone():
    """Lotte is born on 20 March 2014: under 12 on 1 January 2026, 12 on 1 January 2027 (Wet IB 2001, art. 8.14a)."""
    person = KnownPerson(dt.date(1981, 4, 12), (ChildOf("2", "Lotte", dt.date(2014, 3, 20)),))
    told = {name: value for name, value in ANSWERS.items() if not name.endswith("_1")}
    day = dt.date(2026, 11, 29)
    this_year = outcome_of(situation_of(told, person, day, dt.date(2026, 12, 1)), 15.10, (26.0,))
    next_year = outcome_of(situation_of(told, person, day, dt.date(2027, 1, 1)), 15.10, (26.0,))
    assert this_year.later[0].month.ended_credits == ()
    month = next_year.later[0].month
    assert month.ended_credits == ("inkomensafhankelijke_combinatiekorting",)
    assert month.by_year < -20
    assert month.to_spend == pytest.approx(this_year.later[0].to_spend + month.by_year, abs=0.01)


def test_another_exemption_in_2027_is_no_matter_of_ages():
    """25 percent of a wage of 785.20 now, 15 percent then (art. 34a): in the law's own line, not with the children."""
    told = {**ANSWERS, "uren": 0.0, "vrijlating": "algemeen"}
    found = outcome_of(
        situation_of(told, PERSON, dt.date(2026, 11, 29), dt.date(2027, 3, 30)), 15.10, (12.0,)
    )
    month = found.later[0].month
    parts = differences(found.answer, month)
    assert parts[0].amount == pytest.approx(0.15 * 785.20, abs=1)
    assert not any("leeftijden" in part.label for part in parts)


def test_where_there_is_less_than_now_is_said_in_hours():
    found = outcome()
    base = found.now.to_spend + found.now.local
    for start, stop in found.answer.hours_with_less:
        for hours in (start, stop):
            assert found.line.net[found.line.at(hours)] < base


def test_childcare_grows_with_the_work_and_stays_what_it_is_now():
    care = {"opvang_2": "bso", "opvanguren_2": 40.0, "uurtarief_2": 9.0, "opvang_erbij_2": 0.5}
    person = KnownPerson(dt.date(1990, 1, 1), (PERSON.children[0], ChildOf("2", "Lot", dt.date(2019, 1, 5))))
    found = outcome_of(situation_of({**ANSWERS, **care}, person, DAY), 15.10, (12.0, 24.0))
    cost = next(row for row in found.rows if row.name == "kosten_kinderopvang")
    assert cost.amounts[0] == pytest.approx(cost.amounts[1]), "the same hours, the same care"
    assert cost.amounts[2] == pytest.approx(cost.amounts[0] - 0.5 * 12 * 52 / 12 * 9.0)


def test_a_missing_answer_is_named_with_its_place():
    for name in ("huur", "partner", "vermogen", "uren", "bijstand", "vrijlating", "medebewoners"):
        with pytest.raises(NotEnough) as error:
            outcome(**{name: None})
        assert error.value.part is not None, name
        asked = {q.name for q in error.value.part.questions}
        assert name in asked, f"{name}: {error.value.sentence}"
        assert error.value.sentence.endswith(".")


def test_not_known_becomes_a_range_that_holds_the_truth():
    open_rent = situation_of({**ANSWERS, "huur": UNKNOWN}, PERSON, DAY)
    found = ranges_of(open_rent, 15.10, (20.0, 26.0))
    for column in found.columns:
        assert column.low < column.high
    for rent in (350.0, 650.0, 1000.0):
        for between, column in zip(found.columns, outcome(huur=rent).columns, strict=True):
            assert between.low - 0.01 <= column.to_spend <= between.high + 0.01
            assert between.more_low - 0.01 <= column.more <= between.more_high + 0.01
    assert [question.name for _, question, _ in found.narrows] == ["huur"]


def test_two_things_not_known_say_which_one_matters_most():
    answers = {**ANSWERS, "huur": UNKNOWN, "vrijlating": UNKNOWN}
    found = ranges_of(situation_of(answers, PERSON, DAY), 15.10, (20.0,))
    assert {question.name for _, question, _ in found.narrows} == {"huur", "vrijlating"}
    assert "tussen" in more_between(found.columns[1])


def test_every_step_has_a_sentence_an_article_and_a_source():
    for column in outcome().columns:
        for step in all_steps(column.scenario, "besteedbaar_inkomen"):
            assert step.sentence and step.article and step.source and step.value
            for number in step.numbers:
                assert number.article and number.source and number.confidence and number.since


def test_the_drawing_stays_on_its_sheet():
    chance = random.Random(7)
    for _ in range(20):
        found = outcome(huur=float(chance.randint(300, 1100)), uren=float(chance.choice([0, 4, 36, 40])))
        for sheet in (WIDE, NARROW):
            chart = chart_of(found, sheet)
            pairs = [tuple(map(float, pair.split(","))) for pair in chart.path.split()]
            assert all(
                sheet.left <= x <= sheet.width and sheet.top <= y <= chart.sheet.floor for x, y in pairs
            )
            assert all(sheet.top <= one.label_y + 4 for one in chart.points)
    rows = table_of(found.line)
    assert len(rows) == 11 and rows[-1][2] is None


@pytest.mark.parametrize(("wage", "is_said"), [(5.0, True), (14.70, True), (14.71, False), (15.10, False)])
def test_a_wage_below_the_minimum_is_a_remark_and_no_refusal(wage: float, is_said: bool) -> None:
    """14.71 an hour from 1 January 2026 (Stcrt. 2025)."""
    told = {**ANSWERS, "uurloon_straks": wage}
    first_day = dt.date(2026, 4, 1)
    looked_at = look_of(
        {"uurloon_straks": f"{wage:.2f}".replace(".", ","), "uren_1": "20"}, told, PERSON, DAY
    )
    shown = money_of(told, PERSON, replace(looked_at, starts_on=first_day), DAY)
    assert shown.outcome is not None
    assert any("14,71" in risk and "minimumloon" in risk for risk in shown.risks) == is_said
