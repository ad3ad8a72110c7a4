"""One person, two klantmanagers: the team lead looks, and whoever typed learns no more than that."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from veerkracht.web.people import actions
from veerkracht.web.people.models import Case, HeldPerson
from veerkracht.web.record.models import Event

BORN = dt.date(1991, 4, 3)
TYPED = {"first_name": "renée", "last_name": "Van Der Heijden", "born_on": "3-4-1991", "phone": "06 1"}


@pytest.fixture
def of_aylin(aylin):
    return actions.open_case(
        by=aylin, first_name="Rene\u0301e", last_name="v\u0061n der Heijden", born_on=BORN
    )


def upload(client, text: str) -> str:
    sent = {"file": SimpleUploadedFile("lijst.csv", text.encode()), "csrfmiddlewaretoken": "as in a browser"}
    return str(client.post("/mensen/inlezen/", sent).content.decode())


def test_typed_by_hand_she_goes_to_the_team_lead(as_, peter, marleen, of_aylin):
    page = as_(peter).post(reverse("people:open_case"), TYPED, follow=True).content.decode()
    assert "De teamleider kijkt nog even mee." in page
    assert of_aylin.public_id not in page and "Aylin" not in page
    assert Case.objects.count() == 1 and HeldPerson.objects.get().typed_by == peter
    assert Event.objects.filter(kind="people.person_held", actor_id=peter.pk).count() == 1
    seen = as_(marleen).get(reverse("people:possible_doubles")).content.decode()
    assert "Van Der Heijden" in seen and of_aylin.public_id in seen and "Aylin Demir" in seen
    assert "misschien dubbel" in as_(marleen).get(reverse("people:team")).content.decode()


@pytest.mark.parametrize(("answer", "cases"), [("zelfde", 1), ("anders", 2)])
def test_the_team_lead_answers_once(as_, peter, marleen, of_aylin, answer, cases):
    as_(peter).post(reverse("people:open_case"), TYPED)
    address = reverse("people:settle_double", args=[HeldPerson.objects.get().pk])
    for _ in range(2):
        as_(marleen).post(address, {"antwoord": answer})
    assert Case.objects.count() == cases
    mine = as_(peter).get(reverse("people:case_list")).content.decode()
    assert ("Van Der Heijden" in mine) == (cases == 2)
    assert "Van Der Heijden" not in as_(marleen).get(reverse("people:possible_doubles")).content.decode()


def test_nobody_but_the_team_lead_of_the_municipality_answers(as_, peter, aylin, bas, others, of_aylin):
    as_(peter).post(reverse("people:open_case"), TYPED)
    address = reverse("people:settle_double", args=[HeldPerson.objects.get().pk])
    for who in (peter, aylin, bas):
        assert as_(who).get(reverse("people:possible_doubles")).status_code == 404
        assert as_(who).post(address, {"antwoord": "anders"}).status_code == 404
    assert HeldPerson.objects.get().settled_at is None


def test_in_a_list_she_goes_to_the_team_lead_and_the_others_are_opened(as_, peter, of_aylin):
    text = "voornaam;voorvoegsel;achternaam;geboortedatum;kinderen\n"
    text += "Renee;van der;Heijden;03-04-1991;Yara 12-03-2020\nAns;;Mol;02-01-1980;\n"
    page = upload(as_(peter), text)
    assert "De teamleider kijkt hiernaar." in page and "1 persoon opslaan" in page
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    as_(peter).post("/mensen/inlezen/opslaan/", {"token": token})
    assert [case.full_name for case in Case.objects.order_by("pk")][1:] == ["Ans Mol"]
    assert HeldPerson.objects.get().children == [["Yara", "2020-03-12"]]
    token = re.search(r'name="token" value="([^"]+)"', upload(as_(peter), text))[1]
    as_(peter).post("/mensen/inlezen/opslaan/", {"token": token})
    assert HeldPerson.objects.count() == 1, "the same list again is the same question"


def test_another_birth_date_or_municipality_is_another_person(as_, peter, bas, of_aylin):
    as_(peter).post(reverse("people:open_case"), {**TYPED, "born_on": "4-4-1991"})
    as_(bas).post(reverse("people:open_case"), TYPED)
    assert Case.objects.count() == 3 and not HeldPerson.objects.exists()
