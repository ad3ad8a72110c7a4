"""What a first and a repeated visit to each of her pages weighs, compressed as it is served, and in how many requests.

Bounds: a first visit at most 25 kB and 5 requests, a repeated one at most 10 kB. Run by `make bench` on the demo
municipality; fails when a page is over. A page weighs its HTML, and every file it names the first time.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
import sys
import tempfile

HOME = tempfile.mkdtemp(prefix="veerkracht-bench-")
os.environ |= {"VEERKRACHT_HOME": HOME, "VEERKRACHT_DEMO": "1"}
os.environ["DJANGO_SETTINGS_MODULE"] = "veerkracht.web.config.settings"

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.staticfiles import finders  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from veerkracht.web.config.demo.load import load  # noqa: E402
from veerkracht.web.people.models import Account  # noqa: E402

PAGES = "start plan money week around more closing talks about contact looked changes news own_plan strengths notes"
MOST_FIRST, MOST_REPEATED, MOST_REQUESTS = 25_000, 10_000, 5


def main() -> int:
    logging.disable(logging.CRITICAL)
    from django.urls import reverse

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    load(timezone.localdate())
    browser, over = Client(SERVER_NAME="localhost"), []
    browser.force_login(Account.objects.get(login="samira"))
    print(f"{'page':12} {'first kB':>9} {'repeat kB':>10} {'requests':>9}")
    for name in PAGES.split():
        answer = browser.get(reverse(f"mine:{name}"))
        assert answer.status_code == 200, name
        html = answer.content
        files = set(re.findall(r'(?:href|src)="/?static/([^"]+)"', html.decode()))
        repeated = len(gzip.compress(html, 9))
        first = repeated + sum(len(gzip.compress(_content(file), 9)) for file in files)
        requests = 1 + len(files)
        print(f"{name:12} {first / 1000:9.1f} {repeated / 1000:10.1f} {requests:9}")
        if first > MOST_FIRST or repeated > MOST_REPEATED or requests > MOST_REQUESTS:
            over.append(name)
    print(f"over the bounds: {', '.join(over) or 'none'}")
    return 1 if over else 0


def _content(file: str) -> bytes:
    path = finders.find(file)
    assert path, file
    with open(path, "rb") as opened:  # noqa: PTH123
        return opened.read()


if __name__ == "__main__":
    sys.exit(main())
