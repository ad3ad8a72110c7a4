"""The arrows between packages and capabilities hold; a planted import breaks the build by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin"},
    )


def test_the_arrows_hold() -> None:
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    ("file", "line", "named"),
    [
        ("law/catalogue.py", "import django", "veerkracht.law is not allowed to import django"),
        ("week/family.py", "import veerkracht.money", "veerkracht.week.family"),
        ("method/library.py", "import numpy", "veerkracht.method is not allowed to import numpy"),
        ("web/people/queries.py", "import veerkracht.web.plan.queries", "veerkracht.web.people.queries"),
    ],
)
def test_a_planted_import_is_named(tmp_path: Path, file: str, line: str, named: str) -> None:
    ignore = shutil.ignore_patterns("static", "fonts", "tests", "__pycache__")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "src" / "veerkracht" / file
    planted.write_text(f"{line}\n{planted.read_text()}".replace("from __future__", "from __future__", 1))
    found = lint(tmp_path)
    assert found.returncode != 0
    assert named in found.stdout
