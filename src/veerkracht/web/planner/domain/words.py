"""The week in Dutch: what fits, who could give more, and what is still ours to ask. `Translate` turns the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from veerkracht.week.answer import SolvedWeek, WeekAnswer
from veerkracht.week.family import HOME
from veerkracht.week.schedule import DayPlan
from veerkracht.week.times import DAY_NAMES, DAYS, Kind
from veerkracht.week.unknown import UnknownField
from veerkracht.words.roster import duration
from veerkracht.words.week import WEEKS, day_sentence, lever_words, number, spoken, stops_words

from .able import TooMuch
from .family import leg_minutes, legs, places, service_ids
from .protected_time import protected_on
from .saved_week import SCHOOL_AGE, Facts, SavedWeek

NAMED = 3
IN_HOLIDAYS = ("vakantieopvang", "informeel")
BLOCKS = {"appointment": "vaste afspraak", "rest": "rust", "court": "zitting", "other": "vrijgehouden"}
MODES = {"fiets": "fiets", "ov": "bus of trein", "lopen": "lopen", "auto": "auto"}
FIXED_PLACES = {"home": "huis", "work": "werk", "school": "school", "course": "les"}


def first_sentence(week: SolvedWeek) -> str:
    """`In een schoolweek past 9 uur.`; between two bounds when something is unknown."""
    if week.best > week.paid:
        return f"In {WEEKS[week.kind]} past {number(week.paid)} tot {spoken(week.best)}."
    if week.paid == 0:
        return f"In {WEEKS[week.kind]} past nu nog geen werk."
    return f"In {WEEKS[week.kind]} past {spoken(week.paid)}."


NOT_YET = "Hoeveel werk er in de week past, is nog niet te zeggen."


def needed_words(saved: SavedWeek) -> str:
    """What must be told before anything can be said of a week; empty when there is enough."""
    names = saved.missing_for_a_verdict
    if not names:
        return ""
    together = " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"Daarvoor is nog nodig: school, opvang en dagen van {together}."


def more_sentence(week: WeekAnswer) -> str:
    """What others would have to change; empty when nothing of that gives more."""
    best = sorted(week.proposed, key=lambda gain: -gain.minutes)[:NAMED]
    if best:
        changes = (f"{lever_words(gain.lever, named=True)} (+{spoken(gain.minutes)})" for gain in best)
        return f"Meer kan pas als: {'; of '.join(changes)}."
    if week.pairs:
        pair = week.pairs[0]
        both = " én ".join(lever_words(lever, named=True) for lever in pair.levers)
        return f"Meer kan pas als twee dingen samen veranderen: {both} (+{spoken(pair.minutes)})."
    return stops_words(week.binding)


def holiday_sentence(saved: SavedWeek) -> str:
    """That nobody looks after the children in holiday weeks yet; empty where somebody does or nobody has to."""
    needs_one = any(saved.kid(kid)["kind"] == SCHOOL_AGE for kid in saved.kids)
    has_one = any(s["days_holiday"] != 0 and s["type"] in IN_HOLIDAYS for s in saved.services().values())
    return "Er is nog geen opvang of oppas voor vakantieweken ingevuld." if needs_one and not has_one else ""


def day_line(day: DayPlan, blocks: Mapping[str, Facts], kind: Kind) -> str:
    """One sentence for a day, with its protected time."""
    protected = [
        f"{block['start']}–{block['end']} blijft vrij ({BLOCKS[block['what']]})"
        for block in blocks.values()
        if block["day"] == day.day and block["weeks"] in ("both", kind)
    ]
    return " ".join([day_sentence(day), *(f"{line}." for line in protected)])


def place_names(saved: SavedWeek) -> dict[str, str]:
    """How each place is called on a page; never the name of a place where those are secret."""
    names = {place: FIXED_PLACES[place] for place in places(saved) if place in FIXED_PLACES}
    ids = service_ids(saved)
    return {**{key: ids[key] for key in saved.services()}, **names}


def leg_labels(saved: SavedWeek) -> list[tuple[str, str]]:
    """The name of each journey's field, and its words: `huis – kinderdagverblijf`."""
    names = place_names(saved)
    return [("-".join(leg), f"{names[leg[0]]} – {names[leg[1]]}") for leg in legs(saved)]


def travel_facts(saved: SavedWeek, mode: str) -> dict[str, object]:
    """The minutes of each journey, told or not."""
    return {"-".join(leg): leg_minutes(saved, leg, mode) for leg in legs(saved)}


def assumptions(saved: SavedWeek) -> list[str]:
    """What nobody told yet, and what is counted with until then."""
    assumed = [f"de schooltijden en dagen van {name}" for name in saved.assumed_kids]
    if not saved.has("limits"):
        assumed.append(
            "de dag: van huis na 7:15, thuis om 18:30, hoogstens 8 uur werk op een dag en 40 in een week; naar eigen "
            "grenzen is nog niet gevraagd"
        )
    used = dict.fromkeys(saved.mode_of("-".join(leg)) for leg in legs(saved))
    for mode in [mode for mode in used if not saved.has("travel", mode)]:
        assumed.append(f"de reistijden ({MODES[mode]}): 20 minuten naar het werk, 10 minuten naar de rest")
    return assumed


UNKNOWN = {
    "travel": "reistijd {0}",
    "contract_days": "het aantal dagen bij {0}",
    "alone_after_school_minutes": "hoe lang {0} alleen kan zijn",
    "alone_in_holiday_minutes": "hoe lang {0} op een vrije dag alleen kan zijn",
}


def unknown_words(fields: Iterable[UnknownField], saved: SavedWeek) -> list[str]:
    """What was answered with "weet ik niet", as a person would say it."""
    names = place_names(saved)
    called = []
    for field in fields:
        what = next((part for part in field.path if part in UNKNOWN), "")
        subject = field.subject
        if what == "travel":
            subject = " – ".join(names.get(place, place) for place in field.subject.split("-"))
        called.append(UNKNOWN[what].format(subject) if what else subject)
    return list(dict.fromkeys(called))


def days_words(days: object) -> str:
    """`2 dagen`, `1 tot 3 dagen`, or that it is not known."""
    if isinstance(days, dict):
        return f"{days['min']} tot {days['max']} dagen"
    if days is None:
        return "aantal dagen nog niet bekend"
    return "1 dag" if days == 1 else f"{days} dagen"


def kept_words(saved: SavedWeek, kind: Kind) -> str:
    """How much of the week is kept free, so that a full week is seen before anybody says "work"."""
    blocks = [block for day in DAYS for block in protected_on(saved, kind, day)]
    if not blocks:
        return ""
    minutes = sum(end - start for start, end in blocks)
    times = "één keer" if len(blocks) == 1 else f"{len(blocks)} keer"
    return f"Er is {times} per week tijd vrijgehouden, samen {spoken(minutes)}."


def full_words(week: SolvedWeek, saved: SavedWeek, kind: Kind) -> str:
    """How much a week asks besides work: what is fixed, to how many places, how long on the way."""
    fixed = sum(len(protected_on(saved, kind, day)) for day in DAYS)
    fixed += sum(day.course is not None for day in week.days)
    places_gone_to = {leg.end for day in week.days for leg in day.journeys} - {HOME}
    travelling = sum(leg.arrive - leg.leave for day in week.days for leg in day.journeys)
    if not fixed and not travelling:
        return ""
    times = "één vaste afspraak" if fixed == 1 else f"{fixed} vaste afspraken"
    spots = "één plek" if len(places_gone_to) == 1 else f"{len(places_gone_to)} plekken"
    return f"Deze week vraagt: {times}, reizen naar {spots}, {spoken(travelling)} onderweg."


LASTING = {
    "": "nog niet gekozen",
    "temporary": "tijdelijk: voor nu",
    "lasting": "blijvend: dit is wat het moet worden",
}
DAY_PARTS = {"morning": "’s ochtends", "afternoon": "’s middags", "evening": "’s avonds"}


def able_words(able: Facts) -> str:
    """`’s ochtends, tot 4 uur achter elkaar`; empty when nothing was said of it."""
    parts = [words for part, words in DAY_PARTS.items() if part in able.get("parts", ())]
    words = [" en ".join(parts)] if parts else []
    if able.get("longest"):
        words.append(f"tot {spoken(able['longest'])} achter elkaar")
    return ", ".join(words)


def too_much_words(faults: Iterable[TooMuch]) -> tuple[str, ...]:
    """Where an offer asks more than she can do now; each sentence once."""
    says = {
        "long": "Op {day} is een blok {minutes} langer dan nu gaat.",
        "moment": "Op {day} valt {minutes} buiten de tijden die gaan.",
    }
    lines = (says[f.kind].format(day=DAY_NAMES[f.day], minutes=duration(f.minutes)) for f in faults)
    return tuple(dict.fromkeys(lines))
