"""Access: everything of hers, nothing of others; the terms of a request; a second person decides."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time
from pypdf import PdfReader

from veerkracht.web.guide.models import Heard, MirrorTick, Talk
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.models import Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.privacy import actions
from veerkracht.web.privacy.models import DataRequest
from veerkracht.web.privacy.terms import add_months
from veerkracht.web.record.models import Event


@pytest.fixture
def full(peter, samira, samira_case) -> Case:
    """A file with something of hers and something of others in it."""
    hers = {"by": samira, "case": samira_case}
    plan_actions.write_wish(**hers, wish="Koken voor anderen.", seen_version=1)
    plan_actions.make_promise(by=peter, case=samira_case, owner="klantmanager", what="Peter belt de school.")
    map_actions.add_node(**hers, name="Zus Leyla", ring="micro", only_hers=True)
    map_actions.add_factor(**hers, ring="micro", text="Ik slaap slecht.", effect="hinders", said_by="mother")
    map_actions.add_factor(**hers, ring="micro", text="Zij komt te laat.", effect="hinders", said_by="other")
    talk = Talk.objects.create(case=samira_case, on=timezone.localdate(), led_by=peter)
    MirrorTick.objects.create(account=peter, talk=talk, factors=["spiegelgeheim"])
    Heard.objects.create(talk=talk, face=3, words="Hij luisterde.", said_at=timezone.now())
    Case.objects.filter(pk=samira_case.pk).update(address="Geheimlaan 1", address_is_secret=True)
    return Case.objects.get(pk=samira_case.pk)


def page(name, case) -> str:
    return reverse(f"privacy:{name}", args=[case.public_id])


def test_she_takes_everything_along_at_once(as_, samira, full):
    answer = as_(samira).post(page("take_along", full), {"vorm": "json"})
    text = answer.content.decode()
    parts = {part["naam"]: part for part in json.loads(text)["onderdelen"]}
    for word in (
        "Samira",
        "Yara",
        "Koken voor anderen.",
        "Peter belt de school.",
        "Zus Leyla",
        "Hij luisterde.",
    ):
        assert word in text
    assert "Ik slaap slecht." in text and "Peter van Dongen" in text
    assert "gegevens-" in answer["Content-Disposition"] and "Samira" not in answer["Content-Disposition"]
    assert (
        parts["Wat er gebeurde"]["regels"] and Event.objects.filter(kind="privacy.taken_along").count() == 1
    )


def test_what_is_of_others_is_shielded_and_counted(as_, samira, full):
    text = as_(samira).post(page("take_along", full), {"vorm": "json"}).content.decode()
    for word in ("spiegelgeheim", "Zij komt te laat.", "Geheimlaan"):
        assert word not in text
    parts = {part["naam"]: part for part in json.loads(text)["onderdelen"]}
    shielded = parts["Wat tegenhoudt of opent"]["afgeschermd"]
    assert [each["aantal"] for each in shielded] == [1] and "iemand anders" in shielded[0]["waarom"]
    assert "Het gaat niet over jou." in parts["De spiegel van een professional"]["afgeschermd"][0]["waarom"]


def test_the_paper_holds_the_same(as_, samira, full):
    answer = as_(samira).post(page("take_along", full), {"vorm": "pdf"})
    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(answer.content)).pages)
    text = " ".join(text.split())
    assert "Koken voor anderen." in text and "Zus Leyla" in text and "Afgeschermd: 1 regel" in text
    assert "Zij komt te laat." not in text and "Geheimlaan" not in text and "spiegelgeheim" not in text


def test_a_partner_in_the_same_household_is_not_in_it(as_, samira, denise_case, full):
    denise_case.household = full.household
    denise_case.save()
    text = as_(samira).post(page("take_along", full), {"vorm": "json"}).content.decode()
    assert "Denise" not in text and denise_case.public_id not in text and "Yara" in text


def test_who_works_with_her_prints_only_after_a_second_yes_and_without_what_she_hid(
    as_, peter, marleen, full
):
    browser = as_(peter)
    assert browser.post(page("take_along", full), {"vorm": "json"}).status_code == 404
    browser.post(page("own_data", full), {"kind": "access"})
    request = DataRequest.objects.get()
    as_(marleen).post(reverse("privacy:decide", args=[request.pk]), {"decision": "agreed"})
    text = browser.post(page("take_along", full), {"vorm": "json"}).content.decode()
    assert "Koken voor anderen." in text
    assert "Zus Leyla" not in text and "Hij luisterde." not in text
    with freeze_time(timezone.now() + dt.timedelta(days=31)):
        assert as_(peter).post(page("take_along", full), {"vorm": "json"}).status_code == 404


@pytest.mark.parametrize(
    ("asked", "months", "due"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-15", 1, "2026-04-15"),
        ("2026-12-05", 1, "2027-01-05"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-05-31", -1, "2026-04-30"),
        ("2036-02-29", 120, "2046-02-28"),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(asked, months, due):
    """Verordening (EEG, Euratom) 1182/71, article 3, second paragraph under c."""
    assert add_months(dt.date.fromisoformat(asked), months) == dt.date.fromisoformat(due)


def test_a_request_has_a_month_and_once_two_more_with_the_reason(as_, samira, marleen, samira_case):
    with freeze_time("2026-03-15 12:00"):
        actions.ask(by=samira, case=samira_case, kind="access")
        request = DataRequest.objects.get()
        assert request.due_on == dt.date(2026, 4, 15)
        url = reverse("privacy:extend", args=[request.pk])
        browser = as_(marleen)
        assert "Schrijf op waarom" in browser.post(url, {"reason": ""}, follow=True).content.decode()
        browser.post(url, {"reason": "Het zijn er veel."})
        request.refresh_from_db()
        assert request.due_on == dt.date(2026, 6, 15)
        assert "Langer kan niet" in browser.post(url, {"reason": "Nog meer."}, follow=True).content.decode()


def test_asking_twice_is_one_request(samira, samira_case):
    for _ in range(2):
        actions.ask(by=samira, case=samira_case, kind="erasure")
    assert DataRequest.objects.count() == 1


def test_a_refusal_says_why_and_she_reads_it(as_, samira, marleen, samira_case):
    actions.ask(by=samira, case=samira_case, kind="access")
    url = reverse("privacy:decide", args=[DataRequest.objects.get().pk])
    browser = as_(marleen)
    assert "recht op de reden" in browser.post(url, {"decision": "refused", "reason": ""}).content.decode()
    browser.post(url, {"decision": "refused", "reason": "U kreeg dit gisteren al."})
    text = as_(samira).get(page("own_data", samira_case)).content.decode()
    assert "afgewezen" in text and "U kreeg dit gisteren al." in text


def test_nobody_of_another_municipality_and_no_klantmanager_decides(as_, samira, peter, bas, samira_case):
    actions.ask(by=samira, case=samira_case, kind="access")
    number = DataRequest.objects.get().pk
    for who in (peter, bas, samira):
        assert as_(who).get(reverse("privacy:decide", args=[number])).status_code == 404
        with pytest.raises(Http404):
            actions.decide(by=who, request_id=number, decision="agreed")
