"""Her own pages about herself: what is known, how she is reached, her talks, who looked and what changed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.guide import actions as guide_actions
from veerkracht.web.guide.forms import AgendaForm
from veerkracht.web.guide.queries import contact_notes_of, heard_of, open_agenda, talks_of
from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import children_of, history
from veerkracht.web.people.who_looked import who_looked
from veerkracht.web.reach import actions as reach_actions
from veerkracht.web.reach.forms import NewPhoneForm
from veerkracht.web.reach.queries import safe_contact_of
from veerkracht.web.reach.views import contact_form, contact_page
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .actions import choose_looks
from .forms import LooksForm
from .frame import her_page
from .looks import looks_of
from .new_since import new_since

LINES_A_PAGE = 15


@on_own_case("persoonsgegevens_kern", get="read")
def about(request: SignedInRequest, case: Case) -> HttpResponse:
    """What is known of her. A secret address is on no screen, hers neither."""
    day = timezone.localdate()
    page = her_page(
        request, case, "", children=children_of(case=case, day=day), contact=safe_contact_of(case=case)
    )
    return render(request, "mine/about.html", page)


@on_own_case("veilig_contact_instellingen", get="update", post="update")
def phone(request: SignedInRequest, case: Case) -> HttpResponse:
    """Another number: it counts after seven days, so that she can stop it."""
    form, back = NewPhoneForm(request.POST or None), reverse("mine:about")
    if request.method == "POST":
        said = _t("Bewaard. Het nieuwe nummer geldt over 7 dagen.")
        answer = save(request, form, reach_actions.ask_new_phone, then=back, said=said, case=case)
        if answer:
            return answer
    page = her_page(request, case, "", form=form, back=back, title=_t("Ander nummer"))
    return render(request, "mine/form.html", page, status=422 if form.errors else 200)


@on_own_case("veilig_contact_instellingen", get="read", post="update")
def contact(request: SignedInRequest, case: Case) -> HttpResponse:
    """How she wants to be reached. Everybody of the municipality reads it before ringing."""
    row, day = safe_contact_of(case=case), timezone.localdate()
    form = contact_form(request, row, day)
    if request.method == "POST":
        said = _t("Bewaard. Iedereen bij de gemeente houdt zich hieraan.")
        answer = save(
            request, form, reach_actions.choose_contact, then=reverse("mine:more"), said=said, case=case
        )
        if answer:
            return answer
    page = her_page(request, case, "", form=form, **contact_page(row, day))
    return render(request, "mine/contact.html", page, status=422 if form.errors else 200)


@on_own_case("veilig_contact_instellingen", post="update")
def keep_contact(request: SignedInRequest, case: Case) -> HttpResponse:
    """She stops another number or address before it counts."""
    if safe_contact_of(case=case):
        reach_actions.stop_new_address(by=request.user, case=case)
        messages.success(request, _t("Gestopt. Alles blijft zoals het was."))
    return redirect("mine:contact")


@on_own_case("gespreksverslag", get="read")
def talks(request: SignedInRequest, case: Case) -> HttpResponse:
    every = talks_of(case=case)
    page = her_page(
        request,
        case,
        "",
        to_come=[talk for talk in reversed(every) if talk.is_to_come],
        earlier=[talk for talk in every if not talk.is_to_come],
        points=open_agenda(case=case),
        form=AgendaForm(),
        notes=contact_notes_of(case=case),
        heard=set(heard_of(case=case)),
    )
    return render(request, "mine/talks.html", page)


@on_own_case("afspraak", post="create")
def talk_point(request: SignedInRequest, case: Case) -> HttpResponse:
    form, back = AgendaForm(request.POST), reverse("mine:talks")
    said = _t("Dit staat klaar voor het gesprek.")
    answer = save(request, form, guide_actions.add_agenda_point, then=back, said=said, case=case)
    if answer:
        return answer
    page = her_page(request, case, "", form=form, back=back, title=_t("Hier wil ik het over hebben"))
    return render(request, "mine/form.html", page, status=422)


@on_own_case("afspraak", post="update")
def answer_talk(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """She comes, or would rather come on another day: who leads the talk reads it at once."""
    comes = request.POST.get("kom") == "ja"
    words = request.POST.get("words", "").strip()[:300]
    other_day = _t("Je klantmanager ziet dat je liever een andere dag komt.")
    try:
        guide_actions.answer_talk(by=request.user, case=case, talk_id=talk_id, comes=comes, words=words)
        messages.success(request, _t("Fijn. Je klantmanager ziet dat je komt.") if comes else other_day)
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    return redirect("mine:talks")


@on_own_case("auditlog", get="read")
def looked(request: SignedInRequest, case: Case) -> HttpResponse:
    days = who_looked(case=case, page=_page_number(request))
    return render(request, "mine/looked.html", her_page(request, case, "", days=days))


@on_own_case("zaakverloop", get="read")
def changes(request: SignedInRequest, case: Case) -> HttpResponse:
    lines = Paginator(history(case=case), LINES_A_PAGE).get_page(_page_number(request))
    return render(request, "mine/changes.html", her_page(request, case, "", changes=lines))


def _page_number(request: SignedInRequest) -> int:
    number = request.GET.get("bladzijde", "1")
    return int(number) if number.isdecimal() and len(number) < 5 else 1


@on_own_case("zaakverloop", get="read")
def news(request: SignedInRequest, case: Case) -> HttpResponse:
    """What others did since her visit before this one."""
    fresh = new_since(request, case)
    return render(request, "mine/news.html", her_page(request, case, "", changes=fresh))


@on_own_case("persoonsgegevens_kern", get="read", post="read")
def looks(request: SignedInRequest, case: Case) -> HttpResponse:
    """Her language and the size of her letters."""
    hers = looks_of(request.user)
    form = LooksForm(request.POST or None, initial={"language": hers.language, "letters": hers.letters})
    if request.method == "POST":
        answer = save(request, form, choose_looks, then=reverse("mine:looks"), said=_t("Bewaard."))
        if answer:
            return answer
    page = her_page(request, case, "", form=form, back=reverse("mine:more"), title=_t("Taal en letters"))
    return render(request, "mine/form.html", page, status=422 if form.errors else 200)
