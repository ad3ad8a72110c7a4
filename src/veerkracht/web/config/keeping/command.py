"""`veerkracht web backup`, `restore` and `daily`: what they say to the administrator who runs them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from .archive import Unusable


def run(arguments: list[str]) -> int:
    """One of the three with its options; 0 when it went well, 1 with one sentence on stderr when not."""
    django.setup()
    options = _parser().parse_args(arguments)
    try:
        return int({"backup": _backup, "restore": _restore, "daily": _daily}[options.command](options))
    except Unusable as error:
        print(error, file=sys.stderr)
    except DatabaseError:
        print("De database antwoordt niet. Kijk of DATABASE_URL klopt en of die draait.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="veerkracht web")
    commands = parser.add_subparsers(dest="command", required=True)
    backup = commands.add_parser("backup", help="kopieert de database terwijl iedereen doorwerkt")
    backup.add_argument("--map", type=Path, default=Path(settings.BACKUP_FOLDER), help="waarin")
    restore = commands.add_parser("restore", help="zet een reservekopie terug; de dienst moet stilstaan")
    restore.add_argument("bestand", type=Path)
    restore.add_argument("--overschrijf", action="store_true", help="ook als er al iets in de database staat")
    daily = commands.add_parser("daily", help="reservekopie, opruimen en bewaartermijnen; eens per dag")
    daily.add_argument("--zonder-reservekopie", action="store_true", help="als een ander programma die maakt")
    return parser


def _backup(options: argparse.Namespace) -> int:
    from .backup import back_up

    print(back_up(options.map))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from .backup import restore

    manifest, afterwards = restore(options.bestand, overwrite=options.overschrijf)
    print(f"Teruggezet: de stand van {manifest.made_at}, versie {manifest.version}.")
    print(f"Nageteld: {sum(manifest.rows.values())} rijen. Iedereen moet opnieuw inloggen.")
    for task, count in afterwards.items():
        print(f"{task}: {count}")
    return 0


def _daily(options: argparse.Namespace) -> int:
    from .every_day import run

    outcomes = run(timezone.localdate(), with_backup=not options.zonder_reservekopie)
    for outcome in outcomes:
        print(f"{outcome.task}: {outcome.error or outcome.count}")
    return 1 if any(outcome.error for outcome in outcomes) else 0
