"""Whether the keys of what is encrypted can be used: looked at before anything starts."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

_MAKE_ONE = "python3 -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())'"


def wrong_keys(keys: Sequence[str], *, refused: Sequence[str], name: str = "FIELD_KEYS") -> str:
    """What is wrong with the keys of this setting and how to mend it; empty when nothing is. Never names a key.

    Args:
        refused: keys that everybody knows, or that serve something else.
    """
    if not keys:
        return f"Set {name}: without it nothing can be stored encrypted. Make a key with: {_MAKE_ONE}"
    for number, key in enumerate(keys, start=1):
        try:
            raw = base64.urlsafe_b64decode(key)
        except (binascii.Error, ValueError):
            raw = b""
        if len(raw) != 32:
            return f"Key {number} of {name} is no key of 32 bytes in base64. Make one with: {_MAKE_ONE}"
        if key in refused or len(set(raw)) < 8:
            return f"Key {number} of {name} is known or too simple. Make one with: {_MAKE_ONE}"
    return ""
