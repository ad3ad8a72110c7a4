"""S2: no single account obtains the log-in of another, and nobody reads a password. Over HTTP, without demo people."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from veerkracht.web.people.models import Account, AccountRequest
from veerkracht.web.people.tests.codes import HALF, OWN, half_on, use_code

NOOR = {"login": "noor", "name": "Noor Nieuw", "role": "klantmanager"}


def page_of(who: Account) -> str:
    return reverse("people:change_account", args=[who.pk])


def answer(browser, words: str = "ja"):
    number = AccountRequest.objects.latest("pk").pk
    return browser.post(reverse("people:answer_account_change", args=[number]), {"antwoord": words})


def agreed_halves(femke, lead, who: Account, deed: str) -> list[str]:
    femke.post(page_of(who), {"wat": deed})
    second = half_on(answer(lead))
    return [half_on(femke.post(page_of(who), {"wat": deed})), second]


@pytest.mark.parametrize("deed", ["wachtwoord", "app"])
def test_the_administrator_alone_changes_nobodys_log_in(deed, as_, others, peter):
    femke = as_(others["func_beheer"])
    for _again in range(3):
        page = femke.post(page_of(peter), {"wat": deed}, follow=True)
        assert not HALF.search(page.content.decode())
    assert answer(femke).status_code == 404
    assert Account.objects.get(pk=peter.pk).password == peter.password
    assert AccountRequest.objects.get().done_at is None


def test_each_half_is_seen_by_one_and_the_colleague_chooses(as_, others, peter, marleen):
    femke, lead = as_(others["func_beheer"]), as_(marleen)
    femke.post(page_of(peter), {"wat": "wachtwoord"})
    waiting = lead.get(reverse("people:waiting_for_you")).content.decode()
    assert peter.name in waiting
    second = half_on(answer(lead))
    page = femke.post(page_of(peter), {"wat": "wachtwoord"})
    first = half_on(page)
    assert second not in page.content.decode()
    assert not HALF.search(femke.get(page_of(peter)).content.decode()), "seen once"
    assert use_code(Client(), "peter", [first, "AAAA-2222"]).status_code == 200
    assert Account.objects.get(pk=peter.pk).password == peter.password
    came = use_code(Client(), " PÉTER ", [second.lower(), first.replace("-", " ")])
    assert came.status_code == 302
    peter.refresh_from_db()
    assert peter.check_password(OWN)
    assert use_code(Client(), "peter", [first, second], "nog een andere lange zin").status_code == 200
    assert not Account.objects.get(pk=peter.pk).check_password("nog een andere lange zin"), "works once"


def test_a_new_password_ends_the_sessions_and_a_lost_telephone_the_app(as_, others, peter, marleen):
    TOTPDevice.objects.create(user=peter, name="app", confirmed=True)
    browser = as_(peter)
    halves = agreed_halves(as_(others["func_beheer"]), as_(marleen), peter, "wachtwoord")
    use_code(Client(), "peter", halves)
    assert browser.get("/mensen/").status_code == 302
    assert TOTPDevice.objects.filter(user=peter).exists()
    halves = agreed_halves(as_(others["func_beheer"]), as_(marleen), peter, "app")
    use_code(Client(), "peter", halves)
    assert not TOTPDevice.objects.filter(user=peter).exists()


def test_a_no_and_the_one_it_is_about_change_nothing(as_, others, peter, marleen):
    femke = as_(others["func_beheer"])
    femke.post(page_of(marleen), {"wat": "wachtwoord"})
    assert answer(as_(marleen)).status_code == 404, "not over her own account"
    femke.post(page_of(peter), {"wat": "wachtwoord"})
    assert answer(as_(marleen), "nee").status_code == 302
    page = femke.post(page_of(peter), {"wat": "wachtwoord"}, follow=True)
    assert not HALF.search(page.content.decode())


def test_asking_again_ends_the_code_of_before(as_, others, peter, marleen):
    femke, lead = as_(others["func_beheer"]), as_(marleen)
    old = agreed_halves(femke, lead, peter, "wachtwoord")
    femke.post(page_of(peter), {"wat": "wachtwoord", "opnieuw": "ja"})
    assert use_code(Client(), "peter", old).status_code == 200
    half_on(answer(lead))
    assert not Account.objects.get(pk=peter.pk).check_password(OWN)


def test_whoever_holds_one_half_has_ten_guesses_at_the_other(as_, others, peter, marleen):
    halves = agreed_halves(as_(others["func_beheer"]), as_(marleen), peter, "wachtwoord")
    for n in range(10):
        guess = Client(REMOTE_ADDR=f"10.0.0.{n}")
        use_code(guess, "peter", [halves[0], "AAAA-2222"])
    assert use_code(Client(), "peter", halves).status_code == 200, "has to be asked again"
    assert Account.objects.get(pk=peter.pk).password == peter.password


def test_a_stranger_without_a_half_does_not_use_up_the_code(as_, others, peter, marleen):
    halves = agreed_halves(as_(others["func_beheer"]), as_(marleen), peter, "wachtwoord")
    for n in range(30):
        use_code(Client(REMOTE_ADDR=f"10.0.0.{n}"), "peter", ["BBBB-3333", "AAAA-2222"])
    assert use_code(Client(), "peter", halves).status_code == 302


def test_a_code_is_over_after_fourteen_days_and_when_the_account_is_stopped(as_, others, peter, marleen):
    femke, lead = as_(others["func_beheer"]), as_(marleen)
    halves = agreed_halves(femke, lead, peter, "wachtwoord")
    AccountRequest.objects.update(asked_at=timezone.now() - dt.timedelta(days=14, seconds=1))
    assert use_code(Client(), "peter", halves).status_code == 200
    halves = agreed_halves(femke, lead, peter, "wachtwoord")
    femke.post(page_of(peter), {"wat": "stop"})
    assert use_code(Client(), "peter", halves).status_code == 200
    femke.post(page_of(peter), {"wat": "start"})
    assert use_code(Client(), "peter", halves).status_code == 200, "stopping took it back"


@pytest.mark.parametrize("role", ["klantmanager", "teamleider", "fg", "func_beheer", "beleid"])
def test_a_new_colleague_enters_after_the_second_yes_only(role, as_, others, marleen):
    femke = as_(others["func_beheer"])
    femke.post(reverse("people:make_account"), {**NOOR, "role": role})
    noor = Account.objects.get(login="noor")
    assert not noor.is_active and not noor.has_usable_password()
    assert femke.post(page_of(noor), {"wat": "start"}).status_code == 404
    second = half_on(answer(as_(marleen)))
    first = half_on(femke.post(page_of(noor), {"wat": "account"}))
    assert not Account.objects.get(pk=noor.pk).is_active
    assert use_code(Client(), "noor", [first, second]).status_code == 302
    noor.refresh_from_db()
    assert noor.is_active and noor.check_password(OWN)


def test_the_page_says_nothing_of_who_exists_without_a_right_code(peter):
    pages = [use_code(Client(), login, ["BBBB-3333", "AAAA-2222"]) for login in ("peter", "niemand")]
    said = [list(page.context["form"].errors.values()) for page in pages]
    assert said[0] == said[1]


def test_a_weak_password_is_refused_and_the_code_stays_good(as_, others, peter, marleen):
    halves = agreed_halves(as_(others["func_beheer"]), as_(marleen), peter, "wachtwoord")
    for weak in ("kort", "Wachtwoord-2026", "peter van dongen", "gemeente voorbeeld 1", "aaaaaaaaaaaaaa"):
        assert use_code(Client(), "peter", halves, weak).status_code == 200, weak
    assert use_code(Client(), "peter", halves).status_code == 302


def test_twenty_wrong_codes_from_one_address_make_it_wait(db):
    statuses = [use_code(Client(REMOTE_ADDR="10.9.9.9"), "x", ["a", "b"]).status_code for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    assert use_code(Client(REMOTE_ADDR="10.9.9.8"), "x", ["a", "b"]).status_code == 200


# The very first team lead, or the only one: nobody of the municipality can say yes.
def test_without_a_team_lead_whoever_runs_the_server_says_yes(as_, others, capsys):
    femke = as_(others["func_beheer"])
    femke.post(reverse("people:make_account"), {**NOOR, "role": "teamleider"})
    noor = Account.objects.get(login="noor")
    assert "second_yes --inlognaam noor" in femke.get(page_of(noor)).content.decode()
    call_command("second_yes", inlognaam="noor")
    second = capsys.readouterr().out.split("Tweede helft van de code: ")[1].split()[0]
    after = femke.get(page_of(noor)).content.decode()
    assert "second_yes --inlognaam" not in after and "Wie de server beheert, zei ja" in after
    first = half_on(femke.post(page_of(noor), {"wat": "account"}))
    assert use_code(Client(), "noor", [first, second]).status_code == 302


def test_where_a_team_lead_can_answer_the_server_does_not(as_, others, peter, marleen):
    as_(others["func_beheer"]).post(page_of(peter), {"wat": "wachtwoord"})
    with pytest.raises(CommandError, match="Er is een teamleider"):
        call_command("second_yes", inlognaam="peter")
    with pytest.raises(CommandError, match="wacht er niets"):
        call_command("second_yes", inlognaam="marleen")


# A9: one administrator with a lost telephone was shut out for good.
def test_a_locked_out_administrator_is_rescued_on_the_server(others, peter, capsys):
    femke = others["func_beheer"]
    TOTPDevice.objects.create(user=femke, name="app", confirmed=True)
    call_command("rescue", inlognaam="femke")
    code = capsys.readouterr().out.split("Code: ")[1].split("\n")[0].split()
    assert use_code(Client(), "femke", code).status_code == 302
    femke.refresh_from_db()
    assert femke.check_password(OWN) and not TOTPDevice.objects.filter(user=femke).exists()
    with pytest.raises(CommandError, match="geen functioneel beheerder"):
        call_command("rescue", inlognaam="peter")
    with pytest.raises(CommandError, match="Deze inlognaam is er niet"):
        call_command("rescue", inlognaam="niemand")
