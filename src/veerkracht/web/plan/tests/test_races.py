"""Two people fix the same plan at the same moment: one version, and one of them hears that it is done."""

from __future__ import annotations

from functools import partial

import pytest
from django.utils import timezone

from tests.security.at_once import at_once
from veerkracht.web.people.models import Account
from veerkracht.web.plan import actions
from veerkracht.web.plan.models import FixedPlan
from veerkracht.web.plan.queries import plan_of

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.mark.parametrize("races", [40, pytest.param(200, marks=pytest.mark.long)])
def test_races_end_in_one_version_each(races: int, peter, joke, samira_case):
    day = timezone.localdate()

    def fix(who: Account, shown: str) -> str:
        try:
            actions.fix_plan(by=who, case=samira_case, shown_hash=shown)
        except actions.AlreadyFixed as found:
            return f"versie {found.current.number}"
        return "vastgesteld"

    for turn in range(1, races + 1):
        plan = plan_of(case=samira_case, day=day)
        actions.write_wish(by=peter, case=samira_case, wish=f"Wens {turn}.", seen_version=plan.version)
        shown = plan_of(case=samira_case, day=day).text.hash
        said = at_once([partial(fix, who, shown) for who in (peter, joke)])
        assert sorted(said) == ["vastgesteld", f"versie {turn}"]
    rows = FixedPlan.objects.order_by("number")
    assert [row.number for row in rows] == list(range(1, races + 1))
    assert len({row.hash for row in rows}) == races
