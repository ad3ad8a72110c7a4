"""Groups: the list, taking part and leaving."""

from __future__ import annotations

import contextlib
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.record.actions import AlreadyDone

from .group_actions import join_group, leave_group
from .group_queries import groups_for


@on_case("groepsplek", get="read")
def groups(request: SignedInRequest, case: Case) -> HttpResponse:
    lines = groups_for(case=case, account=request.user, day=timezone.localdate())
    may_join = authorize(request.user, "create", "groepsplek", case=case)
    page = case_page(request, case, tab="offers:for_case", lines=lines, may_join=may_join)
    return render(request, "offers/groups.html", page)


@on_case("groepsplek", post="create")
def join(request: SignedInRequest, case: Case, offer_id: int) -> HttpResponse:
    once = None
    with contextlib.suppress(ValueError):
        once = uuid.UUID(request.POST.get("once", ""))
    wants = bool(request.POST.get("bericht"))
    with contextlib.suppress(AlreadyDone):
        join_group(by=request.user, case=case, once=once, offer_id=offer_id, wants_reminder=wants)
    messages.success(request, _t("Je doet mee.") if is_hers(request.user) else _t("Zij doet mee."))
    return redirect("offers:groups", case.public_id)


@on_case("groepsplek", post="delete")
def leave(request: SignedInRequest, case: Case, offer_id: int) -> HttpResponse:
    leave_group(by=request.user, case=case, offer_id=offer_id)
    hers, staff = _t("Je doet niet meer mee. Weer meedoen kan altijd."), _t("Zij doet niet meer mee.")
    messages.success(request, hers if is_hers(request.user) else staff)
    return redirect("offers:groups", case.public_id)
