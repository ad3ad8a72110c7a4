"""A new Debian machine to install on: a folder, with processes and a network of its own that reaches nothing.

It has what `apt-get install` on the install page names and nothing of this checkout. Only systemd is not in it: a few
lines stand in for `systemctl`, which start a unit as its own file says.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

NEEDED = ("mmdebstrap", "unshare", "chroot", "ip", "apt-get")
LIST_OF_PACKAGES = re.compile(r"^apt-get install -y (.+)$", re.M)

SYSTEMCTL = r'''#!/usr/bin/python3
"""Stands in for systemd: starts what a unit file says, as it says."""
import os, pathlib, shlex, subprocess, sys

def start(unit):
    if unit.endswith(".timer"):
        assert pathlib.Path("/etc/systemd/system", unit).is_file(), unit
        return
    file = pathlib.Path("/etc/systemd/system", unit.removesuffix(".service") + ".service")
    if not file.is_file():  # a service of Debian's own
        subprocess.run(["/etc/init.d/" + unit, "start"], check=True)
        return
    said = dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line and line[0] != "#")
    settings = {}
    for line in pathlib.Path(said["EnvironmentFile"]).read_text().splitlines():
        if line and line[0] not in "#;":  # systemd knows remarks on lines of their own alone
            name, value = line.split("=", 1)
            settings[name] = "".join(shlex.split(value)) if value[:1] in "'\"" else value
    command = ["runuser", "-u", said["User"], "--", *shlex.split(said["ExecStart"])]
    log = open("/var/log/" + unit, "a")
    place = {"cwd": said["WorkingDirectory"], "stdout": log, "stderr": log, "umask": int(said["UMask"], 8)}
    process = subprocess.Popen(command, env={"PATH": os.environ["PATH"], **settings}, **place)
    if said.get("Type") == "oneshot" and process.wait():
        sys.exit(1)

words = [word for word in sys.argv[1:] if not word.startswith("-")]
if words[0] in ("enable", "start"):
    for unit in words[1:]:
        start(unit)
elif words[0] == "reload":
    subprocess.run(["/etc/init.d/" + words[1], "reload"], check=True)
'''

START = """set -eu
mount -t proc proc {root}/proc
mount -t tmpfs -o mode=1777 tmpfs {root}/dev/shm
ip link set lo up
exec chroot {root} /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
  PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels PIP_ROOT_USER_ACTION=ignore /bin/sh -c {script}
"""


def missing() -> list[str]:
    """What this computer lacks to make such a machine."""
    return [tool for tool in NEEDED if not shutil.which(tool)]


def new_machine(root: Path, page: str) -> None:
    """Debian 12 with the packages the page asks for, already fetched: the machine itself has no network."""
    names = LIST_OF_PACKAGES.search(page)
    assert names, "the page says what to install"
    packages = ",".join(["python3", *names[1].split()])
    # Beside it the files of the same release: without its index apt-get cannot say that all of it is there.
    made = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={packages}", "bookworm", str(root)]
    subprocess.run(made, check=True, capture_output=True)
    stand_in = root / "usr" / "local" / "bin" / "systemctl"
    stand_in.write_text(SYSTEMCTL)
    stand_in.chmod(0o755)
    (root / "etc" / "hosts").write_text("127.0.0.1 localhost veerkracht.example.nl\n")


def run_inside(root: Path, script: str, *, seconds: int) -> subprocess.CompletedProcess[str]:
    """One script, as root of that machine; whatever it started ends with it."""
    import shlex

    apart = ["unshare", "--net", "--pid", "--mount", "--fork", "--kill-child", "/bin/sh", "-c"]
    started = START.format(root=shlex.quote(str(root)), script=shlex.quote(script))
    return subprocess.run(
        [*apart, started], check=False, capture_output=True, text=True, timeout=seconds, errors="replace"
    )
