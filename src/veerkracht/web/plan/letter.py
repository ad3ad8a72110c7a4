"""The letter she takes home: what each does, what the law says, and who to call. Also what every paper starts from."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents import letter as paper
from veerkracht.documents.legal import LegalBlock
from veerkracht.documents.people import Mother, PrintedKlantmanager, PrintedMunicipality
from veerkracht.documents.promises import PrintedAnswer, PrintedPromise, PrintedProposal, Side
from veerkracht.documents.render import Pdf
from veerkracht.web.people.letterhead import printed_municipality
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.ui.slots import filled
from veerkracht.words.promise import Reader

from . import words
from .domain import LawFacts, PlanText, PromiseFacts, ProposalFacts
from .promise_words import promise_in_words
from .queries import PlanFacts

_SIDES = {"ours": Side.MUNICIPALITY, "others": Side.OTHERS, "hers": Side.MOTHER}
_ANSWERS = {
    "none": PrintedAnswer.NOT_YET,
    "agree": PrintedAnswer.AGREES,
    "disagree": PrintedAnswer.DISAGREES,
    "think": PrintedAnswer.THINKS,
}


class PaperNotPossible(ValueError):
    """Something is missing that a paper cannot do without; the message says what and where to fill it in."""


def letter_of(*, case: Case, plan: PlanFacts, day: dt.date) -> Pdf:
    """The letter of today.

    Raises:
        PaperNotPossible: nobody is assigned whose name and number can stand on it, or there is nothing in the plan.
    """
    who = paper_klantmanager(case, plan, day)
    fixed = plan.newest if plan.is_fixed_as_it_stands else None
    letter = paper.Letter(
        municipality=paper_municipality(case),
        klantmanager=who,
        mother=paper_mother(case),
        written_on=day,
        salutation=_t("Beste %(name)s") % {"name": case.full_name},
        opening=_opening(plan),
        wish=plan.wish,
        promises=tuple(paper_promise(p, plan.text, case) for p in plan.promises if p.done_on is None),
        plan_version=fixed.number if fixed else 0,
        plan_hash=plan.text.hash,
        proposals=tuple(map(paper_proposal, plan.text.proposals)),
        legal_blocks=tuple(map(paper_block, plan.text.laws)),
        next_talk=next(iter(filled("next_talk", case=case, day=day)), ""),
    )
    return paper.letter_pdf(letter, created_at=timezone.now())


def paper_klantmanager(case: Case, plan: PlanFacts, day: dt.date) -> PrintedKlantmanager:
    who = klantmanager_of(case=case, day=day)
    if who is None:
        raise PaperNotPossible(
            _t("Er is nog geen klantmanager. Zonder naam en nummer gaat er geen brief uit.")
        )
    phone = who.phone or case.municipality.phone
    if not phone:
        raise PaperNotPossible(
            _t(
                "Er is geen telefoonnummer voor op de brief. De functioneel beheerder vult het in bij Accounts."
            )
        )
    if not plan.has_something:
        raise PaperNotPossible(_t("Er staat nog niets in het plan. Schrijf eerst de wens of een belofte op."))
    return PrintedKlantmanager(who.name, phone, who.email, who.working_days)


def paper_municipality(case: Case) -> PrintedMunicipality:
    return printed_municipality(case.municipality)


def paper_mother(case: Case) -> Mother:
    address = () if case.address_is_secret else tuple(filter(None, case.address.split(", ")))
    return Mother(case.full_name, address)


def _opening(plan: PlanFacts) -> str:
    says = _t("We hebben samen gesproken. In deze brief staat wat wij doen, wat anderen doen en wat u doet.")
    rhythm = words.rhythm_in_words(plan.text.rhythm)
    return f"{says}\n\n" + _t("Zo houden we contact: %(rhythm)s.") % {"rhythm": rhythm} if rhythm else says


def paper_promise(
    promise: PromiseFacts, text: PlanText, case: Case, *, reader: Reader = Reader.LETTER
) -> PrintedPromise:
    return PrintedPromise(
        side=_SIDES[promise.side],
        owner=words.owner_in_words(promise, klantmanager=text.klantmanager, her_name=case.first_name),
        what=promise_in_words(
            promise, klantmanager=text.klantmanager, her_name=case.first_name, reader=reader
        ),
        due_on=promise.due_on,
        answer=_ANSWERS[promise.answer],
        her_words=promise.answer_words,
        again=words.again_in_words(promise.again_on),
        state=_t("gedaan") if promise.done_on else "",
    )


def paper_proposal(proposal: ProposalFacts) -> PrintedProposal:
    return PrintedProposal(
        what=proposal.what,
        answer=words.reply_in_words(proposal.reply) if proposal.reply else "",
        reason=proposal.reason,
        answered_on=proposal.replied_on,
        answer_due_on=proposal.reply_due_on,
        her_answer=_ANSWERS[proposal.her_answer],
        her_words=proposal.her_words,
        again=words.again_in_words(proposal.again_on),
    )


def paper_block(law: LawFacts) -> LegalBlock:
    return LegalBlock(law.title, f"{law.text}\n\n{law.owed}", law.article, law.as_of, law.objection)
