"""What she can hide of her plan and her map, and what of it waits behind her code."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map.hiding import HIDEABLE, entries_to_hide
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.queries import plan_of

# Other words than the headings she chooses for a note herself.
WISH, STORY, PROMISE = "plan-wish", "plan-story", "promise"


@dataclass(frozen=True, kw_only=True)
class Hideable:
    """One thing others can read now. `ref` says which: `plan-wish`, `promise 12`, `node 3`."""

    ref: str
    heading: str
    words: str
    version: int = 0

    @property
    def is_on_map(self) -> bool:
        return place_on_map(self.ref) is not None


def heading_of(ref: str) -> str:
    kind = ref.split(" ", 1)[0]
    names = {WISH: _t("Mijn wens"), STORY: _t("Mijn verhaal"), PROMISE: _t("Ik doe")}
    return names.get(kind, _t("Van mijn kaart"))


def can_be_hidden(*, case: Case, account: Account) -> list[Hideable]:
    """Her wish, her story, what she does herself and what stands on her map."""
    plan = plan_of(case=case, day=timezone.localdate())
    version = plan.version
    own = [(WISH, plan.text.wish, version), (STORY, plan.text.story, version)]
    own += [(f"{PROMISE} {one.id}", one.what, one.version) for one in plan.promises if one.side == "hers"]
    own += [(f"{kind} {pk}", words, 0) for kind, pk, words in entries_to_hide(case=case, account=account)]
    return [
        Hideable(ref=ref, heading=heading_of(ref), words=words, version=version)
        for ref, words, version in own
        if words
    ]


def hideable(*, case: Case, account: Account, ref: str) -> Hideable:
    """One of them.

    Raises:
        Http404: it is not there, or no longer.
    """
    for one in can_be_hidden(case=case, account=account):
        if one.ref == ref:
            return one
    raise Http404


def place_on_map(ref: str) -> tuple[str, int] | None:
    """Kind and row of an entry of the map; None for what is of the plan."""
    kind, _, number = ref.partition(" ")
    return (kind, int(number)) if kind in HIDEABLE and number.isdecimal() else None
