"""What the offers put on lower pages: the tab, and the ways from a factor, a goal and a change of the week."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Link, Panel

from .domain.topics import TOPIC_OF_PARTY
from .group_queries import meets_next, seats_of
from .models import GroupSeat


def offers_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Aanbod"), "heart-handshake", "offers:for_case", "passend_aanbod")


def from_factor(*, account: Account, case: Case, factor_id: int) -> Link | None:
    return _way(account, case, reverse("offers:for_factor", args=[case.public_id, factor_id]))


def from_goal(*, account: Account, case: Case, goal_id: int) -> Link | None:
    return _way(account, case, reverse("offers:for_goal", args=[case.public_id, goal_id]))


def from_lever(*, account: Account, case: Case, party: str) -> Link | None:
    """By whose the change is: an opening time is about childcare, a shift about work."""
    topic = TOPIC_OF_PARTY.get(party)
    if topic is None:
        return None
    return _way(account, case, f"{reverse('offers:for_case', args=[case.public_id])}?over={topic}")


def to_finder(*, account: Account, case: Case) -> Link | None:
    """From the pages of the week about childcare."""
    if not authorize(account, "read", "weekplan", case=case):
        return None
    return Link(_t("Opvang zoeken"), reverse("offers:find_care", args=[case.public_id]), "search")


@dataclass(frozen=True, kw_only=True)
class TogetherPanel:
    seats: list[GroupSeat]
    url: str


def together_panel(*, case: Case, account: Account) -> Panel | None:
    """On the plan, beside the individual steps: the groups she takes part in."""
    if not authorize(account, "read", "groepsplek", case=case):
        return None
    url = reverse("offers:groups", args=[case.public_id])
    return Panel("offers/_together.html", TogetherPanel(seats=seats_of(case=case), url=url))


@dataclass(frozen=True, kw_only=True)
class HerRow:
    """A line on her page Meer."""

    label: str
    words: str
    url: str
    icon: str


def offers_row(*, case: Case) -> HerRow:
    url = reverse("offers:for_case", args=[case.public_id])
    return HerRow(label=_t("Aanbod"), words=_t("Wat er is, ook om je heen."), url=url, icon="heart-handshake")


def groups_row(*, case: Case) -> HerRow:
    """With the next time she goes somewhere, and not where."""
    today = timezone.localdate()
    days = [day for seat in seats_of(case=case) if (day := meets_next(seat.offer, today))]
    words = _t("Samen met anderen, in de buurt.")
    if days:
        words = _t("De volgende keer is %(day)s.") % {"day": date_format(min(days), "l j F")}
    url = reverse("offers:groups", args=[case.public_id])
    return HerRow(label=_t("Groepen"), words=words, url=url, icon="users-group")


def parents_row(*, case: Case) -> HerRow:
    words = _t("Alleen als jullie het allebei willen.")
    return HerRow(
        label=_t("Een andere moeder of vader spreken"),
        words=words,
        url=reverse("offers:parents"),
        icon="messages",
    )


def _way(account: Account, case: Case, url: str) -> Link | None:
    if not authorize(account, "read", "passend_aanbod", case=case):
        return None
    return Link(_t("Aanbod dat hierbij past"), url, "heart-handshake")
