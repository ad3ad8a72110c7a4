"""A roster from its JSON form: one block a day as `{"ma": ["09:00", "13:00"]}`, or a list of blocks.

A block in the list is `{"day": "za", "from": "06:30", "to": "08:30"}`, with `weeks` (`every`, `odd`, `even`) where it
is not worked each week.
"""

from __future__ import annotations

from itertools import combinations
from typing import cast

from veerkracht.week.family import WORK, Roster, RosterBlock, Weeks
from veerkracht.week.fields import Fields
from veerkracht.week.times import ALL_DAYS, TimeBlock

WEEKS: tuple[Weeks, ...] = ("every", "odd", "even")


def read_roster(value: object) -> Roster:
    """The roster of a parsed JSON object.

    Raises:
        BadInput: says which field is wrong.
    """
    fields = Fields(value, "roster")
    if not fields.has("hourly_wage"):
        fields.take("hourly_wage")
    return _roster(fields, fields.text("place"))


def read_job(value: object, where: str) -> Roster:
    """Work in a family file: at `work` where no place is named, and the wage may be left out.

    Raises:
        BadInput: as `read_roster`.
    """
    fields = Fields(value, where)
    return _roster(fields, fields.text("place", WORK))


def _roster(fields: Fields, place: str) -> Roster:
    wage = fields.amount("hourly_wage")
    roster = Roster(blocks=_blocks(fields), place=place, hourly_wage=0.0 if wage is None else wage)
    fields.done()
    _check(roster, fields)
    return roster


def _blocks(fields: Fields) -> tuple[RosterBlock, ...]:
    if isinstance(fields.take("days"), dict):
        days = fields.blocks("days", among=ALL_DAYS)
        return tuple(RosterBlock(day=day, block=block) for day, block in days.items())
    return tuple(_block(item, *fields.where, number) for number, item in enumerate(fields.items("days"), 1))


def _block(value: object, *where: str | int) -> RosterBlock:
    fields = Fields(value, *where)
    block = RosterBlock(
        day=fields.one_of("day", ALL_DAYS),
        block=TimeBlock(fields.clock("from"), fields.clock("to")),
        weeks=cast(Weeks, fields.one_of("weeks", WEEKS, "every")),
    )
    fields.done()
    start, end = block.block
    if start >= end:
        raise fields.mistake("ends_before_it_starts", start=start, end=end)
    return block


def _check(roster: Roster, fields: Fields) -> None:
    for first, other in combinations(roster.blocks, 2):
        together = first.day == other.day and (
            "every" in (first.weeks, other.weeks) or first.weeks == other.weeks
        )
        if together and first.block.start < other.block.end and other.block.start < first.block.end:
            raise fields.mistake(
                "roster_overlaps", "days", weekday=first.day, block=first.block, other=other.block
            )
