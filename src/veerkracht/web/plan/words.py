"""The plan in words: who, what, the balance, and each part as one sentence to compare two versions with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.words.numbers import cents, in_hours

from .domain import (
    ActivityFacts,
    Balance,
    GoalFacts,
    Hint,
    PlanText,
    PromiseFacts,
    ProposalFacts,
    Rhythm,
    SumFacts,
    SumLine,
    TextChange,
)
from .models import Answer, Owner, Reply, Weighed


def her_answer_in_words(promise: PromiseFacts) -> str:
    """`ja, dat spreken we af`, `nog niet gevraagd`."""
    return str(Answer(promise.answer).label)


def owner_in_words(promise: PromiseFacts, *, klantmanager: str, her_name: str) -> str:
    """`Peter Klaassen, klantmanager`, `De school van Yara`, or her own first name."""
    if promise.owner == Owner.MOTHER:
        return her_name
    if promise.owner == Owner.KLANTMANAGER:
        return _t("%(name)s, klantmanager") % {"name": promise.owner_name or klantmanager}
    if promise.owner == Owner.MUNICIPALITY:
        return promise.owner_name or _t("De gemeente")
    return promise.owner_name or str(Owner(promise.owner).label)


def day_in_words(day: dt.date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def month_in_words(day: dt.date) -> str:
    return date_format(day, "F Y")


def question_in_words(question: str) -> str:
    return {
        "childcare": _t("Is er passende opvang?"),
        "schooling": _t("Is er genoeg scholing?"),
        "load": _t("Is werk naast de zorg nu vol te houden?"),
    }[question]


def answer_in_words(answer: str) -> str:
    return str(Weighed(answer).label)


def reply_in_words(reply: str) -> str:
    return str(Reply(reply).label).capitalize()


def rhythm_in_words(rhythm: Rhythm) -> str:
    """`Om de 8 weken, eerst een bericht`; empty when nothing was agreed."""
    if not rhythm.weeks:
        return ""
    often = ngettext("Elke week", "Om de %(n)s weken", rhythm.weeks) % {"n": rhythm.weeks}
    return ", ".join(filter(None, [often, rhythm.words]))


def balance_in_words(balance: Balance, her_name: str) -> str:
    """One sentence about all open actions; `her_name` empty when she reads it herself."""
    count = {"n": balance.open, "hers": balance.hers, "ours": balance.ours, "others": balance.others}
    if not balance.open:
        return _t("Er staat nu niets open.")
    if her_name:
        says = ngettext(
            "Er staat één belofte open: bij %(name)s %(hers)s, bij de gemeente %(ours)s, bij anderen %(others)s.",
            "Er staan %(n)s beloften open: bij %(name)s %(hers)s, bij de gemeente %(ours)s, bij anderen %(others)s.",
            balance.open,
        )
        return says % {**count, "name": her_name}
    says = ngettext(
        "Er staat één belofte open: bij jou %(hers)s, bij de gemeente %(ours)s, bij anderen %(others)s.",
        "Er staan %(n)s beloften open: bij jou %(hers)s, bij de gemeente %(ours)s, bij anderen %(others)s.",
        balance.open,
    )
    return says % count


def hint_in_words(hint: Hint) -> str:
    """A suggestion, never a verdict."""
    says = {
        "long_sentence": _t("De zin “%(words)s …” heeft %(count)s woorden. Kunnen het er twee worden?"),
        "long_word": _t("“%(words)s” is een lang woord. Is er een korter woord voor?"),
        "passive": _t("“%(words)s”: wie doet het? Met een naam erbij is het duidelijker."),
        "officialese": _t("“%(words)s”: misschien “%(instead)s”?"),
    }[hint.kind]
    return says % {"words": hint.words, "count": hint.count, "instead": hint.instead}


def sections(text: PlanText) -> dict[str, dict[str, str]]:
    """The plan as section → key → sentence, to compare with another version. The keys are ids: they stay the same."""
    her = text.name.split()[0]
    return {
        _t("Haar verhaal"): _only("story", text.story),
        _t("Haar wens"): _only("wish", text.wish),
        _t("Hoe vaak we contact hebben"): _only("rhythm", rhythm_in_words(text.rhythm)),
        _t("Beloften"): {f"p{p.id}": promise_line(p, text.klantmanager, her) for p in text.promises},
        _t("Doelen"): {f"g{g.id}": goal_line(g) for g in text.goals},
        _t("Voorstellen"): {f"v{v.id}": proposal_line(v) for v in text.proposals},
        _t("Samen met anderen"): {f"a{a.id}": activity_line(a) for a in text.activities},
        _t("Gerekend"): {f"s{s.id}": sum_line(s) for s in text.sums},
        _t("Zorg en werk gewogen"): {
            w.question: f"{question_in_words(w.question)} {answer_in_words(w.answer).capitalize()}. {w.reason}"
            for w in text.weighing
        },
        _t("Wat de wet zegt"): {
            law.id: f"{law.title}. {law.text} {law.owed} ({law.article})" for law in text.laws
        },
        _t("Wie"): _only("who", _joined([text.klantmanager, text.municipality], ", ")),
    }


def _only(key: str, words: str) -> dict[str, str]:
    return {key: words} if words else {}


def _joined(parts: Iterable[str], by: str = " ") -> str:
    return by.join(filter(None, parts))


def promise_line(promise: PromiseFacts, klantmanager: str, her_name: str) -> str:
    who = owner_in_words(promise, klantmanager=klantmanager, her_name=her_name)
    due = _t("Voor %(day)s.") % {"day": day_in_words(promise.due_on)} if promise.due_on else ""
    answer_words = _t("Antwoord: %(answer)s.") % {"answer": Answer(promise.answer).label}
    again = again_in_words(promise.again_on)
    return _joined([f"{who}: {promise.what}", due, answer_words, promise.answer_words, again])


def goal_line(goal: GoalFacts) -> str:
    return _joined([goal.title, *(words for _, words in goal.places)], " · ")


def proposal_line(proposal: ProposalFacts) -> str:
    reply = f"{reply_in_words(proposal.reply)}. {proposal.reason}" if proposal.reply else ""
    her = "" if proposal.her_answer == Answer.NONE else f"{Answer(proposal.her_answer).label}."
    return _joined([proposal.what, reply, her, proposal.her_words, again_in_words(proposal.again_on)])


def step_line(promise: PromiseFacts, klantmanager: str, her_name: str) -> str:
    """A step towards a goal: who, what, and that it was reached."""
    who = owner_in_words(promise, klantmanager=klantmanager, her_name=her_name)
    done = _t("(gelukt)") if promise.done_on else ""
    return _joined([f"{who}: {promise.what}", done])


def change_in_words(change: TextChange) -> str:
    """One sentence for the list "what is different" on paper."""
    says = {
        "added": _t("%(section)s, erbij: %(now)s"),
        "changed": _t("%(section)s, veranderd in: %(now)s"),
        "removed": _t("%(section)s, weg: %(was)s"),
    }[change.kind]
    return says % {"section": change.section, "now": change.now, "was": change.was}


def activity_line(activity: ActivityFacts) -> str:
    return _joined([activity.what, activity.when, activity.where], ", ")


def sum_line(sum_facts: SumFacts) -> str:
    """A sum with what it rests on: amount, hours, day and version of the rules."""
    return f"{sum_facts.label}: {sum_amount(sum_facts)} {sum_basis(sum_facts)}"


def sum_amount(sum_facts: SumFacts) -> str:
    return _t("%(amount)s per maand te besteden.") % {"amount": cents(sum_facts.to_spend)}


def sum_label(line: SumLine) -> str:
    """The name of a line; the two totals have words of their own."""
    totals = {"to_spend": _t("Te besteden"), "left": _t("Over na huur en vaste lasten")}
    return totals[line.label] if line.is_total else line.label


def sum_basis(sum_facts: SumFacts) -> str:
    says = _t(
        "%(hours)s per week voor %(wage)s per uur. Gerekend op %(day)s met versie %(rules)s van de regels."
    )
    values = {"hours": in_hours(sum_facts.hours), "wage": cents(sum_facts.hourly_wage)}
    return says % {**values, "day": day_in_words(sum_facts.day), "rules": sum_facts.rules}


def again_in_words(day: dt.date | None) -> str:
    return _t("Opnieuw bespreken in %(month)s.") % {"month": month_in_words(day)} if day else ""
