"""`veerkracht web rescue`: an administrator who cannot get in any more."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from veerkracht.web.people.models import Account, plain
from veerkracht.web.people.setup import rescue_administrator


class Command(BaseCommand):
    help = "Laat een functioneel beheerder weer binnen: een code voor een nieuw wachtwoord en een nieuwe app."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--inlognaam", required=True)

    def handle(self, **options: Any) -> None:
        account = Account.objects.filter(login=plain(options["inlognaam"])).first()
        if account is None:
            raise CommandError("Deze inlognaam is er niet. Kijk elk teken na.")
        try:
            code = rescue_administrator(by=None, account=account)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Inlognaam: {code.account.login}\nCode: {code.half}\n")
        self.stdout.write("Geef deze code aan de beheerder zelf. Die kiest op /toegang/ een wachtwoord.\n")
