"""Writes of the report: both signatures, what she says about it, and whether she was heard."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.slots import filled

from .. import queries
from ..models import Destination, Draft, Heard, Quote, Remark, Report, TalkState


@action("guide.report_signed", allow=("create", "gespreksverslag"))
def sign_report(*, by: Account, case: Case, talk_id: int, shown_hash: str, seen: str) -> Report:
    """Fix what she said, as it stood on the page, beside what the professional saw; signed by the professional.

    What was to go nowhere is gone with it, and so are the drafts.

    Raises:
        Http404: the talk is not over, its report is signed already, or somebody else led it.
        Conflict: her words changed since the page was made; carries the report as it would be now.
    """
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    if talk.state != TalkState.ENDED or talk.led_by_id != by.pk:
        raise Http404
    text = queries.report_text(talk=talk, case=case)
    if text.hash != shown_hash:
        raise Conflict(text)
    talk.change(talk.version, state=TalkState.SIGNED)
    Quote.objects.filter(talk=talk, destination=Destination.NOWHERE).delete()
    Draft.objects.filter(talk=talk).delete()
    text = text.with_seen(seen)
    report = Report.objects.create(
        talk=talk, text=text.as_json(), hash=text.hash, signed_by=by, signed_at=timezone.now()
    )
    filled("document_fixed", case=case, kind="report", key=str(talk.pk))
    return report


@action("guide.report_confirmed", allow=("approve", "gespreksverslag"))
def confirm_report(*, by: Account, case: Case, talk_id: int, shown_hash: str) -> Report:
    """Her signature under her own words, bound to what she saw. Nobody can give it for her."""
    report = _hers(by, case, talk_id)
    if report.hash != shown_hash:
        raise Conflict(report)
    Report.objects.filter(pk=report.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    report.refresh_from_db()
    return report


@action("guide.remark_written", allow=("create", "reactie_moeder_op_verslag"))
def write_remark(*, by: Account, case: Case, talk_id: int, kind: str, words: str) -> Remark:
    """Her words beside the report. The report stays as it is: both versions keep their author."""
    report = _hers(by, case, talk_id)
    Draft.objects.filter(talk=talk_id, account=by, field="reaction").delete()
    return Remark.objects.create(report=report, kind=kind, words=words, author=by, written_at=timezone.now())


@action("guide.remark_written", allow=("create", "gespreksverslag"))
def add_to_report(*, by: Account, case: Case, talk_id: int, words: str) -> Remark:
    """Something the one who signed adds afterwards, under the own name."""
    report = queries.report_row(case=case, talk_id=talk_id)
    if report.signed_by_id != by.pk:
        raise Http404
    return Remark.objects.create(
        report=report, kind="adds", words=words, author=by, written_at=timezone.now()
    )


@action("guide.heard_said", allow=("create", "gehoord"))
def say_heard(*, by: Account, case: Case, talk_id: int, face: int, words: str = "") -> None:
    """How it was for her. She may say it again; the last time counts. The event does not point to what she said."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    if talk.state not in (TalkState.ENDED, TalkState.SIGNED):
        raise Http404
    values = {"face": face, "words": words, "said_at": timezone.now()}
    Heard.objects.update_or_create(talk=talk, defaults=values)


def _hers(by: Account, case: Case, talk_id: int) -> Report:
    if case.account_id != by.pk:
        raise Http404
    return queries.report_row(case=case, talk_id=talk_id)
