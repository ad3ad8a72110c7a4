"""DUR-05: disk full, read-only, locked, server killed: never a false "saved", her text on the page, and it goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .faults import WISH
from .test_durability import own_settings
from .test_kills import Cluster, cluster  # noqa: F401 - a fixture

SCRIPT = Path(__file__).with_name("faults.py")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = (
        os.geteuid() == 0
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=40m", "veerkracht-test", str(place)],
            check=False,
            capture_output=True,
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("no disk can be mounted here: a full and a read-only disk were NOT tried")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def broken_and_mended(settings: dict[str, str], break_it: str, mend_it: str) -> dict[str, Any]:
    migrate = [sys.executable, "-m", "veerkracht.web.command", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=settings, check=True)
    run = [sys.executable, "-W", "ignore", str(SCRIPT), break_it, mend_it]
    done = subprocess.run(run, env=settings, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def check(told: dict[str, Any], says: str) -> None:
    assert told["opened"] == 200
    assert told["saved"] == 503 and WISH in told["page"] and says in told["page"], told["page"][:3000]
    assert told["looked"] == 503
    assert told["health"][0] == 503, told["health"]
    assert WISH not in told["stored_broken"], "not stored, and not called stored"
    assert told["again"] == 302 and told["stored"] == [WISH]


@pytest.mark.one_database
def test_a_full_disk(small_disk: Path) -> None:
    told = broken_and_mended(
        own_settings(small_disk),
        f"head -c 100m /dev/zero > {small_disk}/full 2>/dev/null || true",
        f"rm {small_disk}/full",
    )
    check(told, "de schijf is vol")
    assert told["health"][1]["disk"] == "full"


@pytest.mark.one_database
def test_a_disk_that_became_read_only(small_disk: Path) -> None:
    told = broken_and_mended(
        own_settings(small_disk), f"mount -o remount,ro {small_disk}", f"mount -o remount,rw {small_disk}"
    )
    # SQLite cannot even open its log there, and says no more than that.
    check(told, "niet bereikbaar")
    assert told["health"][1]["disk"] == "read-only"


@pytest.mark.one_database
def test_a_database_that_another_program_locks(tmp_path: Path) -> None:
    holder = (
        f"import sqlite3, time; d = sqlite3.connect('{tmp_path}/veerkracht.sqlite3'); "
        "d.execute('BEGIN IMMEDIATE'); time.sleep(600)"
    )
    told = broken_and_mended(
        own_settings(tmp_path),
        f'{sys.executable} -c "{holder}" >/dev/null 2>&1 & echo $!; sleep 2',
        "kill {}; sleep 1",
    )
    check(told, "met iets anders bezig")
    assert told["health"][1]["writing"] == "locked"


def test_a_database_server_that_was_killed(cluster: Cluster, tmp_path: Path) -> None:  # noqa: F811
    told = broken_and_mended(
        own_settings(tmp_path) | {"DATABASE_URL": cluster.url}, cluster.kill, cluster.start
    )
    check(told, "niet bereikbaar")
    assert told["health"][1]["database"] == "unreachable"
