"""`veerkracht web …`: serve the program, run the demo, or any of Django's own commands."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str]) -> int:
    """`serve` and `demo` start the server, `backup`, `restore` and `daily` keep what is stored, the rest is Django."""
    if arguments[:1] == ["demo"]:
        os.environ.setdefault("VEERKRACHT_DEMO", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veerkracht.web.config.settings")
    if arguments[:1] in (["serve"], ["demo"]):
        from veerkracht.web.config.serve import serve

        return serve(demo=arguments[0] == "demo")
    if arguments[:1] in (["backup"], ["restore"], ["daily"]):
        from veerkracht.web.config.keeping.command import run

        return run(arguments)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["veerkracht web", *(arguments or ["help"])])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
