"""Pages about one's own data: everything that is held, requests and their answers, and how long what stays."""

from __future__ import annotations

import datetime as dt
import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.people.numbers import staff_names
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.record.editing import save

from . import actions, queries
from .everything import as_json, everything_of
from .everything_pdf import everything_pdf
from .forms import AskForm, DecideForm, ExtendForm, HoldForm, LogForm, TermForm


@on_case("avg_verzoek", get="read", post="create")
def own_data(request: SignedInRequest, case: Case) -> HttpResponse:
    """What is held and her rights; asking for one of them."""
    form = AskForm(request.POST or None)
    if request.method == "POST":
        answer = save(
            request, form, actions.ask, then=request.path, said=_t("Het verzoek staat er."), case=case
        )
        if answer:
            return answer
    return render(request, "privacy/own_data.html", _own_data_page(request, case, form))


def _own_data_page(request: SignedInRequest, case: Case, form: AskForm) -> dict[str, object]:
    hers = is_hers(request.user)
    return case_page(
        request,
        case,
        tab="people:case",
        form=form,
        requests=queries.requests_of(case=case),
        terms=queries.terms_of(municipality_id=case.municipality_id),
        hold=queries.hold_of(case=case),
        may_print=hers or queries.may_print(case=case, day=timezone.localdate()),
    )


@on_case("avg_verzoek", post="read")
def take_along(request: SignedInRequest, case: Case) -> HttpResponse:
    """Everything as PDF or JSON: hers at once; who works with her prints it after a yes."""
    hers, kind = is_hers(request.user), request.POST.get("vorm", "")
    if not hers and not queries.may_print(case=case, day=timezone.localdate()):
        raise Http404
    actions.take_along(by=request.user, case=case)
    if kind == "json":
        return _file(_json_of(case, hers), "application/json", "json")
    return _file(everything_pdf(case=case, hers=hers), "application/pdf", "pdf")


def _json_of(case: Case, hers: bool) -> bytes:
    facts = {
        "gemaakt_op": timezone.localdate().isoformat(),
        "gemeente": case.municipality.name,
        "onderdelen": as_json(everything_of(case=case, hers=hers)),
    }
    return json.dumps(facts, ensure_ascii=False, indent=1, default=str).encode()


def _file(content: bytes, kind: str, ending: str) -> HttpResponse:
    """A name that tells nothing to who sees it on her telephone."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = (
        f'attachment; filename="gegevens-{timezone.localdate():%Y-%m-%d}.{ending}"'
    )
    return answer


@on_case("vernietiging_uitstel", get="update", post="update")
def keep_longer(request: SignedInRequest, case: Case) -> HttpResponse:
    """Hold a case while an objection or appeal runs, or let it go."""
    form, back = HoldForm(request.POST or None), reverse("privacy:own_data", args=[case.public_id])
    if request.method == "POST" and "los" in request.POST:
        actions.let_go(by=request.user, case=case)
        return redirect(back)
    if request.method == "POST":
        message = _t("Zolang dit loopt, wordt er niets vernietigd.")
        answer = save(request, form, actions.hold, then=back, said=message, case=case)
        if answer:
            return answer
    page = case_page(request, case, tab="people:case", form=form, back=back, hold=queries.hold_of(case=case))
    return render(request, "privacy/keep_longer.html", page)


@signed_in("avg_verzoek", get="list")
def request_list(request: SignedInRequest) -> HttpResponse:
    page = {
        "waiting": queries.open_requests(account=request.user),
        "answered": queries.answered_requests(account=request.user),
        "soon": timezone.localdate() + dt.timedelta(days=7),
    }
    return render(request, "privacy/request_list.html", page)


@signed_in("avg_verzoek", get="approve", post="approve")
def decide(request: SignedInRequest, data_request_id: int) -> HttpResponse:
    asked = queries.open_request(account=request.user, request_id=data_request_id)
    form, back = DecideForm(request.POST or None, request=asked), reverse("privacy:request_list")
    held = queries.hold_of(case=asked.case) if asked.case else None
    if request.method == "POST" and not held:
        answer = save(
            request,
            form,
            actions.decide,
            then=back,
            said=_t("Het besluit staat vast."),
            request_id=data_request_id,
        )
        if answer:
            return answer
    own = asked.asked_by_id == request.user.pk
    page = {"asked": asked, "form": form, "back": back, "held": held, "own": own, "extend": ExtendForm()}
    return render(request, "privacy/decide.html", page)


@signed_in("avg_verzoek", post="update")
def extend(request: SignedInRequest, data_request_id: int) -> HttpResponse:
    asked = queries.open_request(account=request.user, request_id=data_request_id)
    form, back = ExtendForm(request.POST or None), reverse("privacy:decide", args=[data_request_id])
    if asked.extension_reason:
        messages.warning(request, _t("Er is al een keer meer tijd genomen. Langer kan niet."))
        return redirect(back)
    message = _t("U hebt twee maanden meer.")
    answer = save(request, form, actions.extend, then=back, said=message, request_id=data_request_id)
    if answer:
        return answer
    messages.warning(request, _t("Schrijf op waarom meer tijd nodig is."))
    return redirect(back)


@signed_in("auditlog", get="list")
def reading_log(request: SignedInRequest) -> HttpResponse:
    """Who looked, for the privacy officer: by case, by person, by day; and whether nothing was taken out."""
    form = LogForm(request.GET, names=staff_names(municipality_id=request.user.municipality_id))
    asked, number = form.asked, request.GET.get("bladzijde", "1")
    page = int(number) if number.isdecimal() and len(number) < 7 else 1
    log = None
    try:
        log = queries.log_page(account=request.user, page=page, **asked)
    except Http404:
        form.add_error("public_id", _t("Dit nummer is er niet bij uw gemeente. Kijk of elk teken klopt."))
    return render(request, "privacy/reading_log.html", {"form": form, "log": log, "asked": asked})


@signed_in("bewaartermijn_en_vernietiging", get="read")
def terms(request: SignedInRequest) -> HttpResponse:
    """How long what stays, and the proof of what was destroyed."""
    page = {
        "terms": queries.terms_of(municipality_id=request.user.municipality_id),
        "destructions": queries.destructions(account=request.user),
        "account_role": request.user.role,
    }
    return render(request, "privacy/terms.html", page)


@signed_in("bewaartermijn_en_vernietiging", get="update", post="update")
def ask_term(request: SignedInRequest) -> HttpResponse:
    form, back = TermForm(request.POST or None), reverse("privacy:terms")
    if request.method == "POST":
        message = _t("Gevraagd. Het telt als de functionaris gegevensbescherming ja zegt.")
        answer = save(request, form, actions.ask_term, then=back, said=message)
        if answer:
            return answer
    return render(request, "privacy/ask_term.html", {"form": form, "back": back})


@signed_in("bewaartermijn_en_vernietiging", post="approve")
def agree_term(request: SignedInRequest, term_id: int) -> HttpResponse:
    actions.agree_term(by=request.user, term_id=term_id)
    messages.success(request, _t("Deze termijn geldt vanaf nu."))
    return redirect("privacy:terms")
