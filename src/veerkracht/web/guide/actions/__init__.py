"""Writes of the guide, by what they are about."""

from veerkracht.web.guide.actions.contact import (
    add_agenda_point,
    change_contact,
    close_agenda_point,
    note_contact,
)
from veerkracht.web.guide.actions.own import (
    forget_card,
    forget_reflection,
    reflect,
    tick_mirror,
    write_card,
)
from veerkracht.web.guide.actions.placing import (
    place_on_map,
    place_person,
    promise_from,
    put_aside,
    take_back,
    wish_from,
)
from veerkracht.web.guide.actions.report import (
    add_to_report,
    confirm_report,
    say_heard,
    sign_report,
    write_remark,
)
from veerkracht.web.guide.actions.talk import (
    add_quote,
    answer_talk,
    begin_talk,
    change_quote,
    change_talk,
    choose_questions,
    end_talk,
    keep_draft,
    plan_talk,
    set_alone,
    start_talk,
)

__all__ = [
    "add_agenda_point",
    "add_quote",
    "add_to_report",
    "begin_talk",
    "answer_talk",
    "change_contact",
    "change_quote",
    "change_talk",
    "choose_questions",
    "close_agenda_point",
    "confirm_report",
    "end_talk",
    "forget_card",
    "forget_reflection",
    "keep_draft",
    "note_contact",
    "place_on_map",
    "place_person",
    "plan_talk",
    "promise_from",
    "put_aside",
    "reflect",
    "say_heard",
    "set_alone",
    "sign_report",
    "start_talk",
    "take_back",
    "tick_mirror",
    "wish_from",
    "write_card",
    "write_remark",
]
