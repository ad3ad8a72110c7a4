"""A colleague gets married, moves to another desk, becomes something else; it was impossible before (A9)."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.urls import reverse

from veerkracht.web.people import account_actions
from veerkracht.web.people.models import Account, AccountRequest

NEW = {
    "name": "Aylin de Boer",
    "phone": "06 00 00 00 09",
    "email": "aylin@voorbeeld.example",
    "working_days": "di",
}


def test_details_change_at_once_and_nothing_else_does(as_, others, aylin):
    before = (aylin.login, aylin.password, aylin.role, aylin.is_active)
    femke = as_(others["func_beheer"])
    sent = {**NEW, "login": "anders", "role": "teamleider", "is_active": "", "password": "x"}
    assert femke.post(reverse("people:change_details", args=[aylin.pk]), sent).status_code == 302
    aylin.refresh_from_db()
    assert {name: getattr(aylin, name) for name in NEW} == NEW
    assert (aylin.login, aylin.password, aylin.role, aylin.is_active) == before
    page = femke.get(reverse("people:change_account", args=[aylin.pk])).content.decode()
    assert all(value in page for value in NEW.values())


def test_a_mistake_in_the_details_keeps_what_was_typed(as_, others, aylin):
    address = reverse("people:change_details", args=[aylin.pk])
    page = as_(others["func_beheer"]).post(address, {**NEW, "email": "geen adres"}).content.decode()
    assert "geen adres" in page and "Aylin de Boer" in page


@pytest.mark.parametrize("page", ["people:change_details", "people:change_role"])
def test_only_the_administrator_of_the_own_municipality(page, as_, others, peter, samira, bas, marleen):
    for who in (peter, marleen, samira, others["fg"]):
        assert as_(who).post(reverse(page, args=[peter.pk]), NEW).status_code == 404
    for target in (bas, samira, others["func_beheer"]):
        assert as_(others["func_beheer"]).post(reverse(page, args=[target.pk]), NEW).status_code == 404


def answer(browser, words="ja"):
    number = AccountRequest.objects.latest("pk").pk
    return browser.post(reverse("people:answer_account_change", args=[number]), {"antwoord": words})


@pytest.mark.parametrize(("words", "role"), [("ja", "teamleider"), ("nee", "klantmanager")])
def test_another_role_takes_the_yes_of_the_team_lead(words, role, as_, others, peter, marleen):
    log_in_peter = as_(peter)
    femke = as_(others["func_beheer"])
    assert (
        femke.post(reverse("people:change_role", args=[peter.pk]), {"role": "teamleider"}).status_code == 302
    )
    assert Account.objects.get(pk=peter.pk).role == "klantmanager" and answer(femke).status_code == 404
    waiting = as_(marleen).get(reverse("people:waiting_for_you")).content.decode()
    assert "een andere rol: teamleider" in waiting
    assert answer(as_(marleen), words).status_code == 302
    assert Account.objects.get(pk=peter.pk).role == role
    assert answer(as_(marleen)).status_code == 404, "answered once"
    assert log_in_peter.get("/mensen/").status_code == (302 if words == "ja" else 200), "logs in anew"


def test_a_klantmanager_with_people_keeps_the_role_until_they_are_given_on(
    as_, others, peter, samira_case, marleen
):
    femke, address = as_(others["func_beheer"]), reverse("people:change_role", args=[peter.pk])
    assert "begeleidt nog mensen" in femke.post(address, {"role": "beleid"}).content.decode()
    assert not AccountRequest.objects.exists()
    assignment = samira_case.assignments.get()
    samira_case.assignments.all().delete()
    assert femke.post(address, {"role": "beleid"}).status_code == 302
    assignment.save(force_insert=True)
    assert answer(as_(marleen)).status_code == 404, "somebody was assigned in the meantime"
    assert Account.objects.get(pk=peter.pk).role == "klantmanager"


@pytest.mark.parametrize("role", ["moeder", "gemachtigde", "netwerkpersoon", "klantmanager", "koning"])
def test_no_colleague_becomes_somebody_who_is_guided(role, as_, others, aylin):
    address = reverse("people:change_role", args=[aylin.pk])
    assert as_(others["func_beheer"]).post(address, {"role": role}).status_code == 200
    with pytest.raises(Http404):
        account_actions.ask_role(by=others["func_beheer"], account_id=aylin.pk, role=role)
