"""Saying yes to being asked, asking, answering, writing, and stopping at once. No event says who or when: nobody of
staff learns from a history that she takes part."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.reach.domain import Template
from veerkracht.web.reach.gate import send
from veerkracht.web.record.models import Conflict

from .domain.contact import ASKED, BOTH, NO, STOP, STOPPED, YES, NotAllowed, ParentTie, state_after
from .models import PeerContact, PeerMessage, PeerProfile
from .peer_queries import contact_of, open_contacts, parent_to_ask, profile_of


@action("offers.parent_open", allow=("update", "oudercontact"), unnamed=True)
def open_profile(*, by: Account, case: Case, name: str, words: str, seen_version: int = 0) -> PeerProfile:
    """From now on others read these words, and may ask.

    Raises:
        Conflict: written in another window since.
    """
    row = profile_of(case=case)
    if row is not None:
        return row.change(seen_version, name=name, words=words)
    return PeerProfile.objects.create(case=case, name=name, words=words, since=timezone.localdate())


@action("offers.parent_closed", allow=("delete", "oudercontact"), unnamed=True)
def close_profile(*, by: Account, case: Case) -> None:
    """Taken back: the words are gone, and so is every contact with what was written in it."""
    PeerProfile.objects.filter(case=case).delete()
    for row in open_contacts(case=case):
        _end(row, STOPPED)


@action("offers.parent_asked", allow=("create", "oudercontact"), unnamed=True)
def ask_parent(*, by: Account, case: Case, profile_id: int, name: str, words: str) -> PeerContact:
    """Her own yes, with the name she chooses; the other one answers.

    Raises:
        Http404: nobody who can be asked (any more).
    """
    both = Q(pk=profile_id) | Q(case=case)
    list(PeerProfile.objects.select_for_update().filter(both).order_by("pk"))  # one question at a time
    other = parent_to_ask(case=case, profile_id=profile_id)
    made = PeerContact.objects.create(
        asker=case,
        asked=other.case,
        state=ASKED,
        asker_name=name,
        asker_words=words,
        asked_name=other.name,
        asked_at=timezone.now(),
    )
    send(other.case, Template.SOMETHING_NEW)
    return made


@action("offers.parent_answered", allow=("update", "oudercontact"), unnamed=True)
def answer_parent(*, by: Account, case: Case, contact_id: int, is_yes: bool) -> PeerContact:
    """Raises Http404: not hers to answer, or taken back meanwhile."""
    row = _held(case, contact_id)
    state = _step(row, case, YES if is_yes else NO)
    if state != BOTH:
        return _end(row, state)
    send(row.asker, Template.SOMETHING_NEW)
    return row.change(row.version, state=state)


@action("offers.parent_stopped", allow=("delete", "oudercontact"), unnamed=True)
def stop_contact(*, by: Account, case: Case, contact_id: int) -> PeerContact:
    """At once, for both; what was written is gone.

    Raises:
        Http404: it is not open, or not hers.
    """
    row = _held(case, contact_id)
    return _end(row, _step(row, case, STOP))


@action("offers.parent_written", allow=("update", "oudercontact"), unnamed=True)
def write_to_parent(*, by: Account, case: Case, contact_id: int, words: str) -> PeerMessage:
    """Only while both want it.

    Raises:
        Http404: one of the two stopped.
    """
    row = _held(case, contact_id)
    if row.state != BOTH:
        raise Http404
    made = PeerMessage.objects.create(contact=row, case=case, words=words, written_at=timezone.now())
    send(row.asked if row.asker_id == case.pk else row.asker, Template.SOMETHING_NEW)
    return made


def _held(case: Case, contact_id: int) -> PeerContact:
    """Held until the action ends: a stop and a message at the same moment come one after the other."""
    row = contact_of(case=case, contact_id=contact_id)
    return PeerContact.objects.select_for_update().get(pk=row.pk)


def _step(row: PeerContact, case: Case, step: str) -> str:
    tie = ParentTie(asker=row.asker_id, asked=row.asked_id, state=row.state)
    try:
        return state_after(tie, by=case.pk, step=step)
    except NotAllowed:
        raise Http404 from None


def _end(row: PeerContact, state: str) -> PeerContact:
    """Nothing of it stays but that it was asked once."""
    PeerMessage.objects.filter(contact=row).delete()
    try:
        return row.change(row.version, state=state, asker_name="", asked_name="", asker_words="")
    except Conflict:
        raise Http404 from None
