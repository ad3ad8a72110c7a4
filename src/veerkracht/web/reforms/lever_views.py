"""What a municipality can change: work it out, see it, keep it, and lay one change beside a reform."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.actions import AlreadyDone

from . import actions, runs
from .forms import BesideForm, OnceForm
from .levers_page import LeversPage, levers_page
from .page import outcome_page
from .queries import reform_or_404, reforms
from .views import outcome_or_404, start


@signed_in("simulatie", get="read", post="create")
def levers(request: SignedInRequest) -> HttpResponse:
    """GET: how far it is, or what came out. POST: start it."""
    asked = runs.of_levers()
    if request.method == "POST":
        start(request, asked)
        return redirect("reforms:levers")
    run = runs.run_of(asked)
    page = levers_page(run.outcome) if run.outcome else None
    context = {
        "run": run,
        "whole": asked.size,
        "page": page,
        "form": OnceForm(),
        "beside": beside_form(page) if page else None,
    }
    part = request.htmx and run.state == runs.RUNNING
    return render(request, "reforms/_levers_progress.html" if part else "reforms/levers.html", context)


def beside_form(page: LeversPage, data: object = None) -> BesideForm | None:
    """Which change beside which reform; None while no reform has been worked out."""
    done = [
        (one.name, one.numbers.sentence)
        for one in reforms().values()
        if runs.run_of(runs.of_reform(one)).state == runs.DONE
    ]
    return BesideForm(data, done, [(row.key, row.sentence) for row in page.rows]) if done else None


@signed_in("simulatie", post="create")
def keep_levers(request: SignedInRequest) -> HttpResponse:
    outcome, form = runs.run_of(runs.of_levers()).outcome, OnceForm(request.POST)
    if outcome is None or not form.is_valid():
        return redirect("reforms:levers")
    try:
        page_id = actions.keep_levers(by=request.user, once=form.cleaned_data["once"], outcome=outcome).pk
        messages.success(request, _t("Bewaard met de datum van vandaag."))
    except AlreadyDone as error:
        page_id = error.object_id
    return redirect("reforms:kept", page_id)


@signed_in("simulatie", get="read")
def beside(request: SignedInRequest) -> HttpResponse:
    outcome = runs.run_of(runs.of_levers()).outcome
    if outcome is None:
        raise Http404
    page = levers_page(outcome)
    form = beside_form(page, request.GET)
    if form is None or not form.is_valid():
        messages.warning(request, _t("Kies een verandering en een hervorming die doorgerekend is."))
        return redirect("reforms:levers")
    reform = outcome_page(outcome_or_404(reform_or_404(form.cleaned_data["hervorming"])))
    row = next(each for each in page.rows if each.key == form.cleaned_data["verandering"])
    return render(request, "reforms/beside.html", {"reform": reform, "row": row, "page": page})
