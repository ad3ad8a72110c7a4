"""`veerkracht web first_account`: the municipality and its first functional administrator, on an empty database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from veerkracht.web.people.setup import set_up_municipality


class Command(BaseCommand):
    help = (
        "Maakt de gemeente en het account van de functioneel beheerder, die daarna de andere accounts maakt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gemeente", required=True, help="de naam, bijvoorbeeld 'Gemeente Voorbeeld'")
        parser.add_argument("--telefoon", default="", help="het nummer op de brieven")
        parser.add_argument("--inlognaam", required=True)
        parser.add_argument("--naam", required=True)

    def handle(self, **options: Any) -> None:
        try:
            account = set_up_municipality(
                by=None,
                municipality_name=options["gemeente"],
                phone=options["telefoon"],
                login=options["inlognaam"],
                name=options["naam"],
            )
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Inlognaam: {account.account.login}\nCode: {account.half} (eerste en tweede helft)\n"
        )
        self.stdout.write(
            "Ga hiermee naar /toegang/ en kies een wachtwoord. De code werkt één keer, veertien dagen.\n"
        )
