"""The source of the house as syntax trees: what every guard of this folder reads.

A guard is a function of a folder that answers with a list of sentences, each naming a file and a line. So the same
guard runs over the house and over a small folder in which a test planted a hole.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"


@dataclass(frozen=True)
class Module:
    """One Python file of the program, its tests and migrations left out."""

    path: Path
    name: str  # veerkracht.web.plan.views.promises; a package is named without __init__
    text: str
    tree: ast.Module

    @property
    def rooms(self) -> list[str]:
        """The parts of the name under `veerkracht`."""
        return self.name.split(".")[1:]

    @property
    def capability(self) -> str:
        """The folder under `web` it stands in, "" outside of web."""
        return self.rooms[1] if self.rooms[:1] == ["web"] and len(self.rooms) > 1 else ""

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


@dataclass(frozen=True)
class Imported:
    """One name that comes in: `from module import name`, or `import module` with an empty name."""

    module: str
    name: str
    node: ast.AST


@cache
def modules(source: Path = SOURCE) -> tuple[Module, ...]:
    """All modules of the program under this folder, by name."""
    files = sorted(p for p in source.rglob("*.py") if not {"tests", "migrations"} & set(p.parts))
    return tuple(_module(path, source) for path in files if path.name != "conftest.py")


def _module(path: Path, source: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(source).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(path=path, name=name, text=text, tree=ast.parse(text, str(path)))


def imports(module: Module, known: Mapping[str, Module]) -> Iterator[Imported]:
    """Every import of a module, wherever it stands in it, with relative ones spelled out.

    `from . import queries` is the module `queries` when there is one, and a name of the package otherwise.
    """
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Imported(alias.name, "", node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _start(module, node)
            for alias in node.names:
                inner = f"{start}.{alias.name}"
                yield Imported(inner, "", node) if inner in known else Imported(start, alias.name, node)


def _start(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    up = node.level - (module.path.name == "__init__.py")
    above = package[: len(package) - up]
    return ".".join([*above, node.module] if node.module else above)
