"""What others could change, in words: whose it is, what it gives, and how it reads as a promise or on the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.levers.owners import SIGNAL, owner_kind, promise_of
from veerkracht.levers.worth import Worth
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.lever import ENDINGS, Gain, Lever, LeverPair
from veerkracht.week.times import Kind
from veerkracht.words.levers import change_words
from veerkracht.words.week import capital, lever_words, spoken

from .family import service_ids
from .saved_week import Facts, SavedWeek

# Under which heading a change stands: its owner as the plan calls it.
GROUPS = {
    "childcare": "Kinderopvang",
    "employer": "Werkgever",
    "school": "Opleiding",
    "municipality": "Gemeente",
    "partner_organisation": "Verhuurder",
    "network": "Eigen kring, alleen als beiden het willen",
}
PARTIES = {
    "childcare": "kinderopvang",
    "employer": "werkgever",
    "school": "opleiding",
    "municipality": "gemeente",
    "partner_organisation": "verhuurder",
    "network": "iemand uit de eigen kring",
    "klantmanager": "klantmanager",
    SIGNAL: "",
}
PER = {"school": "per week", "holiday": "per vakantieweek"}
PAIRS = 4
LONGEST_KEY = 20


@dataclass(frozen=True)
class WeekChange:
    """One change. `party` is who could promise it as the plan calls it, or `SIGNAL`; `key` is its lasting name,
    `signal` how it stands on the map where no party can promise it."""

    id: str
    key: str
    what: str
    group: str
    party: str
    party_words: str
    minutes: int
    more: str
    promise: str
    signal: str

    @property
    def side(self) -> str:
        """Whose it is, in general words: for who has no names here."""
        return GROUPS[self.group]

    @property
    def is_signal(self) -> bool:
        return self.party == SIGNAL


def changes_of(gains: Iterable[Gain], saved: SavedWeek, kind: Kind = "school") -> list[WeekChange]:
    """The levers that give something; never her own limits."""
    return [of_week(gain.lever, gain.minutes, saved, kind) for gain in gains if gain.proposed]


def pairs_to_list(week: WeekAnswer) -> tuple[LeverPair, ...]:
    """The pairs that a page has room for, the most hours first."""
    return (week.pairs or ())[:PAIRS]


def of_week(lever: Lever, minutes: int, saved: SavedWeek, kind: Kind = "school") -> WeekChange:
    """A lever of the week."""
    what, more = lever_words(lever, named=True), f"{spoken(minutes)} {PER[kind]}"
    keys = {name: key for key, name in service_ids(saved).items()}
    party = promise_of(lever) or ""
    gives = f" Dat geeft {more} meer." if minutes else ""
    key = f"{keys[lever.service]}{ENDINGS[lever.code]}" if lever.service in keys else lever.id
    return WeekChange(
        lever.id,
        key[:LONGEST_KEY],
        capital(what),
        owner_kind(lever),
        party,
        _called(lever, party),
        minutes,
        f"+ {more}" if minutes else "",
        f"Zoekt uit of dit kan: {what}.{gives}",
        _signal(lever, saved.service(keys[lever.service]), gives) if party == SIGNAL else "",
    )


def _called(lever: Lever, party: str) -> str:
    """Who it is, by name where she or he has one here."""
    return lever.service or ("andere ouder" if lever.owner == "andere_ouder" else PARTIES[party])


def of_money(worth: Worth) -> WeekChange:
    """A lever that leaves the week as it is. Its promise names no amount: a plan is read by others too."""
    party, what = worth.promise_of or "", change_words(worth)
    return WeekChange(
        worth.id,
        worth.id[:LONGEST_KEY],
        capital(what),
        worth.owner_kind,
        party,
        PARTIES[party],
        0,
        "",
        f"Zoekt uit of dit kan: {what}.",
        f"{capital(what)}." if party == SIGNAL else "",
    )


def _signal(lever: Lever, service: Facts, gives: str) -> str:
    """What hinders everybody, as a sentence; only opening times do."""
    if lever.code == "closes_later":
        return f"{lever.service} sluit om {service['close']}. Een half uur later zou helpen.{gives}"
    return f"{lever.service} opent om {service['open']}. Een half uur eerder zou helpen.{gives}"
