"""The program as a bench part asks it for pages: production settings, a database of its own, hashed static files.

Imported before anything of Django; `ready()` once, before the first request.
"""

from __future__ import annotations

import base64
import logging
import os
import tempfile
import warnings
from pathlib import Path

HOME = tempfile.mkdtemp(prefix="veerkracht-bench-")


def _key(purpose: str) -> str:
    return base64.urlsafe_b64encode(f"only-for-{purpose}".encode().ljust(32, b"0")[:32]).decode()


os.environ |= {
    "VEERKRACHT_HOME": HOME,
    "SECRET_KEY": "bench-" + "0" * 50,
    "FIELD_KEYS": _key("fields"),
    "SIGNAL_KEYS": _key("signals"),
    "FIGURES_KEY": _key("figures"),
    "HTTPS": "0",
    "DATABASE_URL": f"sqlite:///{Path(HOME) / 'bench.sqlite3'}",
    "DJANGO_SETTINGS_MODULE": "veerkracht.web.config.settings",
}

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

from veerkracht.web.people.models import Account  # noqa: E402


def ready() -> None:
    """Tables and static files, as an installed program has them; one connection, as all runs in one process."""
    logging.disable(logging.CRITICAL)
    warnings.filterwarnings("ignore", message="No directory at")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    connections["journal"] = connections["default"]


def client_of(account: Account) -> Client:
    """A browser in which this person is logged in."""
    client = Client(headers={"host": "localhost"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client
