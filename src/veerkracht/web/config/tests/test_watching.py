"""What machines and finders of holes ask: metrics, readiness, ids, security.txt; and the page that says "druk"."""

from __future__ import annotations

import time

import pytest
from django.urls import reverse

from veerkracht.web.config import metrics
from veerkracht.web.plan import actions

pytestmark = pytest.mark.django_db(databases="__all__")
WISH = "Ik wil koken op een school."


@pytest.fixture(autouse=True)
def _from_nought(monkeypatch) -> None:
    monkeypatch.setattr(metrics, "_counts", metrics.multiprocessing.Array("d", len(metrics._NAMES)))


def numbers(client) -> dict[str, float]:
    """The answer read as https://prometheus.io/docs/instrumenting/exposition_formats/ (text, 0.0.4) says."""
    answer = client.get("/metrics")
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/plain; version=0.0.4")
    rows = [line for line in answer.content.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (row.rsplit(" ", 1) for row in rows)}


def test_requests_and_refusals_are_counted(client, as_, peter, denise_case) -> None:
    as_(peter).get(reverse("people:case", args=[denise_case.public_id]))
    client.post("/inloggen/", {"login": "peter", "password": "helemaal verkeerd"})
    found = numbers(client)
    assert found['veerkracht_events_total{event="door_refused"}'] == 1
    assert found['veerkracht_events_total{event="log_in_refused"}'] == 1
    assert found['veerkracht_requests_total{status="4xx"}'] == 1
    assert found["veerkracht_request_seconds_count"] == 2
    assert found['veerkracht_request_seconds_bucket{le="+Inf"}'] == 2
    assert found["veerkracht_backup_timestamp_seconds"] == 0


def test_no_person_and_no_place_is_in_the_numbers(client, as_, peter, samira_case) -> None:
    as_(peter).get(reverse("people:case", args=[samira_case.public_id]))
    text = client.get("/metrics").content.decode()
    for private in ("Samira", "Haddad", "peter", samira_case.public_id, "127.0.0.1", "mensen"):
        assert private not in text


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "10.1.2.3"}, 200),
        ({"REMOTE_ADDR": "192.0.2.7"}, 404),
        # Behind the proxy everybody comes from its address: what counts is whom it saw.
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 404),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1, 192.0.2.7"}, 404),
        ({"REMOTE_ADDR": ""}, 404),
    ],
)
def test_metrics_are_for_the_addresses_that_were_named(client, settings, given, status) -> None:
    settings.BEHIND_PROXY, settings.METRICS_ADDRESSES = True, ["127.0.0.1", "10.0.0.0/8"]
    assert client.get("/metrics", **given).status_code == status


def test_ready_says_so_and_no_more(client, monkeypatch) -> None:
    assert client.get("/klaar").json() == {"status": "ready"}
    monkeypatch.setattr("veerkracht.web.config.health.unknown_migrations", lambda: {"people.9999_newer"})
    answer = client.get("/klaar")
    assert answer.status_code == 503 and answer.json() == {"status": "not ready"}


def test_every_line_of_a_request_carries_the_id_that_the_answer_says(client, settings, caplog) -> None:
    settings.BEHIND_PROXY = True
    answer = client.post(
        "/inloggen/", {"login": "x", "password": "y"}, headers={"X-Request-ID": "proxy-0001-abcd"}
    )
    assert answer["X-Request-ID"] == "proxy-0001-abcd"
    lines = [record.msg for record in caplog.records if record.name == "veerkracht"]
    assert [line["event"] for line in lines] == ["log_in_refused", "request"]
    assert {line["request"] for line in lines} == {"proxy-0001-abcd"}


@pytest.mark.parametrize("given", ["x", "a b c d e f g h", "Samira\nHaddad", "z" * 65])
def test_an_id_that_is_none_is_not_taken_over(client, settings, given) -> None:
    settings.BEHIND_PROXY = True
    assert client.get("/inloggen/", HTTP_X_REQUEST_ID=given)["X-Request-ID"] != given


def test_who_stood_in_the_row_too_long_gets_a_page_with_the_text(as_, samira, samira_case, settings) -> None:
    settings.BEHIND_PROXY = True
    url = reverse("plan:wish", args=[samira_case.public_id])
    sent = {"wish": WISH, "seen_version": "1"}
    long_ago = f"t={time.time() - 40:.3f}"
    answer = as_(samira).post(url, sent, HTTP_X_REQUEST_START=long_ago)
    page = answer.content.decode()
    assert answer.status_code == 503 and answer["Retry-After"] == "30"
    assert "Het is nu druk" in page and WISH in page
    headers = as_(samira).get("/inloggen/").headers
    for name in ("Content-Security-Policy", "Permissions-Policy", "X-Content-Type-Options", "Cache-Control"):
        assert name in headers and name in answer, f"the page that says druk has {name} as any other"


@pytest.mark.parametrize(
    ("behind", "start"),
    [(True, "t={now:.3f}"), (True, ""), (True, "t=nonsense"), (False, "t={long_ago:.3f}")],
)
def test_nobody_is_refused_without_reason(client, settings, behind, start) -> None:
    settings.BEHIND_PROXY = behind
    start = start.format(now=time.time(), long_ago=time.time() - 999)
    assert client.get("/inloggen/", HTTP_X_REQUEST_START=start).status_code == 200


def test_security_txt_is_there_once_somebody_reads_it(client, settings) -> None:
    """RFC 9116, sections 2.5.3 and 2.5.5: Contact and Expires must be there, Expires once."""
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@voorbeeld.example"
    answer = client.get("/.well-known/security.txt")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")
    assert "Contact: mailto:security@voorbeeld.example\n" in text and text.count("Expires: ") == 1


def test_the_accessibility_page_is_for_everybody(client, settings) -> None:
    settings.ACCESSIBILITY_CONTACT = "toegankelijk@voorbeeld.example"
    page = client.get("/toegankelijkheid").content.decode()
    assert "voldoet gedeeltelijk" in page and "toegankelijk@voorbeeld.example" in page


def test_a_save_of_hers_that_came_in_time_is_kept(as_, samira, samira_case, settings) -> None:
    settings.BEHIND_PROXY = True
    plan = actions.write_wish(by=samira, case=samira_case, seen_version=1, wish="Eerst.")
    url = reverse("plan:wish", args=[samira_case.public_id])
    sent = {"wish": WISH, "seen_version": plan.version}
    start = f"t={time.time() - 15:.3f}"
    assert as_(samira).post(url, sent, HTTP_X_REQUEST_START=start).status_code == 302
