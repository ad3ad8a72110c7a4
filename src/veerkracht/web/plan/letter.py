"""The plan as the letter she takes home: our facts in the form that `documents` prints."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents import letter as paper
from veerkracht.documents.people import Klantmanager, Mother, Municipality
from veerkracht.documents.promises import Answer, Promise, Side
from veerkracht.documents.render import Pdf
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import Klantmanager as KlantmanagerFacts
from veerkracht.web.people.queries import klantmanager_of

from .domain import PromiseFacts
from .models import Owner
from .queries import PlanFacts

_SIDES = {"ours": Side.MUNICIPALITY, "others": Side.OTHERS, "hers": Side.MOTHER}
_ANSWERS = {
    "none": Answer.NOT_YET,
    "agree": Answer.AGREES,
    "disagree": Answer.DISAGREES,
    "think": Answer.THINKS,
}


class LetterNotPossible(ValueError):
    """Something is missing that a letter cannot do without; the message says what and where to fill it in."""


def letter_of(*, case: Case, plan: PlanFacts, day: dt.date) -> Pdf:
    """The letter of today.

    Raises:
        LetterNotPossible: nobody is assigned whose name and number can stand on it, or their number is missing.
    """
    who = klantmanager_of(case=case, day=day)
    if who is None:
        raise LetterNotPossible(
            _t("Er is nog geen klantmanager. Zonder naam en nummer gaat er geen brief uit.")
        )
    if not who.phone:
        raise LetterNotPossible(_t("Het telefoonnummer van de klantmanager ontbreekt. Vul dat eerst in."))
    if not plan.wish and not plan.promises:
        raise LetterNotPossible(
            _t("Er staat nog niets in het plan. Schrijf eerst de wens of een afspraak op.")
        )
    return paper.letter_pdf(_letter(case, plan, who, day), created_at=timezone.now())


def _letter(case: Case, plan: PlanFacts, who: KlantmanagerFacts, day: dt.date) -> paper.Letter:
    lines = tuple(case.municipality.address.splitlines())
    address = () if case.address_is_secret else tuple(filter(None, case.address.split(", ")))
    fixed = plan.newest if plan.is_fixed_as_it_stands else None
    return paper.Letter(
        municipality=Municipality(case.municipality.name, lines, case.municipality.phone),
        klantmanager=Klantmanager(who.name, who.phone, who.email, who.working_days),
        mother=Mother(case.full_name, address),
        written_on=day,
        salutation=_t("Beste %(name)s") % {"name": case.full_name},
        opening=_t(
            "We hebben samen gesproken. In deze brief staat wat wij doen, wat anderen doen en wat u doet."
        ),
        wish=plan.wish,
        promises=tuple(_promise(p, who, case) for p in plan.promises),
        plan_version=fixed.number if fixed else 0,
        plan_hash=plan.text.hash,
    )


def _promise(promise: PromiseFacts, who: KlantmanagerFacts, case: Case) -> Promise:
    return Promise(
        side=_SIDES[promise.side],
        owner=owner_in_words(promise, klantmanager=who.name, her_name=case.first_name),
        what=promise.what,
        due_on=promise.due_on,
        answer=_ANSWERS[promise.answer],
        her_words=promise.answer_words,
    )


def owner_in_words(promise: PromiseFacts, *, klantmanager: str, her_name: str) -> str:
    """`Peter Klaassen, klantmanager`, `De school van Yara`, or her own first name."""
    if promise.owner == Owner.MOTHER:
        return her_name
    if promise.owner == Owner.KLANTMANAGER:
        return _t("%(name)s, klantmanager") % {"name": promise.owner_name or klantmanager}
    if promise.owner == Owner.MUNICIPALITY:
        return promise.owner_name or _t("De gemeente")
    return promise.owner_name or str(Owner(promise.owner).label)
