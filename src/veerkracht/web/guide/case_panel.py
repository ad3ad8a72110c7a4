"""What the guide shows on lower pages: its tab, and the next talk on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.children_form import ChildrenForm
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.people.queries import children_in_words
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.ui.slots import Panel

from . import queries
from .queries import TalkFacts


def talks_tab(account: Account) -> tuple[str, str, str, str]:
    # One short word under an icon on her phone.
    label = _t("Praten") if is_hers(account) else _t("Gesprekken")
    return (label, "messages", "guide:talks", "gespreksverslag")


@dataclass(frozen=True)
class TalkPanel:
    next: TalkFacts | None
    points: list[str]
    # Whether a talk can be begun from here; before the first one the three steps offer it.
    begins: bool


@dataclass(frozen=True)
class TalkBar:
    """A talk goes on: for how many minutes, and the way back to it."""

    minutes: int
    name: str
    url: str


def talk_bar(case: Case, account: Account) -> Panel | None:
    """On every page of the case for whoever leads a talk: one press back to the table."""
    if not authorize(account, "create", "werkaantekening_professional", case=case):
        return None
    talk = queries.running_talk_of(case=case)
    if talk is None:
        return None
    minutes = talk.minutes(timezone.now())
    url = reverse("guide:talk", args=[case.public_id, talk.pk])
    return Panel("guide/_talk_bar.html", TalkBar(minutes, case.first_name, url))


@dataclass(frozen=True)
class FirstSteps:
    """Before the first talk of a case: who lives here, the talk, and one promise of ours."""

    children: str
    is_running: bool
    promises: int
    form: ChildrenForm


def first_steps(case: Case, account: Account, day: dt.date) -> Panel | None:
    """Three steps and nothing else, until a first talk was had."""
    if not authorize(account, "create", "werkaantekening_professional", case=case):
        return None
    if case.is_closed or queries.was_there_a_talk(case=case):
        return None
    children = children_in_words([(c.first_name, c.born_on) for c in case.household.children.all()], day)
    promises = len(plan_of(case=case, day=day).promises)
    running = queries.running_talk_of(case=case) is not None
    return Panel("guide/_first_steps.html", FirstSteps(children, running, promises, ChildrenForm()))


def next_talk_in_words(case: Case, day: dt.date) -> str | None:
    """The next talk for a letter: day, time, place and interpreter; None when none is planned."""
    talk = queries.next_talk_of(case=case, day=day)
    if talk is None:
        return None
    parts = [date_format(talk.on, "l j F Y")]
    if talk.starts_at:
        parts[0] += _t(" om %(time)s uur") % {"time": time_format(talk.starts_at, "G.i")}
    parts += [talk.place] if talk.place else []
    parts += [_t("tolk: %(who)s") % {"who": talk.interpreter}] if talk.interpreter else []
    return ", ".join(parts)


def talk_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "read", "afspraak", case=case):
        return None
    to_come = [talk for talk in queries.talks_of(case=case) if talk.is_to_come and talk.on >= day]
    points = [point.words for point in queries.open_agenda(case=case)]
    may_begin = authorize(account, "create", "werkaantekening_professional", case=case)
    begins = may_begin and not case.is_closed and queries.was_there_a_talk(case=case)
    return Panel("guide/_panel.html", TalkPanel(to_come[-1] if to_come else None, points, begins))
