"""The care week in Dutch, from its values: what fits, what stands in the way, who could change what.

The same words serve the command and the pages. `named` says whether whoever helps is called by name: on a page the
helper is somebody she named herself, in a family file an id.
"""

from __future__ import annotations

from collections.abc import Sequence

from veerkracht.week.binding import Binding, Constraint
from veerkracht.week.lever import Gain, Lever
from veerkracht.week.limits import BrokenLimit
from veerkracht.week.reasons import Hindrance
from veerkracht.week.schedule import OTHER_PARENT, WITH_MOTHER, DayPlan
from veerkracht.week.times import DAY_NAMES, Kind, TimeBlock, clock

WEEKS = {"school": "een schoolweek", "holiday": "een vakantieweek"}
WHERE = {
    "school": "op school",
    "teen_school": "op school",
    "teen_alone": "een tijd alleen thuis",
    OTHER_PARENT: "bij de andere ouder",
    WITH_MOTHER: "thuis",
}
LEVERS = {
    "one_more_day": "een dag meer bij {service}",
    "closes_later": "{service} sluit een half uur later",
    "opens_earlier": "{service} opent een half uur eerder",
    "trusted_person": "{who} haalt {children} op en past op, als beiden dat willen",
    "other_parent": "{children} op {days} bij de andere ouder, als beiden dat willen",
    "other_course_times": "de cursus op andere tijden",
    "work_nearer": "werk dat een kwartier dichterbij is (andere vacature, fiets of bus)",
    "start_tolerance": "de werkgever vindt vijf minuten later beginnen goed",
    "shorter_shifts": "diensten van twee uur mogen",
    "wider_work_hours": "werken kan een uur eerder en een uur later",
    "longer_day": "een uur meer op een dag",
    "longer_week": "vier uur meer in een week",
}
CONSTRAINTS = {
    "contract_days": "het aantal dagen bij {0}",
    "open_days": "de dagen waarop {0} open is",
    "opening_hours": "de openingstijden van {0}",
    "school_gate": "de tijden waarop de school open is om te brengen en te halen",
    "alone": "hoe lang {0} alleen kan zijn",
    "course": "de uren van de cursus",
    "travel": "de reistijden",
    "work_window": "de uren waartussen werk mogelijk is",
    "minimum_shift": "de kortste dienst die kan",
    "leave_after": "hoe vroeg van huis kan",
    "home_by": "hoe laat thuis moet",
    "load_per_day": "de eigen grens voor een dag",
    "load_per_week": "de eigen grens voor een week",
    "work_days": "het aantal werkdagen",
    "paid_per_day": "het hoogste aantal betaalde uren op een dag",
    "paid_per_week": "het hoogste aantal betaalde uren in een week",
}
HINDRANCES = {
    "nobody_for_child": "er is dan geen opvang en geen andere ouder voor {child}",
    "protected_time": "de tijd die die dag beschermd is, laat er met de reis en de kinderen geen ruimte voor",
    "children_not_brought": "de kinderen zijn die ochtend niet allemaal op tijd weg te brengen",
    "arrives_late": "na het wegbrengen is aankomst pas mogelijk om {moment}",
    "has_to_leave_early": "om alle kinderen te halen en op tijd thuis te zijn is weggaan nodig om {moment}",
    "children_not_both_ways": "de kinderen zijn niet allemaal op tijd te brengen en te halen",
    "day_too_long": "de dag duurt met de reis {minutes} minuten, meer dan de eigen grens van {limit} minuten",
}
NAMED = 3


def number(minutes: int) -> str:
    """555 → "9,25"."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def spoken(minutes: int) -> str:
    """555 → "9,25 uur"."""
    return f"{number(minutes)} uur"


def times(block: TimeBlock) -> str:
    return f"{clock(block.start)}–{clock(block.end)}"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def head(kind: Kind, paid: int, binding: Sequence[Binding], gains: Sequence[Gain] | None) -> str:
    """What fits, and what would have to change in the system for more; never her own limits."""
    start = f"In {WEEKS[kind]} past {spoken(paid)}."
    if gains is not None:
        proposed = sorted((gain for gain in gains if gain.proposed), key=lambda gain: -gain.minutes)
        changes = [f"{lever_words(gain.lever)} (+{spoken(gain.minutes)})" for gain in proposed[:NAMED]]
        return f"{start} Meer kan pas als: {'; of '.join(changes)}." if changes else start
    stops = stops_words(binding)
    return f"{start} {stops}" if stops else start


def stops_words(binding: Sequence[Binding]) -> str:
    """What stops more hours besides her own limits; empty when nothing does."""
    others = [item for item in binding if not any(constraint.own for constraint in item.constraints)]
    stops = [" samen met ".join(map(constraint_words, item.constraints)) for item in others]
    return f"Meer kan pas als er iets verandert aan {'; of '.join(stops[:NAMED])}." if stops else ""


def lever_words(lever: Lever, *, named: bool = False) -> str:
    """What would change, without a capital: "een dag meer bij kdv"."""
    return LEVERS[lever.code].format(
        service=lever.service,
        who=lever.service if named else "een vertrouwd persoon",
        children=" en ".join(lever.children),
        days=" en ".join(DAY_NAMES[day] for day in lever.days),
    )


def constraint_words(constraint: Constraint) -> str:
    return CONSTRAINTS[constraint.code].format(constraint.subject)


def binding_sentence(binding: Binding) -> str:
    what = " en ".join(map(constraint_words, binding.constraints))
    return f"Samen bindend: {what}." if len(binding.constraints) > 1 else f"{capital(what)}."


def hindrance_sentence(hindrance: Hindrance) -> str:
    """Why the course cannot be followed, and on which day."""
    days = " en ".join(DAY_NAMES[day] for day in hindrance.days)
    if hindrance.course is None:
        return (
            f"De cursusdagen ({days}) kunnen elk apart, maar niet samen in één week: "
            "de dagen opvang of de eigen grens voor een week zijn te krap."
        )
    why = HINDRANCES[hindrance.code].format(
        child=hindrance.child,
        moment=clock(hindrance.moment),
        minutes=hindrance.minutes,
        limit=hindrance.limit,
    )
    return f"Op {days} is de cursus ({times(hindrance.course)}) niet te volgen: {why}."


def limit_sentence(broken: BrokenLimit) -> str:
    """Which limit a roster would break, and by how much."""
    day = DAY_NAMES[broken.day] if broken.day else ""
    if broken.work_hours is not None:
        return f"Op {day} valt de dienst buiten {times(broken.work_hours)}."
    if broken.code == "work_days":
        return f"{broken.value} werkdagen is meer dan de eigen grens van {broken.limit}."
    what = {
        "load_day": f"De dag met reis op {day}",
        "paid_day": f"Het betaalde werk op {day}",
        "load_week": "De week met reis",
        "paid_week": "Het betaalde werk in de week",
    }[broken.code]
    return f"{what} duurt {broken.value} minuten, {broken.value - broken.limit} meer dan de eigen grens."


def day_sentence(day: DayPlan) -> str:
    """For example: "Donderdag: werk 09:00–13:30; N6 op school, Y2 bij kdv."."""
    name = DAY_NAMES[day.day].capitalize()
    parts = [f"cursus {times(day.course)}"] if day.course else []
    if day.work is not None:
        pause = f" met {day.break_minutes} minuten pauze" if day.break_minutes else ""
        parts.append(f"werk {times(day.work)}{pause}")
    children = ", ".join(f"{child} {_where(label)}" for child, label in day.arrangements.items())
    doing = " en ".join(parts) or "geen werk"
    return f"{name}: {doing}; {children}." if children else f"{name}: {doing}."


def _where(label: str) -> str:
    return WHERE.get(label) or " en ".join(WHERE.get(part) or f"bij {part}" for part in label.split("+"))
