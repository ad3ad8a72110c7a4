"""Runs of `veerkracht simulate` beside the web: a process of its own writes what it finds into a folder.

The web process never loads the compiler. The same reform on the same rules and figures is run once; what came out is
of nobody, so everyone may see it. A process gets nothing of the web's settings.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings

import veerkracht
from veerkracht.population.reforms.reading import PopulationReform, as_toml
from veerkracht.population.synthetic.figures import fingerprint

HOUSEHOLDS = 20_000
FAMILIES = 2_000
DAY = dt.date(2026, 3, 1)
RULES = ("law", "week", "levers", "population", "disclosure")
PASSED_ON = ("PATH", "HOME", "XDG_CACHE_HOME", "PYTHONPATH", "LANG")
ABSENT, RUNNING, DONE, FAILED = "absent", "running", "done", "failed"


@dataclass(frozen=True, kw_only=True)
class Calculation:
    """What is asked of `veerkracht simulate`: a name for its folder, the arguments, over how many, and of what."""

    name: str
    arguments: tuple[str, ...]
    size: int
    definition: str = ""


@dataclass(frozen=True, kw_only=True)
class ReformRun:
    """How far a run is, in households, and what came out."""

    state: str
    done: int = 0
    outcome: dict[str, Any] | None = None


@lru_cache(maxsize=1)
def rules_mark() -> str:
    """The hash of every rule, number and figure: another version of the program has runs of its own."""
    digest = hashlib.sha256(fingerprint().encode())
    home = Path(veerkracht.__file__).parent
    for file in sorted(
        [each for folder in RULES for kind in ("py", "toml") for each in home.glob(f"{folder}/**/*.{kind}")]
    ):
        if "tests" not in file.parts:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def of_reform(reform: PopulationReform) -> Calculation:
    return Calculation(
        name=reform.name, arguments=("--reform", reform.name), size=HOUSEHOLDS, definition=as_toml(reform)
    )


def of_levers() -> Calculation:
    """What a municipality can change, over invented families with care weeks."""
    return Calculation(name="hefbomen", arguments=("--levers",), size=FAMILIES)


def folder_of(asked: Calculation) -> Path:
    mark = hashlib.sha256(f"{rules_mark()} {asked.size} {asked.definition}".encode()).hexdigest()[:12]
    return Path(settings.HOME) / "simulations" / f"{asked.name}-{mark}"


def run_of(asked: Calculation) -> ReformRun:
    """What is known of a run by its folder alone."""
    folder = folder_of(asked)
    if not (folder / "process").exists():
        return ReformRun(state=ABSENT)
    try:
        outcome = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ReformRun(state=RUNNING if is_alive(folder) else FAILED, done=progress_in(folder))
    return ReformRun(state=DONE, done=asked.size, outcome=outcome)


def progress_in(folder: Path) -> int:
    try:
        counted = re.findall(r"(\d+) van \d+", (folder / "progress").read_text(encoding="utf-8"))
    except OSError:
        return 0
    return int(counted[-1]) if counted else 0


def is_alive(folder: Path) -> bool:
    try:
        os.kill(int((folder / "process").read_text()), 0)
    except (OSError, ValueError):
        return False
    return True


def is_possible() -> bool:
    """Whether what a run needs is installed here."""
    return all(find_spec(name) for name in ("numba", "pyarrow", "dask"))


def is_busy() -> bool:
    """One run at a time: two cores are there for the people at work."""
    home = Path(settings.HOME) / "simulations"
    return any(is_alive(file.parent) for file in home.glob("*/process"))


def launch(asked: Calculation) -> None:
    """Start a run in a process of its own, and take its number."""
    folder = folder_of(asked)
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        "simulate",
        "--households",
        str(asked.size),
        "--date",
        DAY.isoformat(),
        *asked.arguments,
        "--json",
    ]
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    with (folder / "outcome.json").open("wb") as outcome, (folder / "progress").open("wb") as progress:
        process = subprocess.Popen(
            [sys.executable, "-m", "veerkracht.cli", *command],
            stdout=outcome,
            stderr=progress,
            env={**passed, "NUMBA_NUM_THREADS": "1"},
            start_new_session=True,
        )
    (folder / "process").write_text(str(process.pid))
    threading.Thread(target=process.wait, daemon=True).start()
