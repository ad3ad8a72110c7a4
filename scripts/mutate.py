"""Plant each fault of `mutants.toml` in a copy of the program and see whether the tests notice.

With words behind it only the mutants whose name or file holds one of them. Exit code 1 when one survives.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MUTANTS = ROOT / "scripts" / "mutants.toml"
LEDGERS = ["tests/money_oracle/test_two_ledgers.py"]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache"
)


def survives(mutant: dict[str, Any], copy: Path) -> bool:
    """Whether the tests pass with the fault in it; the copy is as it was afterwards."""
    path = copy / mutant["file"]
    text = path.read_text(encoding="utf-8")
    if text.count(mutant["old"]) != 1:
        sys.exit(
            f"{mutant['what']}: {mutant['old']!r} is {text.count(mutant['old'])} times in {mutant['file']}"
        )
    path.write_text(text.replace(mutant["old"], mutant["new"]), encoding="utf-8")
    try:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:randomly",
            *mutant.get("tests", LEDGERS),
        ]
        environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)
        return done.returncode == 0
    finally:
        path.write_text(text, encoding="utf-8")


def main(words: list[str]) -> int:
    mutants = tomllib.loads(MUTANTS.read_text(encoding="utf-8"))["mutant"]
    chosen = [m for m in mutants if not words or any(word in m["what"] + m["file"] for word in words)]
    left = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "program"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        for mutant in chosen:
            alive = survives(mutant, copy)
            left += alive
            sys.stdout.write(f"{'SURVIVED' if alive else 'caught  '} {mutant['what']}\n")
            sys.stdout.flush()
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
