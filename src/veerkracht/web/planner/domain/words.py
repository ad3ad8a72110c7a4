"""The week in Dutch: what fits, who could give more, and what is still ours to ask. `Translate` turns the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from veerkracht.week.levers import Lever
from veerkracht.week.schedule import DayPlan
from veerkracht.week.sentences import WEEKS, day_sentence, spoken
from veerkracht.week.times import DAYS, Kind

from .family import leg_minutes, legs, places, service_ids
from .look import Look, Week
from .protected_time import protected_on
from .told import SCHOOL_AGE, Facts, Told

NAMED = 3
IN_HOLIDAYS = ("vakantieopvang", "informeel")
BLOCKS = {"appointment": "vaste afspraak", "rest": "rust", "court": "zitting", "other": "vrijgehouden"}
MODES = {"fiets": "fiets", "ov": "bus of trein", "lopen": "lopen", "auto": "auto"}
FIXED_PLACES = {"home": "huis", "work": "werk", "school": "school", "course": "les"}


def first_sentence(week: Week) -> str:
    """`In een schoolweek past 9 uur.`; between two bounds when something is unknown."""
    if week.best > week.paid:
        return f"In {WEEKS[week.kind]} past {amount(week.paid)} tot {spoken(week.best)}."
    if week.paid == 0:
        return f"In {WEEKS[week.kind]} past nu nog geen werk."
    return f"In {WEEKS[week.kind]} past {spoken(week.paid)}."


def amount(minutes: int) -> str:
    return spoken(minutes).removesuffix(" uur")


def more_sentence(found: Look) -> str:
    """What others would have to change; empty when nothing of that gives more."""
    best = sorted(found.proposed, key=lambda gain: -gain.minutes)[:NAMED]
    if best:
        said = "; of ".join(f"{what_of(gain.lever)} (+{spoken(gain.minutes)})" for gain in best)
        return f"Meer kan pas als: {said}."
    if found.pairs:
        pair = found.pairs[0]
        said = f"{what_of(pair.a)} én {what_of(pair.b)}"
        return f"Meer kan pas als twee dingen samen veranderen: {said} (+{spoken(pair.minutes)})."
    stops = [" samen met ".join(one.sentence for one in item.constraints) for item in found.binding]
    if stops:
        return f"Meer kan pas als er iets verandert aan {'; of '.join(stops[:NAMED])}."
    return ""


def holiday_sentence(told: Told) -> str:
    """That nobody looks after the children in holiday weeks yet; empty where somebody does or nobody has to."""
    needs_one = any(told.kid(kid)["kind"] == SCHOOL_AGE for kid in told.kids)
    has_one = any(s["days_holiday"] != 0 and s["type"] in IN_HOLIDAYS for s in told.services().values())
    return "Er is nog geen opvang of oppas voor vakantieweken ingevuld." if needs_one and not has_one else ""


def what_of(lever: Lever) -> str:
    """The engine's words; somebody who could help by the name she or he has here."""
    return lever.sentence.replace("een vertrouwd persoon", lever.id)


def day_line(day: DayPlan, blocks: Mapping[str, Facts], kind: Kind) -> str:
    """One sentence for a day, with its protected time."""
    kept = [
        f"{block['start']}–{block['end']} blijft vrij ({BLOCKS[block['what']]})"
        for block in blocks.values()
        if block["day"] == day.day and block["weeks"] in ("both", kind)
    ]
    return " ".join([day_sentence(day), *(f"{line}." for line in kept)])


def place_names(told: Told) -> dict[str, str]:
    """How each place is called on a page; never the name of a place where those are secret."""
    names = {place: FIXED_PLACES[place] for place in places(told) if place in FIXED_PLACES}
    ids = service_ids(told)
    return {**{key: ids[key] for key in told.services()}, **names}


def leg_labels(told: Told) -> list[tuple[str, str]]:
    """The name of each journey's field, and its words: `huis – kinderdagverblijf`."""
    names = place_names(told)
    return [("-".join(leg), f"{names[leg[0]]} – {names[leg[1]]}") for leg in legs(told)]


def travel_facts(told: Told, mode: str) -> dict[str, object]:
    """The minutes of each journey, told or not."""
    return {"-".join(leg): leg_minutes(told, leg, mode) for leg in legs(told)}


def assumptions(told: Told) -> list[str]:
    """What nobody told yet, and what is counted with until then."""
    found = [f"de schooltijden en dagen van {name}" for name in told.assumed_kids]
    if not told.has("limits"):
        found.append("de eigen grenzen: van huis na 7:15, thuis om 18:30, een dag van hoogstens negen uur")
    used = dict.fromkeys(told.mode_of("-".join(leg)) for leg in legs(told))
    for mode in [mode for mode in used if not told.has("travel", mode)]:
        found.append(f"de reistijden ({MODES[mode]}): 20 minuten naar het werk, 10 minuten naar de rest")
    return found


UNKNOWN = {
    "travel": "reistijd {0}",
    "contract_days": "het aantal dagen bij {0}",
    "alone_after_school_minutes": "hoe lang {0} alleen kan zijn",
    "alone_in_holiday_minutes": "hoe lang {0} op een vrije dag alleen kan zijn",
}


def unknown_words(names: Iterable[str], told: Told) -> list[str]:
    """What was answered with "weet ik niet", as a person would say it."""
    found = []
    for name in names:
        pieces = name.split(".")
        what = next((piece for piece in pieces if piece in UNKNOWN), "")
        called = _journey(pieces[1], told) if what == "travel" else pieces[1] if len(pieces) > 1 else ""
        found.append(UNKNOWN[what].format(called) if what else called)
    return list(dict.fromkeys(found))


def _journey(legname: str, told: Told) -> str:
    names = place_names(told)
    return " – ".join(names.get(place, place) for place in legname.split("-"))


def days_words(told: object) -> str:
    """`2 dagen`, `1 tot 3 dagen`, or that it is not known."""
    if isinstance(told, dict):
        return f"{told['min']} tot {told['max']} dagen"
    if told is None:
        return "aantal dagen nog niet bekend"
    return "1 dag" if told == 1 else f"{told} dagen"


def kept_words(told: Told, kind: Kind) -> str:
    """How much of the week is kept free, so that a full week is seen before anybody says "work"."""
    kept = [block for day in DAYS for block in protected_on(told, kind, day)]
    if not kept:
        return ""
    minutes = sum(end - start for start, end in kept)
    times = "één keer" if len(kept) == 1 else f"{len(kept)} keer"
    return f"Er is {times} per week tijd vrijgehouden, samen {spoken(minutes)}."
