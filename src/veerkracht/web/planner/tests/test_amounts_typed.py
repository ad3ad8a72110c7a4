"""An amount in the week is read as people write it, with the word euro before or behind it or without."""

import pytest
from django.core.exceptions import ValidationError

from veerkracht.web.planner.fields import AmountField


@pytest.mark.parametrize(
    ("typed", "means"),
    [("10,90", 10.9), ("€ 10,90", 10.9), ("650 euro", 650), ("650euro", 650), ("EUR 8", 8)],
)
def test_an_amount_is_read_as_people_write_it(typed: str, means: float) -> None:
    assert AmountField(label="", most=1000).read(typed) == means


@pytest.mark.parametrize("typed", ["euro", "€", "650 dollar", "6 50", "1.234,50"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        AmountField(label="", most=1000).read(typed)
