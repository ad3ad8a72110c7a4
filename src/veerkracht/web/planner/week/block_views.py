"""Time that is kept free: told on a form, moved by a button, a key or a drag, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.week.times import DAY_NAMES, DAYS, clock, minutes_of

from .. import actions
from ..domain import words
from ..fields import clock_from
from ..frame import url_of
from ..models import PartKind
from ..part_pages import facts_for, told_more
from ..queries import WeekFacts
from .forms import BlockForm

STEP, MIDNIGHT = 15, 24 * 60
SHIFTS = {"earlier": -STEP, "later": STEP}
DAY_SHIFTS = {"earlier_day": -1, "later_day": 1}
WAYS = {*SHIFTS, *DAY_SHIFTS, "at"}


@on_case("weekplan", get="update", post="update")
def block(request: SignedInRequest, case: Case, block_key: str = "") -> HttpResponse:
    """The form; a drag over empty time opens it with that time in it."""
    week, key = facts_for(request, case), block_key
    new = {"what": "appointment", "day": "wo", "weeks": "both", **(_asked(request) if not key else {})}
    facts = {**new, **week.saved.parts.get((PartKind.BLOCK, key), {})}
    title = _t("Tijd die vrij blijft")
    return told_more(request, case, week, BlockForm, kind=PartKind.BLOCK, key=key, facts=facts, title=title)


def _asked(request: SignedInRequest) -> dict[str, str]:
    """The day and times in the address, as far as they are any."""
    day = request.GET.get("dag", "")
    times = {"start": request.GET.get("van", ""), "end": request.GET.get("tot", "")}
    read = {name: clock_from(text[:10]) for name, text in times.items()}
    return {name: text for name, text in read.items() if text} | ({"day": day} if day in DAYS else {})


@dataclass(frozen=True)
class ProtectedTimeLine:
    """One piece of protected time with the buttons to move it."""

    key: str
    version: int
    words: str
    url: str


def blocks_of(facts: WeekFacts, case: Case) -> list[ProtectedTimeLine]:
    blocks = facts.saved.many("block")
    in_order = sorted(blocks, key=lambda key: (DAYS.index(blocks[key]["day"]), blocks[key]["start"]))
    return [
        ProtectedTimeLine(key, facts.version("block", key), _words(blocks[key]), url_of(case, "block", key))
        for key in in_order
    ]


def _words(block: Any) -> str:
    """`Vrijdag 13:00–14:00, rust`."""
    return f"{DAY_NAMES[block['day']].capitalize()} {block['start']}–{block['end']}, {words.BLOCKS[block['what']]}"


@dataclass(frozen=True)
class Undo:
    """The way back of the last move: where the block stood, and the version it has now."""

    key: str
    version: int
    words: str
    day: str
    start: str


def undo_of(request: SignedInRequest, facts: WeekFacts) -> Undo | None:
    """Only straight after a move: the address says where the block came from."""
    key, day, start = (request.GET.get(name, "")[:20] for name in ("terug", "dag", "van"))
    block = facts.saved.parts.get((PartKind.BLOCK, key))
    if (
        block is None
        or day not in DAYS
        or clock_from(start) != start
        or (day, start) == (block["day"], block["start"])
    ):
        return None
    return Undo(key, facts.version("block", key), f"{DAY_NAMES[day]} {start}", day, start)


@on_case("weekplan", post="update")
def move_block(request: SignedInRequest, case: Case, block_key: str) -> HttpResponse:
    """A button, a key or a drag: to another time or day. The length stays, and there is a way back."""
    facts = facts_for(request, case).saved.parts.get((PartKind.BLOCK, block_key))
    if facts is None:
        raise Http404
    moved, back = _moved(facts, request.POST), {}
    try:
        if moved:
            actions.move_block(
                by=request.user, case=case, key=block_key, seen_version=seen_version(request), **moved
            )
            messages.success(request, _t("Verplaatst: %(block)s.") % {"block": _words({**facts, **moved})})
            back = {"terug": block_key, "dag": facts["day"], "van": facts["start"]}
        else:
            messages.info(request, _t("Verder kan niet: dan valt het buiten de dag of de week."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    week = {"week": "vakantie"} if request.POST.get("week") == "vakantie" else {}
    return redirect(f"{url_of(case, 'week')}?{urlencode({**week, **back})}#vrij")


def _moved(block: Any, asked: Any) -> dict[str, str] | None:
    """The day and times after the move; None where it would leave the day or the week."""
    start, end = minutes_of(block["start"]) or 0, minutes_of(block["end"]) or 0
    to, day, first = asked.get("to", ""), DAYS.index(block["day"]), start + SHIFTS.get(asked.get("to", ""), 0)
    day += DAY_SHIFTS.get(to, 0)
    if to not in WAYS:
        return None
    if to == "at":
        typed_start = clock_from(asked.get("start", "")[:10])
        day = DAYS.index(asked["day"]) if asked.get("day") in DAYS else -1
        first = (minutes_of(typed_start) or 0) if typed_start else -1
    if not 0 <= day < len(DAYS) or first < 0 or first + end - start >= MIDNIGHT:
        return None
    return {"day": DAYS[day], "start": clock(first), "end": clock(first + end - start)}
