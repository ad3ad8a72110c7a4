"""A promise in words, for whoever reads it: made here from its clauses, and a quote as long as nobody ticked those."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.words.promise import Clause, Reader, promise_sentence
from veerkracht.words.promise import Owner as Promiser
from veerkracht.words.reading_promise import PromiseReading, read_promise

from .domain import PromiseFacts
from .models import Owner

_TWO_NAMES = re.compile(r"^\w+ en \w+$")
_GROUPS = ("buren", "ouders", "vrienden", "vriendinnen", "zussen", "broers", "collega’s", "collega's")


@dataclass(frozen=True, kw_only=True)
class PromiseAsRead:
    """What each side reads: she and somebody of staff. `pronouns`: words that may mean her, to be written out."""

    reading: PromiseReading
    for_her: str = ""
    for_staff: str = ""


def promiser_of(*, owner: str, owner_name: str, klantmanager: str) -> Promiser:
    """Who promises, as the subject of a sentence."""
    if owner == Owner.MOTHER:
        return Promiser(name="", is_her=True)
    if owner == Owner.KLANTMANAGER:
        return Promiser(name=owner_name or klantmanager or _t("de klantmanager"))
    names = {
        Owner.MUNICIPALITY: _t("de gemeente"),
        Owner.EMPLOYER: _t("de werkgever"),
        Owner.CHILDCARE: _t("de opvang"),
        Owner.SCHOOL: _t("de school"),
        Owner.PARTNER_ORGANISATION: _t("de organisatie"),
        Owner.NETWORK: _t("iemand in de buurt"),
    }
    name = owner_name or names[Owner(owner)]
    return Promiser(name=name, is_plural=bool(_TWO_NAMES.match(name)) or name.lower().endswith(_GROUPS))


def promise_in_words(promise: PromiseFacts, *, klantmanager: str, her_name: str, reader: Reader) -> str:
    """The promise for this reader. Not ticked yet: to staff the words as typed, to her the same as a quote."""
    if not promise.clauses:
        return f"“{promise.what}”" if reader in (Reader.HERSELF, Reader.ASKED) else promise.what
    if reader is not Reader.LETTER:
        klantmanager = first_name(klantmanager)
    promiser = promiser_of(owner=promise.owner, owner_name=promise.owner_name, klantmanager=klantmanager)
    return promise_sentence(owner=promiser, clauses=promise.clauses, her_name=her_name, reader=reader)


def reader_of(
    promise: PromiseFacts, *, account: Account, case: Case, klantmanager_id: int | None = None
) -> Reader:
    """In which person this account reads the promise on a page."""
    if account.pk == case.account_id:
        return Reader.HERSELF
    is_own = promise.owner == Owner.KLANTMANAGER and not promise.owner_name
    return Reader.OWNER if is_own and account.pk == klantmanager_id else Reader.STAFF


def first_name(name: str) -> str:
    """How a klantmanager is called at the table and on her pages."""
    return name.split(" ", 1)[0]


def as_read(
    text: str, *, owner: str, owner_name: str, klantmanager: str, her_name: str, by: Account
) -> PromiseAsRead:
    """How a typed promise is understood, and what each side would read."""
    by_her = by.role == AccountRole.MOEDER
    reading = read_promise(text, her_name=her_name, by_her=by_her)
    if not reading.clauses or owner not in Owner.values:
        return PromiseAsRead(reading=reading)
    promiser = promiser_of(owner=owner, owner_name=owner_name, klantmanager=first_name(klantmanager))

    def sentence(reader: Reader) -> str:
        return promise_sentence(owner=promiser, clauses=reading.clauses, her_name=her_name, reader=reader)

    staff = Reader.OWNER if owner == Owner.KLANTMANAGER and not owner_name and not by_her else Reader.STAFF
    return PromiseAsRead(reading=reading, for_her=sentence(Reader.HERSELF), for_staff=sentence(staff))


def ticked_clauses(text: str, read_as: str, *, her_name: str, by: Account) -> tuple[Clause, ...]:
    """The clauses of a text whose sentences were on the page when it was sent; of any other text none."""
    if not text or text != read_as:
        return ()
    return read_promise(text, her_name=her_name, by_her=by.role == AccountRole.MOEDER).clauses
