"""Must show 1: the lines of docs/operations/install.md, as they stand, on a new machine, to two people logged in."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import ROOT
from .machine import missing, new_machine, run_inside

PAGE = (ROOT / "docs" / "operations" / "install.md").read_text()
FRAME = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)
SECOND_YES = re.compile(r"^ *(veerkracht web second_yes .+)$", re.M)
MOST_MINUTES = 15

pytestmark = pytest.mark.skipif(
    bool(missing()) or os.geteuid() != 0,
    reason=f"no new Debian machine can be made here ({missing() or 'not root'}): the install page was NOT tried",
)


@pytest.fixture(scope="module")
def machine(command: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """With what `make build` makes in /root/dist, and the locked packages beside it: downloads are not counted."""
    root = tmp_path_factory.mktemp("machine") / "root"
    new_machine(root, PAGE)
    dist = root / "root" / "dist"
    dist.mkdir()
    wheel = next(command.parents[2].glob("*.whl"))
    units, nginx = (ROOT / "packaging" / "systemd").iterdir(), (ROOT / "packaging" / "nginx").iterdir()
    for file in (wheel, ROOT / "requirements.lock", *units, *nginx):
        shutil.copy(file, dist)
    wheels = [
        "download",
        "--quiet",
        "--only-binary=:all:",
        "--require-hashes",
        "--dest",
        str(root / "wheels"),
    ]
    pip = [sys.executable, "-m", "pip", *wheels, "-r", str(ROOT / "requirements.lock")]
    subprocess.run(pip, check=True, capture_output=True)
    ours = root / "drill" / "installed"
    ours.mkdir(parents=True)
    for name in ("__init__", "browsing", "logging_in", "people"):
        shutil.copy(Path(__file__).with_name(f"{name}.py"), ours)
    yield root
    shutil.rmtree(root, ignore_errors=True)


def script_of_the_page() -> str:
    """Every frame in order; what the first account's line prints is kept for the sixth step."""
    frames = FRAME.findall(PAGE)
    assert len(frames) == 5, "one for each step that is done at the server"
    lines = "\n".join(frames)
    (first,) = re.findall(r"^veerkracht web first_account .+$", lines, re.M)
    return lines.replace(first, f"{first} > /root/codes")


WAIT = """
for turn in $(seq 60); do
  /opt/veerkracht/bin/python -c "import socket; socket.create_connection(('127.0.0.1', 8000))" 2>/dev/null && break
  sleep 1
done
"""
CERTIFICATE = "/etc/veerkracht/certificate.pem"
VISIT = f"cd /drill && /opt/veerkracht/bin/python -m installed.people https://$site {CERTIFICATE} /root/codes"
AFTER = """
systemctl start veerkracht-daily.service
ls -l /var/lib/veerkracht/backup /etc/veerkracht /var/log/veerkracht >&2
cat /var/log/veerkracht >&2
echo
"""


def test_the_page_ends_in_two_people_logged_in_over_tls(
    machine: Path, record_property: Callable[[str, object], None]
) -> None:
    (second_yes,) = SECOND_YES.findall(FRAME.sub("", PAGE))
    people = f"{VISIT} '{second_yes}' > /root/ended"
    script = "\n".join(
        ["set -eu", "cd /root/dist", script_of_the_page(), WAIT, people, AFTER, "cat /root/ended"]
    )
    began = time.monotonic()
    ran = run_inside(machine, script, seconds=MOST_MINUTES * 60)
    took = time.monotonic() - began
    log = machine / "var" / "log" / "veerkracht"
    assert ran.returncode == 0, (
        f"{ran.stdout[-3000:]}\n{ran.stderr[-6000:]}\n{log.read_text() if log.exists() else ''}"
    )
    assert json.loads(ran.stdout.splitlines()[-1]) == {
        "klantmanager": 200,
        "mother": [200, "/mijn/"],
        "mother at the list of cases": 404,
        "health": 200,
        "without a log-in": "/inloggen/",
    }
    backups = list((machine / "var/lib/veerkracht/backup").iterdir())
    assert len(backups) == 1 and backups[0].stat().st_mode & 0o077 == 0
    secrets = machine / "etc/veerkracht/environment"
    assert secrets.stat().st_mode & 0o007 == 0, "nobody else reads the keys"
    assert took < MOST_MINUTES * 60
    record_property("seconds", round(took))
    sys.stderr.write(f"the install page took {took:.0f} seconds\n")
