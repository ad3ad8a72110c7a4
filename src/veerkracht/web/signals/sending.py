"""Send what was read over: always a group, shuffled, so that neither order nor moment leads from a signal to a case.

Part of an action or of the daily task.
"""

from __future__ import annotations

import datetime as dt
import secrets

from django.db.models import F

from .domain.standing import DAYS_TO_ANSWER
from .models import Signal, SignalTopic, Stage, Ticket
from .sealing import seal, unseal

COMPANY = 5
"""So many go together at least; who waited since an earlier month goes with fewer."""


def send_together(*, municipality_id: int, day: dt.date) -> int:
    """Everything that is ready, when that is company enough or one of it waited since an earlier month."""
    ready = list(Ticket.objects.filter(municipality=municipality_id, stage=Stage.READY).order_by("id"))
    month = day.replace(day=1)
    waited = any(ticket.approved_in is not None and ticket.approved_in < month for ticket in ready)
    if not ready or (len(ready) < COMPANY and not waited):
        return 0
    secrets.SystemRandom().shuffle(ready)
    for ticket in ready:
        _send(ticket, day)
    return len(ready)


def _send(ticket: Ticket, day: dt.date) -> None:
    """The words go to the other side; the ticket keeps nothing of them but the way to the answer, sealed."""
    content = unseal(ticket.sealed)
    topic = SignalTopic.objects.create(
        municipality_id=ticket.municipality_id,
        title=content["wrong"].split("\n")[0][:117],
        hearer=content["hearer"],
        hearer_name=content["hearer_name"],
        heard_on=day,
        due_on=day + dt.timedelta(days=DAYS_TO_ANSWER),
    )
    words = {key: content[key] for key in ("ring", "seed", "wrong", "helps", "hours", "euros")}
    signal = Signal.objects.create(topic=topic, **words)
    sealed = seal({"signal": signal.pk.hex, "tell": int(content["tell"])})
    Ticket.objects.filter(pk=ticket.pk).update(
        stage=Stage.SENT, sealed=sealed, approved_in=None, version=F("version") + 1
    )
