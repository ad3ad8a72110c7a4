"""The `veerkracht` command: one word chooses a part of the program, which reads the rest of the line.

Each part has a module with `main(arguments) -> exit code`; it is imported only when asked for,
so that `veerkracht calculate` never loads Django and the web process never loads a solver.
"""

from __future__ import annotations

import importlib
import sys

COMMANDS = {
    "calculate": ("veerkracht.commands.calculate", "amounts for one household, or a file of them"),
    "months": ("veerkracht.commands.months", "which payment comes on which day, and what can be arranged"),
    "week": ("veerkracht.commands.week", "which hours fit in a care week"),
    "levers": ("veerkracht.commands.levers", "what each change in the system is worth, in hours and euros"),
    "simulate": ("veerkracht.commands.simulate", "many households before and after a reform"),
    "web": ("veerkracht.web.command", "the web program: serve, demo, migrate and Django's own commands"),
}


def usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {says}" for name, (_, says) in COMMANDS.items()]
    return "\n".join(["usage: veerkracht COMMAND …", "", *lines])


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 2 with one sentence on stderr for a mistake in the input."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    if name in ("", "-h", "--help"):
        print(usage())
        return 0 if name else 2
    if name not in COMMANDS:
        print(f"veerkracht: there is no command {name!r}.\n{usage()}", file=sys.stderr)
        return 2
    module = importlib.import_module(COMMANDS[name][0])
    return int(module.main(rest))


if __name__ == "__main__":
    sys.exit(main())
