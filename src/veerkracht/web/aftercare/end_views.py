"""The good end: what was reached in her words, what stays, who can be called, and what she takes along."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled

from . import actions, queries
from .forms import EndForm
from .frame import aftercare_page


@on_case("goed_einde", get="read")
def good_end(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    page = aftercare_page(
        request,
        case,
        end=queries.good_end_of(case=case),
        promises=queries.what_stays(case=case, day=day),
        takes=filled("take_along", case=case, account=request.user, day=day),
        may_close=authorize(request.user, "update", "dossierstand", case=case),
    )
    return render(request, "aftercare/good_end.html", page)


@on_case("goed_einde", get="update", post="update")
def write_end(request: SignedInRequest, case: Case) -> HttpResponse:
    row, hers = queries.good_end_of(case=case), is_hers(request.user)
    initial = {name: getattr(row, name) for name in EndForm.base_fields if hasattr(row, name)}
    form = EndForm(request.POST or None, initial=initial, version=row.version if row else None, hers=hers)
    then = reverse("aftercare:good_end", args=[case.public_id])
    if request.method == "POST":
        said = _t("Opgeslagen.")
        answer = save(request, form, actions.write_end, then=then, said=said, case=case)
        if answer:
            return answer
    title = _t("Een goed einde")
    page = aftercare_page(request, case, form=form, title=title, back=then)
    return render(request, "aftercare/form.html", page)
