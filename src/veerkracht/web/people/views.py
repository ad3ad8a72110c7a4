"""Pages about people: the list, one person, children, import, and the team."""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.slots import filled

from . import actions, queries
from . import who_looked as looked
from .case_export import KINDS, export_list, file_of
from .case_list import case_list as read_case_list
from .caseload_import.mistakes import UnreadableFile
from .children_form import ChildrenForm
from .doors import SignedInRequest, on_case, signed_in
from .double_actions import hold_person
from .doubles import case_elsewhere, possible_doubles
from .forms import AssignForm, CaseForm, CaseloadForm, ChildForm, OpenCaseForm
from .imports import checked_caseload, rows_from_token, token_of
from .models import Case, HeldPerson
from .pages import case_page


@signed_in("caseload_overzicht", get="list")
def case_list(request: SignedInRequest) -> HttpResponse:
    search = request.GET.get("zoek", "")[:100].strip()
    only, order = request.GET.get("alleen", "")[:20], request.GET.get("volgorde", "")[:20]
    cases = read_case_list(
        account=request.user,
        day=timezone.localdate(),
        search=search,
        page=_page_number(request),
        only=only,
        order=order,
    )
    words = _count_words(cases.page.paginator.count, is_selection=bool(search or only))
    context = {"cases": cases, "page": cases.page, "search": search, "count_words": words}
    context |= {"only": only, "order": order}
    return render(request, "people/case_list.html", context)


def _count_words(count: int, *, is_selection: bool) -> str:
    if is_selection:
        return ngettext("%(n)s persoon gevonden.", "%(n)s mensen gevonden.", count) % {"n": count}
    return ngettext("U begeleidt %(n)s persoon.", "U begeleidt %(n)s mensen.", count) % {"n": count}


@signed_in("caseload_bestand", post="export")
def export_cases(request: SignedInRequest) -> HttpResponse:
    """The own list as a file; a POST, because it is written down that somebody took it along."""
    kind = "xlsx" if request.POST.get("vorm") == "xlsx" else "csv"
    export_list(by=request.user, kind=kind)
    name = f"mijn-mensen-{timezone.localdate():%Y-%m-%d}.{kind}"
    answer = HttpResponse(file_of(account=request.user, kind=kind), content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _page_number(request: SignedInRequest) -> int:
    text = request.GET.get("bladzijde", "1")
    return int(text) if text.isdecimal() and len(text) < 7 else 1


def _first_page(case: Case | HeldPerson | None) -> str:
    return (
        reverse("people:case", args=[case.public_id])
        if isinstance(case, Case)
        else reverse("people:case_list")
    )


def _is_known_elsewhere(request: SignedInRequest, form: OpenCaseForm) -> bool:
    names = {name: form.cleaned_data[name] for name in ("first_name", "last_name", "born_on")}
    return case_elsewhere(account=request.user, **names) is not None


@signed_in("zaak_openen", get="create", post="create")
def open_case(request: SignedInRequest) -> HttpResponse:
    form = OpenCaseForm(request.POST or None)
    if request.method == "POST":
        act, message = actions.open_case, _t("Het dossier is geopend.")
        if form.is_valid() and _is_known_elsewhere(request, form):
            act, message = hold_person, _t("De teamleider kijkt nog even mee. U hoort het van haar of hem.")
        answer = save(request, form, act, then=_first_page, said=message)
        if answer:
            return answer
    return render(request, "people/open_case.html", {"form": form})


@on_case("persoonsgegevens_kern", get="read")
def case(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    page = case_page(
        request,
        case,
        tab="people:case",
        children=queries.children_of(case=case, day=day),
        klantmanager=queries.klantmanager_of(case=case, day=day),
        panels=filled("case_panels", case=case, account=request.user, day=day),
    )
    return render(request, "people/case.html", page)


@on_case("persoonsgegevens_kern", get="update", post="update")
def change_case(request: SignedInRequest, case: Case) -> HttpResponse:
    names = [name for name in CaseForm.base_fields if hasattr(case, name)]
    initial = {name: getattr(case, name) for name in names}
    if case.address_is_secret:
        initial["address"] = ""  # on no screen; what is left empty stays as it is
    form = CaseForm(
        request.POST or None, initial=initial, version=case.version, hides_address=case.address_is_secret
    )
    if request.method == "POST":
        then = reverse("people:case", args=[case.public_id])
        answer = save(
            request, form, actions.change_case, then=then, said=_t("De gegevens zijn opgeslagen."), case=case
        )
        if answer:
            return answer
    return render(request, "people/change_case.html", case_page(request, case, tab="people:case", form=form))


@on_case("huishouden_kinderen", get="create", post="create")
def add_child(request: SignedInRequest, case: Case) -> HttpResponse:
    form = ChildForm(request.POST or None)
    if request.method == "POST":
        then = reverse("people:case", args=[case.public_id])
        answer = save(
            request, form, actions.add_child, then=then, said=_t("Het kind staat erbij."), case=case
        )
        if answer:
            return answer
    return render(
        request, "people/child.html", case_page(request, case, tab="people:case", form=form, child=None)
    )


@on_case("huishouden_kinderen", get="create", post="create")
def add_children(request: SignedInRequest, case: Case) -> HttpResponse:
    """All of them in one go: the first step of a new case."""
    form = ChildrenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        then, said = reverse("people:case", args=[case.public_id]), _t("De kinderen staan erbij.")
        answer = save(request, form, actions.add_children, then=then, said=said, case=case)
        if answer:
            return answer
    page = case_page(request, case, tab="people:case", form=form)
    return render(request, "people/children.html", page, status=422 if form.errors else 200)


@on_case("huishouden_kinderen", get="update", post="update")
def change_child(request: SignedInRequest, case: Case, child_id: int) -> HttpResponse:
    child = queries.child_of(case=case, child_id=child_id)
    initial = {"first_name": child.first_name, "born_on": child.born_on}
    form = ChildForm(request.POST or None, initial=initial, version=child.version)
    if request.method == "POST":
        then = reverse("people:case", args=[case.public_id])
        message = _t("De gegevens zijn opgeslagen.")
        answer = save(
            request, form, actions.change_child, then=then, said=message, case=case, child_id=child_id
        )
        if answer:
            return answer
    page = case_page(request, case, tab="people:case", form=form, child=child)
    return render(request, "people/child.html", page)


@on_case("huishouden_kinderen", get="delete", post="delete")
def remove_child(request: SignedInRequest, case: Case, child_id: int) -> HttpResponse:
    child = queries.child_of(case=case, child_id=child_id)
    if request.method == "POST":
        try:
            actions.remove_child(
                by=request.user, case=case, child_id=child_id, seen_version=seen_version(request)
            )
        except Conflict:
            says = _t("Iemand anders paste dit kind net aan. Kijk eerst hoe het er nu staat.")
            messages.warning(request, says)
        return redirect("people:case", case.public_id)
    page = case_page(request, case, tab="people:case", child=child)
    return render(request, "people/remove_child.html", page)


@on_case("zaakverloop", get="read")
def history(request: SignedInRequest, case: Case) -> HttpResponse:
    page = case_page(request, case, tab="people:history", changes=queries.history(case=case))
    return render(request, "people/history.html", page)


@on_case("auditlog", get="read")
def who_looked(request: SignedInRequest, case: Case) -> HttpResponse:
    days = looked.who_looked(case=case, page=_page_number(request))
    page = case_page(request, case, tab="people:who_looked", days=days)
    return render(request, "people/who_looked.html", page)


@signed_in("zaak_openen", get="create", post="create")
def import_caseload(request: SignedInRequest) -> HttpResponse:
    """First the file and a report per row; nothing is stored until the second form says so."""
    form = CaseloadForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"form": form, "caseload": None}
    if request.method == "POST" and form.is_valid():
        try:
            caseload = checked_caseload(request.user, form.cleaned_data["file"])
            page |= {"caseload": caseload, "token": token_of(request.user, caseload.rows)}
        except UnreadableFile as error:
            form.add_error("file", str(error))
    return render(request, "people/import.html", page)


@signed_in("zaak_openen", post="create")
def confirm_caseload(request: SignedInRequest) -> HttpResponse:
    skipped = 0
    try:
        rows, once = rows_from_token(request.user, request.POST.get("token", ""))
        actions.import_caseload(by=request.user, rows=rows, replace=_rows_to_replace(request), once=once)
        skipped = sum(bool(row.mistakes) for row in rows)
    except signing.BadSignature:
        says = _t("De lijst is langer dan een uur geleden bekeken. Lees het bestand opnieuw in.")
        messages.warning(request, says)
        return redirect("people:import")
    except Conflict:
        skipped = len(rows)
    except AlreadyDone:
        pass  # the first copy did it; the second only wants to hear that it is done
    return _after_import(request, skipped)


def _rows_to_replace(request: SignedInRequest) -> frozenset[int]:
    return frozenset(
        int(text) for text in request.POST.getlist("vervang") if text.isdecimal() and len(text) < 7
    )


def _after_import(request: SignedInRequest, skipped: int) -> HttpResponse:
    if not skipped:
        messages.success(request, _t("De lijst is ingelezen."))
        return redirect("people:case_list")
    says = ngettext(
        "%(n)s rij is niet opgeslagen: het dossier veranderde intussen. Lees het bestand opnieuw in.",
        "%(n)s rijen zijn niet opgeslagen: de dossiers veranderden intussen. Lees het bestand opnieuw in.",
        skipped,
    )
    messages.warning(request, says % {"n": skipped})
    return redirect("people:import")


@signed_in("toewijzing", get="create", post="create")
def team(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    members = queries.team(account=request.user, day=day)
    choices = [(m.account_id, m.name) for m in members if m.is_active]
    form = AssignForm(
        request.POST or None,
        initial={"starts_on": day},
        members=choices,
        has_case=lambda number: queries.has_case(account=request.user, public_id=number),
    )
    if request.method == "POST":
        answer = save(request, form, actions.assign, then=reverse("people:team"), said=_t("Het is geregeld."))
        if answer:
            return answer
    doubles = len(possible_doubles(account=request.user, day=day))
    return render(request, "people/team.html", {"members": members, "form": form, "doubles": doubles})
