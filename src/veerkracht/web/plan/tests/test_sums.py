"""A kept sum in the plan: one click, as it was, in the fixed version and on paper, and out again."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from veerkracht.web.plan import actions, words
from veerkracht.web.plan.domain import PlanText
from veerkracht.web.plan.models import FixedPlan, PlannedSum
from veerkracht.web.plan.page import compared
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.purse import actions as purse
from veerkracht.web.purse.models import KeptScenario
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict, Event

FACTS = {"facts": {"kale_huur": 748.0, "loon": 16960.32}, "travel": 0.0}
AMOUNTS = {
    "to_spend": 2301.5,
    "more": 152.25,
    "rows": [
        ["loon", "Brutoloon", 1413.36],
        ["toeslag", "Toeslagen", 888.14],
        ["huur", "Huur met servicekosten", -748.0],
    ],
}


def url(name: str, case, *more) -> str:
    return reverse(f"plan:{name}", args=[case.public_id, *more])


def text_of(case) -> PlanText:
    return plan_of(case=case, day=timezone.localdate()).text


@pytest.fixture
def kept(peter, samira_case) -> KeptScenario:
    values = {"day": dt.date(2026, 3, 2), "rules": "1a2b3c4d", "hours": 20.0, "hourly_wage": 15.1}
    return purse.keep_scenario(
        by=peter, case=samira_case, label="20 uur bij Helder", facts=FACTS, amounts=AMOUNTS, **values
    )


@pytest.fixture
def planned(peter, samira_case, kept) -> PlannedSum:
    return actions.add_sum(by=peter, case=samira_case, kept_id=kept.pk)


def test_one_click_from_the_kept_sum(as_, samira, samira_case, kept):
    page = as_(samira).get(reverse("purse:kept", args=[samira_case.public_id, kept.pk]))
    address = url("add_sum", samira_case, kept.pk)
    assert address in page.content.decode() and "In het plan zetten" in page.content.decode()
    answer = as_(samira).post(address, follow=True)
    assert "De som staat in het plan." in answer.content.decode()
    again = as_(samira).get(reverse("purse:kept", args=[samira_case.public_id, kept.pk]))
    assert "Bekijk hem in het plan" in again.content.decode()
    assert Event.objects.filter(kind="plan.sum_added").count() == 1


def test_it_is_kept_with_facts_day_rules_and_amounts(planned, samira_case):
    found = text_of(samira_case).sums[0]
    assert (found.label, found.day, found.rules) == ("20 uur bij Helder", dt.date(2026, 3, 2), "1a2b3c4d")
    assert (found.hours, found.hourly_wage, found.to_spend, found.more) == (20.0, 15.1, 2301.5, 152.25)
    assert found.rows == (
        ("Brutoloon", 1413.36),
        ("Toeslagen", 888.14),
        ("Huur met servicekosten", -748.0),
    )
    assert '"kale_huur":748.0' in found.facts


def test_the_plan_shows_it(as_, samira, planned, samira_case):
    page = as_(samira).get(url("plan", samira_case)).content.decode()
    assert "€\xa02.302" in page and "€\xa0152 meer dan nu" in page and "1a2b3c4d" in page
    assert "20 uur per week voor € 15,10 per uur" in page


def test_the_rows_add_up_to_what_is_shown(planned, samira_case):
    found = replace(
        text_of(samira_case).sums[0],
        to_spend=1450.0,
        rows=(("Brutoloon", 1500.0), ("Belasting", -50.0), ("Huur", -748.0), ("Vaste lasten", -410.0)),
    )
    told = [(words.sum_label(line), line.amount) for line in found.lines]
    assert told[2] == ("Te besteden", 1450.0) and told[-1] == ("Over na huur en vaste lasten", 292.0)
    without_costs = replace(found, rows=found.rows[:2])
    assert [line.amount for line in without_costs.lines] == [1500.0, -50.0, 1450.0]
    other = replace(found, to_spend=999.0)
    assert len(other.lines) == 4, "no total where the rows do not add up to one"


def test_twice_is_once(as_, peter, samira_case, kept, planned):
    with pytest.raises(AlreadyDone):
        actions.add_sum(by=peter, case=samira_case, kept_id=kept.pk)
    answer = as_(peter).post(url("add_sum", samira_case, kept.pk), follow=True)
    assert "staat al in het plan" in answer.content.decode()
    assert PlannedSum.objects.count() == 1


def test_it_stays_when_the_sum_itself_goes(peter, samira_case, kept, planned):
    purse.remove_scenario(by=peter, case=samira_case, kept_id=kept.pk)
    assert text_of(samira_case).sums[0].label == "20 uur bij Helder"


def test_the_hash_is_bound_to_every_number(planned, samira_case):
    before = text_of(samira_case)
    assert PlanText.from_json(before.as_json()).hash == before.hash
    for values in (
        {"amounts": {**planned.amounts, "more": 152.26}},
        {"facts": {**FACTS, "travel": 1.0}},
        {"rules": "ffffffff"},
        {"day": dt.date(2026, 3, 3)},
    ):
        PlannedSum.objects.filter(pk=planned.pk).update(**values)
        assert text_of(samira_case).hash != before.hash, values


def test_the_fixed_version_keeps_it_and_compare_says_what_changed(as_, peter, samira_case, kept):
    given = {"by": peter, "case": samira_case}
    actions.write_wish(**given, wish="Koken.", seen_version=1)
    actions.fix_plan(**given, shown_hash=text_of(samira_case).hash)
    planned = actions.add_sum(**given, kept_id=kept.pk)
    fixed = actions.fix_plan(**given, shown_hash=text_of(samira_case).hash)
    side = as_(peter).get(f"{url('compare', samira_case, 1)}?met=2").content.decode()
    assert "Gerekend" in side and "€ 2.301,50 per maand te besteden" in side
    actions.remove_sum(**given, sum_id=planned.pk, seen_version=planned.version)
    page = as_(peter).get(url("fixed", samira_case, fixed.number)).content.decode()
    assert "20 uur bij Helder" in page and not text_of(samira_case).sums
    assert FixedPlan.objects.get(number=2).hash == fixed.hash


def test_who_may_not_see_the_money_does_not_see_it_in_a_fixed_plan(planned, samira_case):
    text = text_of(samira_case)
    bare = PlanText.from_json(text.as_json().replace("20 uur bij Helder", "26 uur bij Helder"))
    assert compared(text, bare) and not compared(text, bare, sees_money=False)


def test_on_paper(as_, samira, peter, samira_case, planned):
    actions.write_wish(by=peter, case=samira_case, wish="Koken.", seen_version=1)
    answer = as_(samira).get(url("paper", samira_case))
    text = " ".join("".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.content)).pages).split())
    assert "Wat we hebben uitgerekend" in text and "€ 2.301,50 per maand te besteden." in text
    assert (
        "Brutoloon € 1.413,36" in text
        and "Te besteden € 2.301,50" in text
        and "− € 748,00" in text
        and "versie 1a2b3c4d van de regels" in text
    )


def test_out_again_after_asking(as_, samira, samira_case, planned):
    address = url("remove_sum", samira_case, planned.pk)
    assert "20 uur bij Helder" in as_(samira).get(address).content.decode()
    as_(samira).post(address, {"seen_version": planned.version})
    assert not PlannedSum.objects.exists() and KeptScenario.objects.count() == 1


def test_not_with_an_older_version_in_hand(peter, samira_case, planned):
    with pytest.raises(Conflict):
        actions.remove_sum(by=peter, case=samira_case, sum_id=planned.pk, seen_version=planned.version + 1)
    assert PlannedSum.objects.exists()


def test_a_sum_of_somebody_else_looks_absent(as_, peter, bas, denise, samira_case, kept, planned):
    address, away = url("add_sum", samira_case, kept.pk), url("remove_sum", samira_case, planned.pk)
    for who in (bas, denise):
        assert as_(who).post(address).status_code == 404
        assert as_(who).get(away).status_code == 404
    assert as_(peter).post(url("add_sum", samira_case, 999_999)).status_code == 404
    assert as_(peter).get(url("remove_sum", samira_case, 999_999)).status_code == 404
    assert as_(peter).get(address).status_code == 405
    with pytest.raises(Http404):
        actions.add_sum(by=bas, case=samira_case, kept_id=kept.pk)
