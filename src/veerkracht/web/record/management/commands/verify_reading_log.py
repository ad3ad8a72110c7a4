"""`veerkracht web verify_reading_log`: whether every chain of the reading log holds."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from veerkracht.web.record.reading_log import CHANGED, CUT_OFF, GONE, breaks, seal

_WORDS = {
    GONE: "regel {number} ontbreekt",
    CHANGED: "regel {number} is veranderd, of de regel ervoor",
    CUT_OFF: "vanaf regel {number} is het einde weg of niet van dit programma",
}


class Command(BaseCommand):
    help = "Kijk of er uit het leeslog niets is weggehaald of veranderd."

    def handle(self, *args: Any, **options: Any) -> None:
        all_breaks = list(breaks())
        for each in all_breaks:
            self.stderr.write(f"{each.chain}: {_WORDS[each.why].format(number=each.number)}")
        if all_breaks:
            raise CommandError(
                f"Het leeslog klopt niet op {len(all_breaks)} plaatsen. Bel de functionaris gegevensbescherming."
            )
        self.stdout.write(f"Het leeslog klopt. Zegel: {seal()}")
