"""DUR-01, DUR-02: whatever is killed while people write, nothing that was called saved is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .test_durability import own_settings

SCRIPT = Path(__file__).with_name("kills.py")
POSTGRESQL = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]


def kills(settings: dict[str, str], *arguments: str) -> dict[str, object]:
    migrate = [sys.executable, "-m", "veerkracht.web.command", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=settings, check=True)
    run = [sys.executable, str(SCRIPT), *arguments]
    done = subprocess.run(run, env=settings, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.one_database
@pytest.mark.parametrize("times", [8, pytest.param(500, marks=pytest.mark.long)])
def test_a_killed_writer_loses_nothing_on_sqlite(times: int, tmp_path: Path) -> None:
    found = kills(own_settings(tmp_path), str(times), "0")
    assert found["lost"] == [] and found["integrity"] == "ok"
    assert found["acknowledged"] >= times, "each writer had written something"


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL of this test alone; it does not run as root."""

    url: str
    kill: str
    start: str


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if not POSTGRESQL or os.geteuid() != 0 or not shutil.which("runuser"):
        pytest.skip("no PostgreSQL to start and kill here: DUR-02 was NOT tried")
    place, tools, port = Path("/tmp") / f"kills-{os.getpid()}", POSTGRESQL[0], 54400 + os.getpid() % 500
    place.mkdir(mode=0o755)
    shutil.chown(place, "postgres", "postgres")
    as_postgres = ["runuser", "-u", "postgres", "--"]
    data = place / "data"
    make = [*as_postgres, str(tools / "initdb"), "-D", str(data), "-A", "trust", "-U", "veerkracht"]
    subprocess.run(make, check=True, capture_output=True)
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(
            f"port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{place}'\n"
        )
    start = place / "start"
    pg_ctl = f"runuser -u postgres -- {tools}/pg_ctl -D {data} -l {place}/log -w -t 60 start"
    # What was killed may live on for a moment, and its memory with it.
    start.write_text(
        f"#!/bin/sh\nfor turn in 1 2 3 4 5 6 7 8 9; do {pg_ctl} && exit; sleep 1; done\nexit 1\n"
    )
    kill = place / "kill"
    # The postmaster and all its processes in one blow; shared memory is left as it was.
    kill.write_text(
        f"#!/bin/sh\npid=$(head -1 {data}/postmaster.pid)\nkill -9 $pid $(pgrep -P $pid)\nsleep 0.2\n"
    )
    for script in (start, kill):
        script.chmod(0o755)
    subprocess.run([str(start)], check=True, stdout=subprocess.DEVNULL)
    yield Cluster(f"postgres://veerkracht@127.0.0.1:{port}/postgres", str(kill), str(start))
    stop = [*as_postgres, str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
    subprocess.run(stop, check=False, capture_output=True)
    shutil.rmtree(place)


@pytest.mark.parametrize(("writers", "servers"), [(4, 2), pytest.param(140, 60, marks=pytest.mark.long)])
def test_a_killed_writer_or_server_loses_nothing_on_postgresql(
    writers: int, servers: int, cluster: Cluster, tmp_path: Path
) -> None:
    settings = own_settings(tmp_path) | {"DATABASE_URL": cluster.url}
    found = kills(settings, str(writers), str(servers), cluster.kill, cluster.start)
    assert found["lost"] == []
    assert found["acknowledged"] >= writers + servers
