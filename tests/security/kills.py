"""Kill -9 while somebody writes, again and again, and count what was acknowledged and is not there. DUR-01 and DUR-02.

usage, with the program's own settings: kills.py WRITERS SERVERS [STOP START]. WRITERS times the writer is killed,
SERVERS times the database server, with the two commands that kill and start it. Prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time

import django

django.setup()

from django.db import DatabaseError, connection, connections  # noqa: E402

from veerkracht.web.people import actions  # noqa: E402
from veerkracht.web.people.models import Account, Case, Municipality  # noqa: E402

LONGEST = 0.25  # seconds of writing between two kills


def write_until_killed(account_id: int, start: int, acknowledge: int) -> None:
    """Open one case after another; say its number only when the action returned."""
    account, number = Account.objects.get(pk=account_id), start
    while True:
        try:
            actions.open_case(by=account, first_name="Noor", last_name=f"{number:07}")
        except DatabaseError:
            os._exit(0)
        os.write(acknowledge, f"{number}\n".encode())
        number += 1


def one_kill(account_id: int, start: int, kill_server: list[str]) -> list[int]:
    """The numbers that were acknowledged before the kill."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_until_killed(account_id, start, writing)
    os.close(writing)
    select.select([reading], [], [], 30)  # the first one is written
    time.sleep(random.uniform(0, LONGEST))
    if kill_server:
        subprocess.run(kill_server, check=True)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        return [int(line) for line in said.read().splitlines()]


def main(writers: int, servers: int, stop: str = "", start: str = "") -> None:
    here = Municipality.objects.create(name="Gemeente Voorbeeld", slug="voorbeeld")
    peter = Account.objects.create(login="peter", name="Peter", role="klantmanager", municipality=here)
    acknowledged: list[int] = []
    for turn in range(writers + servers):
        is_server = turn >= writers
        acknowledged += one_kill(peter.pk, (turn + 1) * 10_000, stop.split() if is_server else [])
        if is_server:
            subprocess.run(start.split(), check=True, stdout=subprocess.DEVNULL)
    stored = {int(name) for name in Case.objects.values_list("last_name", flat=True)}
    integrity = "ok"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            integrity = cursor.fetchone()[0]
    lost = sorted(set(acknowledged) - stored)
    found = {"acknowledged": len(acknowledged), "lost": lost, "integrity": integrity}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
