"""What leads from a case to the signal that was given: sealed under keys that stand outside the database.

A copy of the database and its backups without SIGNAL_KEYS holds digests and cipher, of one length and without a moment.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from veerkracht.web.people.models import Account, Case


def holder_digests(case: Case | int) -> list[str]:
    """How the case stands on a ticket: the first is written, all are looked for. Without the key it is noise."""
    return _digests(f"case:{case if isinstance(case, int) else case.pk}")


def author_digests(account: Account) -> list[str]:
    return _digests(f"account:{account.pk}")


def _digests(text: str) -> list[str]:
    return [hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest() for key in settings.SIGNAL_KEYS]


def seal(content: dict[str, Any]) -> str:
    """Cipher that says nothing of when it was made."""
    return Fernet(settings.SIGNAL_KEYS[0]).encrypt_at_time(json.dumps(content).encode(), 0).decode()


def unseal(sealed: str) -> dict[str, Any]:
    """What was sealed.

    Raises:
        SealBroken: none of the keys opens it.
    """
    try:
        opened = MultiFernet([Fernet(key) for key in settings.SIGNAL_KEYS]).decrypt(sealed)
    except InvalidToken as error:
        raise SealBroken("SIGNAL_KEYS has no key that opens a ticket") from error
    content: dict[str, Any] = json.loads(opened)
    return content


class SealBroken(Exception):
    """A key was taken away too early, or somebody changed what was stored."""
