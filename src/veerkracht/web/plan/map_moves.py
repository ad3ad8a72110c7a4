"""From the map to a promise: what holds back, what helps and what is broken, with who can do something about it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map import queries as map_queries
from veerkracht.web.map.domain import FactorGroup, Ring
from veerkracht.web.map.queries import BrokenContact, FactorOnMap, NamedOnMap
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Panel

from .domain import PromiseFacts
from .models import Owner
from .promise_words import first_name
from .queries import plan_of

NOW = "now"
TIME_FOR_IT = dt.timedelta(weeks=2)
OUTER = (Ring.EXO, Ring.MACRO)
# Who somebody on the map is as an owner of a promise, by the side of the map; on every other side somebody she knows.
_OWNER_OF = {
    FactorGroup.WORK: Owner.EMPLOYER,
    FactorGroup.SCHOOL: Owner.SCHOOL,
    FactorGroup.HELP: Owner.PARTNER_ORGANISATION,
    FactorGroup.MUNICIPALITY: Owner.MUNICIPALITY,
}


@dataclass(frozen=True)
class Mover:
    """Somebody who can do something about it; `place` is her or his row on the map."""

    owner: str
    name: str
    label: str
    place: str = ""


@dataclass(frozen=True)
class MoveOnMap:
    """One thing on the map that can be moved: its words, who can, and what was promised about it."""

    key: str
    text: str
    deed: str
    holds_back: bool
    movers: tuple[Mover, ...]
    promises: tuple[PromiseFacts, ...]
    once: uuid.UUID
    between: BrokenContact | None = None

    @property
    def is_open(self) -> bool:
        """Nobody promised anything yet, or what was promised she did not want."""
        return all(promise.answer == "disagree" for promise in self.promises)


@dataclass(frozen=True)
class MapMoves:
    movables: list[MoveOnMap]
    due_on: dt.date


def moves_panel(case: Case, account: Account, layer: str) -> Panel | None:
    """On the map of now, for who may write promises down; nothing when there is nothing to move."""
    if layer != NOW or account.pk == case.account_id:
        return None
    if not authorize(account, "create", "actie", case=case):
        return None
    movables = movables_of(case=case, account=account)
    due_on = timezone.localdate() + TIME_FOR_IT
    return Panel("plan/_map_moves.html", MapMoves(movables, due_on)) if movables else None


def movables_of(*, case: Case, account: Account) -> list[MoveOnMap]:
    """What may be moved, as this account sees the map: first what nobody promised anything about."""
    plan = plan_of(case=case, day=timezone.localdate())
    ours = _ours(plan.text.klantmanager)
    found = [_factor(one, ours, plan.promises) for one in map_queries.factors_now(case=case, account=account)]
    found += [
        _between(one, ours, plan.promises) for one in map_queries.broken_contacts(case=case, account=account)
    ]
    return sorted(found, key=lambda one: (not one.is_open, not one.holds_back))


def _ours(klantmanager: str) -> tuple[Mover, ...]:
    name = klantmanager or str(Owner.KLANTMANAGER.label)
    return (
        Mover(Owner.KLANTMANAGER, "", name),
        Mover(Owner.MUNICIPALITY, "", str(Owner.MUNICIPALITY.label)),
    )


def _factor(row: FactorOnMap, ours: tuple[Mover, ...], promises: Iterable[PromiseFacts]) -> MoveOnMap:
    begins = _t("Zorgt dat dit lukt: %(what)s") if row.helps else _t("Zoekt een oplossing voor: %(what)s")
    around = [
        _mover(spot)
        for spot in row.around
        if not (row.ring in OUTER and _is_close(spot)) and not _is_ours(spot, ours)
    ]
    return MoveOnMap(
        key=f"factor:{row.pk}",
        text=row.text,
        deed=begins % {"what": row.wish or row.text},
        holds_back=not row.helps,
        movers=(*ours, *around),
        promises=_about(f"factor:{row.pk}", promises),
        once=uuid.uuid4(),
    )


def _between(row: BrokenContact, ours: tuple[Mover, ...], promises: Iterable[PromiseFacts]) -> MoveOnMap:
    names = {"first": row.first.name, "second": row.second.name}
    return MoveOnMap(
        key=f"between:{row.pk}",
        text=_t("Contact tussen %(first)s en %(second)s loopt niet") % names,
        deed=_t("Brengt het contact tussen %(first)s en %(second)s op gang") % names,
        holds_back=True,
        movers=(*ours, *(_mover(spot) for spot in (row.first, row.second) if not _is_ours(spot, ours))),
        promises=_about(f"between:{row.pk}", promises),
        once=uuid.uuid4(),
        between=row,
    )


def _mover(spot: NamedOnMap) -> Mover:
    return Mover(_OWNER_OF.get(spot.group, Owner.NETWORK), spot.name, spot.name, str(spot.pk))


def _is_ours(spot: NamedOnMap, ours: tuple[Mover, ...]) -> bool:
    """The klantmanager as she put him or her on the map: offered already."""
    return first_name(spot.name).strip(",") == first_name(ours[0].label)


def _is_close(spot: NamedOnMap) -> bool:
    """Somebody around her: what lies in the outer rings is not theirs to carry either."""
    return spot.is_person and spot.group not in _OWNER_OF


def _about(key: str, promises: Iterable[PromiseFacts]) -> tuple[PromiseFacts, ...]:
    return tuple(promise for promise in promises if promise.moves == key)
