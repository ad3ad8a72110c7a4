"""The law's own rounding: on the side the law puts it, and clean to the last bit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veerkracht.law.engine.rounding import naar_beneden, naar_boven, opzoeken, rekenkundig
from veerkracht.law.engine.units import Table


@pytest.mark.parametrize(
    ("amount", "step", "down", "nearest", "up"),
    [
        (999.0, 4.5, 999.0, 999.0, 999.0),
        (1001.0, 4.5, 999.0, 999.0, 1003.5),
        (961.035, 0.01, 961.03, 961.04, 961.04),
        (7.355, 0.01, 7.35, 7.36, 7.36),
        (0.1 + 0.2, 0.1, 0.3, 0.3, 0.3),
        (7722.0, 1.0, 7722.0, 7722.0, 7722.0),
        (-0.5, 1.0, -1.0, 0.0, 0.0),
    ],
)
def test_rounds_to_the_side_the_law_says(
    amount: float, step: float, down: float, nearest: float, up: float
) -> None:
    assert (naar_beneden(amount, step), rekenkundig(amount, step), naar_boven(amount, step)) == (
        down,
        nearest,
        up,
    )


@given(st.integers(min_value=0, max_value=10**9))
def test_cents_agree_with_decimal_arithmetic(mills: int) -> None:
    exact = (Decimal(mills) / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert rekenkundig(mills / 1000, 0.01) == float(exact)


def test_look_up_takes_the_bracket_from_its_threshold_on() -> None:
    table = Table((0.0, 100.0, 200.0), (0.0, 10.0, 50.0), (0.1, 0.4, 0.0))
    assert [opzoeken(table, x) for x in (0.0, 99.0, 100.0, 150.0, 200.0, 999.0)] == [
        0.0,
        9.9,
        10.0,
        30.0,
        50.0,
        50.0,
    ]
