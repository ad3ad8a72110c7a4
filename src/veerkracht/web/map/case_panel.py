"""What the map shows on lower pages: its tab, and a panel on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Panel

from .domain import Effect, SystemMap
from .queries import map_of


def map_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Kaart"), "circles", "map:map", "systeemkaart")


@dataclass(frozen=True)
class MapPanel:
    names: list[str]
    hinders: int
    helps: int


def map_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    """Who is around her, in names: a picture needs more room than a panel has."""
    if not authorize(account, "read", "systeemkaart", case=case):
        return None
    return Panel("map/_panel.html", _facts(map_of(case=case, account=account).map))


def _facts(system_map: SystemMap) -> MapPanel:
    alive = [tie.node for tie in system_map.ties if tie.is_alive]
    names = [system_map.node(node_id).name for node_id in alive]
    effects = [factor.effect for factor in system_map.factors]
    return MapPanel(
        names,
        sum(effect is not Effect.HELPS for effect in effects),
        sum(effect is not Effect.HINDERS for effect in effects),
    )
