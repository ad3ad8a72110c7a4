"""An offer into somebody's plan: a promise of whose offer it is, or her own question to the municipality."""

from __future__ import annotations

import datetime as dt

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map.queries import factor_of
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.promise_words import ticked_clauses

from .domain.matching import MOTHER
from .models import CatalogueOffer, TakenOffer
from .queries import offer_of
from .search_queries import taken_ids

TIME_FOR_IT = dt.timedelta(weeks=2)


@action("offers.taken", allow=("create", "passend_aanbod"))
def take_offer(
    *, by: Account, case: Case, offer_id: int, factor_id: int | None = None, goal_id: int | None = None
) -> TakenOffer:
    """Staff: the offering organisation promises, within two weeks. She: a proposal, that gets an answer with a reason.
    Taken twice is once.

    Raises:
        Http404: the offer does not run any more, or is none of this municipality.
    """
    offer, today = offer_of(account=by, offer_id=offer_id), timezone.localdate()
    if not offer.runs_on(today):
        raise Http404
    CatalogueOffer.objects.select_for_update().get(pk=offer.pk)  # two who take it at once take it once
    known = taken_ids(case=case, day=today).get(offer.pk)
    if known:
        return known
    taken = TakenOffer(case=case, offer=offer, taken_on=today, taken_by=by)
    if by.pk == case.account_id:
        words = _t("Ik wil meedoen met %(name)s (%(organisation)s).")
        what = words % {"name": offer.name, "organisation": offer.organisation}
        taken.proposal_id = plan_actions.add_proposal(by=by, case=case, what=what[:500]).pk
    else:
        taken.promise_id = _promised(by, case, offer, factor_id, goal_id)
    taken.save()
    return taken


def _promised(
    by: Account, case: Case, offer: CatalogueOffer, factor_id: int | None, goal_id: int | None
) -> int:
    """What the organisation does, in the words it gave, or in ours."""
    moves = ""
    if factor_id is not None:
        moves = f"factor:{factor_of(case=case, account=by, factor_id=factor_id).pk}"
    what = _promise_text(offer, case.first_name)
    promise = plan_actions.make_promise(
        by=by,
        case=case,
        owner="municipality" if offer.by_municipality else "partner_organisation",
        owner_name="" if offer.by_municipality else offer.organisation[:80],
        what=what,
        due_on=timezone.localdate() + TIME_FOR_IT,
        moves=moves,
        goal_id=goal_id,
        clauses=ticked_clauses(what, what, her_name=case.first_name, by=by),
    )
    return int(promise.pk)


def _promise_text(offer: CatalogueOffer, her_name: str) -> str:
    """A sentence that begins with a verb; always with the name of the offer, so that she knows what it is about."""
    name = {"offer": offer.name, "her": her_name}
    if offer.promise:
        return f"{offer.promise[:1].upper()}{offer.promise[1:].rstrip('.')} ({offer.name})."
    if offer.aim == MOTHER:
        return _t("Laat weten wanneer %(her)s kan beginnen met %(offer)s.") % name
    return _t("Begint met %(offer)s.") % name
