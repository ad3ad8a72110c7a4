"""Start the server: check the database, prepare the static files, and answer requests.

Production is gunicorn, behind a proxy that ends TLS. Where there is no fork (Windows) waitress takes its place.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command

THREADS = 8


def serve(*, demo: bool) -> int:
    """Serve on 127.0.0.1 (HOST, PORT in the environment); Ctrl-C stops it. Returns the exit code."""
    from .keeping.archive import Unusable
    from .keeping.backup import among_others

    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    django.setup()
    if demo:
        from .demo.load import NotADemoDatabase, load_once

        try:
            load_once()
        except NotADemoDatabase as error:
            return _refuse(str(error))
        _say(f"Veerkracht draait op http://{host}:{port}/demo – kies daar wie u bent. Ctrl-C stopt.")
        _say(_who())
    elif why := not_ready():
        return _refuse(why)
    call_command("collectstatic", "--noinput", verbosity=0)
    try:
        with among_others():
            _listen(host=host, port=port)
    except Unusable as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        pass
    except OSError as error:
        return _refuse(f"Poort {port} is bezet. Kies een andere: PORT=8001 make demo ({error.strerror}).")
    return 0


def not_ready() -> str:
    """Why this database cannot be served yet, in one sentence with the command that mends it; empty when it can."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from veerkracht.web.record.durability import weaknesses
    from veerkracht.web.ui.house_style.folder import why_refused

    from .keeping.backup import unknown_migrations

    if why := why_refused():
        return f"De huisstijl (HOUSE_STYLE) kan zo niet: {why}"
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        newer = unknown_migrations()
        unsafe = weaknesses()
    except DatabaseError:
        return "De database antwoordt niet. Kijk of DATABASE_URL klopt en of de databaseserver draait."
    finally:
        connection.close()
    if newer:
        return (
            "De database is al van een nieuwere versie van Veerkracht. Installeer die, of zet de reservekopie terug "
            "die voor de overstap is gemaakt."
        )
    if unsafe:
        return "De database kan kwijtraken wat bewaard is. " + " ".join(unsafe)
    if not waiting:
        return ""
    return (
        f"De database hoort bij een andere versie: {len(waiting)} stappen zijn nog niet gedaan. "
        "Maak eerst een reservekopie en geef dan: veerkracht web migrate"
    )


def _listen(*, host: str, port: int) -> None:
    if not hasattr(os, "fork"):
        from waitress import serve as listen

        from .wsgi import application

        proxy: dict[str, Any] = {}
        if settings.BEHIND_PROXY:
            # Waitress takes one address, and clears what any other one says about itself.
            first = settings.PROXY_ADDRESSES.split(",")[0]
            proxy = {"trusted_proxy": first, "trusted_proxy_headers": {"x-forwarded-proto"}}
        listen(application, host=host, port=port, threads=THREADS, ident=None, **proxy)
        return
    _gunicorn(gunicorn_options(host=host, port=port))


def gunicorn_options(*, host: str, port: int) -> dict[str, Any]:
    """One process of threads on SQLite, where the writers of one process wait in a row; more of them otherwise."""
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    return {
        "bind": f"{host}:{port}",
        "workers": 1 if on_sqlite else settings.WEB_WORKERS,
        "threads": THREADS,
        "worker_class": "gthread",
        "timeout": 60,
        "graceful_timeout": 20,
        "max_requests": 0 if on_sqlite else 5_000,
        "max_requests_jitter": 500,
        # Only these may tell that a request came over TLS; nobody when there is no proxy.
        "forwarded_allow_ips": settings.PROXY_ADDRESSES if settings.BEHIND_PROXY else "",
        "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"},
        "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,
        # gunicorn's own access line would hold paths with a case in them; the program writes one of its own.
        "accesslog": None,
        "loglevel": "warning",
    }


def _gunicorn(options: dict[str, Any]) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from .wsgi import application

            return application

    Server().run()


def _who() -> str:
    from veerkracht.web.people.queries import demo_groups

    return "\n".join(f"  {one.name:<26} {one.sub}" for group in demo_groups() for one in group.people)


def _say(text: str) -> None:
    print(text, flush=True)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
