"""The same list again: what is new is added, what somebody typed is asked about, and nobody stands there twice."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from veerkracht.web.people import actions
from veerkracht.web.people.models import Case, Child
from veerkracht.web.record.models import Event

HEADER = "voornaam;achternaam;geboortedatum;telefoon;adres;kinderen\n"
LIST = HEADER + "Renée;’t Hart;03-04-1991;06 22222222;Plein 1;Yara 12-03-2020\n"


@pytest.fixture
def renee(peter) -> Case:
    return actions.open_case(
        by=peter, first_name="Renée", last_name="’t Hart", born_on=dt.date(1991, 4, 3), phone="06 11111111"
    )


def preview(client, text: str = LIST) -> tuple[str, str]:
    sent = {"file": SimpleUploadedFile("lijst.csv", text.encode()), "csrfmiddlewaretoken": "as in a browser"}
    page = str(client.post("/mensen/inlezen/", sent).content.decode())
    token = re.search(r'name="token" value="([^"]+)"', page)
    return page, token[1] if token else ""


def save(client, token: str, **more):
    return client.post("/mensen/inlezen/opslaan/", {"token": token, **more}, follow=True).content.decode()


def test_what_is_empty_is_filled_and_what_was_typed_stays(as_, peter, renee):
    page, token = preview(as_(peter))
    assert "Bijgewerkt" in page and "“06 11111111”, in uw bestand “06 22222222”" in page
    save(as_(peter), token)
    case = Case.objects.get()
    assert (case.phone, case.address) == ("06 11111111", "Plein 1")
    assert [child.first_name for child in Child.objects.all()] == ["Yara"]
    assert Event.objects.filter(case_id=case.pk, kind="people.case_changed").count() == 1


def test_what_was_typed_changes_when_the_reader_says_so(as_, peter, renee):
    save(as_(peter), preview(as_(peter))[1], vervang="2")
    assert Case.objects.get().phone == "06 22222222"
    assert Case.objects.named("0622222222").exists()


def test_the_third_time_nothing_is_left_to_do(as_, peter, renee):
    save(as_(peter), preview(as_(peter))[1], vervang="2")
    version = Case.objects.get().version
    page, token = preview(as_(peter))
    save(as_(peter), token, vervang=["2", "x", "99"])
    assert "Ongewijzigd" in page and Case.objects.get().version == version and Child.objects.count() == 1


def test_a_case_that_changed_since_the_look_is_left_alone(as_, peter, renee):
    token = preview(as_(peter))[1]
    renee.change(1, phone="06 33333333")
    assert "1 rij is niet opgeslagen" in save(as_(peter), token, vervang="2")
    assert (Case.objects.get().phone, Case.objects.get().address) == ("06 33333333", "")


def test_a_name_without_a_birth_date_is_asked_about(as_, peter, renee):
    page, token = preview(as_(peter), HEADER + "Renee;'t Hart;;;;\n")
    assert "Vul bij beiden de geboortedatum in." in page and not token
