"""The key that comes from a code, and what it opens. Nobody can make it again without the code: it is stored nowhere.

Every account has a place to open, and every code opens one: a code never used before opens an empty place, which looks
the same as a place of somebody who wrote nothing. While it is open the key waits in the session, itself encrypted.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass

from cryptography.fernet import Fernet
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from veerkracht.web.people.models import Account
from veerkracht.web.record.encryption import Unreadable, decrypt, encrypt

SHORTEST = 6  # signs
OPEN_SECONDS = 5 * 60
MOST_OPENINGS, WINDOW = 12, 15 * 60  # of one account in so many seconds
_SESSION = "place"


@dataclass(frozen=True)
class SealedPlace:
    """What one code opens: where its notes stand, and the key that reads them."""

    number: str
    key: str

    def seal(self, text: str) -> str:
        return Fernet(self.key.encode()).encrypt(text.encode()).decode()

    def unseal(self, sealed: str) -> str:
        return Fernet(self.key.encode()).decrypt(sealed.encode()).decode()


def place_of(account: Account, code: str) -> SealedPlace:
    """The place a code opens. Slow on purpose: scrypt, 16 MB, some 50 ms."""
    plain = " ".join(code.lower().split())
    salt = f"veerkracht.place.{account.municipality_id}.{account.pk}".encode()
    derived = hashlib.scrypt(plain.encode(), salt=salt, n=2**14, r=8, p=1, dklen=64)
    return SealedPlace(number=derived[:32].hex(), key=base64.urlsafe_b64encode(derived[32:]).decode())


def may_try(account: Account) -> bool:
    """Counts one opening. In memory of one process: the slow key guards, this only makes guessing by hand dull."""
    counter = f"place:{account.pk}"
    tries = int(cache.get(counter, 0)) + 1
    cache.set(counter, tries, WINDOW)
    return tries <= MOST_OPENINGS


def open_place(request: HttpRequest, place: SealedPlace) -> None:
    until = timezone.now().timestamp() + OPEN_SECONDS
    request.session[_SESSION] = encrypt(json.dumps([place.number, place.key, until]))


def opened_place(request: HttpRequest) -> SealedPlace | None:
    """The place that is open now, and for five minutes more; None when it is shut."""
    try:
        number, key, until = json.loads(decrypt(request.session.get(_SESSION, "")) or "[0, 0, 0]")
    except Unreadable:
        return None
    if until < timezone.now().timestamp():
        shut_place(request)
        return None
    place = SealedPlace(number=number, key=key)
    open_place(request, place)
    return place


def shut_place(request: HttpRequest) -> None:
    request.session.pop(_SESSION, None)
