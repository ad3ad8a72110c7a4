"""`veerkracht web second_yes`: the second yes over an account while there is no team lead."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from veerkracht.web.people.models import Account, plain
from veerkracht.web.people.second_yes import agree_at_the_server


class Command(BaseCommand):
    help = (
        "Zegt ja in plaats van een teamleider, waar er geen is, op wat de beheerder voor een account vroeg."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--inlognaam", required=True)

    def handle(self, **options: Any) -> None:
        account = Account.objects.filter(login=plain(options["inlognaam"])).first()
        if account is None:
            raise CommandError("Deze inlognaam is er niet. Kijk elk teken na.")
        try:
            agreed = agree_at_the_server(by=None, account=account)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Inlognaam: {agreed.account.login}\nTweede helft van de code: {agreed.half}\n")
        self.stdout.write(
            "Geef deze helft aan de collega zelf, niet aan de beheerder: die heeft de eerste.\n"
        )
