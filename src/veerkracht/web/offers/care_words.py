"""Sentences of the childcare finder."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.planner.domain.saved_week import Kid
from veerkracht.words.week import number

from .domain.centre_week import CentreWeek
from .domain.meetings import clock_words
from .models import Caller, CareCentre, CareKind, YesNo

LEAST = 15  # minutes; less changes nobody's week


def extra_sentence(centre: CareCentre, week: CentreWeek) -> str:
    """What it does to the hours that fit; empty while the week says too little."""
    if week.extra is None:
        return ""
    if abs(week.extra) < LEAST:
        return _t("Hiermee blijft het aantal uren dat past gelijk.")
    hours = {"hours": number(abs(week.extra)), "opening": _opening(centre)}
    if week.extra < 0:
        return _t("%(opening)s: dan passen er %(hours)s uur minder.") % hours
    return _t("%(opening)s: dan passen er %(hours)s uur meer.") % hours


def _opening(centre: CareCentre) -> str:
    if centre.opens:
        return _t("Deze opent om %(at)s uur") % {"at": clock_words(centre.opens)}
    return _t("Deze is open tot %(at)s uur") % {"at": clock_words(centre.closes)}


def opening_words(centre: CareCentre) -> str:
    days = ", ".join(centre.days)
    starts = clock_words(centre.opens) if centre.opens else _t("uit school")
    ends = clock_words(centre.closes) if centre.closes else _t("school")
    return _t("%(days)s, %(starts)s tot %(ends)s") % {"days": days, "starts": starts, "ends": ends}


def price_words(centre: CareCentre) -> str:
    if centre.euros_per_hour is None:
        return _t("niet bekend")
    return _t("€ %(euros)s per uur") % {"euros": f"{centre.euros_per_hour:.2f}".replace(".", ",")}


def waiting_words(centre: CareCentre) -> str:
    if centre.waiting_weeks is None:
        return _t("niet bekend")
    if not centre.waiting_weeks:
        return _t("er is nu plek")
    weeks = ngettext("ongeveer %(n)s week", "ongeveer %(n)s weken", centre.waiting_weeks)
    return weeks % {"n": centre.waiting_weeks}


def registered_words(centre: CareCentre) -> str:
    words = {
        YesNo.YES: _t("ja"),
        YesNo.NO: _t("nee: hiervoor is geen kinderopvangtoeslag"),
        YesNo.UNKNOWN: _t("niet bekend: zoek het op in het landelijk register"),
    }
    return words[YesNo(centre.registered)]


def caller_words(centre: CareCentre, *, hers: bool) -> str:
    if centre.caller == Caller.PARENT and hers:
        return _t("jij belt zelf, of je vraagt het aan de gemeente")
    return str(Caller(centre.caller).label)


def names_of(children: Sequence[Kid]) -> str:
    return _t(" en ").join(kid.name for kid in children)


def what_to_say(centre: CareCentre) -> str:
    """A call is offered with a sentence to say: under stress nobody invents one."""
    kind = str(CareKind(centre.kind).label)
    days = ", ".join(centre.days)
    says = _t("“Dag, ik zoek opvang voor mijn kind: %(kind)s. Is er plek op %(days)s, en vanaf wanneer?”")
    return says % {"kind": kind, "days": days}
