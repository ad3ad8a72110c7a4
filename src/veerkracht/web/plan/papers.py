"""The plan on paper: in full, and on one A4 with few words."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents import one_page as sheet_paper
from veerkracht.documents import plan as plan_paper
from veerkracht.documents.one_page import PrintedPicture, Task
from veerkracht.documents.people import FormOfAddress, PrintedKlantmanager
from veerkracht.documents.render import Pdf
from veerkracht.web.people.models import Case
from veerkracht.web.purse.domain.numbers import euro
from veerkracht.words.promise import Reader

from . import words
from .domain import GoalFacts, PlanText, PromiseFacts, SumFacts, as_agreed, changes
from .letter import (
    paper_block,
    paper_klantmanager,
    paper_mother,
    paper_municipality,
    paper_promise,
    paper_proposal,
)
from .promise_words import promise_in_words
from .queries import FixedFacts, PlanFacts

MOST_TASKS = 5
_BY_KIND = {
    "rest": PrintedPicture.REST,
    "care": PrintedPicture.CHILD,
    "confidence": PrintedPicture.TALK,
    "health": PrintedPicture.DOCTOR,
    "language": PrintedPicture.LEARN,
    "study": PrintedPicture.LEARN,
    "voluntary_work": PrintedPicture.PEOPLE,
    "work": PrintedPicture.WORK,
    "money": PrintedPicture.MONEY,
    "home": PrintedPicture.HOME,
    "people": PrintedPicture.PEOPLE,
}
_BY_OWNER = {
    "municipality": PrintedPicture.FORM,
    "klantmanager": PrintedPicture.TALK,
    "employer": PrintedPicture.WORK,
    "childcare": PrintedPicture.CARE,
    "school": PrintedPicture.SCHOOL,
    "partner_organisation": PrintedPicture.PEOPLE,
    "network": PrintedPicture.FAMILY,
    "mother": PrintedPicture.DATE,
}


def plan_pdf(*, case: Case, plan: PlanFacts, before: FixedFacts | None, day: dt.date, hers: bool) -> Pdf:
    """The plan in full as it stands; `before` is the version to tell the changes from.

    Raises:
        PaperNotPossible: as `letter_of`.
    """
    who = paper_klantmanager(case, plan, day)
    text, fixed = plan.text, plan.newest if plan.is_fixed_as_it_stands else None
    balance, reader = plan.balance, Reader.HERSELF if hers else Reader.LETTER
    paper = plan_paper.PrintedPlan(
        municipality=paper_municipality(case),
        klantmanager=who,
        mother=paper_mother(case),
        printed_on=day,
        version=fixed.number if fixed else 0,
        plan_hash=text.hash,
        fixed_on=timezone.localdate(fixed.fixed_at) if fixed else None,
        story=text.story,
        wish=text.wish,
        promises=tuple(paper_promise(p, text, case, reader=reader) for p in text.promises),
        balance=plan_paper.PrintedBalance(balance.hers, balance.open) if balance.open else None,
        goals=tuple(_goal(g, text, case) for g in text.goals),
        proposals=tuple(map(paper_proposal, text.proposals)),
        group_activities=tuple(plan_paper.GroupActivity(a.what, a.when, a.where) for a in text.activities),
        sums=tuple(map(_sum, text.sums)),
        weighing=_weighing(text),
        legal_blocks=tuple(map(paper_block, text.laws)),
        changes=_changes(before, text) if before else (),
        signatures=_signatures(case, who, fixed),
        form=FormOfAddress.JE if hers else FormOfAddress.U,
    )
    return plan_paper.plan_pdf(paper, created_at=timezone.now())


def one_page_pdf(*, case: Case, plan: PlanFacts, day: dt.date) -> Pdf:
    """One A4: what they do, what she does, and who she can call. Only what is open and agreed or not yet asked.

    Raises:
        PaperNotPossible: as `letter_of`.
    """
    who = paper_klantmanager(case, plan, day)
    open_ones = [p for p in plan.promises if p.done_on is None and p.answer != "disagree"]
    theirs = [p for p in open_ones if p.side != "hers"]
    hers = [p for p in open_ones if p.side == "hers"]
    sheet = sheet_paper.OnePage(
        municipality=paper_municipality(case),
        klantmanager=who,
        name=case.first_name,
        printed_on=day,
        they_do=tuple(_task(p, plan.text, case) for p in theirs[:MOST_TASKS]),
        i_do=tuple(_task(p, plan.text, case) for p in hers[:MOST_TASKS]),
        more=max(0, len(theirs) - MOST_TASKS) + max(0, len(hers) - MOST_TASKS),
    )
    return sheet_paper.one_page_pdf(sheet, created_at=timezone.now())


def _goal(goal: GoalFacts, text: PlanText, case: Case) -> plan_paper.PrintedGoal:
    now = goal.now.place if goal.now else ""
    steps = [p for p in text.promises if p.goal_id == goal.id]
    return plan_paper.PrintedGoal(
        goal.title,
        tuple(plan_paper.Rung(sentence, place == now) for place, sentence in goal.places),
        tuple(words.step_line(p, text.klantmanager, case.first_name) for p in steps),
    )


def _sum(sum_facts: SumFacts) -> plan_paper.Sum:
    amounts = tuple(
        plan_paper.Amount(words.sum_label(line), euro(line.amount, cents=True), line.is_total)
        for line in sum_facts.lines
    )
    return plan_paper.Sum(sum_facts.label, words.sum_amount(sum_facts), words.sum_basis(sum_facts), amounts)


def _weighing(text: PlanText) -> tuple[plan_paper.PrintedWeighing, ...]:
    return tuple(
        plan_paper.PrintedWeighing(
            words.question_in_words(w.question), words.answer_in_words(w.answer).capitalize(), w.reason
        )
        for w in text.weighing
    )


def _changes(before: FixedFacts, text: PlanText) -> tuple[str, ...]:
    text_changes = changes(words.sections(before.text), words.sections(as_agreed(text)))
    return tuple(words.change_in_words(change) for change in text_changes)


def _signatures(
    case: Case, who: PrintedKlantmanager, fixed: FixedFacts | None
) -> tuple[plan_paper.Signature, ...]:
    role = _t("klantmanager")
    if fixed is None:
        return (plan_paper.Signature(case.full_name, ""), plan_paper.Signature(who.name, role))
    hers = plan_paper.Signature(case.full_name, "", *_signed(fixed), fixed.her_words)
    day = timezone.localdate(fixed.fixed_at)
    return (hers, plan_paper.Signature(fixed.fixed_by, role, _t("Akkoord"), day))


def _task(promise: PromiseFacts, text: PlanText, case: Case) -> Task:
    who = words.owner_in_words(promise, klantmanager=text.klantmanager, her_name=case.first_name)
    picture = _BY_KIND.get(promise.kind) or _BY_OWNER[promise.owner]
    sentence = promise_in_words(
        promise, klantmanager=text.klantmanager, her_name=case.first_name, reader=Reader.HERSELF
    )
    return Task(picture, sentence, promise.due_on, "" if promise.side == "hers" else who)


def _signed(fixed: FixedFacts) -> tuple[str, dt.date | None]:
    """Her answer to a version and its day; empty when she has not given one."""
    if fixed.confirmed_at:
        says = _t("Akkoord met opmerking") if fixed.her_words else _t("Akkoord")
        return says, timezone.localdate(fixed.confirmed_at)
    if fixed.declined_at:
        return _t("Niet akkoord"), timezone.localdate(fixed.declined_at)
    return "", None
