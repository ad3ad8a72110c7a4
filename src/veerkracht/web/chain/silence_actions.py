"""The write of the daily job: who is told that something did not come."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Case

from .domain.handover import late_since
from .handover_queries import handover_of
from .links import new_link
from .models import Handover, Helper, SheetReply
from .sending import mail_link, word_to_her


# No cell of the matrix: the program does this once a day, for nobody in particular.
@action("chain.late_told", allow=None)
def tell_who_waits(*, by: None, case: Case, handover_id: int, day: dt.date) -> Handover:
    """A word to her, and a fresh link to whoever of the two sides has no log-in; with one it stands on their page."""
    row = handover_of(case=case, handover_id=handover_id)
    since = late_since(row.state, row.due_on, row.talk_due_on, day)
    Handover.objects.filter(pk=row.pk).update(late_told_for=since)
    word_to_her(case)
    for helper in (row.from_helper, row.to_helper):
        if helper:
            _link_to(helper)
    return row


@action("chain.adjust_asked", allow=None)
def ask_whether_it_fits(*, by: None, case: Case, reply_id: int, day: dt.date) -> SheetReply:
    """Six weeks of work: a word to her, and a fresh link to the employer where there is no log-in."""
    reply = SheetReply.objects.select_related("share__helper").get(pk=reply_id, share__case=case)
    SheetReply.objects.filter(pk=reply.pk).update(adjust_asked_on=day)
    word_to_her(case)
    _link_to(reply.share.helper)
    return reply


def _link_to(helper: Helper) -> None:
    if helper.email and not helper.account_id:
        mail_link(helper, token=new_link(helper, made_by_id=None))
