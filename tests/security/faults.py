"""Break what the database stands on while somebody saves; used by test_faults.py in a process of its own.

usage: faults.py BREAK MEND, two shell commands. Says in JSON what she saw meanwhile, and what stood there after.
"""

from __future__ import annotations

import json
import subprocess
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from veerkracht.web.people.models import Account, Case, Household, Municipality  # noqa: E402
from veerkracht.web.plan.models import Plan  # noqa: E402

WISH = "Ik wil koken op een school, met een rooster dat past."


def main(break_it: str, mend_it: str) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    here = Municipality.objects.create(name="Gemeente Voorbeeld", slug="voorbeeld")
    samira = Account.objects.create(login="samira", name="Samira", role="moeder", municipality=here)
    household = Household.objects.create(municipality=here)
    case = Case.objects.create(municipality=here, household=household, account=samira, first_name="Samira")
    browser = Client(raise_request_exception=False)
    browser.force_login(samira)
    url = reverse("plan:wish", args=[case.public_id])
    opened = browser.get(url, secure=True)
    version = Plan.objects.get(case=case).version if Plan.objects.filter(case=case).exists() else 1
    sent = {"wish": WISH, "seen_version": str(version)}
    connections.close_all()
    breaking = subprocess.run(break_it, shell=True, check=True, capture_output=True, text=True)  # noqa: S602
    saved = browser.post(url, sent, secure=True)
    looked = browser.get(url, secure=True)
    health = browser.get("/gezond", secure=True)
    connections.close_all()
    subprocess.run(mend_it.format(breaking.stdout.strip()), shell=True, check=True, capture_output=True)  # noqa: S602
    before = list(Plan.objects.values_list("wish", flat=True))
    again = browser.post(url, sent, secure=True)
    told = {
        "opened": opened.status_code,
        "saved": saved.status_code,
        "page": saved.content.decode(),
        "looked": looked.status_code,
        "health": [health.status_code, health.json()],
        "stored_broken": before,
        "again": again.status_code,
        "stored": list(Plan.objects.values_list("wish", flat=True)),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
