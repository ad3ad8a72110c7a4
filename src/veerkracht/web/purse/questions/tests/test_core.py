"""The core of money on one page: each answer goes to its own part, and nothing told elsewhere is lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from veerkracht.web.purse import actions, queries
from veerkracht.web.purse.domain.questions import CORE, PARTS
from veerkracht.web.record.models import Conflict

SENT = {
    "huur": "689",
    "partner": "nee",
    "medebewoners": "0",
    "uren": "12",
    "uurloon": "15,10",
    "bijstand": "ja",
    "vrijlating": "geen",
    "vermogen": "0",
    "vaste_lasten": "380",
    "aflossing": "110",
    "uren_1": "20",
    "uren_2": "26",
}


def post(client, case, **sent):
    address = reverse("purse:core", args=[case.public_id])
    return client.post(address, {"seen_version": queries.core_version(queries.purse_of(case=case)), **sent})


def answers(case):
    return queries.purse_of(case=case).answers


def test_a_new_case_begins_with_one_page_and_gives_a_sum(as_, peter, samira_case):
    client = as_(peter)
    begin = client.get(reverse("purse:money", args=[samira_case.public_id])).content.decode()
    assert reverse("purse:core", args=[samira_case.public_id]) in begin
    assert post(client, samira_case, **SENT)["Location"] == reverse(
        "purse:money", args=[samira_case.public_id]
    )
    told = answers(samira_case)
    assert (told["huur"], told["uren"], told["uurloon"], told["partner"], told["uren_2"]) == (
        689,
        12,
        15.1,
        "nee",
        26,
    )


def test_what_was_told_in_a_part_stays(peter, samira_case):
    actions.tell(
        by=peter,
        case=samira_case,
        part="wonen",
        answers={"servicekosten": 42.0, "huur": 500.0},
        seen_version=1,
    )
    seen = queries.core_version(queries.purse_of(case=samira_case))
    actions.tell_core(by=peter, case=samira_case, answers={"huur": 689.0}, seen_version=seen)
    assert (answers(samira_case)["servicekosten"], answers(samira_case)["huur"]) == (42, 689)


def test_who_comes_second_sees_what_the_other_wrote(as_, peter, samira_case):
    actions.tell(by=peter, case=samira_case, part="werk", answers={"uren": 8.0}, seen_version=1)
    with pytest.raises(Conflict):
        actions.tell_core(by=peter, case=samira_case, answers={"uren": 12.0}, seen_version=1)
    page = as_(peter).post(reverse("purse:core", args=[samira_case.public_id]), {**SENT, "seen_version": "1"})
    assert page.status_code == 409 and "Uren werk per week" in page.content.decode()
    assert answers(samira_case)["uren"] == 8


@pytest.mark.parametrize(("name", "typed"), [("huur", "veel"), ("uren", "-3"), ("partner", "soms")])
def test_a_wrong_answer_is_named_and_nothing_is_lost(as_, peter, samira_case, name, typed):
    answer = post(as_(peter), samira_case, **{**SENT, name: typed})
    assert answer.status_code == 200 and 'value="380"' in answer.content.decode()
    assert "huur" not in answers(samira_case)


def test_the_core_asks_nothing_of_its_own():
    everything = {question.name for part in PARTS.values() for question in part.questions}
    assert {question.name for question in CORE.questions} <= everything
