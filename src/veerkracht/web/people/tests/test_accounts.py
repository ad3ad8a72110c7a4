"""Accounts: made by the administrator, opened with a first password, never read back."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from veerkracht.web.people import account_actions
from veerkracht.web.people.models import Account, Municipality


def test_femke_makes_an_account_and_sees_its_password_once(as_, others, voorbeeld):
    femke = as_(others["func_beheer"])
    data = {"login": "Nieuw", "name": "Noor Nieuw", "role": "klantmanager", "phone": "06 00 00 00 15"}
    page = femke.post(reverse("people:make_account"), data)
    password = page.context["made"].first_password
    assert password in page.content.decode()
    noor = Account.objects.get(login="nieuw")
    assert noor.check_password(password) and noor.password_is_temporary
    assert password not in femke.get(reverse("people:change_account", args=[noor.pk])).content.decode()


def test_a_first_password_is_replaced_before_anything_else(as_, others):
    femke = others["func_beheer"]
    noor = account_actions.make_account(by=femke, login="noor", name="Noor Nieuw", role="klantmanager")
    client = as_(noor)
    assert client.get("/mensen/").url == reverse("people:own_password")
    short = client.post(reverse("people:own_password"), {"password": "kort", "again": "kort"})
    assert short.status_code == 200 and "12" in short.content.decode()
    unlike = {"password": "een heel lang wachtwoord", "again": "iets anders"}
    other = client.post(reverse("people:own_password"), unlike)
    assert "niet twee keer hetzelfde" in other.content.decode()
    same = {"password": "een heel lang wachtwoord", "again": "een heel lang wachtwoord"}
    assert client.post(reverse("people:own_password"), same).status_code == 302
    assert client.get("/mensen/").status_code == 200, "still logged in, and free to go on"


def test_a_stopped_account_is_out_at_once(as_, others, peter):
    client = as_(peter)
    assert client.get("/mensen/").status_code == 200
    as_(others["func_beheer"]).post(reverse("people:change_account", args=[peter.pk]), {"wat": "stop"})
    assert client.get("/mensen/").status_code == 302


def test_femke_cannot_change_herself_nor_another_municipality(as_, others, bas):
    femke = others["func_beheer"]
    for target in (femke, bas):
        address = reverse("people:change_account", args=[target.pk])
        assert as_(femke).get(address).status_code == 404
        assert as_(femke).post(address, {"wat": "wachtwoord"}).status_code == 404


@pytest.mark.parametrize("login", ["peter", "PETER", "  Péter "])
def test_a_login_that_exists_is_named(as_, others, peter, login):
    data = {"login": login, "name": "Iemand", "role": "klantmanager"}
    page = as_(others["func_beheer"]).post(reverse("people:make_account"), data)
    assert "Deze inlognaam bestaat al" in page.content.decode()


def test_the_first_account_of_a_new_house(db, capsys):
    call_command(
        "first_account", "--gemeente", "Gemeente Proef", "--inlognaam", "femke", "--naam", "Femke Jansen"
    )
    said = capsys.readouterr().out
    made = Account.objects.get()
    assert made.check_password(said.split("Eerste wachtwoord: ")[1].split()[0])
    assert made.role == "func_beheer" and Municipality.objects.get().slug == "gemeente-proef"
    with pytest.raises(CommandError, match="Deze gemeente is er al"):
        call_command("first_account", "--gemeente", "Gemeente Proef", "--inlognaam", "x", "--naam", "X")
