"""The arrows between packages and capabilities hold; a planted import or folder breaks the build by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, SOURCE, modules


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin"},
    )


@pytest.fixture
def bare_house(tmp_path: Path) -> Path:
    """The rooms without furniture: every package of two floors deep, each file empty, and the contracts."""
    for module in modules():
        file = tmp_path / "src" / module.path.relative_to(SOURCE)
        if len(module.rooms) <= 3:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(root: Path, file: str, line: str) -> None:
    planted = root / "src" / "veerkracht" / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    (planted.parent / "__init__.py").touch()
    planted.write_text(line)


def test_the_arrows_hold() -> None:
    linted = lint(ROOT)
    assert linted.returncode == 0, linted.stdout


def test_the_bare_house_holds(bare_house: Path) -> None:
    linted = lint(bare_house)
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("file", "line", "named"),
    [
        ("law/catalogue.py", "import django", "veerkracht.law is not allowed to import django"),
        ("week/family.py", "import veerkracht.money", "veerkracht.week.family"),
        ("method/library.py", "import numpy", "veerkracht.method is not allowed to import numpy"),
        ("web/people/queries.py", "import veerkracht.web.plan.queries", "veerkracht.web.people.queries"),
        ("web/hello/views.py", "import veerkracht.web.map.models", "veerkracht.web.hello"),
        ("levies/rules.py", "", "veerkracht.levies"),
    ],
)
def test_a_planted_import_or_folder_is_named(bare_house: Path, file: str, line: str, named: str) -> None:
    plant(bare_house, file, line)
    linted = lint(bare_house)
    assert linted.returncode != 0
    assert named in linted.stdout
