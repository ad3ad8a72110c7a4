"""Her training wish on top, no ceiling, others' offers as theirs, and the municipality's answer with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.budget.models import BudgetWish
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.her_plan import her_plan
from veerkracht.web.purse.queries import purse_of
from veerkracht.web.record.models import Event
from veerkracht.web.training import actions
from veerkracht.web.training.comparing import LessonsInWeek
from veerkracht.web.training.domain import Level, Sector, example_routes, lesson_minutes
from veerkracht.web.training.models import TrainingRoute, TrainingWish
from veerkracht.web.training.queries import training_of

As = Callable[[Account], Client]


def url(name: str, case: Case, *numbers: Any) -> str:
    return reverse(f"training:{name}", args=[case.public_id, *numbers])


def typed(**more: Any) -> dict[str, Any]:
    usual = {"name": "Associate degree", "kind": "part_time", "level": "ad", "whose": "hers"}
    return {**usual, "cost_certainty": "example", "wage_certainty": "estimate", **more}


@pytest.fixture
def degree(peter: Account, samira_case: Case) -> TrainingRoute:
    row: TrainingRoute = actions.add_route(
        by=peter,
        case=samira_case,
        name="Associate degree",
        is_hers=True,
        kind="part_time",
        level="ad",
        months=24,
        cost_cents=506_000,
        cost_source="duo.nl",
        wage_cents=1_950,
        wage_source="cao",
        hours_after=24,
        lessons={"do": ["09:30", "14:00"]},
    )
    return row


def test_no_level_is_too_high_and_her_words_stand_letter_for_letter(as_: As, samira, samira_case) -> None:
    words = "Ik wil naar de  universiteit!!"
    as_(samira).post(url("wish", samira_case), {"words": words, "level": "wo"})
    assert (TrainingWish.objects.get().words, TrainingWish.objects.get().level) == (words, "wo")
    assert {level.value for level in Level} >= {"", "mbo1", "mbo4", "ad", "hbo", "wo"}


def test_trades_care_and_office_take_turns_and_every_price_says_where_it_comes_from(
    as_: As, peter, samira_case
):
    first = [route.sector for route in example_routes()[:3]]
    assert set(first) == {Sector.TECHNICAL, Sector.CARE, Sector.OFFICE}
    assert all(route.cost_source for route in example_routes())
    assert all("Verzonnen" in r.cost_source for r in example_routes() if r.cost_certainty == "example")
    page = as_(peter).get(url("examples", samira_case)).content.decode()
    assert page.index("Monteur elektrotechniek") < page.index("Verzorgende IG") and "Verzonnen prijs" in page
    form = as_(peter).get(url("add_example", samira_case, "elektro-bbl")).content.decode()
    assert 'value="590"' in form and "08:30-16:00" in form


def test_what_others_offer_is_their_proposal_and_a_bulk_course_says_so(
    as_: As, peter, samira, samira_case
) -> None:
    bad = as_(peter).post(url("add_route", samira_case), typed(whose="others")).content.decode()
    assert "Schrijf op wie dit voorstelt" in bad
    as_(samira).post(url("wish", samira_case), {"words": "Hbo", "level": "hbo"})
    as_(peter).post(
        url("add_route", samira_case),
        typed(whose="others", proposed_by="Werkcentrum", is_bulk="on", level="mbo2", name="Cursus zorg"),
    )
    staff = as_(peter).get(url("training", samira_case)).content.decode()
    assert "Voorstel van Werkcentrum" in staff and "Ingekocht voor een groep" in staff
    assert "lager dan wat zij wil" in staff
    hers = as_(samira).get(url("training", samira_case)).content.decode()
    assert "voordat iemand vroeg wat jij wilt" in hers and "lager dan wat zij wil" not in hers


def test_what_she_adds_herself_is_hers_whatever_the_form_sends(as_: As, samira, samira_case) -> None:
    as_(samira).post(url("add_route", samira_case), typed(whose="others", proposed_by="X", is_bulk="on"))
    row = TrainingRoute.objects.get()
    assert row.is_hers and not row.is_bulk and row.proposed_by == ""


def test_a_figure_without_a_source_is_asked_for_one(as_: As, peter, samira_case) -> None:
    page = as_(peter).post(url("add_route", samira_case), typed(cost_cents="500", wage_cents="19,50"))
    text = page.content.decode()
    assert "waar dit bedrag vandaan komt" in text and "waar dit loon vandaan komt" in text
    assert 'value="19,50"' in text and not TrainingRoute.objects.exists()


def test_an_unfinished_study_counts_and_can_be_recognised(as_: As, samira, samira_case) -> None:
    study = {"what": "Hbo", "level": "hbo", "year": "2009", "done": "Eén jaar", "recognition": "asked"}
    as_(samira).post(url("add_study", samira_case), study)
    page = as_(samira).get(url("training", samira_case)).content.decode()
    assert "Niet af; het telt wel mee." in page and "Eén jaar" in page and "aangevraagd" in page


def test_permission_is_asked_with_a_day_and_late_is_theirs(
    as_: As, peter, samira, samira_case, degree
) -> None:
    as_(samira).post(
        url("ask_permission", samira_case, degree.pk), {"asks": "Met behoud van uitkering", "seen_version": 1}
    )
    degree.refresh_from_db()
    assert degree.decide_by == timezone.localdate() + dt.timedelta(days=14)
    assert "De gemeente beslist voor" in as_(samira).get(url("training", samira_case)).content.decode()
    TrainingRoute.objects.update(decide_by=timezone.localdate() - dt.timedelta(days=2))
    late = her_plan(case=samira_case, day=timezone.localdate()).late_answers
    assert [(each.what, each.days_late) for each in late] == [("Associate degree", 2)]


@pytest.mark.parametrize("decision", ["yes", "partly", "no"])
def test_the_team_lead_answers_with_a_reason_and_her_dissent_stays(
    as_: As, marleen, samira, samira_case, degree, decision
) -> None:
    as_(samira).post(url("ask_permission", samira_case, degree.pk), {"asks": "Mag dit?", "seen_version": 1})
    degree.refresh_from_db()
    way = reverse("training:decide_route", args=[degree.pk])
    page = as_(marleen).get(way).content.decode()
    assert "Mag dit?" in page and "Haddad" not in page
    sent = {
        "decision": decision,
        "reason": "Zo is het.",
        "again_on": "01-03-2027",
        "seen_version": degree.version,
    }
    as_(marleen).post(way, sent)
    degree.refresh_from_db()
    assert (degree.decision, degree.decided_by) == (decision, marleen)
    assert degree.again_on == (None if decision == "yes" else dt.date(2027, 3, 1))
    as_(samira).post(
        url("answer_decision", samira_case, degree.pk),
        {"her_words": "Oneens.", "seen_version": degree.version},
    )
    assert "Oneens." in as_(samira).get(url("training", samira_case)).content.decode()
    assert (
        as_(samira).post(url("change_route", samira_case, degree.pk), typed(seen_version="3")).status_code
        == 404
    )


def test_a_second_decision_leaves_the_first_readable_with_what_she_said(
    as_: As, peter, marleen, samira, samira_case, degree
) -> None:
    asked = actions.ask_permission(
        by=peter, case=samira_case, route_id=degree.pk, seen_version=1, asks="Met behoud van uitkering"
    )
    no = actions.decide_route(
        by=marleen, route_id=asked.pk, seen_version=2, decision="no", reason="Vier jaar is te lang."
    )
    actions.answer_decision(
        by=samira, case=samira_case, route_id=no.pk, seen_version=3, her_words="Dat is het niet."
    )
    listed = as_(marleen).get(reverse("budget:decided")).content.decode()
    assert reverse("training:decide_route", args=[no.pk]) in listed
    answer = {"decision": "yes", "reason": "Twee jaar kan.", "seen_version": "4"}
    as_(marleen).post(reverse("training:decide_route", args=[no.pk]), answer)
    for who in (samira, peter):
        page = as_(who).get(url("training", samira_case)).content.decode()
        for words in ("Twee jaar kan.", "Vier jaar is te lang.", "Dat is het niet.", "Eerder,"):
            assert words in page, (who, words)
        assert page.index("Twee jaar kan.") < page.index("Vier jaar is te lang.")


def test_without_a_team_lead_the_page_says_so_and_it_waits_at_who_appoints_one(
    as_: As, peter, marleen, samira, samira_case, degree, func_beheer
) -> None:
    asked = actions.ask_permission(
        by=peter, case=samira_case, route_id=degree.pk, seen_version=1, asks="Mag?"
    )
    waiting = reverse("people:waiting_for_you")
    assert "geen teamleider" not in as_(func_beheer).get(waiting).content.decode()
    Account.objects.filter(pk=marleen.pk).update(is_active=False)
    assert (
        "Uw gemeente heeft nu geen teamleider"
        in as_(peter).get(url("training", samira_case)).content.decode()
    )
    assert (
        "De gemeente moet iemand aanwijzen." in as_(samira).get(url("training", samira_case)).content.decode()
    )
    page = as_(func_beheer).get(waiting).content.decode()
    assert "Er wacht 1 vraag op een besluit, en er is geen teamleider." in page
    assert asked.name not in page and samira_case.public_id not in page


def test_only_a_team_lead_of_her_own_municipality_decides(peter, bas, marleen, samira, degree) -> None:
    for account in (peter, bas, samira, marleen):  # nobody asked yet: not even the team lead
        with pytest.raises(Http404):
            actions.decide_route(by=account, route_id=degree.pk, seen_version=1, decision="yes", reason="ja")


def test_the_cost_becomes_a_wish_for_her_budget_in_one_press(as_: As, peter, samira_case, degree) -> None:
    as_(peter).post(url("ask_cost", samira_case, degree.pk))
    wish = BudgetWish.objects.get()
    assert (wish.what, wish.cost_cents) == ("Lesgeld: Associate degree", 506_000)


def test_routes_become_the_paths_of_later_and_nothing_is_typed_twice(
    as_: As, peter, samira_case, degree
) -> None:
    as_(peter).post(url("lay_beside_years", samira_case))
    answers = purse_of(case=samira_case).answers
    assert (answers["pad1_naam"], answers["pad1_loon"], answers["pad1_studie_jaren"]) == (
        "Associate degree",
        19.5,
        2,
    )
    assert answers["pad1_studie_kosten"] == pytest.approx(210.83)


def test_without_her_week_and_money_nothing_is_claimed(samira, samira_case, degree) -> None:
    page = training_of(case=samira_case, account=samira, day=timezone.localdate())
    assert page.hers[0].week is None and page.hers[0].needed is None
    assert not page.week_is_known and not page.money_is_known


def test_lessons_count_in_minutes() -> None:
    assert lesson_minutes({"ma": ["09:00", "12:30"], "wo": ["18:30", "21:30"]}) == 390
    assert LessonsInWeek(fits=True, words="").beside == ""


def test_removing_asks_first_and_knows_of_a_newer_version(as_: As, peter, samira_case, degree) -> None:
    way = url("remove_route", samira_case, degree.pk)
    assert "Weghalen?" in as_(peter).get(way).content.decode()
    as_(peter).post(way, {"seen_version": 9})
    assert TrainingRoute.objects.exists()
    as_(peter).post(way, {"seen_version": degree.version})
    assert not TrainingRoute.objects.exists()
    assert Event.objects.filter(kind="training.route_removed", case_id=samira_case.pk).count() == 1


def test_nobody_else_sees_it(as_: As, aylin, bas, marleen, samira_case, degree) -> None:
    for account in (aylin, bas, marleen):
        assert as_(account).get(url("training", samira_case)).status_code == 404
