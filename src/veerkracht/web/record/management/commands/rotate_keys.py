"""`veerkracht web rotate_keys`: write every encrypted text again with the first of FIELD_KEYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from veerkracht.web.record.encryption import Unreadable, encrypted_columns, rotate_column


class Command(BaseCommand):
    help = "Write every encrypted text again with the first key of FIELD_KEYS. Afterwards the old key can go."

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        for table, column in encrypted_columns():
            try:
                count += rotate_column(table, column)
            except Unreadable as error:
                raise CommandError(
                    f"Een tekst in {table}.{column} gaat met geen van deze sleutels open. "
                    "Zet de oude sleutel terug achter de nieuwe in FIELD_KEYS en probeer het opnieuw."
                ) from error
        self.stdout.write(
            f"{count} teksten staan nu onder de eerste sleutel. De oude sleutel is niet meer nodig."
        )
