"""Writes about one's own data: asking, deciding by a second person, taking along, holding, and terms."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .erasure import erase
from .models import DataRequest, Decision, Hold, RequestKind, RetentionTerm
from .queries import open_request, open_term
from .terms import add_months
from .tombstones import PART, WHOLE


@action("privacy.asked", allow=("create", "avg_verzoek"))
def ask(*, by: Account, case: Case, kind: str) -> DataRequest:
    """She asks, or somebody who works with her writes down that she asked. One month from today.

    An open request of the same kind is the same request.
    """
    today = timezone.localdate()
    request, _ = DataRequest.objects.get_or_create(
        case=case,
        kind=kind,
        decision=Decision.OPEN,
        defaults={
            "public_id": case.public_id,
            "municipality": case.municipality,
            "asked_on": today,
            "asked_by": by,
            "due_on": add_months(today, 1),
        },
    )
    return request


@action("privacy.extended", allow=("update", "avg_verzoek"))
def extend(*, by: Account, request_id: int, reason: str) -> DataRequest:
    """Two more months, once, with the reason (article 12, third paragraph).

    Raises:
        Http404: not open here, or extended before.
    """
    request = open_request(account=by, request_id=request_id)
    due_on = add_months(request.asked_on, 3)
    rows = DataRequest.objects.filter(pk=request.pk, extension_reason="", decision=Decision.OPEN)
    if not rows.update(extension_reason=reason, due_on=due_on):
        raise Http404
    return request


@action("privacy.decided", allow=("approve", "avg_verzoek"))
def decide(*, by: Account, request_id: int, decision: str, reason: str = "") -> DataRequest:
    """The answer of who did not ask. An erasure that is agreed is carried out in the same write.

    Raises:
        Http404: not open here, or asked by the same person, or held because of an objection.
    """
    request = open_request(account=by, request_id=request_id)
    case = request.case
    if request.asked_by_id == by.pk or case is None:
        raise Http404
    if not DataRequest.objects.filter(pk=request.pk, decision=Decision.OPEN).update(
        decision=decision, reason=reason, decided_by=by, decided_on=timezone.localdate()
    ):
        raise Http404
    if request.kind == RequestKind.ERASURE and decision in (Decision.AGREED, Decision.PART):
        if Hold.objects.filter(case=case, let_go_on=None).exists():
            raise Http404
        erase(case=case, scope=WHOLE if decision == Decision.AGREED else PART)
    return request


@action("privacy.taken_along", allow=("read", "avg_verzoek"))
def take_along(*, by: Account, case: Case) -> Case:
    """Write down that somebody took everything along as a file; the file itself is made by `everything_of`."""
    return case


@action("privacy.held", allow=("update", "vernietiging_uitstel"))
def hold(*, by: Account, case: Case, reason: str) -> Hold:
    """An objection or appeal runs: nothing is destroyed until it is let go."""
    today = timezone.localdate()
    held, _ = Hold.objects.get_or_create(
        case=case, let_go_on=None, defaults={"reason": reason, "held_on": today, "held_by": by}
    )
    return held


@action("privacy.let_go", allow=("update", "vernietiging_uitstel"))
def let_go(*, by: Account, case: Case) -> Case:
    Hold.objects.filter(case=case, let_go_on=None).update(let_go_on=timezone.localdate())
    return case


@action("privacy.term_asked", allow=("update", "bewaartermijn_en_vernietiging"))
def ask_term(*, by: Account, term: str, months: int, source: str) -> RetentionTerm:
    """Another number of months; it counts when the privacy officer agrees."""
    RetentionTerm.objects.filter(municipality=by.municipality_id, term=term, agreed_by=None).delete()
    return RetentionTerm.objects.create(
        municipality=by.municipality, term=term, months=months, source=source, asked_by=by
    )


@action("privacy.term_agreed", allow=("approve", "bewaartermijn_en_vernietiging"))
def agree_term(*, by: Account, term_id: int) -> RetentionTerm:
    """Raises Http404: nobody asked for it here, or this account did itself."""
    row = open_term(account=by, term_id=term_id)
    if row.asked_by_id == by.pk:
        raise Http404
    row.agreed_by, row.agreed_on = by, timezone.localdate()
    row.save()
    return row
