"""`docs/money.md`: every kind of event with its fields, every setting, every life event with what is computed.

`python -m veerkracht.commands.money_document > docs/money.md`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields

from veerkracht.money.ledger.events import KINDS, Field
from veerkracht.money.ledger.months import ALWAYS, NOT_COMPUTED
from veerkracht.money.ledger.settings import DEFAULTS, Settings
from veerkracht.money.life.figures import NAMES
from veerkracht.money.life.stress import life_events
from veerkracht.money.schemes import schemes
from veerkracht.money.unknown import bounds
from veerkracht.words.sentences import say

OPENING = """# Money

Written by `python -m veerkracht.commands.money_document`; a test keeps it true.

`veerkracht months FACTS.json EVENTS.json --from 2026-03-01 --months 24` gives the payments of a household with their
days. In `payments` every amount is above nothing, with `direction` `in` or `uit`; only what `what` calls a
`terugbetaling` is below nothing. `settlements` (of the first year and of those that end in the window) are apart; the
balance counts both. What is paid for a year, with its settlement, is what the law book gives for that year; a payment
just outside the window (an allowance is paid in the month before, child benefit after its quarter) is then missing."""


def document() -> str:
    """The whole page."""
    parts = (opening(), kinds(), settings(), figures(), life(), scheme_table(), unknowns())
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def opening() -> Iterator[str]:
    yield OPENING
    yield "\nAlways assumed:\n"
    yield from (f"- {say(remark)}" for remark in ALWAYS)
    yield "\nNot computed:\n"
    yield from (f"- {say(remark)}" for remark in NOT_COMPUTED)


def kinds() -> Iterator[str]:
    yield "## Events\n"
    yield "Each event has `on` (a date) and `kind`. An event counts from its day; for allowances from the next month."
    yield "\n| kind | says | fields (a star: needed) |"
    yield "|---|---|---|"
    for name, kind in KINDS.items():
        field_words = "; ".join(about(field, of) for field, of in kind.fields.items())
        yield f"| `{name}` | {kind.says} | {field_words or '–'} |"


def default_in_words(name: str) -> str:
    return say(DEFAULTS[name]) if name in DEFAULTS else ""


def about(name: str, field: Field) -> str:
    kind = field.kind.replace("|", ", ")
    return f"`{name}`{'*' if field.needed else ''} ({kind}): {field.meaning}"


def settings() -> Iterator[str]:
    yield "## Settings\n"
    yield "They stand in FACTS beside the facts of the law book. A default that was used is said in `assumptions`.\n"
    yield "| name | default | said when it was left out |"
    yield "|---|---|---|"
    for field in fields(Settings):
        default = "none" if field.default == () else "unknown" if field.default is None else field.default
        yield f"| `{field.name}` | {default} | {default_in_words(field.name)} |"
    yield "\nA debt: `{naam, bedrag, termijn, dag}`; a fixed cost: `{naam, bedrag, dag}`."


def figures() -> Iterator[str]:
    yield "## The nine figures\n"
    yield "Beside each other, never one total, at 0, 1, 3, 6 and 12 months after the event.\n"
    yield "| | |"
    yield "|---|---|"
    yield from (f"| {name} | {says} |" for name, says in NAMES.items())


def life() -> Iterator[str]:
    yield "## Life events\n"
    yield "What is computed, what she types in, what is declared as not computed. Two of the method's thirty-five"
    yield "(E25, E30) are never offered and get no text."
    yield "\n| | event | computed | typed in | not computed | figures that say most |"
    yield "|---|---|---|---|---|---|"
    for event in life_events().values():
        if event.offered:
            columns = ("; ".join(part) or "–" for part in (event.computed, event.typed, event.left_out))
            yield f"| {event.id} | {event.title} | {' | '.join(columns)} | {', '.join(event.key_figures)} |"


def scheme_table() -> Iterator[str]:
    yield "## Unused schemes\n"
    yield "| scheme | quantity | where to ask | until when | who helps |"
    yield "|---|---|---|---|---|"
    for scheme in schemes().values():
        yield f"| {scheme.title} | `{scheme.quantity}` | {scheme.ask} | {scheme.until} | {scheme.helper} |"


def unknowns() -> Iterator[str]:
    yield "## What may be left open\n"
    yield "With `weet ik niet` the result is a range over these values.\n"
    yield "| fact | values | why |"
    yield "|---|---|---|"
    for name, (values, why) in bounds().items():
        yield f"| `{name}` | {', '.join(map(str, values))} | {why} |"


if __name__ == "__main__":
    sys.stdout.write(document())
