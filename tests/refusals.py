"""Refused input in tests: which kind of refusal, and what its sentence says to whoever sent a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatch
from typing import Any

import pytest

from veerkracht.household.problem import Refused
from veerkracht.household.remark import Remark
from veerkracht.money.independence import Independence
from veerkracht.money.ledger.debts import DebtView
from veerkracht.money.ledger.reclaim import Estimate, Reclaim
from veerkracht.money.life.stress import Moment
from veerkracht.money.stretches import Stretch
from veerkracht.words.ledger import debt_sentence, estimate_sentence, reclaimed_parts
from veerkracht.words.life import moment_sentence
from veerkracht.words.line import independence_sentence, stretch_sentence
from veerkracht.words.sentences import refusal, say


@contextmanager
def refused(kind: type[Refused], match: str) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """As `pytest.raises`, with `match` looked for in the sentence instead of the code."""
    with pytest.raises(kind) as caught:
        yield caught
    sentence = refusal(caught.value)
    assert re.search(match, sentence), f"{match!r} is not in: {sentence}"


@singledispatch
def said(what: Any) -> str:
    """The sentence of a remark, as an answer to a file says it; of a part of an answer, as a page does."""
    raise TypeError(f"there are no words for {what!r}")


said.register(Remark, say)
said.register(Stretch, stretch_sentence)
said.register(Moment, moment_sentence)
said.register(Independence, independence_sentence)
said.register(Estimate, estimate_sentence)
said.register(Reclaim, reclaimed_parts)
said.register(DebtView, debt_sentence)
