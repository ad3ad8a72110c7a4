"""Words and tones of the plan in templates."""

from __future__ import annotations

import datetime as dt

from django import template
from django.forms import Form
from django.template import Context
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.words.promise import Reader

from .. import words
from ..binding import is_promised_by
from ..domain import Balance, GoalFacts, PromiseFacts, Rhythm, SumFacts, SumLine, short_hash
from ..models import StepKind
from ..promise_words import promise_in_words, reader_of

register = template.Library()
_KINDS = {"ours": "municipality", "others": "other", "hers": "her"}
_CHANGES = {"added": "teal", "changed": "plain", "removed": "terracotta"}


@register.simple_tag(takes_context=True)
def owner_words(context: Context, promise: PromiseFacts, klantmanager: str, her_name: str) -> str:
    """Who carries it, by name; on her own pages she is "jij"."""
    her_name = _t("jij") if context.get("hers") else her_name
    return words.owner_in_words(promise, klantmanager=klantmanager, her_name=her_name)


@register.simple_tag(takes_context=True)
def promise_words(context: Context, promise: PromiseFacts) -> str:
    """The promise in the person of whoever looks at this page of her case."""
    case, account = context["case"], context["request"].user
    plan, klantmanager = context.get("plan"), context.get("klantmanager")
    return promise_in_words(
        promise,
        klantmanager=plan.text.klantmanager if plan else klantmanager.name if klantmanager else "",
        her_name=case.first_name,
        reader=reader_of(
            promise,
            account=account,
            case=case,
            klantmanager_id=klantmanager.id if klantmanager else None,
        ),
    )


@register.simple_tag(takes_context=True)
def promise_to_her(context: Context, promise: PromiseFacts) -> str:
    """The promise as she reads it, on a screen that is turned to her whoever holds it."""
    klantmanager = context.get("klantmanager")
    return promise_in_words(
        promise,
        klantmanager=klantmanager.name if klantmanager else "",
        her_name=context["case"].first_name,
        reader=Reader.HERSELF,
    )


@register.simple_tag(takes_context=True)
def may_touch(context: Context, promise: PromiseFacts) -> bool:
    """Whether whoever looks promised this, and so may change it, do it or take it back."""
    case, account = context["case"], context["request"].user
    return authorize(account, "update", "belofte_eigen", case=case, obj=promise)


@register.simple_tag(takes_context=True)
def may_do(context: Context, promise: PromiseFacts) -> bool:
    """Whether whoever looks is the one who promised, and so says when it is done."""
    return is_promised_by(context["request"].user, context["case"], promise)


@register.filter
def sum_label(line: SumLine) -> str:
    return words.sum_label(line)


@register.filter
def sum_basis(sum_facts: SumFacts) -> str:
    return words.sum_basis(sum_facts)


@register.filter
def owner_kind(side: str) -> str:
    return _KINDS[side]


@register.simple_tag
def answer_label(answer: str, hers: bool) -> str:
    """Her answer in two or three words; `hers` when she reads it herself."""
    labels = {
        "none": _t("Nog niet gevraagd"),
        "agree": _t("Afgesproken"),
        "disagree": _t("Dit wil je niet") if hers else _t("Dit wil zij niet"),
        "think": _t("Je denkt erover na") if hers else _t("Zij denkt erover na"),
    }
    return labels[answer]


@register.simple_tag
def view_label(answer: str, hers: bool) -> str:
    """What she thinks of an answer of the municipality."""
    labels = {
        "none": _t("Nog niet gevraagd"),
        "agree": _t("Je bent het ermee eens") if hers else _t("Zij is het ermee eens"),
        "disagree": _t("Je bent het er niet mee eens") if hers else _t("Zij is het er niet mee eens"),
        "think": _t("Je denkt erover na") if hers else _t("Zij denkt erover na"),
    }
    return labels[answer]


@register.filter
def answer_tone(answer: str) -> str:
    return {"none": "outline", "agree": "teal"}.get(answer, "terracotta")


@register.filter
def reply_words(reply: str) -> str:
    return words.reply_in_words(reply)


@register.filter
def reply_tone(reply: str) -> str:
    return {"": "outline", "no": "terracotta"}.get(reply, "teal")


@register.filter
def kind_words(kind: str) -> str:
    return str(StepKind(kind).label) if kind else ""


@register.filter
def rhythm_words(rhythm: Rhythm) -> str:
    return words.rhythm_in_words(rhythm)


@register.simple_tag
def balance_words(balance: Balance, her_name: str, hers: bool) -> str:
    return words.balance_in_words(balance, "" if hers else her_name)


@register.filter
def question_words(question: str) -> str:
    return words.question_in_words(question)


@register.filter
def weighed_words(answer: str) -> str:
    return words.answer_in_words(answer).capitalize()


@register.filter
def month(day: dt.date) -> str:
    return words.month_in_words(day)


@register.filter
def sentence_now(goal: GoalFacts) -> str:
    return goal.sentence(goal.now.place) if goal.now else ""


@register.simple_tag
def change_label(kind: str) -> str:
    return {"added": _t("erbij"), "changed": _t("veranderd"), "removed": _t("weg")}[kind]


@register.filter
def change_tone(kind: str) -> str:
    return _CHANGES[kind]


@register.filter
def is_checked(form: Form) -> bool:
    """Whether texts of ours in this form get suggestions about how they read."""
    return bool(getattr(form, "checked", ()))


register.filter("short_hash", short_hash)
