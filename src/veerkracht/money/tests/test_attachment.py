"""What stays free of an attachment, by the published text of Rv art. 475da (14 July 2026) and its example."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from veerkracht.money.attachment import left_by_attachment
from veerkracht.money.situation import present

from .test_review_cases import MOTHER

DAY = dt.date(2026, 8, 1)
ALONE = {**MOTHER, "maanden_bijstand": 0, "loonheffingskorting_bij": "werkgever"}


@pytest.mark.parametrize(
    ("changed", "free"),
    [
        # Up to 29,736: 95 percent of 1,419.46.
        ({"loon": 26000}, 1348.49),
        # 1,348.49 + 60.23 + 64.17 + 33.34, as the text itself reckons it.
        ({"loon": 35000}, 1506.23),
        # A small wage: five percent of it can always be seized.
        ({"loon": 12960}, 0.95 * 1080),
        ({"loon": 35000, "maanden_bijstand": 12}, 1506.23),
        ({"loon": 10000, "maanden_bijstand": 12}, None),
        ({"loon": 0}, None),
        ({"loon": 26000, "heeft_partner": True, "loon_partner": 0, "leeftijd_partner": 35}, None),
    ],
)
def test_what_an_attachment_leaves(changed: dict[str, Any], free: float | None) -> None:
    """Beside bijstand or with a partner more has to be known: then nothing is said."""
    found = left_by_attachment(present({**ALONE, **changed}, DAY))
    assert found == (None if free is None else pytest.approx(free, abs=0.5))
