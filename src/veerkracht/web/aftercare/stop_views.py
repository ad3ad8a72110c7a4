"""It stopped: the two days, and then the plan she made beforehand with days and amounts worked out."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from . import actions, queries
from .fall_back import fall_back_money
from .forms import StopForm
from .frame import aftercare_page, aftercare_url


@on_case("nazorg", get="update", post="update")
def stop(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row, today = queries.start_of(case=case, start_id=start_id), timezone.localdate()
    initial = {"stopped_on": today, "reported_on": today}
    form = StopForm(request.POST or None, initial=initial, version=row.version)
    if request.method == "POST":
        then = reverse("aftercare:fall_back", args=[case.public_id, start_id])
        said = _t("Dat kan gebeuren. Hieronder staat wat er nu gedaan wordt, en wanneer er geld komt.")
        answer = save(request, form, actions.stop, then=then, said=said, case=case, start_id=start_id)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=_t("Het stopt"), sub=row.what)
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="read")
def fall_back(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row, day = queries.start_of(case=case, start_id=start_id), timezone.localdate()
    if row.stopped_on is None or row.reported_on is None:
        raise Http404
    money = fall_back_money(case=case, stops_on=row.stopped_on, reported_on=row.reported_on, day=day)
    line = next(each for each in queries.starts_of(case=case, day=day) if each.start.pk == row.pk)
    page = aftercare_page(
        request, case, line=line, money=money, klantmanager=klantmanager_of(case=case, day=day)
    )
    return render(request, "aftercare/fall_back.html", page)


@on_case("nazorg", post="update")
def go_on(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    """It goes on after all."""
    try:
        version = seen_version(request)
        actions.go_on(by=request.user, case=case, start_id=start_id, seen_version=version)
        messages.success(request, _t("Het gaat toch door. Kies opnieuw wanneer er gebeld wordt."))
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    return redirect(aftercare_url(case))
