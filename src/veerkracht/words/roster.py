"""An offered roster in Dutch, from its verdict: what fits, and per block what is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from veerkracht.week.family import Weeks
from veerkracht.week.roster import Arrival, BlockVerdict, RosterGap, Verdict
from veerkracht.week.times import DAY_NAMES, TimeBlock, clock
from veerkracht.words.week import capital, times

IN_WEEKS: Mapping[Weeks, str] = {"every": "", "odd": "oneven weken", "even": "even weken"}


def listed(words: Sequence[str]) -> str:
    """`maandag, dinsdag en vrijdag`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def duration(minutes: int) -> str:
    """`68 minuten`; from two hours on in hours, because nobody counts that in minutes."""
    if minutes < 2 * 60:
        return "1 minuut" if minutes == 1 else f"{minutes} minuten"
    rest = f" en {duration(minutes % 60)}" if minutes % 60 else ""
    return f"{minutes // 60} uur{rest}"


def gap_words(gap: RosterGap) -> str:
    """What is in the way of one block, without a capital."""
    who, minutes = listed(gap.children) if gap.children else "", duration(gap.minutes)
    if gap.why == "nobody":
        return f"voor {who} is er dan niemand ({minutes})"
    if gap.why == "alone":
        verb = "is" if len(gap.children) == 1 else "zijn"
        return f"{who} {verb} {minutes} langer alleen dan is afgesproken"
    if gap.part == "morning":
        why = f"om {who} te brengen" if who else "door de reis of het begin van de dag"
        return f"het begin is {minutes} te vroeg, {why}"
    why = f"om {who} te halen" if who else "door de reis of het einde van de dag"
    return f"het einde is {minutes} te laat, {why}"


def verdict_sentence(name: str, verdict: Verdict) -> str:
    """`Fietsenwinkel past nog niet: op maandag en dinsdag ontbreekt samen 3 uur.`"""
    name = capital(name)
    if verdict.fits:
        return f"{name} past in de week."
    days = dict.fromkeys(_on(block) for block in verdict.blocks if not block.fits)
    if not days:
        return f"{name} past bij de kinderen, maar niet binnen de eigen grenzen."
    minutes = duration(sum(gap.minutes for gap in verdict.gaps))
    together = "samen " if len(days) > 1 else ""
    return f"{name} past nog niet: op {listed(list(days))} ontbreekt {together}{minutes}."


def _on(block: BlockVerdict) -> str:
    weeks = IN_WEEKS[block.weeks]
    return f"{DAY_NAMES[block.day]} ({weeks})" if weeks else DAY_NAMES[block.day]


def arrival_words(arrival: Arrival, place: str) -> str:
    """How the earliest start comes about; `place` as it is called here."""
    earliest = arrival.done + arrival.travel + arrival.buffer
    slack = f" en {arrival.buffer} minuten speling" if arrival.buffer else ""
    return (
        f"Eerder dan {clock(earliest)} kan niet: klaar met brengen ({place}) om {clock(arrival.done)}, "
        f"daarna {arrival.travel} minuten reis{slack}"
    )


def blocks_words(blocks: Iterable[tuple[str, Weeks, TimeBlock]]) -> str:
    """`maandag en dinsdag 09:00–16:15, vrijdag 17:00–19:00 (even weken)`: days with the same times together."""
    days_at: dict[tuple[TimeBlock, Weeks], list[str]] = {}
    for day, weeks, block in blocks:
        days_at.setdefault((block, weeks), []).append(DAY_NAMES[day])
    return ", ".join(
        f"{listed(days)} {times(block)}" + (f" ({IN_WEEKS[weeks]})" if IN_WEEKS[weeks] else "")
        for (block, weeks), days in days_at.items()
    )
