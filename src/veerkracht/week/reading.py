"""From the JSON of a family to `Family`: every field typed, nothing unknown, nothing guessed.

May be left out, meaning that there is none: `course`, `course_in_holidays`, `possible`, `year`, `name`, `protected`,
a child's `other_parent_days`, `school` and `deceased`. Everything else must be said.
"""

from __future__ import annotations

import json
from typing import Any, cast

from veerkracht.household.problem import problem
from veerkracht.week.checking import check
from veerkracht.week.family import (
    HOME,
    ChildKind,
    Family,
    Leg,
    OtherCourse,
    OtherParent,
    Parent,
    Possible,
    ProtectedTime,
    Service,
    ServiceType,
    Trusted,
    WeekChild,
    YearDays,
)
from veerkracht.week.fields import BadInput, Fields
from veerkracht.week.roster_reading import read_job
from veerkracht.week.times import ALL_DAYS, DAYS, KINDS, MIDNIGHT, Kind, TimeBlock

CHILD_KINDS = ("toddler", "school", "teen")
SERVICE_TYPES = ("dagopvang", "gastouder", "bso", "voorschoolse_opvang", "vakantieopvang", "informeel")
ALWAYS_OPENS = ("dagopvang", "gastouder", "voorschoolse_opvang")
WEEKS_IN_A_YEAR = 52


def parse(text: str) -> Any:
    """JSON of which a key appearing twice is a mistake, not a choice."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise BadInput(problem("no_json", line=error.lineno, column=error.colno)) from None
    except BadInput:
        raise
    except ValueError:
        raise BadInput(problem("number_too_long")) from None
    except RecursionError:
        raise BadInput(problem("too_deep")) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise BadInput(problem("key_twice", key))
        values[key] = value
    return values


def read_family(value: object) -> Family:
    """The family of a parsed JSON object, or `BadInput`."""
    fields = Fields(value)
    gate = Fields(fields.take("school_gate"), "school_gate")
    family = Family(
        name=fields.text("name", "gezin"),
        travel_buffer=fields.whole("travel_buffer_minutes", at_most=MIDNIGHT),
        gate_before=gate.whole("minutes_before", at_most=MIDNIGHT),
        gate_after=gate.whole("minutes_after", at_most=MIDNIGHT),
        parent=_parent(Fields(fields.take("parent"), "parent")),
        travel=tuple(_leg(item, number) for number, item in enumerate(fields.items("travel"), 1)),
        children=tuple(_child(item, number) for number, item in enumerate(fields.items("children"), 1)),
        services=tuple(_service(item, number) for number, item in enumerate(fields.items("services"), 1)),
        course=fields.blocks("course", {}),
        course_in_holidays=fields.yes_no("course_in_holidays", False),
        year=_year(Fields(fields.take("year"), "year")) if fields.has("year") else None,
        possible=_possible(Fields(fields.take("possible", {}), "possible")),
        protected=tuple(
            _protected(block, number) for number, block in enumerate(fields.items("protected", []), 1)
        ),
        job=read_job(fields.take("job"), "job") if fields.has("job") else None,
        offer=read_job(fields.take("offer"), "offer") if fields.has("offer") else None,
    )
    fields.seen |= {"year", "job", "offer"}
    gate.done()
    fields.done()
    check(family)
    return family


def _parent(fields: Fields) -> Parent:
    parent = Parent(
        leave_after=fields.clock("leave_after"),
        home_by=fields.clock("home_by"),
        work_from=fields.clock("work_from"),
        work_to=fields.clock("work_to"),
        minimum_shift=fields.whole("minimum_shift_minutes"),
        maximum_load_per_day=fields.whole("maximum_load_minutes_per_day"),
        maximum_load_per_week=fields.whole("maximum_load_minutes_per_week"),
        maximum_work_days=fields.whole("maximum_work_days"),
        maximum_paid_per_day=fields.whole("maximum_paid_minutes_per_day"),
        maximum_paid_per_week=fields.whole("maximum_paid_minutes_per_week"),
    )
    fields.done()
    return parent


def _protected(value: object, number: int) -> ProtectedTime:
    fields = Fields(value, "protected", number)
    block = TimeBlock(fields.clock("from"), fields.clock("to"))
    if block.start >= block.end:
        raise fields.mistake("ends_before_it_starts", start=block.start, end=block.end)
    weeks = fields.one_of("weeks", (*KINDS, "both"), "both")
    protected = ProtectedTime(
        day=fields.one_of("day", ALL_DAYS),
        block=block,
        with_children=fields.yes_no("with_children") if fields.has("with_children") else None,
        place=fields.text("place", HOME),
        every=fields.whole("every", 1),
        weeks=frozenset(KINDS) if weeks == "both" else frozenset([cast(Kind, weeks)]),
    )
    fields.seen.add("with_children")
    if protected.every not in (1, 2, 4):
        raise fields.mistake("no_rhythm", "every", value=protected.every)
    fields.done()
    return protected


def _leg(value: object, number: int) -> Leg:
    fields = Fields(value, "travel", number)
    leg = Leg(fields.text("from"), fields.text("to"), fields.whole("minutes", at_most=MIDNIGHT))
    fields.done()
    return leg


def _named(value: object, what: str, number: int) -> Fields:
    """The fields of something with an id, called by that id from then on."""
    fields = Fields(value, what, number)
    fields.where = what, fields.text("id")
    return fields


def _child(value: object, number: int) -> WeekChild:
    fields = _named(value, "children", number)
    kind = fields.one_of("kind", CHILD_KINDS)
    other = Fields(fields.take("other_parent_days", {}), *fields.where, "other_parent_days")
    own_way = kind != "toddler" and fields.yes_no("own_way", kind == "teen")
    after_school, in_holiday = _alone(fields, kind) if own_way else (0, 0)
    child = WeekChild(
        id=fields.text("id"),
        kind=cast(ChildKind, kind),
        own_way=own_way,
        school=fields.blocks("school", {}),
        other_parent_days={kind: other.days(kind, [], among=ALL_DAYS) for kind in KINDS},
        own_travel=_own_travel(fields, kind) if own_way else 0,
        alone_after_school=after_school,
        alone_in_holiday=in_holiday,
        deceased=fields.yes_no("deceased", False),
    )
    other.done()
    fields.done()
    return child


def _own_travel(fields: Fields, kind: str) -> int:
    """From school to home; for who is no teen it may be left out, and then counts as none: the stricter."""
    if kind == "teen" and not fields.has("alone_minutes"):
        return fields.whole("own_travel_minutes", at_most=MIDNIGHT)
    return fields.whole("own_travel_minutes", 0, at_most=MIDNIGHT)


def _alone(fields: Fields, kind: str) -> tuple[int, int]:
    """How long after school and on other days; `alone_minutes` holds for both where they are not told apart."""
    names = ("alone_after_school_minutes", "alone_in_holiday_minutes")
    if not fields.has("alone_minutes"):
        after, other = (fields.whole(name, at_most=MIDNIGHT) for name in names)
        return after, other
    both = fields.whole("alone_minutes", at_most=MIDNIGHT)
    after, other = (fields.whole(name, both, at_most=MIDNIGHT) for name in names)
    return after, other


def _service(value: object, number: int) -> Service:
    fields = _named(value, "services", number)
    kind = fields.one_of("type", SERVICE_TYPES)
    contract = Fields(fields.take("contract_days"), *fields.where, "contract_days")
    open_days = fields.days("open_days", among=ALL_DAYS)
    most = max(len(DAYS), len(open_days))
    service = Service(
        id=fields.text("id"),
        type=cast(ServiceType, kind),
        place=fields.text("place"),
        children=fields.names("children"),
        open_days=open_days,
        open=fields.clock("open") if kind in ALWAYS_OPENS else fields.clock_if_given("open"),
        close=fields.clock_if_given("close") if kind == "voorschoolse_opvang" else fields.clock("close"),
        latest_drop=fields.clock_if_given("latest_drop"),
        handover=fields.whole("handover_minutes", at_most=MIDNIGHT),
        contract_days={kind: contract.whole(kind, at_most=most) for kind in KINDS},
        paid_hours_per_day=fields.amount("paid_hours_per_day"),
        hourly_rate=fields.amount("hourly_rate"),
    )
    contract.done()
    fields.done()
    return service


def _possible(fields: Fields) -> Possible:
    possible = Possible(
        trusted=tuple(_trusted(item, n) for n, item in enumerate(fields.items("trusted", []), 1)),
        other_parent=tuple(
            _other_parent(item, n) for n, item in enumerate(fields.items("other_parent", []), 1)
        ),
        courses=tuple(_other_course(item, n) for n, item in enumerate(fields.items("courses", []), 1)),
    )
    fields.done()
    return possible


def _trusted(value: object, number: int) -> Trusted:
    fields = _named(value, "trusted", number)
    afternoons: dict[Kind, int] = {"school": fields.whole("afternoons", at_most=len(DAYS)), "holiday": 0}
    service = Service(
        id=fields.text("id"),
        type="informeel",
        place=fields.text("place"),
        children=fields.names("children"),
        open_days=fields.days("open_days", among=ALL_DAYS),
        open=None,
        close=fields.clock("until"),
        latest_drop=None,
        handover=fields.whole("handover_minutes", at_most=MIDNIGHT),
        contract_days=afternoons,
        paid_hours_per_day=None,
        hourly_rate=None,
    )
    owner = fields.text("owner", "netwerkpersoon")
    fields.done()
    return Trusted(owner, service)


def _other_parent(value: object, number: int) -> OtherParent:
    fields = _named(value, "other_parent", number)
    owner = fields.text("owner", "andere_ouder")
    parent = OtherParent(
        fields.text("id"),
        owner,
        fields.yes_no("safe"),
        fields.names("children"),
        fields.days("days", among=ALL_DAYS),
    )
    fields.done()
    return parent


def _other_course(value: object, number: int) -> OtherCourse:
    fields = _named(value, "courses", number)
    course = OtherCourse(fields.text("id"), fields.text("owner", "opleider"), fields.blocks("course"))
    fields.done()
    return course


def _year(fields: Fields) -> YearDays:
    sick = Fields(fields.take("sick_days"), "year", "sick_days")
    year = YearDays(
        school_weeks=fields.whole("school_weeks"),
        holiday_weeks=fields.whole("holiday_weeks"),
        leave_weeks=fields.whole("leave_weeks"),
        study_days=fields.whole("study_days"),
        other_parent_weeks=fields.whole("other_parent_weeks"),
        sick_days={cast(ChildKind, kind): sick.whole(kind) for kind in CHILD_KINDS},
    )
    sick.done()
    fields.done()
    if year.school_weeks + year.holiday_weeks != WEEKS_IN_A_YEAR:
        raise fields.mistake(
            "no_year", school=year.school_weeks, holiday=year.holiday_weeks, weeks=WEEKS_IN_A_YEAR
        )
    if year.leave_weeks >= WEEKS_IN_A_YEAR:
        raise fields.mistake("no_week_left", value=year.leave_weeks)
    return year
