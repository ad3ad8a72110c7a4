"""What of the catalogue fits something of hers, and what of it stands in her plan already."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from veerkracht.method import library
from veerkracht.web.map import queries as map_queries
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.queries import goal_of, plan_of

from .domain.matching import fitting
from .domain.topics import topics_of
from .models import CatalogueOffer, TakenOffer
from .queries import running_offers


@dataclass(frozen=True, kw_only=True)
class AskedAbout:
    """What the search is about: her words where there are some, the topics in it, and where a promise leads back to."""

    words: str = ""
    topics: frozenset[str] = frozenset()
    ring: str = ""
    moves: str = ""
    goal_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class FittingOffer:
    """One offer on the page, with whether it is in the plan and the token of its button."""

    offer: CatalogueOffer
    is_taken: bool
    once: uuid.UUID


@dataclass(frozen=True, kw_only=True)
class FittingLines:
    """What fits, in two: what changes something around her, and what is for herself."""

    around: Sequence[FittingOffer]
    herself: Sequence[FittingOffer]

    @property
    def is_empty(self) -> bool:
        return not self.around and not self.herself


def about_factor(*, case: Case, account: Account, factor_id: int) -> AskedAbout:
    """Raises Http404: nothing on her map that this account may see."""
    factor = map_queries.factor_of(case=case, account=account, factor_id=factor_id)
    text = f"{factor.text} {factor.wish}"
    return AskedAbout(
        words=factor.text,
        topics=topics_of(text, theme=_theme(factor.seed)),
        ring=factor.ring,
        moves=f"factor:{factor.pk}",
    )


def _theme(seed: str) -> str:
    known = library.all_items().get(seed) if seed else None
    return known.theme if known else ""


def about_goal(*, case: Case, goal_id: int) -> AskedAbout:
    """Raises Http404: no goal of hers."""
    goal = goal_of(case=case, goal_id=goal_id)
    text = " ".join((goal.title, goal.reached, goal.more))
    return AskedAbout(words=goal.title, topics=topics_of(text), goal_id=goal.pk)


def fitting_lines(*, case: Case, account: Account, asked: AskedAbout, day: dt.date) -> FittingLines:
    """What fits, in two parts, each with the way into the plan."""
    chosen = fitting(running_offers(account=account, day=day), topics=asked.topics, ring=asked.ring)
    taken = taken_ids(case=case, day=day)
    return FittingLines(around=_lines(chosen.around, taken), herself=_lines(chosen.herself, taken))


def _lines(offers: Sequence[CatalogueOffer], taken: Mapping[int, TakenOffer]) -> tuple[FittingOffer, ...]:
    return tuple(FittingOffer(offer=o, is_taken=o.pk in taken, once=uuid.uuid4()) for o in offers)


def taken_ids(*, case: Case, day: dt.date) -> dict[int, TakenOffer]:
    """The offers that stand in her plan, by number: as long as the promise or the proposal stands there."""
    text = plan_of(case=case, day=day).text
    promises, proposals = {p.id for p in text.promises}, {p.id for p in text.proposals}
    rows = TakenOffer.objects.filter(case=case).select_related("offer").order_by("pk")
    return {row.offer_id: row for row in rows if row.promise_id in promises or row.proposal_id in proposals}
