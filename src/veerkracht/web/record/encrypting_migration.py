"""The step of a migration that turns plain columns into encrypted ones, and back when a version is taken back."""

from __future__ import annotations

from typing import Any

from django.db.migrations import RunPython

from .encryption import decrypt_column, encrypt_column


def encrypting(*columns: tuple[str, str]) -> RunPython:
    """For (table, column) pairs whose field became encrypted just before, in the same migration."""

    def forward(apps: Any, schema_editor: Any) -> None:
        for table, column in columns:
            encrypt_column(table, column)

    def back(apps: Any, schema_editor: Any) -> None:
        for table, column in columns:
            decrypt_column(table, column)

    return RunPython(forward, back)
