"""Choose a reform, see how far it is and what came out, compare two, keep it, and look at one invented family."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.household.problem import Refused
from veerkracht.population.reforms.reading import PopulationReform
from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.words.sentences import PAGE, refusal

from . import actions, exports, runs
from .forms import BESIDE_BIJSTAND, CompareForm, FamilyForm, OnceForm
from .levers_page import levers_page
from .models import LEVERS
from .page import OutcomePage, outcome_page
from .queries import kept_outcome, kept_outcomes, reform_or_404, reforms

NOT_INSTALLED = _("Doorrekenen kan hier niet: het onderdeel 'population' is niet geïnstalleerd.")


@signed_in("simulatie", get="list")
def choose(request: SignedInRequest) -> HttpResponse:
    lines = [(reform, runs.run_of(runs.of_reform(reform)).state) for reform in reforms().values()]
    done = [(reform.name, reform.numbers.sentence) for reform, state in lines if state == runs.DONE]
    page = {
        "lines": lines,
        "kept": kept_outcomes(account=request.user),
        "compare": CompareForm(None, done) if len(done) > 1 else None,
        "possible": runs.is_possible(),
        "levers_state": runs.run_of(runs.of_levers()).state,
    }
    return render(request, "reforms/choose.html", page)


@signed_in("simulatie", get="read", post="create")
def reform(request: SignedInRequest, reform: str) -> HttpResponse:
    """GET: how far it is, or what came out. POST: start it."""
    chosen = reform_or_404(reform)
    run = runs.run_of(runs.of_reform(chosen))
    if request.method == "POST":
        start(request, runs.of_reform(chosen))
        return redirect("reforms:reform", reform)
    page: dict[str, Any] = {
        "reform": chosen,
        "run": run,
        "whole": runs.HOUSEHOLDS,
        "page": outcome_page(run.outcome) if run.outcome else None,
        "form": OnceForm(),
        "files": exports.KINDS,
    }
    part = request.htmx and run.state == runs.RUNNING
    return render(request, "reforms/_progress.html" if part else "reforms/reform.html", page)


def start(request: SignedInRequest, asked: runs.Calculation) -> None:
    """Start it, unless it is there already, or it cannot be started now: that is said."""
    form = OnceForm(request.POST)
    if runs.run_of(asked).state in (runs.RUNNING, runs.DONE) or not form.is_valid():
        return
    if not runs.is_possible():
        messages.warning(request, NOT_INSTALLED)
    elif runs.is_busy():
        messages.warning(request, _t("Er loopt al een berekening. Probeer het zo nog een keer."))
    else:
        with suppress(AlreadyDone):
            actions.start_run(by=request.user, once=form.cleaned_data["once"], asked=asked)


def outcome_or_404(chosen: PopulationReform) -> dict[str, Any]:
    outcome = runs.run_of(runs.of_reform(chosen)).outcome
    if outcome is None:
        raise Http404
    return outcome


@signed_in("simulatie", post="create")
def keep(request: SignedInRequest, reform: str) -> HttpResponse:
    chosen = reform_or_404(reform)
    outcome, form = outcome_or_404(chosen), OnceForm(request.POST)
    if not form.is_valid():
        return redirect("reforms:reform", reform)
    once = form.cleaned_data["once"]
    try:
        page_id = actions.keep_page(by=request.user, once=once, reform=chosen, outcome=outcome).pk
        messages.success(request, _t("Bewaard met de datum van vandaag."))
    except AlreadyDone as error:
        page_id = error.object_id
    return redirect("reforms:kept", page_id)


@signed_in("simulatie", get="read")
def kept(request: SignedInRequest, page_id: int) -> HttpResponse:
    row = kept_outcome(account=request.user, page_id=page_id)
    if row.reform == LEVERS:
        return render(request, "reforms/kept_levers.html", {"row": row, "page": levers_page(row.outcome)})
    context = {"row": row, "page": outcome_page(row.outcome), "form": OnceForm()}
    return render(request, "reforms/kept.html", context)


@signed_in("simulatie", post="delete")
def remove(request: SignedInRequest, page_id: int) -> HttpResponse:
    actions.remove_page(by=request.user, page_id=page_id)
    messages.success(request, _t("De bewaarde uitkomst is weggehaald."))
    return redirect("reforms:choose")


@signed_in("simulatie", get="read")
def compare(request: SignedInRequest) -> HttpResponse:
    done = [one for one in reforms().values() if runs.run_of(runs.of_reform(one)).state == runs.DONE]
    form = CompareForm(request.GET, [(one.name, one.numbers.sentence) for one in done])
    if not form.is_valid():
        messages.warning(request, _t("Kies twee hervormingen die doorgerekend zijn."))
        return redirect("reforms:choose")
    pages: list[OutcomePage] = [
        outcome_page(outcome_or_404(reform_or_404(form.cleaned_data[name]))) for name in ("een", "ander")
    ]
    rows = list(zip(pages[0].groups, pages[1].groups, strict=True))
    return render(request, "reforms/compare.html", {"one": pages[0], "other": pages[1], "rows": rows})


@signed_in("simulatie", get="read")
def family(request: SignedInRequest, reform: str) -> HttpResponse:
    chosen, form = reform_or_404(reform), FamilyForm(request.GET)
    if not form.is_valid():
        return redirect("reforms:family", reform)
    kind, number = form.cleaned_data["soort"], form.cleaned_data["nummer"] or 0
    kind = BESIDE_BIJSTAND if kind is None else kind
    context: dict[str, Any] = {
        "reform": chosen,
        "kind": kind,
        "next": number + 1,
        "form": FamilyForm(initial={"soort": kind, "nummer": 0}),
        **invented_family(chosen, kind, number),
    }
    return render(request, "reforms/family.html", context)


def invented_family(chosen: PopulationReform, kind: int, number: int) -> dict[str, Any]:
    """One invented family, or why there is none: what draws them is in no municipality's own install."""
    if not runs.is_possible():
        return {"page": None, "problem": NOT_INSTALLED}
    from .family import family_page

    try:
        return {"page": family_page(chosen, kind, number), "problem": ""}
    except Refused as error:
        return {"page": None, "problem": refusal(error, PAGE)}


@signed_in("simulatie", get="read")
def export(request: SignedInRequest, reform: str, kind: str) -> HttpResponse:
    chosen = reform_or_404(reform)
    if kind not in exports.KINDS:
        raise Http404
    content_type, made = exports.KINDS[kind]
    content = made(outcome_page(outcome_or_404(chosen)), chosen)
    headers = {"Content-Disposition": f'attachment; filename="synthetisch-{chosen.name}.{kind}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
