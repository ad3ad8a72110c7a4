"""S2: no single account obtains the log-in of another. Over HTTP, without demo people."""

from __future__ import annotations

import pytest
from django.urls import reverse

from veerkracht.web.people import account_actions
from veerkracht.web.people.models import Account, AccountRequest

NOOR = {"login": "noor", "name": "Noor Nieuw", "role": "klantmanager"}


def answer(browser, words: str = "ja"):
    number = AccountRequest.objects.latest("pk").pk
    return browser.post(reverse("people:answer_account_change", args=[number]), {"antwoord": words})


@pytest.mark.parametrize("deed", ["wachtwoord", "app"])
def test_the_administrator_alone_changes_nobodys_log_in(deed, as_, others, peter):
    femke, address = as_(others["func_beheer"]), reverse("people:change_account", args=[peter.pk])
    for _again in range(2):
        page = femke.post(address, {"wat": deed})
        assert page.context["changed"] is None
    assert answer(femke).status_code == 404
    assert Account.objects.get(pk=peter.pk).password == peter.password
    assert AccountRequest.objects.get().done_at is None


def test_after_the_yes_of_the_team_lead_it_works_once(as_, others, peter, marleen):
    femke, address = as_(others["func_beheer"]), reverse("people:change_account", args=[peter.pk])
    femke.post(address, {"wat": "wachtwoord"})
    lead = as_(marleen)
    assert peter.name in lead.get(reverse("people:waiting_for_you")).content.decode()
    assert answer(lead).status_code == 302
    password = femke.post(address, {"wat": "wachtwoord"}).context["changed"].first_password
    assert Account.objects.get(pk=peter.pk).check_password(password)
    assert femke.post(address, {"wat": "wachtwoord"}).context["changed"] is None


def test_a_no_and_the_one_it_is_about_change_nothing(as_, others, peter, marleen):
    femke = as_(others["func_beheer"])
    femke.post(reverse("people:change_account", args=[marleen.pk]), {"wat": "wachtwoord"})
    assert answer(as_(marleen)).status_code == 404, "not over her own account"
    address = reverse("people:change_account", args=[peter.pk])
    femke.post(address, {"wat": "wachtwoord"})
    answer(as_(marleen), "nee")
    assert femke.post(address, {"wat": "wachtwoord"}).context["changed"] is None


@pytest.mark.parametrize("role", ["klantmanager", "teamleider"])
def test_a_new_colleague_enters_after_the_second_yes_only(role, as_, others, marleen):
    femke = as_(others["func_beheer"])
    page = femke.post(reverse("people:make_account"), {**NOOR, "role": role})
    noor = Account.objects.get(login="noor")
    assert not page.context["made"].first_password
    assert not noor.is_active and not noor.has_usable_password()
    address = reverse("people:change_account", args=[noor.pk])
    assert femke.post(address, {"wat": "start"}).status_code == 404
    femke.post(address, {"wat": "account"})
    assert not Account.objects.get(pk=noor.pk).is_active
    answer(as_(marleen))
    password = femke.post(address, {"wat": "account"}).context["changed"].first_password
    noor.refresh_from_db()
    assert noor.is_active and noor.check_password(password)


def test_only_the_very_first_team_lead_is_made_alone(others):
    femke = others["func_beheer"]
    Account.objects.filter(role="teamleider", municipality=femke.municipality).delete()
    first = account_actions.make_account(by=femke, login="een", name="Een", role="teamleider")
    assert first.first_password and first.is_active
    Account.objects.filter(pk=first.pk).update(is_active=False)
    second = account_actions.make_account(by=femke, login="twee", name="Twee", role="teamleider")
    assert not second.first_password and not second.is_active
