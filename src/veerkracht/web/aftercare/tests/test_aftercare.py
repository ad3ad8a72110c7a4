"""A start with time to get used, a plan made beforehand, talks she chose, back to bijstand by the plan, a good end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.aftercare import actions
from veerkracht.web.aftercare.domain import (
    TalkMoment,
    day_of,
    next_working_day,
    week_number,
    working_day_from,
)
from veerkracht.web.aftercare.fall_back import fall_back_money
from veerkracht.web.aftercare.models import AftercareTalk, GoodEnd, WorkStart
from veerkracht.web.aftercare.queries import aftercare_due
from veerkracht.web.people import standing_actions
from veerkracht.web.people.models import Account, Case

As = Callable[[Account], Client]


def url(name: str, case: Case, *numbers: int) -> str:
    return reverse(f"aftercare:{name}", args=[case.public_id, *numbers])


@pytest.fixture
def start(peter: Account, samira_case: Case) -> WorkStart:
    row: WorkStart = actions.write_start(
        by=peter, case=samira_case, what="Werkplaats", starts_on=timezone.localdate() - dt.timedelta(days=13)
    )
    return row


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (TalkMoment.WEEK_2, dt.date(2026, 9, 14)),
        (TalkMoment.WEEK_6, dt.date(2026, 10, 12)),
        (TalkMoment.WEEK_12, dt.date(2026, 11, 23)),
        (TalkMoment.MONTH_3, dt.date(2026, 11, 30)),  # 31 November does not exist
        (TalkMoment.MONTH_6, dt.date(2027, 3, 1)),  # 28 February 2027 is a Sunday
        (TalkMoment.MONTH_12, dt.date(2027, 8, 31)),
    ],
)
def test_the_talks_of_a_start_on_31_august_2026(moment: TalkMoment, day: dt.date) -> None:
    assert day_of(moment, dt.date(2026, 8, 31)) == day


def test_nobody_rings_on_new_years_day() -> None:
    assert day_of(TalkMoment.WEEK_6, dt.date(2026, 11, 20)) == dt.date(2027, 1, 4)


def test_no_talk_in_a_weekend_and_weeks_count_from_one() -> None:
    friday, saturday = dt.date(2026, 11, 27), dt.date(2026, 11, 28)
    assert working_day_from(saturday) == next_working_day(friday) == dt.date(2026, 11, 30)
    assert working_day_from(friday) == friday
    assert week_number(friday, friday) == 1 and week_number(friday, friday + dt.timedelta(days=58)) == 9


def test_she_chooses_when_she_is_rung_and_nobody_chooses_for_her(
    as_: As, peter, samira, samira_case, start
) -> None:
    assert (
        as_(peter).post(url("choose_moments", samira_case, start.pk), {"moments": ["w2"]}).status_code == 404
    )
    assert "Zij kiest dit zelf" in as_(peter).get(url("aftercare", samira_case)).content.decode()
    as_(samira).post(url("choose_moments", samira_case, start.pk), {"moments": ["w2", "m6"]})
    assert set(AftercareTalk.objects.values_list("moment", flat=True)) == {"w2", "m6"}
    as_(samira).post(url("choose_moments", samira_case, start.pk), {"moments": ["w12"]})
    assert set(AftercareTalk.objects.values_list("moment", flat=True)) == {"w12"}
    as_(samira).post(url("choose_moments", samira_case, start.pk), {"once": ""})
    assert not AftercareTalk.objects.exists()


def test_without_a_log_in_it_is_said_at_the_table(as_: As, peter, samira_case, start) -> None:
    Case.objects.filter(pk=samira_case.pk).update(account=None)
    as_(peter).post(url("choose_moments", samira_case, start.pk), {"moments": ["w2"]})
    assert AftercareTalk.objects.get().moment == "w2"


def test_a_held_talk_stays_when_she_chooses_again(peter, samira, samira_case, start) -> None:
    actions.choose_moments(by=samira, case=samira_case, start_id=start.pk, moments=["w2", "w6"])
    talk = AftercareTalk.objects.get(moment="w2")
    actions.hold_talk(
        by=peter, case=samira_case, talk_id=talk.pk, seen_version=talk.version, held_on=timezone.localdate()
    )
    actions.choose_moments(by=samira, case=samira_case, start_id=start.pk, moments=[])
    assert list(AftercareTalk.objects.values_list("moment", flat=True)) == ["w2"]


def test_it_stands_on_vandaag_and_is_late_like_any_promise(
    as_: As, peter, aylin, samira, samira_case, start
) -> None:
    actions.choose_moments(by=samira, case=samira_case, start_id=start.pk, moments=["w2", "w6"])
    day = timezone.localdate()
    due = aftercare_due(account=peter, day=day, until=day + dt.timedelta(days=7))
    assert [(talk.what, talk.is_late) for talk in due] == [("Werkplaats", False)]
    assert "Werkplaats" in as_(peter).get(reverse("today:today")).content.decode()
    assert aftercare_due(account=aylin, day=day, until=day + dt.timedelta(days=99)) == []
    later = aftercare_due(account=peter, day=day + dt.timedelta(days=9), until=day + dt.timedelta(days=9))
    assert later[0].is_late


def test_another_first_day_moves_the_talks_along(peter, samira, samira_case, start) -> None:
    actions.choose_moments(by=samira, case=samira_case, start_id=start.pk, moments=["w6"])
    values = {"what": "Werkplaats", "starts_on": dt.date(2026, 8, 31)}
    actions.change_start(by=peter, case=samira_case, start_id=start.pk, seen_version=start.version, **values)
    assert AftercareTalk.objects.get().due_on == dt.date(2026, 10, 12)


def test_when_it_stops_she_is_rung_the_next_working_day_and_nothing_is_asked(
    as_: As, samira, samira_case, start
) -> None:
    actions.choose_moments(by=samira, case=samira_case, start_id=start.pk, moments=["w6"])
    day = f"{timezone.localdate():%d-%m-%Y}"
    form = as_(samira).get(url("stop", samira_case, start.pk)).content.decode()
    assert "Waarom" not in form
    answer = as_(samira).post(
        url("stop", samira_case, start.pk),
        {"stopped_on": day, "reported_on": day, "seen_version": start.version},
    )
    talk = AftercareTalk.objects.get()
    assert (talk.moment, talk.due_on) == ("relapse", next_working_day(timezone.localdate()))
    page = as_(samira).get(answer.headers["Location"]).content.decode()
    assert "Je hoeft niets uit te leggen" in page and "Geld invullen" in page
    start.refresh_from_db()
    as_(samira).post(url("go_on", samira_case, start.pk), {"seen_version": start.version})
    start.refresh_from_db()
    assert start.stopped_on is None and not AftercareTalk.objects.exists()


def test_the_plan_is_there_word_for_word_when_it_stops(peter, as_: As, samira, samira_case, start) -> None:
    plan = {"first_step": "Eerst slapen.", "municipality_does": "Belt mij.", "signs": "Ik bel niet terug."}
    as_(samira).post(url("plan_relapse", samira_case, start.pk), plan)
    day = timezone.localdate()
    actions.stop(
        by=peter,
        case=samira_case,
        start_id=start.pk,
        seen_version=start.version,
        stopped_on=day,
        reported_on=day,
    )
    page = as_(samira).get(url("fall_back", samira_case, start.pk)).content.decode()
    for words in plan.values():
        assert words in page
    again = {"stopped_on": day, "reported_on": day, "seen_version": 2}
    with pytest.raises(Http404):
        actions.stop(by=peter, case=samira_case, start_id=start.pk, **again)


def test_without_money_it_says_what_is_missing(samira_case) -> None:
    day = timezone.localdate()
    money = fall_back_money(case=samira_case, stops_on=day, reported_on=day, day=day)
    assert money.missing and money.days_between is None and money.months == ()


def test_real_weeks_change_what_was_agreed(as_: As, samira, samira_case, start) -> None:
    week = {"how_it_was": "Te lang.", "what_changes": "Tot twaalf uur."}
    as_(samira).post(url("note_week", samira_case, start.pk), week)
    page = as_(samira).get(url("aftercare", samira_case)).content.decode()
    assert "Nog te bespreken met de werkgever" in page and "Tot twaalf uur." in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"what": "Werk", "starts_on": "31-02-2026"}, "geen datum die bestaat"),
        ({"what": "Werk", "starts_on": "01-03-2026", "used_until": "01-02-2026"}, "vóór de eerste dag"),
        ({"starts_on": "01-03-2026"}, "Vul hier iets in"),
    ],
)
def test_mistakes_say_how_to_mend_them(as_: As, peter, samira_case, typed: dict[str, Any], says: str) -> None:
    page = as_(peter).post(url("add_start", samira_case), typed).content.decode()
    assert says in page and not WorkStart.objects.exists()


def test_a_good_end_outlives_the_closing_and_comes_back(as_: As, peter, samira, samira_case) -> None:
    standing = as_(peter).get(reverse("people:standing", args=[samira_case.public_id])).content.decode()
    assert "nog geen goed einde opgeschreven" in standing
    as_(samira).post(url("write_end", samira_case), {"reached": "Ik slaap weer.", "who_to_call": "Peter"})
    samira_case.refresh_from_db()
    standing_actions.close_case(by=peter, case=samira_case, seen_version=samira_case.version, reason="work")
    page = as_(samira).get(url("good_end", samira_case)).content.decode()
    years_on = str(timezone.localdate().year + 10)
    for words in ("Ik slaap weer.", "Alles als PDF", "Alles als JSON", "Alles wordt weggegooid op", years_on):
        assert words in page, words
    as_(samira).post(url("write_end", samira_case), {"reached": "Anders", "seen_version": 1})
    assert GoodEnd.objects.get().reached == "Ik slaap weer."
    more = as_(samira).get(reverse("mine:more")).content.decode()
    assert "Zo eindigde het" in more
    samira_case.refresh_from_db()
    standing_actions.reopen_case(by=peter, case=samira_case, seen_version=samira_case.version)
    assert "Ik slaap weer." in as_(peter).get(url("good_end", samira_case)).content.decode()


def test_nobody_else_sees_it(as_: As, aylin, bas, marleen, samira_case, start) -> None:
    for account in (aylin, bas, marleen):
        assert as_(account).get(url("aftercare", samira_case)).status_code == 404
        assert as_(account).get(url("good_end", samira_case)).status_code == 404
