"""CON-04: twenty mothers who save without a pause for a minute, at a server as a municipality starts it.

Asked: nobody refused, a 95th percentile under 1.5 s, and every save that was called saved is there. Peer: one mother
alone, a sixth of the time. SQLite, or the empty PostgreSQL of DATABASE_URL. usage: run.py [SECONDS] [WRITERS]. Times
hang on what else the machine does: its load stands beside them. Fails when a save is lost or refused.
"""

from __future__ import annotations

import base64
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

HOME = tempfile.mkdtemp(prefix="veerkracht-bench-")
PORT = 8765
KEYS = ("FIELD_KEYS", "SIGNAL_KEYS", "FIGURES_KEY")
os.environ |= {
    "VEERKRACHT_HOME": HOME,
    "SECRET_KEY": "bench-0123456789-" + "abcdef" * 8,
    "HTTPS": "0",
    "PORT": str(PORT),
}
os.environ |= {key: base64.urlsafe_b64encode(os.urandom(32)).decode() for key in KEYS}
os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(HOME) / 'bench.sqlite3'}")
os.environ["DJANGO_SETTINGS_MODULE"] = "veerkracht.web.config.settings"

import django  # noqa: E402

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from veerkracht.web.people.models import Account, Case, Household, Municipality  # noqa: E402
from veerkracht.web.people.session_store import SessionStore  # noqa: E402
from veerkracht.web.plan.models import Plan  # noqa: E402

TOKEN = "t" * 32
VERSION = re.compile(r'name="seen_version" value="(\d+)"')
MOST_SECONDS = 1.5


@dataclass
class Writer:
    """One mother, her browser, and what the server told her."""

    case: Case
    session: str
    seconds: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    saved: str = ""

    def open_form(self) -> None:
        """Not part of the time: the first page of a server that just came up is slow."""
        self.server = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        self.address = reverse("plan:wish", args=[self.case.public_id])
        self.cookies = {"Cookie": f"sessie={self.session}; csrftoken={TOKEN}"}
        self.server.request("GET", self.address, headers=self.cookies)
        page = self.server.getresponse()
        seen = VERSION.search(page.read().decode())
        assert seen, f"{self.address} answers {page.status}"
        self.version = int(seen[1])
        self.server.close()  # the server would end a connection that waits for the other writers

    def write(self, until: float) -> None:
        form = self.cookies | {"Content-Type": "application/x-www-form-urlencoded"}
        while time.monotonic() < until:
            wish = f"Wens nummer {self.version}"
            fields = {"wish": wish, "seen_version": self.version, "csrfmiddlewaretoken": TOKEN}
            began = time.monotonic()
            self.server.request("POST", self.address, urllib.parse.urlencode(fields), form)
            answer = self.server.getresponse()
            answer.read()
            self.seconds.append(time.monotonic() - began)
            if answer.status == 302:
                self.version, self.saved = self.version + 1, wish
            else:
                self.refused.append(answer.status)


def logged_in(account: Account) -> str:
    session, now = SessionStore(), timezone.now().timestamp()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["seen"] = session["since"] = now
    session.save()
    return str(session.session_key)


def mothers(number: int) -> list[Writer]:
    here = Municipality.objects.create(name="Gemeente Voorbeeld", slug="voorbeeld")
    found = []
    for turn in range(number):
        account = Account.objects.create(login=f"ouder{turn}", name="Noor", role="moeder", municipality=here)
        household = Household.objects.create(municipality=here)
        case = Case.objects.create(municipality=here, household=household, account=account, first_name="Noor")
        found.append(Writer(case, logged_in(account)))
    return found


def write_together(writers: list[Writer], seconds: float) -> list[float]:
    for writer in writers:
        writer.seconds.clear()
        writer.open_form()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=writer.write, args=(until,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(second for writer in writers for second in writer.seconds)


def line(name: str, times: list[float], seconds: float) -> str:
    middle, late = statistics.median(times), times[int(len(times) * 0.95) - 1]
    rate = len(times) / seconds
    milliseconds = "".join(f"{second * 1000:>9.0f} ms" for second in (middle, late, times[-1]))
    return f"{name:<16}{len(times):>8}{rate:>10.1f}/s{milliseconds}"


def main(seconds: float = 60, number: int = 20) -> int:
    call_command("migrate", verbosity=0)
    writers = mothers(number)
    server = subprocess.Popen(
        [sys.executable, "-m", "veerkracht.cli", "web", "serve"],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_server()
        print(f"{'writers':<16}{'saves':>8}{'':>12}{'median':>12}{'p95':>12}{'longest':>12}")
        print(line("1", write_together(writers[:1], seconds / 6), seconds / 6))
        together = write_together(writers, seconds)
        print(line(str(number), together, seconds), f"  load of the machine {os.getloadavg()[0]:.1f}")
    finally:
        server.terminate()
        server.wait(30)
    refused = [status for writer in writers for status in writer.refused]
    stored = dict(Plan.objects.values_list("case_id", "wish"))
    lost = [writer.saved for writer in writers if stored.get(writer.case.pk) != writer.saved]
    late = together[int(len(together) * 0.95) - 1]
    verdict = "under" if late < MOST_SECONDS else "OVER"
    print(f"refused {len(refused)}, last save of each lost {len(lost)}, p95 {verdict} 1.5 s")
    return 1 if refused or lost else 0


def wait_for_server() -> None:
    end = time.monotonic() + 180
    while time.monotonic() < end:
        try:
            server = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
            server.request("GET", "/klaar")
            if server.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not come up")


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:2]), *map(int, sys.argv[2:3])))
