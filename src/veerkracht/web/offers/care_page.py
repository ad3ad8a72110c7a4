"""The childcare finder as a page shows it: each centre with its facts, what it does to the week, and the ways on."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.plan.case_panel import promise_from
from veerkracht.web.planner.queries import WeekFacts, week_of

from . import care_words
from .domain.centre_week import CentreFacts, CentreWeek, laid_over
from .models import Caller, CareCentre, YesNo
from .queries import open_centres


@dataclass(frozen=True, kw_only=True)
class CentreLine:
    """One centre for this family."""

    centre: CareCentre
    week: CentreWeek
    children: str
    sentence: str
    facts: Sequence[tuple[str, str]]
    can_go_in: bool
    instead_of: str
    to_say: str
    is_more: bool
    is_there: bool
    sends: Sequence[Any]
    once: uuid.UUID


@dataclass(frozen=True, kw_only=True)
class FinderPage:
    lines: Sequence[CentreLine]
    other_ages: int
    is_week_begun: bool
    has_children: bool


def finder_page(*, case: Case, account: Account) -> FinderPage:
    """The centres of the municipality for the children of this case: the most hours first."""
    day = timezone.localdate()
    week = week_of(case=case, account=account, day=day)
    centres = open_centres(account=account, day=day)
    laid = [(centre, over) for centre in centres if (over := laid_over(week.saved, facts_of_centre(centre)))]
    lines = [_line(case, account, week, centre, over) for centre, over in laid]
    lines.sort(key=lambda line: (-(line.week.extra or 0), line.centre.waiting_weeks or 0, line.centre.name))
    return FinderPage(
        lines=lines,
        other_ages=len(centres) - len(lines),
        is_week_begun=not week.saved.missing_for_a_verdict,
        has_children=bool(week.saved.kids),
    )


def facts_of_centre(centre: CareCentre) -> CentreFacts:
    return CentreFacts(
        kind=centre.kind,
        name=centre.name,
        days=tuple(centre.days),
        opens=centre.opens,
        closes=centre.closes,
        hours_per_day=centre.hours_per_day,
        euros_per_hour=centre.euros_per_hour,
    )


def _line(case: Case, account: Account, week: WeekFacts, centre: CareCentre, over: CentreWeek) -> CentreLine:
    hers = is_hers(account)
    says = _t("Belt %(centre)s over een plek voor %(children)s.")
    names = care_words.names_of(over.children)
    what = says % {"centre": centre.name, "children": names}
    send = (
        promise_from(account, case, "klantmanager", "", what)
        if centre.caller != Caller.PARENT or hers
        else None
    )
    return CentreLine(
        centre=centre,
        week=over,
        children=names,
        sentence=care_words.extra_sentence(centre, over),
        facts=_facts(centre, hers=hers),
        can_go_in=centre.registered == YesNo.YES and centre.euros_per_hour is not None,
        is_there=_is_there(week, over),
        is_more=(over.extra or 0) >= care_words.LEAST,
        instead_of=_instead_of(week, over),
        to_say=care_words.what_to_say(centre) if hers or centre.caller == Caller.PARENT else "",
        sends=[send] if send else [],
        once=uuid.uuid4(),
    )


def _is_there(week: WeekFacts, over: CentreWeek) -> bool:
    """Whether this very centre is the care that stands in the week already."""
    if not over.replaces:
        return False
    now = week.saved.service(over.replaces)
    return all(now[name] == over.facts.get(name, now[name]) for name in ("name", "open", "close", "rate"))


def _instead_of(week: WeekFacts, over: CentreWeek) -> str:
    return str(week.saved.service(over.replaces)["name"]) if over.replaces else ""


def _facts(centre: CareCentre, *, hers: bool) -> list[tuple[str, str]]:
    rows = [
        (_t("Soort"), centre.get_kind_display()),
        (_t("Open"), care_words.opening_words(centre)),
        (_t("Waar"), centre.place or _t("niet bekend")),
        (_t("Prijs"), care_words.price_words(centre)),
        (_t("Wachttijd"), care_words.waiting_words(centre)),
        (_t("In het landelijk register"), care_words.registered_words(centre)),
        (_t("Wie belt"), care_words.caller_words(centre, hers=hers)),
        (_t("Bellen"), centre.contact or _t("niet bekend")),
        (_t("Bron"), centre.source),
    ]
    return [(label, str(words)) for label, words in rows]
