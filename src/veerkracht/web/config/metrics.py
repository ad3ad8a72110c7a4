"""Numbers for the machine that watches, as Prometheus reads them. No account, no case, no address: counts alone.

The counts stand in memory that all processes of one `serve` share; they begin at nought when it starts.
"""

from __future__ import annotations

import importlib.metadata
import ipaddress
import json
import multiprocessing
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from veerkracht.web.people.addresses import client_address
from veerkracht.web.people.doors import public

from .keeping.backup import backups

# Lines of the log that are counted by their name (`logging.count_events`).
EVENTS = (
    "logged_in",
    "log_in_refused",
    "code_refused",
    "log_in_locked",
    "door_refused",
    "not_saved",
    "request_failed",
    "too_busy",
)
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
BUCKETS = (0.05, 0.1, 0.3, 1.0, 3.0, 10.0)  # seconds
_NAMES = [*EVENTS, *CLASSES, *map(str, BUCKETS), "requests", "seconds"]
_PLACE = {name: place for place, name in enumerate(_NAMES)}
# Made before the server forks, so that every process counts in the same place.
_counts = multiprocessing.Array("d", len(_NAMES))


def count_event(name: str) -> None:
    """One line of the log more; names nobody asked to count are left out."""
    if name in EVENTS:
        _add({name: 1})


def count_request(*, status: int, seconds: float) -> None:
    slower = {str(bucket): 1.0 for bucket in BUCKETS if seconds <= bucket}
    _add({CLASSES[status // 100 - 1]: 1, "requests": 1, "seconds": seconds, **slower})


def _add(amounts: dict[str, float]) -> None:
    with _counts.get_lock():
        for name, amount in amounts.items():
            _counts[_PLACE[name]] += amount


@public("for the machine that watches, from the addresses of METRICS_ADDRESSES only; counts, nobody's data")
def metrics(request: HttpRequest) -> HttpResponse:
    if not _may_watch(client_address(request)):
        raise Http404
    return HttpResponse("\n".join(lines()) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def _may_watch(address: str) -> bool:
    try:
        here = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(here in ipaddress.ip_network(network, strict=False) for network in settings.METRICS_ADDRESSES)


def lines() -> list[str]:
    """Every number with its type and meaning, as the text format 0.0.4 wants them."""
    with _counts.get_lock():
        now = {name: _counts[place] for name, place in _PLACE.items()}
    version = importlib.metadata.version("veerkracht")
    text_lines = _metric("info", "gauge", "The version that runs.", {f'version="{version}"': 1})
    text_lines += _metric(
        "requests_total", "counter", "Answers by class.", {f'status="{c}"': now[c] for c in CLASSES}
    )
    text_lines += _metric(
        "events_total", "counter", "Lines of the log.", {f'event="{e}"': now[e] for e in EVENTS}
    )
    buckets = {f'le="{bucket}"': now[str(bucket)] for bucket in BUCKETS} | {'le="+Inf"': now["requests"]}
    text_lines += _metric("request_seconds_bucket", "histogram", "Time until the answer was made.", buckets)
    text_lines += [f"veerkracht_request_seconds_sum {now['seconds']:.3f}"]
    text_lines += [f"veerkracht_request_seconds_count {now['requests']:.0f}"]
    for name, meaning, value in _gauges():
        text_lines += _metric(name, "gauge", meaning, {"": value})
    return text_lines


def _metric(name: str, kind: str, meaning: str, values: dict[str, float]) -> list[str]:
    family = f"veerkracht_{name}"
    declared = family.removesuffix("_bucket")
    rows = [f"{family}{f'{{{label}}}' if label else ''} {value:.15g}" for label, value in values.items()]
    return [f"# HELP {declared} {meaning}", f"# TYPE {declared} {kind}", *rows]


def _gauges() -> list[tuple[str, str, float]]:
    home, newest = Path(settings.HOME), backups(Path(settings.BACKUP_FOLDER))[-1:]
    note = home / "daily.json"
    daily: dict[str, Any] = json.loads(note.read_text()) if note.exists() else {"at": 0, "failed": []}
    free = shutil.disk_usage(home).free if home.exists() else 0
    return [
        (
            "backup_timestamp_seconds",
            "The newest backup; 0: none.",
            newest[0].stat().st_mtime if newest else 0,
        ),
        ("daily_timestamp_seconds", "When the daily job last ended; 0: never.", daily["at"]),
        ("daily_failed", "Tasks of the last daily job that failed.", len(daily["failed"])),
        ("disk_free_bytes", "Room left where the program keeps its files.", free),
    ]
