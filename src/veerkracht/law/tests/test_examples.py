"""Published amounts come out of the book, law by law."""

from __future__ import annotations

import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.tests.examples import Example, examples, misses

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{one.law}-{one.name}" for one in EXAMPLES])
def test_published_amount(example: Example) -> None:
    assert misses(example, book()) == [], example.source


def test_every_law_has_an_example_with_a_source() -> None:
    laws = {one.law for one in EXAMPLES if len(one.source) > 10}
    assert {law.folder.name for law in book().laws} == laws
