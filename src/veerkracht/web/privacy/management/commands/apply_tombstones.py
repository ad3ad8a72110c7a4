"""`veerkracht web apply_tombstones`: after a restore, erase again whoever was erased after that backup was made."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from veerkracht.web.privacy.erasure import apply_tombstones
from veerkracht.web.privacy.tombstones import BrokenRegister


class Command(BaseCommand):
    help = "Na het terugzetten van een reservekopie: wis opnieuw wie daarna gewist was."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = apply_tombstones()
        except BrokenRegister as error:
            raise CommandError(f"Het register klopt niet: {error}. Er is niets gewist.") from error
        self.stdout.write(f"{count} dossiers opnieuw gewist.")
