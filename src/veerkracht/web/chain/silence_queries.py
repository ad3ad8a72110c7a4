"""Who could fall out of sight, for one klantmanager and for her. A fixed number of queries, only own people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext as _t

from veerkracht.web.guide.queries import last_contact_on, missed_twice
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import assignments_ending, cases_of
from veerkracht.web.people.standing_queries import reopened_since
from veerkracht.web.plan.queries import last_signs, rhythms

from .domain.handover import HandoverState, late_since
from .domain.share import ShareState
from .domain.silence import AHEAD, NEW_FOR, RiskKind, silent_since
from .handover_queries import running_on
from .models import Handover, Helper, RiskMoment, Share
from .words import RISKS

MOST = 40


@dataclass(frozen=True, kw_only=True)
class OutOfSight:
    """Something nobody may miss about one person, in words; `on` is the day it should have been there."""

    public_id: str
    name: str
    words: str
    on: dt.date
    handover_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class RiskAhead:
    public_id: str
    name: str
    on: dt.date
    words: str


def out_of_sight(*, account: Account, day: dt.date) -> list[OutOfSight]:
    """The longest first: handovers without an answer, silence, and a rhythm that does not fit."""
    cases = {case.pk: case for case in cases_of(account=account).guided_now(day)}
    lines = [
        *_handovers(cases, day),
        *_silent(cases, account, day),
        *_missed(cases, day),
    ]
    return sorted(lines, key=lambda line: (line.on, line.name))[:MOST]


def _handovers(cases: dict[int, Case], day: dt.date) -> Iterator[OutOfSight]:
    rows = Handover.objects.filter(case__in=list(cases)).exclude(
        state__in=(HandoverState.WITHDRAWN, HandoverState.TALKED)
    )
    for row in rows.select_related("to_helper", "to_account", "from_helper", "made_by").order_by("pk"):
        sentence, on = late_words(row, day)
        if sentence:
            case = cases[row.case_id]
            yield OutOfSight(
                public_id=case.public_id,
                name=case.full_name,
                words=sentence,
                on=on or day,
                handover_id=row.pk,
            )


def late_words(handover: Handover, day: dt.date) -> tuple[str, dt.date | None]:
    """What did not come of a handover and since when; an empty sentence when nothing is late. For her and for staff."""
    who, keeps = handover.receiver_name, handover.giver_name
    if handover.state == HandoverState.DECLINED:
        says = _t("%(who)s zei nee op de overdracht. %(keeps)s blijft verantwoordelijk.")
        return says % {"who": who, "keeps": keeps}, None
    since = late_since(handover.state, handover.due_on, handover.talk_due_on, day)
    if since is None:
        return "", None
    if handover.state == HandoverState.OFFERED:
        says = _t(
            "%(who)s heeft nog geen antwoord gegeven op de overdracht. %(keeps)s blijft verantwoordelijk."
        )
        return says % {"who": who, "keeps": keeps}, since
    return _t("Het eerste gesprek met %(who)s is er nog niet geweest.") % {"who": who}, since


def late_now(*, day: dt.date) -> list[Handover]:
    """Every handover of which a day passed that nobody was told of yet, of people who are guided now."""
    rows = running_on(day)
    return [row for row in rows if _is_untold(row, day)]


def _is_untold(row: Handover, day: dt.date) -> bool:
    since = late_since(row.state, row.due_on, row.talk_due_on, day)
    return since is not None and since != row.late_told_for


def _silent(cases: dict[int, Case], account: Account, day: dt.date) -> Iterator[OutOfSight]:
    """With whom no rhythm was agreed; the others stand under their own rhythm on the same page."""
    agreed = {each.case_id for each in rhythms(account=account, day=day)}
    ids = [pk for pk in cases if pk not in agreed]
    last = last_contacts(case_ids=ids)
    for pk in ids:
        seen = max(cases[pk].opened_on, last.get(pk, cases[pk].opened_on))
        if since := silent_since(seen, day):
            case = cases[pk]
            says = _t("Sinds %(day)s had niemand contact.") % {"day": f"{seen:%d-%m-%Y}"}
            yield OutOfSight(public_id=case.public_id, name=case.full_name, words=says, on=since)


def last_contacts(*, case_ids: Iterable[int]) -> dict[int, dt.date]:
    """The last day anybody was in touch, by case: a talk, a sign of hers in the plan, a helper."""
    ids = list(case_ids)
    helped = Helper.objects.filter(case__in=ids, last_contact_on__isnull=False).order_by("case")
    latest: dict[int, dt.date] = {}
    for days in (
        last_contact_on(case_ids=ids),
        last_signs(case_ids=ids),
        dict(helped.values_list("case").annotate(last=Max("last_contact_on"))),
    ):
        for pk, on in days.items():
            latest[pk] = max(on, latest.get(pk, on))
    return latest


def _missed(cases: dict[int, Case], day: dt.date) -> Iterator[OutOfSight]:
    for pk, on in missed_twice(case_ids=list(cases)).items():
        says = _t("Twee keer ging het contact niet door. Klopt het ritme nog?")
        yield OutOfSight(public_id=cases[pk].public_id, name=cases[pk].full_name, words=says, on=on)


def risks_ahead(*, account: Account, day: dt.date) -> list[RiskAhead]:
    """The changes of the coming six weeks: those somebody wrote down, and those the program sees by itself."""
    cases = {case.pk: case for case in cases_of(account=account).guided_now(day)}
    until = day + AHEAD
    written = RiskMoment.objects.filter(case__in=list(cases), on__gte=day, on__lte=until).order_by("on", "pk")
    pairs = [(row.case_id, row.on, _named(row.kind, row.words)) for row in written]
    pairs += [
        (pk, on, str(RISKS[RiskKind.KLANTMANAGER])) for pk, on in assignments_ending(list(cases), day, until)
    ]
    pairs += [
        (pk, case.opened_on, str(RISKS[RiskKind.INTAKE])) for pk, case in cases.items() if _is_new(case, day)
    ]
    returned = reopened_since(case_ids=list(cases), since=day - NEW_FOR)
    pairs += [(pk, on, str(RISKS[RiskKind.RETURN])) for pk, on in returned]
    pairs += list(_helpers_changing(cases, day, until))
    lines = [
        RiskAhead(public_id=cases[pk].public_id, name=cases[pk].full_name, on=on, words=words)
        for pk, on, words in pairs
    ]
    return sorted(lines, key=lambda line: (line.on, line.name))[:MOST]


def _is_new(case: Case, day: dt.date) -> bool:
    return day - NEW_FOR <= case.opened_on <= day


def _named(kind: str, words: str) -> str:
    return f"{RISKS[kind]}: {words}" if words else str(RISKS[kind])


def _helpers_changing(
    cases: dict[int, Case], day: dt.date, until: dt.date
) -> Iterator[tuple[int, dt.date, str]]:
    """Help that stops or starts in that time, whoever gives it: debt help, care, the shelter."""
    for row in Helper.objects.filter(case__in=list(cases)).order_by("pk"):
        if row.until and day <= row.until <= until:
            yield row.case_id, row.until, _t("%(who)s stopt met helpen") % {"who": row.name}
        if row.since and day < row.since <= until:
            yield row.case_id, row.since, _t("%(who)s begint met helpen") % {"who": row.name}


def her_words(*, case: Case, day: dt.date) -> list[str]:
    """What she hears of it, in calm words and with who is there for her now; nothing when all goes as agreed."""
    rows = Handover.objects.filter(case=case).select_related(
        "to_helper", "to_account", "from_helper", "made_by"
    )
    return [words for words, _on in (late_words(row, day) for row in rows.order_by("pk")) if words]


def waiting_for_her(*, case: Case, day: dt.date) -> int:
    """How many things of the chain wait for her: a packet, a question, a helper that is new, what is late."""
    packets = Handover.objects.filter(case=case, state=HandoverState.WITH_HER).count()
    questions = Share.objects.filter(case=case, state=ShareState.ASKED).count()
    unseen = Helper.objects.filter(case=case, her_view="").count()
    return packets + questions + unseen + len(her_words(case=case, day=day))
