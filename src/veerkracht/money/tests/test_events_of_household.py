"""The events of a household carry the names of the ledger's JSON form: one vocabulary, two readers of it."""

from __future__ import annotations

import dataclasses

from veerkracht.household.events import EVENTS
from veerkracht.money.ledger.events import KINDS


def test_every_event_of_the_ledger_is_an_event_of_the_household() -> None:
    for kind, ledger_kind in KINDS.items():
        fields = {field.name: field for field in dataclasses.fields(EVENTS[kind])}
        assert set(ledger_kind.fields) <= set(fields), kind
        for name, field in ledger_kind.fields.items():
            needed = fields[name].default is dataclasses.MISSING
            assert needed == field.needed, f"{kind}.{name}"
