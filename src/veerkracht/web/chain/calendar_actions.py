"""The address of a feed: made, replaced and stopped by whose calendar it is."""

from __future__ import annotations

import secrets

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .links import hashed
from .models import CalendarFeed


@action("chain.feed_made", allow=("update", "account_eigen"))
def make_feed(*, by: Account) -> CalendarFeed:
    """A new address (`token` on the answer, shown once); the one before stops working."""
    token = secrets.token_urlsafe(24)
    values = {"token_hash": hashed(token), "made_at": timezone.now()}
    made, _is_new = CalendarFeed.objects.update_or_create(account=by, defaults=values)
    made.token = token
    return made


@action("chain.feed_stopped", allow=("update", "account_eigen"))
def stop_feed(*, by: Account) -> Account:
    CalendarFeed.objects.filter(account=by).delete()
    return by
