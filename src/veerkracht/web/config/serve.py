"""Start the server: prepare the database, load the demo municipality when asked, and answer requests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

THREADS = 8


def serve(*, demo: bool) -> int:
    """Serve on 127.0.0.1 (HOST, PORT in the environment); Ctrl-C stops it. Returns the exit code."""
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    django.setup()
    if demo:
        from .demo.load import load_once

        call_command("migrate", verbosity=0)
        load_once()
        _say(f"Veerkracht draait op http://{host}:{port}/demo – kies daar wie u bent. Ctrl-C stopt.")
        _say(_who())
    from waitress import serve as listen

    from .wsgi import application

    try:
        listen(application, host=host, port=int(port), threads=THREADS, ident=None)
    except KeyboardInterrupt:
        pass
    except OSError as error:
        print(
            f"Poort {port} is bezet. Kies een andere: PORT=8001 make demo ({error.strerror}).",
            file=sys.stderr,
        )
        return 1
    return 0


def _who() -> str:
    from veerkracht.web.people.queries import demo_groups

    return "\n".join(f"  {one.name:<26} {one.sub}" for group in demo_groups() for one in group.people)


def _say(text: str) -> None:
    print(text, flush=True)
