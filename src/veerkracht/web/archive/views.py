"""The page of what did not reach the case system."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in

from . import delivery as delivering
from .folder import port


@signed_in("aflevering", get="list", post="update")
def deliveries(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        delivering.try_again(by=request.user)
        left = len(delivering.waiting(municipality_id=request.user.municipality_id))
        if left:
            messages.warning(request, _t("Nog niet alles is aangekomen. Hieronder staat waarom."))
        else:
            messages.success(request, _t("Alles is aangekomen."))
        return redirect("archive:deliveries")
    rows = delivering.waiting(municipality_id=request.user.municipality_id)
    return render(request, "archive/deliveries.html", {"rows": rows, "has_port": port() is not None})
