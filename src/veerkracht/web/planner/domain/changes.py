"""What others could change, in words: whose it is, what it gives, and how it reads as a promise or on the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.levers.owners import SIGNAL, owner_kind, promise_of
from veerkracht.levers.worth import Worth
from veerkracht.week.levers import Gain, Lever
from veerkracht.week.sentences import spoken
from veerkracht.week.times import Kind

from .family import service_ids
from .told import Facts, Told
from .words import what_of

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
ENDINGS = ("+1day", "_close+30", "_open-30")
LONGEST_KEY = 20


@dataclass(frozen=True)
class Change:
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


def changes_of(gains: Iterable[Gain], told: Told, kind: Kind = "school") -> list[Change]:
    """The levers that give something; never her own limits."""
    return [of_week(gain.lever, gain.minutes, told, kind) for gain in gains if gain.proposed]


def of_week(lever: Lever, minutes: int, told: Told, kind: Kind = "school") -> Change:
    """A lever of the week."""
    what, more = what_of(lever), f"{spoken(minutes)} {PER[kind]}"
    known = {name: key for key, name in service_ids(told).items()}
    service = next((name for name in known if lever.id in {name, *(f"{name}{end}" for end in ENDINGS)}), "")
    party = promise_of(lever) or ""
    gives = f" Dat geeft {more} meer." if minutes else ""
    key = lever.id.replace(service, known[service], 1) if service else lever.id
    return Change(
        lever.id,
        key[:LONGEST_KEY],
        _capital(what),
        owner_kind(lever),
        party,
        _called(lever, party, service),
        minutes,
        f"+ {more}" if minutes else "",
        f"Zoekt uit of dit kan: {what}.{gives}",
        _signal(lever, told.service(known[service]), gives) if party == SIGNAL else "",
    )


def _called(lever: Lever, party: str, service: str) -> str:
    """Who it is, by name where she or he has one here."""
    return service or ("andere ouder" if lever.owner == "andere_ouder" else PARTIES[party])


def of_money(worth: Worth) -> Change:
    """A lever that leaves the week as it is. Its promise names no amount: a plan is read by others too."""
    party = worth.promise_of or ""
    return Change(
        worth.id,
        worth.id[:LONGEST_KEY],
        _capital(worth.change),
        worth.owner_kind,
        party,
        PARTIES[party],
        0,
        "",
        f"Zoekt uit of dit kan: {worth.change}.",
        f"{_capital(worth.change)}." if party == SIGNAL else "",
    )


def _signal(lever: Lever, service: Facts, gives: str) -> str:
    """What hinders everybody, as a sentence; only opening times do."""
    name = lever.id.removesuffix("_close+30").removesuffix("_open-30")
    if lever.id.endswith("_close+30"):
        return f"{name} sluit om {service['close']}. Een half uur later zou helpen.{gives}"
    return f"{name} opent om {service['open']}. Een half uur eerder zou helpen.{gives}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
