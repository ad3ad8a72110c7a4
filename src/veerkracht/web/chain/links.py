"""The link of a helper without a log-in. The token (128 bits) stands in the mail alone; here is only its hash.

Opening the address does nothing, so that a mail scanner uses nothing up; a code goes to the same mailbox at the press
of a button, works once and a quarter of an hour, and dies after five wrong tries. A link passed on is of no use.
"""

from __future__ import annotations

import datetime as dt
import secrets

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Helper, PieceLink

CODE_MINUTES = 15
MOST_WRONG = 5
DIGITS = 8


class NothingToSend(Exception):
    """A link would lead nowhere: she opened nothing for this helper, or there is no e-mail address."""


def hashed(text: str) -> str:
    return salted_hmac("chain.piece_link", text, algorithm="sha256").hexdigest()


def new_link(helper: Helper, *, made_by_id: int | None) -> str:
    """Part of an action: a new token; an earlier link of this helper stops working."""
    end_links(helper)
    token = secrets.token_urlsafe(16)
    PieceLink.objects.create(
        case=helper.case,
        helper=helper,
        token_hash=hashed(token),
        made_by_id=made_by_id,
        made_at=timezone.now(),
    )
    return token


def end_links(helper: Helper) -> None:
    PieceLink.objects.filter(helper=helper, ended_at=None).update(ended_at=timezone.now())


def live_link(*, token: str = "", link_id: int = 0) -> PieceLink | None:
    """The link of this token or number while it works; None for every other."""
    rows = PieceLink.objects.filter(ended_at=None).select_related("helper__account", "helper__case__account")
    return rows.filter(token_hash=hashed(token)).first() if token else rows.filter(pk=link_id).first()


def new_code(link: PieceLink) -> str:
    """Part of an action: a fresh code, to be mailed; the one before stops working."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    link.code_hash, link.wrong_codes = hashed(code), 0
    link.code_until = timezone.now() + dt.timedelta(minutes=CODE_MINUTES)
    link.save()
    return code


def use_code(link: PieceLink, code: str) -> bool:
    """Part of an action: whether this is the code; right or wrong, it counts."""
    works = link.code_until is not None and link.code_until > timezone.now() and bool(link.code_hash)
    is_right = works and constant_time_compare(link.code_hash, hashed(code.strip()))
    if is_right:
        link.code_hash = ""
    else:
        link.wrong_codes += 1
        if link.wrong_codes >= MOST_WRONG:
            link.code_hash = ""
    link.save()
    return is_right
