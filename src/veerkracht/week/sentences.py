"""The week in words: the first sentence, and one sentence for each day."""

from __future__ import annotations

from collections.abc import Sequence

from veerkracht.week.binding import Binding
from veerkracht.week.levers import Gain
from veerkracht.week.schedule import OTHER_PARENT, WITH_MOTHER, DayPlan
from veerkracht.week.times import DAY_NAMES, Kind, clock

WEEKS = {"school": "een schoolweek", "holiday": "een vakantieweek"}
WHERE = {
    "school": "op school",
    "teen_school": "op school",
    "teen_alone": "een tijd alleen thuis",
    OTHER_PARENT: "bij de andere ouder",
    WITH_MOTHER: "thuis",
}
NAMED = 3


def spoken(minutes: int) -> str:
    """555 → "9,25 uur"."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " uur"


def head(kind: Kind, paid: int, binding: Sequence[Binding], gains: Sequence[Gain] | None) -> str:
    """What fits, and what would have to change in the system for more; never her own limits."""
    start = f"In {WEEKS[kind]} past {spoken(paid)}."
    if gains is not None:
        proposed = sorted((gain for gain in gains if gain.proposed), key=lambda gain: -gain.minutes)
        changes = [f"{gain.lever.sentence} (+{spoken(gain.minutes)})" for gain in proposed[:NAMED]]
        return f"{start} Meer kan pas als: {'; of '.join(changes)}." if changes else start
    others = [item for item in binding if not any(constraint.own for constraint in item.constraints)]
    stops = [" samen met ".join(constraint.sentence for constraint in item.constraints) for item in others]
    return (
        f"{start} Meer kan pas als er iets verandert aan {'; of '.join(stops[:NAMED])}." if stops else start
    )


def day_sentence(day: DayPlan) -> str:
    """For example: "Donderdag: werk 09:00–13:30; N6 op school, Y2 bij kdv."."""
    name = DAY_NAMES[day.day].capitalize()
    parts = [f"cursus {clock(day.course.start)}–{clock(day.course.end)}"] if day.course else []
    if day.work is not None:
        pause = f" met {day.break_minutes} minuten pauze" if day.break_minutes else ""
        parts.append(f"werk {clock(day.work.start)}–{clock(day.work.end)}{pause}")
    children = ", ".join(f"{child} {_where(label)}" for child, label in day.arrangements.items())
    doing = " en ".join(parts) or "geen werk"
    return f"{name}: {doing}; {children}." if children else f"{name}: {doing}."


def _where(label: str) -> str:
    return WHERE.get(label) or " en ".join(WHERE.get(part) or f"bij {part}" for part in label.split("+"))
