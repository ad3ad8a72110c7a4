"""Pages of a handover, for her and for who gives it away. Who receives has pages of its own."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save

from . import handover_actions as actions
from .frame import chain_page, pressed, saved_step
from .handover_forms import FirstTalkForm, HandoverForm, PacketForm, RepeatedForm
from .handover_queries import handover_of, party_of
from .handover_showing import lines_of, steps_open, timeline_of
from .models import Handover
from .queries import helpers_of
from .receivers import receivers_of


def _url(case: Case, handover_id: int) -> str:
    return reverse("chain:handover", args=[case.public_id, handover_id])


@on_case("overdracht", get="create", post="create")
def make_handover(request: SignedInRequest, case: Case) -> HttpResponse:
    givers = [(each.pk, each.name) for each in helpers_of(case=case)]
    form = HandoverForm(request.POST or None, givers=givers, receivers=receivers_of(case=case))
    if request.method == "POST":
        said = _t("Het pakketje is klaar. Eerst leest zij het, dan gaat het pas weg.")
        answer = save(
            request, form, actions.make_handover, then=lambda made: _after(case, made), said=said, case=case
        )
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Overdragen"), remove_url="")
    return render(request, "chain/form.html", page)


def _after(case: Case, made: Handover | None) -> str:
    return _url(case, made.pk) if made else reverse("chain:around", args=[case.public_id])


@on_case("overdracht", get="read")
def handover(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    row, hers = handover_of(case=case, handover_id=handover_id), is_hers(request.user)
    may_release = authorize(request.user, "approve", "overdracht_vrijgave", case=case)
    steps = steps_open(row, party_of(request.user, row))
    lines = lines_of(row, hers=hers)
    page = chain_page(
        request,
        case,
        handover=lines,
        timeline=timeline_of(row),
        steps=steps,
        may_release=may_release,
        packet_form=_packet_form(request, row, lines.own_words),
    )
    return render(request, "chain/handover.html", page)


def _packet_form(request: SignedInRequest, row: Handover, own_words: str) -> PacketForm:
    return PacketForm(
        request.POST or None,
        initial={"own_words": own_words},
        version=row.version,
        keys=[line["key"] for line in row.packet],
    )


@on_case("overdracht_vrijgave", post="update")
def change_packet(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    """What she ticked stays."""
    return _chosen(request, case, handover_id, actions.change_packet, _t("Het pakketje is aangepast."))


@on_case("overdracht_vrijgave", post="approve")
def release(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    """As it stands ticked at that moment: nobody has to save first."""
    says = _t("Het is vrijgegeven. De ontvanger heeft nu een dag waarop er antwoord moet zijn.")
    if "once" in request.POST:
        return _chosen(request, case, handover_id, actions.release, says)
    return _pressed(request, case, actions.release, handover_id, says)


def _chosen(request: SignedInRequest, case: Case, handover_id: int, act: Any, said: str) -> HttpResponse:
    """A form that is not right goes back with what was typed."""
    form = _packet_form(request, handover_of(case=case, handover_id=handover_id), "")
    then = _url(case, handover_id)
    answer = saved_step(request, form, act, then=then, said=said, case=case, handover_id=handover_id)
    if answer:
        return answer
    page = chain_page(request, case, form=form, title=_t("Wat gaat er mee?"), remove_url="")
    return render(request, "chain/form.html", page, status=422)


@on_case("overdracht_vrijgave", post="approve")
def take_back(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    says = _t("Het is teruggenomen. De ontvanger ziet niets meer.")
    return _pressed(request, case, actions.take_back, handover_id, says)


@on_case("overdracht", post="update")
def stop_handover(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    says = _t("De overdracht is gestopt. Alles blijft zoals het was.")
    return _pressed(request, case, actions.stop_handover, handover_id, says)


@on_case("overdracht", post="update")
def hold_first_talk(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    says = _t("Het eerste gesprek staat als gehouden. De overdracht is klaar.")
    return _pressed(request, case, actions.hold_first_talk, handover_id, says)


@on_case("overdracht", post="update")
def begin_again(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    says = _t("Er is een nieuw pakketje. Eerst leest zij het weer.")
    return _pressed(request, case, actions.begin_again, handover_id, says)


def _pressed(request: SignedInRequest, case: Case, act: Any, handover_id: int, says: str) -> HttpResponse:
    handover_of(case=case, handover_id=handover_id)
    back = _url(case, handover_id)
    return pressed(request, act, says=says, back=back, case=case, handover_id=handover_id)


@on_case("overdracht", get="update", post="update")
def plan_first_talk(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    row = handover_of(case=case, handover_id=handover_id)
    form = FirstTalkForm(request.POST or None, initial={"talk_on": row.talk_on}, version=row.version)
    says = _t("De dag van het eerste gesprek staat erin.")
    return _form_page(request, case, row, form, actions.plan_first_talk, _t("Het eerste gesprek"), says)


@on_case("overdracht", get="approve", post="approve")
def say_repeated(request: SignedInRequest, case: Case, handover_id: int) -> HttpResponse:
    row = handover_of(case=case, handover_id=handover_id)
    initial = {"repeated": row.repeated, "repeated_words": row.repeated_words}
    form = RepeatedForm(request.POST or None, initial=initial, version=row.version)
    says = _t("Dank je. Dat staat er nu bij.")
    return _form_page(request, case, row, form, actions.say_repeated, _t("Hoe ging het overdragen?"), says)


def _form_page(
    request: SignedInRequest, case: Case, row: Handover, form: Any, act: Any, title: str, says: str
) -> HttpResponse:
    back = _url(case, row.pk)
    if request.method == "POST":
        answer = saved_step(request, form, act, then=back, said=says, case=case, handover_id=row.pk)
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=title, remove_url="", back=back)
    return render(request, "chain/form.html", page)
