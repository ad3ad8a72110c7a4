"""The talks of the demo, through the guide's own actions. One file in `talks/` for a login.

For a mother (`talks/samira.toml`; all but * may be left out):

    [[agenda]]                # a point she put down herself
    words = "De brief."       # *
    days_ago = 3              # * when

    [[contacts]]              # a short contact
    kind = "called"           # * called | wrote | saw | did_not_happen
    line = "…"                # * one sentence, hers to read
    days_ago = 6              # *
    next_step = "…"
    next_in_days = 4

    [[talks]]
    days_ago = 16             # * below zero: a talk that is still to come
    time = "9.30"
    place = "kamer 3"
    interpreter = "Tigrinya, per telefoon"
    interpreter_booked = true
    led_by = "peter"          # else her own klantmanager
    questions = ["Q17"]       # else the three to begin with
    said = [ { words = "…", to = "report" } ]   # report | between_us | nowhere | wish | left out: not chosen yet
    seen = "…"                # what the professional saw: the report is signed
    confirmed = true          # she signed her own words
    remarks = [ { kind = "disagrees", words = "…" } ]   # corrects | disagrees | adds
    heard = 3                 # her face, 1 to 4
    heard_words = "…"
    mirror = ["F4"]           # the success factors the professional recognises in this talk

For a professional (`talks/peter.toml`), for that person's eyes alone:

    [[reflections]]
    topic = "S8"              # * V1-V8 or S1-S9
    words = "…"               # *
    days_ago = 9              # *

    [[cards]]                 # a card for intervision, without names
    situation = "…"           # *
    tried = "…"
    system = "…"
    question = "…"            # *
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from veerkracht.web.guide import actions, queries
from veerkracht.web.guide.models import AgendaPoint, Reflection, Talk
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import klantmanager_of

from .clock import put_in_past

HERE = Path(__file__).parent / "talks"


def load_guide(today: dt.date) -> None:
    """Every file of `talks/`, in the order of its name."""
    for file in sorted(HERE.glob("*.toml")):
        account = Account.objects.get(login=file.stem)
        facts = tomllib.loads(file.read_text())
        case = Case.objects.filter(account=account).first()
        if case is not None:
            _load_mother(case, facts, today)
        else:
            _load_professional(account, facts, today)


def _load_professional(account: Account, facts: dict[str, Any], today: dt.date) -> None:
    whose = {"by": account, "about": account}
    for reflection in facts.get("reflections", []):
        actions.reflect(**whose, topic=reflection["topic"], words=reflection["words"])
        put_in_past(reflection["days_ago"], today)
        noted_on = today - dt.timedelta(days=reflection["days_ago"])
        Reflection.objects.filter(pk=Reflection.objects.latest("pk").pk).update(noted_on=noted_on)
    for reflection in facts.get("cards", []):
        card = {"tried": "", "system": "", **reflection}
        actions.write_card(**whose, **card)


def _load_mother(case: Case, facts: dict[str, Any], today: dt.date) -> None:
    who = klantmanager_of(case=case, day=today)
    assert who is not None, "every family of the demo has a klantmanager"
    klantmanager = Account.objects.get(pk=who.id)
    for talk in sorted(facts.get("talks", []), key=lambda card: -card["days_ago"]):
        led_by = Account.objects.get(login=talk["led_by"]) if "led_by" in talk else klantmanager
        _load_talk(case, led_by, talk, today)
    for contact in facts.get("contacts", []):
        _load_contact(case, klantmanager, contact, today)
    for point in facts.get("agenda", []):
        noted = actions.add_agenda_point(by=case.account, case=case, words=point["words"])
        noted_on = today - dt.timedelta(days=point["days_ago"])
        AgendaPoint.objects.filter(pk=noted.pk).update(noted_on=noted_on)
        put_in_past(point["days_ago"], today)


def _load_contact(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    next_in = facts.get("next_in_days")
    actions.note_contact(
        by=klantmanager,
        case=case,
        on=today - dt.timedelta(days=facts["days_ago"]),
        kind=facts["kind"],
        line=facts["line"],
        next_step=facts.get("next_step", ""),
        next_on=None if next_in is None else today + dt.timedelta(days=next_in),
    )
    put_in_past(facts["days_ago"], today)


def _load_talk(case: Case, led_by: Account, facts: dict[str, Any], today: dt.date) -> None:
    days_ago = facts["days_ago"]
    hours, _, minutes = facts.get("time", "").partition(".")
    talk = actions.plan_talk(
        by=led_by,
        case=case,
        on=today - dt.timedelta(days=days_ago),
        starts_at=dt.time(int(hours), int(minutes)) if hours else None,
        place=facts.get("place", ""),
        interpreter=facts.get("interpreter", ""),
        interpreter_booked=facts.get("interpreter_booked", False),
    )
    put_in_past(max(days_ago + 3, 2), today)
    if "questions" in facts:
        Talk.objects.filter(pk=talk.pk).update(questions=facts["questions"])
    if "said" in facts:
        _hold(case, led_by, talk, facts, today)


def _hold(case: Case, led_by: Account, talk: Talk, facts: dict[str, Any], today: dt.date) -> None:
    """The talk as it went: her words, where they went, and its end."""
    days_ago, of_talk = facts["days_ago"], {"by": led_by, "case": case, "talk_id": talk.pk}
    actions.start_talk(**of_talk)
    put_in_past(days_ago, today)
    for spoken in facts["said"]:
        quote = actions.add_quote(**of_talk, words=spoken["words"])
        put_in_past(days_ago, today)
        placing = {**of_talk, "quote_id": quote.pk, "seen_version": quote.version}
        if spoken.get("to") == "wish":
            actions.wish_from(**placing)
        elif "to" in spoken:
            actions.put_aside(**placing, destination=spoken["to"])
        put_in_past(days_ago, today)
    actions.end_talk(**of_talk)
    put_in_past(days_ago, today)
    moment = talk.started_at or dt.datetime.now(dt.UTC)
    ended_at = moment - dt.timedelta(days=days_ago)
    Talk.objects.filter(pk=talk.pk).update(started_at=ended_at - dt.timedelta(minutes=50), ended_at=ended_at)
    if "seen" in facts:
        _report(case, of_talk, facts, today)
    _look_back(case, led_by, talk, facts, today)


def _look_back(case: Case, led_by: Account, talk: Talk, facts: dict[str, Any], today: dt.date) -> None:
    """What each of the two noted about the talk afterwards."""
    days_ago = facts["days_ago"]
    if "mirror" in facts:
        actions.tick_mirror(by=led_by, about=led_by, talk_id=talk.pk, factors=facts["mirror"])
        put_in_past(days_ago, today)
    if "heard" in facts:
        actions.say_heard(
            by=case.account,
            case=case,
            talk_id=talk.pk,
            face=facts["heard"],
            words=facts.get("heard_words", ""),
        )
        put_in_past(days_ago, today)


def _report(case: Case, of_talk: dict[str, Any], facts: dict[str, Any], today: dt.date) -> None:
    """Signed on the day of the talk; what she did with it one day later."""
    days_ago, hers = facts["days_ago"], {**of_talk, "by": case.account}
    text = queries.report_text(talk=queries.talk_of(case=case, talk_id=of_talk["talk_id"]), case=case)
    report = actions.sign_report(**of_talk, shown_hash=text.hash, seen=facts["seen"])
    _shift(report, "signed_at", days_ago)
    put_in_past(days_ago, today)
    for remark in facts.get("remarks", []):
        written = actions.write_remark(**hers, kind=remark["kind"], words=remark["words"])
        _shift(written, "written_at", days_ago - 1)
        put_in_past(days_ago - 1, today)
    if facts.get("confirmed"):
        _shift(actions.confirm_report(**hers, shown_hash=report.hash), "confirmed_at", days_ago - 1)
        put_in_past(days_ago - 1, today)


def _shift(row: Any, field: str, days_ago: int) -> None:
    setattr(row, field, getattr(row, field) - dt.timedelta(days=days_ago))
    row.save(update_fields=[field])
