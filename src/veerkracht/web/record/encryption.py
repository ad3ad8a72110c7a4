"""Text that stands in the database only as cipher: fields, keys that can be changed, and the change itself.

Fernet (AES-128-CBC with HMAC-SHA256, a moment in each token) under the keys of FIELD_KEYS. The first key writes, every
key reads. A copy of the database without the keys holds none of these words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import connection, models, transaction
from django.db.models.lookups import Exact

_MARK = "enc1:"


class Unreadable(Exception):
    """None of the keys opens this text: a key was taken away too early, or somebody changed the text."""


@cache
def _ciphers(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _cipher() -> MultiFernet:
    return _ciphers(tuple(settings.FIELD_KEYS))


def encrypt(text: str) -> str:
    """Empty stays empty: that there is nothing is no secret, and a filter can ask for it."""
    return _MARK + _cipher().encrypt(text.encode()).decode() if text else ""


def decrypt(stored: str) -> str:
    """The text again.

    Raises:
        Unreadable: not written with one of these keys.
    """
    if not stored:
        return ""
    try:
        if not stored.startswith(_MARK):
            raise InvalidToken
        return _cipher().decrypt(stored.removeprefix(_MARK)).decode()
    except InvalidToken as error:
        raise Unreadable("FIELD_KEYS has no key that opens a stored text") from error


if TYPE_CHECKING:
    TextField = models.TextField[Any, Any]
else:
    TextField = models.TextField


class _IsEmpty(Exact):
    """Whether there is nothing: all that can be compared."""

    def get_prep_lookup(self) -> Any:
        if self.rhs != "":
            raise FieldError("an encrypted text can only be compared with nothing")
        return self.rhs


class EncryptedText(TextField):
    """Text nobody can search or sort in the database; only whether it is empty can be asked."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else encrypt(str(value))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return value if value is None else decrypt(value)

    def get_lookup(self, lookup_name: str) -> Any:
        """Each encryption of one text differs: every comparison but with nothing would silently find nobody."""
        if lookup_name == "exact":
            return _IsEmpty
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted: {lookup_name} cannot be asked of it")
        return super().get_lookup(lookup_name)


class EncryptedJSON(EncryptedText):
    """A JSON value as one encrypted text; nothing inside it can be asked for."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_prep_value(self, value: Any) -> Any:
        return value if value is None else encrypt(json.dumps(value))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return value if value is None else json.loads(decrypt(value))

    def to_python(self, value: Any) -> Any:
        return value

    def value_to_string(self, obj: models.Model) -> Any:
        return self.value_from_object(obj)


def encrypted_columns() -> Iterator[tuple[str, str]]:
    """(table, column) of every encrypted field of the program."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, EncryptedText):
                yield model._meta.db_table, str(field.column)


def encrypt_column(table: str, column: str) -> int:
    """Turn what stands there as plain text into cipher; what is cipher already stays. Gives how many changed."""
    return _rewrite(table, column, lambda text: None if text.startswith(_MARK) else encrypt(text))


def decrypt_column(table: str, column: str) -> int:
    """Back to plain text, for a version from before there was encryption."""
    return _rewrite(table, column, lambda text: decrypt(text) if text.startswith(_MARK) else None)


def rotate_column(table: str, column: str) -> int:
    """Write everything again with the first key. Gives how many changed.

    Raises:
        Unreadable: none of the keys opens one of the texts; nothing of this column was changed.
    """
    return _rewrite(table, column, _with_first_key)


def _with_first_key(stored: str) -> str | None:
    token = stored.removeprefix(_MARK).encode()
    try:
        Fernet(settings.FIELD_KEYS[0]).decrypt(token)
        return None
    except InvalidToken:
        return encrypt(decrypt(stored))


def _rewrite(table: str, column: str, change: Any) -> int:
    """Row by row, and only where it still says what was read: a colleague who saves meanwhile is not undone."""
    name, quoted = connection.ops.quote_name(column), connection.ops.quote_name(table)
    count = 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {name} FROM {quoted} WHERE {name} <> '' ORDER BY id")  # noqa: S608 - our own names
        for row_id, stored in cursor.fetchall():
            changed = change(stored)
            if changed is not None:
                update = f"UPDATE {quoted} SET {name} = %s WHERE id = %s AND {name} = %s"  # noqa: S608
                cursor.execute(update, [changed, row_id, stored])
                count += cursor.rowcount
    return count
