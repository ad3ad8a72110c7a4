"""The letter that goes to a body outside the municipality."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents import signal_letter
from veerkracht.documents.render import Pdf
from veerkracht.web.people.letterhead import printed_municipality
from veerkracht.web.people.models import Account

from .queries import SignalWords, TopicPage


def costs_in_words(words: SignalWords) -> str:
    """Hours and euros, rough as they were given; empty when nothing was said."""
    parts = []
    if words.hours:
        parts.append(_t("ongeveer %(n)s uur per week") % {"n": words.hours})
    if words.euros:
        parts.append(_t("ongeveer € %(n)s per maand") % {"n": words.euros})
    return _t("Dat kost een gezin %(costs)s.") % {"costs": _t(" en ").join(parts)} if parts else ""


def letter_pdf(*, topic: TopicPage, account: Account, day: dt.date) -> Pdf:
    place = account.municipality
    signals = tuple(
        signal_letter.SignalInLetter(wrong=words.wrong, costs=costs_in_words(words), helps=words.helps)
        for _, words in topic.signals
    )
    letter = signal_letter.SignalLetter(
        municipality=printed_municipality(place),
        receiver=topic.line.hearer_name or topic.line.hearer_label,
        subject=topic.line.title,
        written_on=day,
        since=topic.line.waiting.since,
        signals=signals,
        sender=account.name,
    )
    return signal_letter.signal_letter_pdf(letter, created_at=timezone.now())
