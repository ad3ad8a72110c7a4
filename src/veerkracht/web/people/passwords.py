"""A password that anybody in the house would guess first, or that leaked and was used by many, is no password."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t

from .models import plain

GUESSED_FIRST = ("wachtwoord", "welkom", "veerkracht", "gemeente", "password", "qwerty", "bijstand")
LEAKED = Path(__file__).with_name("leaked_passwords.txt.gz")
_LEFT = 6  # signs that must remain when the words everybody tries are taken out


class GuessedFirstValidator:
    """Refuses a password that is little more than a word of the house, the own municipality, or one sign repeated."""

    def validate(self, password: str, user: Any = None) -> None:
        left = plain(password)
        municipality = getattr(user, "municipality", None) if getattr(user, "municipality_id", None) else None
        for word in (*GUESSED_FIRST, *plain(municipality.name if municipality else "").split()):
            left = left.replace(word, "")
        if len(set(left)) < _LEFT:
            raise ValidationError(
                _t("Dit is te makkelijk te raden. Kies een korte zin die alleen u bedenkt.")
            )

    def get_help_text(self) -> str:
        return _t("Geen woord dat iedereen hier als eerste probeert.")


class LeakedValidator:
    """Refuses one of the 58,000 long passwords that leaked elsewhere; the list is here, nobody outside is asked.

    Read anew for each password that is chosen: that is a handful a day, and the list takes no memory in between.
    """

    def validate(self, password: str, user: Any = None) -> None:
        typed = password.strip().lower()
        with gzip.open(LEAKED, "rt", encoding="utf-8") as lines:
            if any(line.rstrip("\n") == typed for line in lines):
                raise ValidationError(
                    _t(
                        "Dit wachtwoord staat op een lijst van gelekte wachtwoorden. "
                        "Kies een korte zin die alleen u bedenkt."
                    )
                )

    def get_help_text(self) -> str:
        return _t("Geen wachtwoord dat elders is gelekt.")
