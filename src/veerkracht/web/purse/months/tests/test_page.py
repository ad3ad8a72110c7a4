"""Money month by month without pages: days and events of a case, words of the ledger, causes of a difference."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from veerkracht.household.problem import problem
from veerkracht.money.forecast import Forecast, forecast
from veerkracht.money.ledger.arrange import MUNICIPALITY
from veerkracht.money.ledger.events import KINDS
from veerkracht.money.ledger.pay_days import ordinary_interval
from veerkracht.money.ledger.payments import SOURCES
from veerkracht.web.purse.domain.event_kinds import ABOUT, CHOICES, LABELS, WORDING, in_words
from veerkracht.web.purse.domain.ledger import (
    SPENT,
    TRAVEL,
    ImpossibleEvent,
    Ledger,
    Noted,
    earliest,
    ledger_of,
)
from veerkracht.web.purse.domain.outcome import NotEnough
from veerkracht.web.purse.domain.payment_words import WORDS, period
from veerkracht.web.purse.domain.questions import UNKNOWN
from veerkracht.web.purse.domain.situation import ChildOf, KnownPerson
from veerkracht.web.purse.months.page import debts_in_words, state_of
from veerkracht.web.purse.months.ranges import month_ranges
from veerkracht.web.purse.months.rows import BAR, rows_of
from veerkracht.web.purse.months.to_arrange import arrangements, promised_by
from veerkracht.web.purse.settlement.page import afterwards
from veerkracht.web.purse.slips.page import NOT_KNOWN, Wages, compared
from veerkracht.words.forecast import headline, left_for_the_rest
from veerkracht.words.sentences import say

TODAY = dt.date(2026, 3, 16)
BRAM, LOTTE = ChildOf("7", "Bram", dt.date(2010, 8, 14)), ChildOf("8", "Lotte", dt.date(2013, 11, 2))
WENDY = KnownPerson(dt.date(1981, 4, 12), (BRAM, LOTTE))
TOLD = {
    "huur": 689.0,
    "servicekosten": 0.0,
    "partner": "nee",
    "medebewoners": 0.0,
    "uren": 12.0,
    "uurloon": 15.1,
    "bijstand": "ja",
    "vrijlating": "geen",
    "ander_inkomen": 0.0,
    "traject": "nee",
    "vermogen": 0.0,
    "vaste_lasten": 400.0,
    "dagelijks": 1200.0,
    "saldo": 2000.0,
    "betaaldag_loon": 24.0,
}
MORE = Noted(dt.date(2026, 5, 1), "hours_change", {"hours": 26, "hourly_wage": 15.1, "pay_day": 24}, 1)


def ledger(*events: Noted, since: dt.date | None = None, **answered: object) -> Ledger:
    return ledger_of({**TOLD, **answered}, WENDY, events, TODAY, since)


def test_each_kind_of_the_ledger_has_its_words_and_each_field_its_label():
    assert set(ABOUT) == set(KINDS) - {"child_birthday"}
    for kind in ABOUT:
        for name, about in KINDS[kind].fields.items():
            assert name in LABELS
            if "|" in about.kind:
                assert set(about.kind.split("|")) <= set(CHOICES)


def test_each_payment_of_the_ledger_has_its_words():
    assert set(WORDS) == set(SOURCES)


def test_an_event_in_one_line():
    names = {"7": "Bram"}
    assert (
        in_words("hours_change", MORE.fields, names).replace("\u00a0", " ")
        == "Andere uren of ander loon: 26 uur per week, € 15,10 per uur, betaald op de 24e"
    )
    care = {"child": "7", "care": "bso", "hours_per_month": 40.5, "hourly_rate": 9.9}
    assert in_words("childcare_starts", care, names).replace("\u00a0", " ") == (
        "Opvang begint: Bram, opvang na school, 40,5 uur per maand, € 9,90 per uur opvang"
    )
    assert in_words("job_ends", {}, names) == "Werk stopt"
    assert in_words("job_starts", {"hours": 20, "pay_day": UNKNOWN}, names).endswith("20 uur per week")
    assert "niet meer in het dossier" in in_words("childcare_ends", {"child": "99"}, names)


def test_periods_as_people_say_them():
    assert period("2026-05") == "mei 2026"
    assert period("2026-Q4") == "het vierde kwartaal van 2026"
    assert period("2026") == "2026"


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (Noted(dt.date(2026, 5, 1), "job_starts", {"hours": 8, "hourly_wage": 16}), "er is al werk"),
        (Noted(dt.date(2026, 5, 1), "childcare_ends", {"child": "7"}), "geen opvang"),
        (Noted(dt.date(2026, 5, 1), "partner_leaves", {}), "geen partner"),
        (Noted(dt.date(2026, 5, 1), "cost_ends", {"name": "sportschool"}), "geen vaste last"),
    ],
)
def test_an_event_that_cannot_be_is_said_in_words_of_the_page(event, says):
    with pytest.raises(ImpossibleEvent) as raised:
        ledger(event)
    assert says in raised.value.sentence and "1 mei 2026" in raised.value.sentence
    assert not re.search(r"[a-z]_[a-z]|\d{4}-\d\d", raised.value.sentence), "no name of the program"


def test_events_in_any_order_give_the_same_months():
    later = Noted(dt.date(2026, 9, 1), "rent_changes", {"rent": 720.0}, 2)
    assert ledger(MORE, later).months.payments == ledger(later, MORE).months.payments


def test_what_has_happened_counts_and_what_is_long_ago_does_not():
    before = Noted(dt.date(2026, 1, 1), MORE.kind, MORE.fields, 1)
    found = ledger(before)
    assert found.months.start == TODAY, "shown from today on"
    wages = [p.amount for p in found.months.payments if p.what == "loon"]
    assert wages[0] == pytest.approx(
        [p.amount for p in ledger(MORE).months.payments if p.what == "loon"][-1], abs=60
    )
    old = Noted(earliest(TODAY) - dt.timedelta(days=1), "job_ends", {}, 1)
    assert ledger(old).months.payments == ledger().months.payments


def test_a_child_that_is_gone_is_named():
    with pytest.raises(NotEnough, match="niet meer in het dossier"):
        ledger(Noted(dt.date(2026, 5, 1), "childcare_ends", {"child": "99"}))


def test_a_wage_nobody_knows_is_the_minimum_wage_and_a_day_nobody_knows_the_usual_one():
    fields = {"hours": 26, "hourly_wage": UNKNOWN, "pay_day": UNKNOWN}
    (raw,) = ledger(Noted(dt.date(2026, 5, 1), "hours_change", fields)).events
    assert raw["hourly_wage"] == 14.71  # wettelijk minimumuurloon from 1 January 2026, Stcrt. 2025
    assert "pay_day" not in raw


def test_what_nobody_knows_makes_a_range_that_holds_each_truth_and_names_the_question():
    told = {**TOLD, "huur": UNKNOWN, "vermogen": UNKNOWN}
    ranges = month_ranges(told, WENDY, [], TODAY)
    assert ranges is not None and len(ranges.months) == 12
    assert {question.name for _, question, _ in ranges.narrows} == {"huur", "vermogen"}
    for rent in (350.0, 650.0, 1000.0):
        found = ahead(huur=rent, saldo=UNKNOWN).whole_year
        for month, between in zip(found, ranges.months, strict=True):
            assert between.low - 0.01 <= month.left <= between.high + 0.01
    assert month_ranges(TOLD, WENDY, [], TODAY) is None


def test_what_is_missing_names_its_question():
    for answer, part in (("uren", "werk"), ("bijstand", "werk"), ("huur", "wonen")):
        told = {name: value for name, value in TOLD.items() if name != answer}
        with pytest.raises(NotEnough) as raised:
            ledger_of(told, WENDY, [], TODAY)
        assert raised.value.part and raised.value.part.name == part


def test_daily_money_goes_in_four_parts_and_travel_stops_with_the_work():
    found = ledger(Noted(dt.date(2026, 6, 1), "job_ends", {}), reiskosten=44.0)
    spent = [p for p in found.months.payments if p.what == f"vaste_last: {SPENT}"]
    assert [p.on.day for p in spent[:5]] == [22, 1, 8, 15, 22] and spent[0].amount == 300
    travel = [p.on for p in found.months.payments if p.what == f"vaste_last: {TRAVEL}"]
    assert travel == [dt.date(2026, month, 1) for month in (4, 5)]


def ahead(*events: Noted, **answered: object) -> Forecast:
    found = ledger(*events, **answered)
    return forecast(found.months, TODAY, SPENT, found.has_own_balance)


def top(months: Forecast, costs_are_known: bool = True) -> str:
    return headline(months, costs_are_known).replace("\u00a0", " ")


def test_the_balance_begins_today_with_what_was_told_and_a_later_start_gives_the_same():
    found = ledger()
    assert found.months.balance[0] == (TODAY, 2000)
    assert all(payment.on >= TODAY for payment in found.months.payments)
    assert ledger(since=dt.date(2025, 11, 1)).months.balance[0][1] == found.months.balance[0][1]


def test_the_rest_of_this_month_comes_first_and_is_never_called_the_tightest():
    rows = rows_of(ahead())
    assert rows[0].name == "rest van maart 2026" and rows[1].name == "april"
    assert not rows[0].month.is_whole and "krapst" not in rows[0].watch
    assert sum("krapst" in row.watch for row in rows) == 1


def test_a_bar_is_as_long_as_what_comes_and_has_its_tick_at_the_fixed_costs():
    rows = rows_of(ahead(MORE))
    assert max(sum(piece.width for piece in row.pieces) for row in rows) == pytest.approx(BAR, abs=1)
    scale = BAR / max(row.month.comes for row in rows)
    for row in rows:
        assert sum(piece.width for piece in row.pieces) == pytest.approx(row.month.comes * scale, abs=1)
        assert row.tick == pytest.approx(row.month.fixed * scale, abs=1)


def test_daily_spending_is_no_fixed_cost_and_without_it_there_is_no_balance():
    with_it, without = ahead(), ahead(dagelijks=UNKNOWN)
    assert with_it.months[1].fixed == without.months[1].fixed == 689 + 400
    assert with_it.months[1].daily == 1200 and with_it.months[1].lowest
    assert without.months[1].lowest is None and not any(row.short for row in rows_of(without))
    assert not any("te weinig" in top(one) for one in (without, ahead(MORE, saldo=UNKNOWN)))


def test_a_balance_below_nothing_is_said_with_its_first_day():
    poor = ahead(saldo=0.0, dagelijks=3000.0)
    assert re.match(r"Op \d+ april 2026 is er € [\d.]+ te weinig\.", top(poor))
    assert any("te weinig op" in row.short for row in rows_of(poor))
    assert top(ahead(saldo=9000.0)).startswith("Elke maand zijn de vaste lasten gedekt.")


def test_fixed_costs_above_what_comes_are_said_before_anything_of_later():
    assert re.match(
        r"In \w+ 20\d\d zijn de vaste lasten € [\d.]+ hoger dan wat er komt\.",
        top(ahead(vaste_lasten=4000.0, saldo=UNKNOWN)),
    )
    assert "die zijn ingevuld" in top(ahead(saldo=UNKNOWN), costs_are_known=False)


def test_an_ordinary_pay_interval_is_no_gap_and_a_longer_one_is():
    """Bijstand on 28 April, wage on 24 May: 26 days. Paid in the month after it: 24 June, 57 days."""
    assert ahead(MORE, saldo=UNKNOWN).gaps == ()
    assert not any("overbrugging" in one.what for one in arrangements(ledger(MORE), "CASE", TODAY))
    ended = ahead(Noted(dt.date(2026, 5, 1), "job_ends", {}), bijstand="nee", saldo=UNKNOWN)
    assert [gap.is_open for gap in ended.gaps] == [True]
    assert "komt er geen loon of bijstand meer" in top(ended) or "hoger dan" in top(ended)


def test_four_weekly_pay_has_an_ordinary_interval_of_four_weeks():
    four = Noted(
        dt.date(2026, 4, 1),
        "hours_change",
        {"hours": 30, "hourly_wage": 15.1, "pay": "four_weekly", "first_pay_on": "2026-04-24"},
        1,
    )
    assert ordinary_interval(ledger(four).months.payments) == 28
    assert ordinary_interval(ledger().months.payments) == 31


def test_a_promise_is_due_on_a_working_day_from_today_on():
    sunday = dt.date(2026, 11, 29)
    assert promised_by(dt.date(2027, 1, 1), sunday) == dt.date(2026, 12, 31)
    assert promised_by(dt.date(2026, 11, 1), sunday) == dt.date(2026, 11, 30)
    assert promised_by(sunday, sunday) == dt.date(2026, 11, 30)


def test_without_a_balance_no_promise_speaks_of_too_little():
    unknown = ledger(MORE, saldo=UNKNOWN)
    assert not any("te weinig" in one.why for one in arrangements(unknown, "CASE", TODAY))


def test_the_same_thing_keeps_its_token_and_another_case_has_another():
    found = arrangements(ledger(MORE), "CASE", TODAY)
    assert [one.token for one in found] == [
        one.token for one in arrangements(ledger(MORE, saldo=5.0), "CASE", TODAY)
    ]
    assert {one.token for one in found}.isdisjoint(
        one.token for one in arrangements(ledger(MORE), "OTHER", TODAY)
    )
    assert len({one.token for one in found}) == len(found)
    assert found[0].arrangement.owner == MUNICIPALITY and found[0].owner == ("municipality", "")
    assert all(one.before >= TODAY for one in found)


def test_without_a_change_there_is_nothing_to_pass_on():
    after = afterwards(ledger())
    assert after.late == () and after.estimate is None and after.starts == ()
    assert "nog geen verandering" in after.first_sentence


def wages(month: dt.date = dt.date(2026, 4, 1), *events: Noted, **answered: object) -> Wages:
    return Wages(ledger(*events, **answered), month, 15.1)


def words(real: float, hours: float | None = None, of: Wages | None = None) -> str:
    return " ".join(compared(of or wages(), real, hours).words).replace("\u00a0", " ")


def test_a_wage_as_expected():
    assert words(wages().expected + 4) == "Dit is wat er werd verwacht."


def test_fewer_hours_explain_it_and_the_municipality_sets_it_right():
    fewer = wages().net_of(wages().gross * 10 / 12)
    said = words(round(fewer, 2), 10)
    assert said.startswith("Er is 10 uur per week betaald en 12 uur verwacht.")
    assert "bijstand bij te komen" in said and "niet te zeggen" not in said


def test_fewer_hours_that_do_not_explain_all_say_so():
    assert "de rest van het verschil" in words(wages().net_of(wages().gross * 10 / 12) - 200, 10)


@pytest.mark.parametrize(
    ("real", "says"),
    [
        (lambda w: w.expected * 12 / 13, "per vier weken: elke keer"),
        (lambda w: w.expected * 24 / 13, "twee betalingen"),
        (lambda w: w.net_of(1.08 * w.gross), "elke maand meteen"),
    ],
)
def test_a_cause_that_fits_the_amount(real, says):
    of = wages(vrijlating="geen")
    assert says in words(real(of), None, of)


def test_holiday_allowance_in_or_not_in_the_slip():
    may = wages(dt.date(2026, 5, 1))
    assert may.holiday_pay > 0
    assert "is erbij geteld" in words(may.expected + may.holiday_pay, None, may)
    assert "staat hier nog niet bij" in words(may.expected, None, may)


def test_wage_without_the_credit():
    of = wages(dt.date(2026, 6, 1), MORE)
    assert of.net_without_credit() < of.expected - 100
    assert "zonder loonheffingskorting" in words(of.net_without_credit(), None, of)


def test_what_cannot_be_computed_is_not_guessed():
    assert NOT_KNOWN.format("dit verschil") in words(123.45)
    assert "geen loon verwacht" in words(500, None, wages(uren=0.0))


def test_more_wage_is_netted_up_to_the_bijstand():
    assert "De gemeente verrekent daarvan later ongeveer" in words(wages().expected + 333)
    assert "vrijgelaten deel" in words(123.45, None, wages(vrijlating="algemeen"))


def test_no_text_names_the_program_or_presses():
    found = ledger(MORE)
    after = afterwards(found)
    months = ahead(MORE)
    texts = [
        headline(months, True),
        left_for_the_rest(months),
        after.first_sentence,
        *found.assumed,
        *(year.sentence for year in after.years),
    ]
    texts += [text for row in rows_of(months) for p in row.payments for text in (p.why, p.sure, p.label)]
    for text in texts:
        assert not re.search(r"!|\bje moet\b|verstandig|[a-z]_[a-z]", text), text


def test_a_mistake_calls_kinds_fields_and_days_as_the_page_does():
    wrong = problem("new_wage_without_hours", "hours_change", day=dt.date(2026, 2, 1))
    assert say(wrong, WORDING) == (
        "“Andere uren of ander loon” op 1 februari 2026 kan niet: geef bij een nieuw uurloon ook “Uren per week” op."
    )


def test_the_first_day_that_counts_and_the_first_day_that_is_ahead():
    day = dt.timedelta(days=1)
    assert state_of(earliest(TODAY), TODAY) == "behind"
    assert state_of(earliest(TODAY) - day, TODAY) == "too_old"
    assert state_of(TODAY - day, TODAY) == "behind"
    assert state_of(TODAY, TODAY) == "ahead"


@pytest.mark.parametrize(
    "events", [[], [Noted(dt.date(2025, 12, 1), "one_off", {"name": "fiets", "amount": -90.0})]]
)
def test_a_debt_ends_in_the_month_she_said(events: list[Noted]) -> None:
    """18 more instalments seen on 30 November: December 2026 up to and with May 2028, also with an event behind her."""
    told = {**TOLD, "aflossing": 110.0, "aflossing_maanden": 18.0}
    ledger = ledger_of(told, WENDY, events, dt.date(2026, 11, 30))
    fixed = {
        month.first: month.fixed
        for month in forecast(ledger.months, dt.date(2026, 11, 30), SPENT, True).months
    }
    assert fixed[dt.date(2028, 5, 1)] == pytest.approx(689 + 400 + 110)
    assert fixed[dt.date(2028, 6, 1)] == pytest.approx(689 + 400)
    assert next(debts_in_words(ledger)) == (
        "Aflossing van schulden: nog 1.980 euro, met 110 euro per maand nog 18 maanden, tot mei 2028. "
        "Rente is niet meegerekend."
    )
