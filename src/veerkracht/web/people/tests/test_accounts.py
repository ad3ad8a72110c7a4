"""Accounts: made by the administrator, opened with a first password, never read back."""

from __future__ import annotations

from functools import partial

import pytest
from django.core.management import CommandError, call_command
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people import account_actions, second_yes
from veerkracht.web.people.models import Account, Municipality
from veerkracht.web.people.tests.codes import OWN, use_code
from veerkracht.web.record.models import Event


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


def test_the_first_account_of_a_new_house(db, capsys, client):
    given = {"gemeente": "Gemeente Proef", "inlognaam": "femke", "naam": "Femke Jansen"}
    call_command("first_account", **given)
    code = capsys.readouterr().out.split("Code: ")[1].split(" (")[0].split()
    made = Account.objects.get()
    assert not made.has_usable_password() and not made.is_active
    assert made.role == "func_beheer" and Municipality.objects.get().slug == "gemeente-proef"
    with pytest.raises(CommandError, match="Deze gemeente is er al"):
        call_command("first_account", **{**given, "inlognaam": "x"})
    assert use_code(client, "femke", code).status_code == 302
    made.refresh_from_db()
    assert made.is_active and made.check_password(OWN)


# `ecosystem.md` A7: stopping an account must not make its people vanish.
def test_the_people_of_a_stopped_account_stay_in_sight_of_the_team_lead(as_, peter, marleen, samira_case):
    Account.objects.filter(pk=peter.pk).update(is_active=False)
    page = as_(marleen).get(reverse("people:team"))
    peters = next(m for m in page.context["members"] if m.account_id == peter.pk)
    assert (peters.cases, peters.is_active) == (1, False)
    assert "account gestopt" in page.content.decode()
    assert peter.pk not in [number for number, _name in page.context["form"].fields["account_id"].choices]
    samira_case.assignments.all().delete()
    members = as_(marleen).get(reverse("people:team")).context["members"]
    assert peter.pk not in [m.account_id for m in members], "nobody is left to give on"


# `security.md` S2: `/accounts/<id>/` showed a new password for a mother.
@pytest.mark.parametrize("deed", ["wachtwoord", "app", "stop", "start"])
@pytest.mark.parametrize("role", ["moeder", "gemachtigde", "netwerkpersoon"])
def test_the_account_of_who_is_guided_is_absent_for_the_administrator(deed, role, as_, others, samira):
    Account.objects.filter(pk=samira.pk).update(role=role)
    femke, before = as_(others["func_beheer"]), Account.objects.values().get(pk=samira.pk)
    address = reverse("people:change_account", args=[samira.pk])
    assert femke.get(address).status_code == 404
    assert femke.post(address, {"wat": deed}).status_code == 404
    assert Account.objects.values().get(pk=samira.pk) == before
    assert samira.login not in femke.get(reverse("people:accounts")).content.decode()


@pytest.mark.parametrize(
    "deed",
    [
        partial(second_yes.ask_account_change, deed="wachtwoord"),
        partial(second_yes.make_own_half, deed="wachtwoord"),
        account_actions.stop_account,
        account_actions.start_account,
    ],
)
def test_no_action_on_accounts_reaches_a_mother_without_the_page_either(deed, others, samira):
    with pytest.raises(Http404):
        deed(by=others["func_beheer"], account_id=samira.pk)


@pytest.mark.parametrize("role", ["moeder", "gemachtigde", "netwerkpersoon"])
def test_the_administrator_makes_no_account_for_who_is_guided(role, as_, others):
    sent = {"login": "nieuw", "name": "Noor Nieuw", "role": role}
    page = as_(others["func_beheer"]).post(reverse("people:make_account"), sent)
    assert "Deze keuze bestaat niet" in page.content.decode()
    with pytest.raises(Http404):
        account_actions.make_account(by=others["func_beheer"], **sent)
    assert not Account.objects.filter(login="nieuw").exists()


def test_the_team_lead_gives_on_everybody_of_a_stopped_colleague(as_, peter, aylin, marleen, samira_case):
    Account.objects.filter(pk=peter.pk).update(is_active=False)
    browser, address = as_(marleen), reverse("people:hand_over_all")
    same = browser.post(address, {"from_id": peter.pk, "account_id": peter.pk})
    assert same.status_code == 200, "a stopped colleague takes nobody"
    assert browser.post(address, {"from_id": peter.pk, "account_id": aylin.pk}).status_code == 302
    running = samira_case.assignments.active(timezone.localdate()).get()
    assert running.account_id == aylin.pk
    lines = Event.objects.filter(kind="people.assigned", case_id=samira_case.pk, actor_id=marleen.pk)
    assert lines.count() == 1, "the line stands in her own history"


def test_nobody_is_given_to_another_municipality(as_, peter, bas, marleen, samira_case):
    sent = {"from_id": peter.pk, "account_id": bas.pk}
    assert as_(marleen).post(reverse("people:hand_over_all"), sent).status_code == 200
    assert samira_case.assignments.get(ends_on=None).account_id == peter.pk
    assert as_(peter).post(reverse("people:hand_over_all"), sent).status_code == 404
