"""What is only read changes nothing; every look is written down once; every change is told in words."""

from __future__ import annotations

import pytest
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.security.addresses import addresses
from tests.security.conftest import Life, everything_written
from veerkracht.web.people import actions as people_actions
from veerkracht.web.people import queries as people_queries
from veerkracht.web.people import views as people_views
from veerkracht.web.people.models import Case, Municipality
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.record.guard import WriteRefused
from veerkracht.web.record.models import Event, Reading

PAGES = [a for a in addresses() if a.access and (a.access.door == "public" or "GET" in a.methods)]


def test_no_page_that_is_only_read_writes_anything(by_role, samiras: Life, as_) -> None:
    before = everything_written()
    for role in ("anon", "moeder", "km_eigen", "km_waarnemer", "km_ander", "teamleider", "func_beheer", "fg"):
        who = by_role[role]
        browser = Client() if who is None else as_(who)
        pages = [a for a in PAGES if a.access.door != "public" or role in ("anon", "km_eigen")]
        for address in pages:
            answer = browser.get(address.url(samiras.given))
            assert answer.status_code < 500, f"{address.name} broke for {role}"
    assert everything_written() == before


def test_a_log_in_page_writes_nothing_but_the_log_in_state(peter, samiras) -> None:
    before = everything_written()
    browser = Client()
    secret = "peter-heeft-een-lang-wachtwoord"
    browser.post("/inloggen/", {"login": "peter", "password": secret})
    assert browser.get("/inloggen/app-koppelen/").status_code == 200
    assert everything_written() == before


@pytest.mark.parametrize("alias", ["default", "journal"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_write_planted_in_a_view_is_refused(alias, method, as_, peter, samiras: Life, monkeypatch) -> None:
    def careless(request, *args, **kwargs) -> HttpResponse:  # type: ignore[no-untyped-def]
        with connections[alias].cursor() as cursor:
            cursor.execute("UPDATE people_municipality SET phone = 'gewijzigd'")
        return HttpResponse("done")

    monkeypatch.setattr(people_views, "render", careless)
    with pytest.raises(WriteRefused, match="outside an action"):
        getattr(as_(peter), method)("/mensen/nieuw/")
    assert Municipality.objects.get(slug="voorbeeld").phone != "gewijzigd"


def test_an_action_run_by_a_page_that_only_reads_is_refused(as_, peter, samiras: Life, monkeypatch) -> None:
    def careless(request, *args, **kwargs) -> HttpResponse:  # type: ignore[no-untyped-def]
        people_actions.open_case(by=request.user, first_name="Niemand", last_name="Nergens")
        return HttpResponse("done")

    monkeypatch.setattr(people_views, "render", careless)
    with pytest.raises(WriteRefused, match="only reads"):
        as_(peter).get("/mensen/nieuw/")
    assert not Case.objects.filter(first_name="Niemand").exists()


def test_the_guard_stands_on_both_connections(as_, peter, samiras: Life, monkeypatch) -> None:
    seen = {}

    def look(request, *args, **kwargs) -> HttpResponse:  # type: ignore[no-untyped-def]
        seen.update({alias: len(connections[alias].execute_wrappers) for alias in ("default", "journal")})
        return HttpResponse("ok")

    monkeypatch.setattr(people_views, "render", look)
    as_(peter).get("/mensen/nieuw/")
    assert min(seen.values()) >= 1


def test_each_look_is_written_down_exactly_once(as_, peter, samira, samiras: Life) -> None:
    for who in (peter, samira):
        browser = as_(who)
        for address in PAGES:
            if not address.of_a_case:
                continue
            Reading.objects.all().delete()
            answer = browser.get(address.url(samiras.given))
            looks = list(Reading.objects.values_list("account_id", "case_id", "what"))
            shown = answer.status_code in (200, 409, 422)
            expected = [(who.pk, samiras.case.pk, address.access.kind)] if shown else []
            assert looks == expected, f"{address.name} for {who}: {answer.status_code}"


def test_a_form_that_comes_back_is_a_look_too(as_, peter, samiras: Life) -> None:
    """Otherwise an empty form sent again and again would show everything and leave no trace."""
    answer = as_(peter).post(f"/mensen/{samiras.case.public_id}/gegevens/", {"first_name": ""})
    assert answer.status_code == 200
    assert Reading.objects.filter(account_id=peter.pk, what="persoonsgegevens_kern").count() == 1


def test_no_log_line_no_page(as_, peter, samiras: Life, monkeypatch) -> None:
    def full(**given):  # type: ignore[no-untyped-def]
        raise OSError("the disk is full")

    monkeypatch.setattr("veerkracht.web.people.middleware.note_reading", full)
    browser = as_(peter)
    browser.raise_request_exception = False
    answer = browser.get(f"/mensen/{samiras.case.public_id}/plan/")
    assert answer.status_code == 500
    assert "Koken voor anderen" not in answer.content.decode()


def test_she_sees_who_looked_and_her_klantmanager_does_not(as_, peter, samira, samiras: Life) -> None:
    as_(peter).get(f"/mensen/{samiras.case.public_id}/plan/")
    url = reverse("people:who_looked", args=[samiras.case.public_id])
    page = as_(samira).get(url, follow=True).content.decode()
    assert "Peter van Dongen" in page and "keek naar het plan" in page
    assert as_(peter).get(url).status_code == 404


def test_every_look_and_every_change_reads_as_a_sentence(as_, peter, samira, marleen, samiras: Life) -> None:
    case, given = samiras.case, {"by": peter, "case": samiras.case}
    people_actions.add_child(**given, first_name="Sam", born_on=samiras.case.opened_on)
    promise = samiras.given["promise_id"]
    plan_actions.say_done(**given, promise_id=promise, seen_version=1, done_on=None)
    day = case.opened_on
    people_actions.assign(
        by=marleen, public_id=case.public_id, account_id=peter.pk, kind="own", starts_on=day
    )
    told = people_queries.history(case=case)
    kinds = Event.objects.filter(case_id=case.pk).values("kind").distinct().count()
    assert len({one.words for one in told}) == kinds, "each kind of event has words of its own"
    assert "regelde wie er begeleidt" in {one.words for one in told}, (
        "who works with her is part of her story"
    )
    assert all(one.who and one.words and one.words == one.words.strip() for one in told)
    page = as_(samira).get(reverse("people:history", args=[case.public_id]), follow=True).content.decode()
    assert [one.words for one in told[:15] if one.words not in page] == []


def test_events_and_readings_hold_ids_and_keys_only() -> None:
    """No text field that could hold content: only the fixed keys of kinds and roles."""
    for model in (Event, Reading):
        texts = {
            f.name for f in model._meta.get_fields() if f.get_internal_type() in ("CharField", "TextField")
        }
        # A selection is keys of the program (test_reading_log.py), a chain and a digest are numbers.
        assert texts <= {"kind", "object_type", "what", "role", "selection", "chain", "digest"}, model


def test_a_change_without_its_event_does_not_happen(as_, peter, samiras: Life, monkeypatch) -> None:
    """DUR-06: the line of the log is part of the write."""
    before = everything_written()

    def broken(**given):  # type: ignore[no-untyped-def]
        raise RuntimeError("the log cannot be written")

    monkeypatch.setattr("veerkracht.web.people.acting.note_event", broken)
    browser = as_(peter)
    browser.raise_request_exception = False
    case = samiras.case.public_id
    for url, form in (
        ("/mensen/nieuw/", {"first_name": "Noor", "last_name": "Bos"}),
        (f"/mensen/{case}/gegevens/", {"first_name": "N", "last_name": "B", "seen_version": 1}),
        (f"/mensen/{case}/plan/wens/", {"wish": "Anders.", "seen_version": 2}),
        (f"/mensen/{case}/plan/beloften/nieuw/", {"owner": "mother", "what": "Belt."}),
    ):
        answer = browser.post(url, form)
        assert answer.status_code == 500, url
        assert "Er ging iets mis" in answer.content.decode(), url
    assert everything_written() == before


def test_an_event_without_its_change_does_not_exist_either(peter, samiras: Life) -> None:
    before = Event.objects.count()
    with pytest.raises(Exception, match="newer version"):
        people_actions.change_child(
            by=peter,
            case=samiras.case,
            child_id=samiras.given["child_id"],
            seen_version=99,
            first_name="X",
            born_on=samiras.case.opened_on,
        )
    assert Event.objects.count() == before
    assert connection.in_atomic_block
