"""Reads of the guide, by what they are about."""

from veerkracht.web.guide.queries.preparing import Preparation, default_questions_of, leader_of, preparation
from veerkracht.web.guide.queries.talks import (
    TalkFacts,
    agenda_point_of,
    contact_note_of,
    contact_notes_of,
    draft_of,
    facts_of,
    last_contact_on,
    open_agenda,
    open_talk_of,
    promises_of,
    quote_of,
    quotes_of,
    talk_of,
    talks_of,
    todays_talks,
)

__all__ = [
    "Preparation",
    "TalkFacts",
    "agenda_point_of",
    "contact_note_of",
    "contact_notes_of",
    "default_questions_of",
    "draft_of",
    "facts_of",
    "last_contact_on",
    "leader_of",
    "open_agenda",
    "open_talk_of",
    "preparation",
    "promises_of",
    "quote_of",
    "quotes_of",
    "talk_of",
    "talks_of",
    "todays_talks",
]
