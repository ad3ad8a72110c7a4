"""Who helps a demo family, through the chain's own actions.

Keys of `[[people.helpers]]` in a family's file: name, purpose, and as far as it is known role, organisation, phone,
email, ground, law, rhythm, place, travel_minutes, account (a log-in), since_days_ago, contact_days_ago; `seen = true`:
she said that it is right. `[people.handover]`: topic, giver and receiver (names of helpers), released_days_ago.
`[[people.shares]]`: helper, purpose, pieces, days.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.chain import actions, handover_actions, share_actions
from veerkracht.web.chain.domain.handover import working_days_after
from veerkracht.web.chain.models import Handover, HandoverMoment, Helper
from veerkracht.web.people.models import Account, Case

from .clock import put_in_past, working_day


def load_chain(case: Case, klantmanager: Account, person: dict[str, Any], today: dt.date) -> None:
    """Helpers first, then what goes between them."""
    helpers = {
        facts["name"]: _load_helper(case, klantmanager, facts, today) for facts in person.get("helpers", [])
    }
    for facts in person.get("shares", []):
        given = {"purpose": facts["purpose"], "pieces": facts["pieces"]}
        until = today + dt.timedelta(days=facts["days"])
        helper_id = helpers[facts["helper"]].pk
        share_actions.ask_share(by=case.account, case=case, helper_id=helper_id, until=until, **given)
        put_in_past(14, today)
    if facts := person.get("handover"):
        _load_handover(case, klantmanager, helpers, facts, today)


def _load_helper(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> Helper:
    login, seen = facts.pop("account", ""), facts.pop("seen", False)
    since, contact = facts.pop("since_days_ago", 0), facts.pop("contact_days_ago", None)
    if login:
        facts["account_id"] = Account.objects.get(login=login).pk
    days = {"since": today - dt.timedelta(days=since) if since else None}
    if contact is not None:
        days["last_contact_on"] = working_day(-contact, today)
    helper: Helper = actions.add_helper(by=klantmanager, case=case, is_announced=True, **facts, **days)
    put_in_past(30, today)
    if seen:
        helper = actions.say_whether_right(
            by=case.account, case=case, helper_id=helper.pk, seen_version=helper.version, her_view="right"
        )
        put_in_past(28, today)
    return helper


def _load_handover(
    case: Case, klantmanager: Account, helpers: dict[str, Helper], facts: dict[str, Any], today: dt.date
) -> None:
    """Released some days ago: the day of answering follows from that day."""
    made: Handover = handover_actions.make_handover(
        by=klantmanager,
        case=case,
        topic=facts["topic"],
        to_helper_id=helpers[facts["receiver"]].pk,
        from_helper_id=helpers[facts["giver"]].pk,
    )
    put_in_past(facts["released_days_ago"] + 1, today)
    handover_actions.release(by=case.account, case=case, handover_id=made.pk, seen_version=made.version)
    put_in_past(facts["released_days_ago"], today)
    released = working_day(-facts["released_days_ago"], today)
    at = timezone.make_aware(dt.datetime.combine(released, dt.time(9)))
    HandoverMoment.objects.filter(handover=made).update(at=at)
    Handover.objects.filter(pk=made.pk).update(due_on=working_days_after(released, made.answer_days))
