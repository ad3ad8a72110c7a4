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
        # Other income lowers what stays free, each kind in its own way (art. 475db).
        ({"loon": 26000, "onbelast_inkomen": 100}, None),
    ],
)
def test_what_an_attachment_leaves(changed: dict[str, Any], free: float | None) -> None:
    """Beside bijstand or other income more has to be known: then nothing is said."""
    found = left_by_attachment(present({**ALONE, **changed}, DAY))
    assert found == (None if free is None else pytest.approx(free, abs=0.5))


WITH_PARTNER = {
    **ALONE,
    "heeft_partner": True,
    "heeft_toeslagpartner": True,
    "heeft_fiscale_partner": True,
    "leeftijd_partner": 35,
}
PARENTS = 1926.40
"""95 percent of 2,027.79."""


@pytest.mark.parametrize(
    ("changed", "free"),
    [
        # Without a wage of the partner: 26,000 lies under all thresholds.
        ({"loon": 26000, "loon_partner": 0}, PARENTS),
        # 36,000 together: 6,264 x 13.73% / 12 = 71.67; 4,500 x 22% / 12 = 82.50; less 500 of the partner, untaxed.
        ({"loon": 30000, "loon_partner": 6000}, PARENTS + 71.67 + 82.50 - 500),
        # 45,000: 174.64 + 247.50 + 5,859 x 7.6% / 12 = 37.11; the partner's 1,224 takes no more than half of it away.
        ({"loon": 30000, "loon_partner": 15000}, (PARENTS + 174.64 + 247.50 + 37.11) / 2),
        # 45,000 without a child: nothing for the child benefit that is missed.
        ({"loon": 30000, "loon_partner": 15000, "kinderen": []}, (PARENTS + 174.64 + 247.50) / 2),
        # A small wage of hers: five percent of 1,080 can always be seized.
        ({"loon": 12960, "loon_partner": 24000}, 0.95 * 1080),
        ({"loon": 26000, "loon_partner": None}, None),
    ],
)
def test_what_an_attachment_leaves_with_a_partner(changed: dict[str, Any], free: float | None) -> None:
    found = left_by_attachment(present({**WITH_PARTNER, **changed}, DAY))
    assert found == (None if free is None else pytest.approx(free, abs=0.05))
