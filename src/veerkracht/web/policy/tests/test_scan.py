"""The self-scan of a municipality in which nothing was filled in yet: questions, where to look, what has no source."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.method import library
from veerkracht.web.people.models import Account
from veerkracht.web.policy.council import council_facts, council_pdf
from veerkracht.web.policy.words import NO_SOURCE, RESEARCH

As = Callable[[Account], Client]


def test_each_question_leads_to_figures_and_to_research_that_is_there(
    as_: As, others: dict[str, Account]
) -> None:
    browser = as_(others["beleid"])
    page = browser.get(reverse("policy:scan")).content.decode()
    evidence = browser.get(reverse("policy:evidence")).content.decode()
    anchors = re.findall(rf'{reverse("policy:evidence")}#([\w-]+)"', page)
    assert set(anchors) == {card for cards in RESEARCH.values() for card in cards}
    assert not [anchor for anchor in anchors if f'id="{anchor}"' not in evidence]
    assert page.count(f'href="{reverse("policy:figures")}"') >= len(RESEARCH)
    assert set(RESEARCH) == {item.seed[0] for item in library.items("PM")}


def test_what_has_no_source_is_named(as_: As, others: dict[str, Account]) -> None:
    page = as_(others["beleid"]).get(reverse("policy:scan")).content.decode()
    for sentence in NO_SOURCE.values():
        assert str(sentence) in page


def test_a_year_answered_and_an_action_with_an_owner_and_a_day(as_: As, others: dict[str, Account]) -> None:
    browser = as_(others["beleid"])
    answer = reverse("policy:answer", args=["PM3"])
    form = browser.get(answer).context["form"]
    how_far = form.fields["how_far"].choices[-1][0]
    sent = {"how_far": how_far, "evidence": "In de begroting: 40 procent voor stappen.", "seen_version": 1}
    browser.post(answer, sent)
    page = browser.get(reverse("policy:scan")).content.decode()
    assert "40 procent voor stappen" in page
    action = {"what": "Ruimte voor stappen", "owner_name": "Ilse", "due_on": "1-3-2027"}
    browser.post(reverse("policy:add_action", args=["PM3"]), action)
    page = browser.get(reverse("policy:scan")).content.decode()
    assert "Ruimte voor stappen" in page and "1 maart 2027" in page


def test_a_report_without_figures_does_not_say_how_they_were_counted(others: dict[str, Account]) -> None:
    report = council_facts(account=others["beleid"], day=timezone.localdate())
    assert not report.tables and "afgerond op vijf" not in report.how_counted
    assert "woorden en geen aantallen" in report.how_counted
    assert council_pdf(report).content.startswith(b"%PDF")
