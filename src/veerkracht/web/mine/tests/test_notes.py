"""The private part: a code opens a place, another code another, empty one; nothing of it anywhere else."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.urls import reverse
from freezegun import freeze_time

from tests.security.conftest import everything_written
from veerkracht.web.mine.models import PrivateNote
from veerkracht.web.record.models import Event

CANARY = "Zonnebloemtaart"


def open_with(browser, code: str):  # type: ignore[no-untyped-def]
    return browser.post(reverse("mine:notes"), {"own_code": code}, follow=True)


def write(browser, words: str, **more):  # type: ignore[no-untyped-def]
    return browser.post(reverse("mine:new_note"), {"words": words, "kind": "wish", **more})


def page(browser) -> str:  # type: ignore[no-untyped-def]
    return browser.get(reverse("mine:notes")).content.decode()


def test_a_code_opens_what_was_written_under_it_and_another_code_an_empty_place(
    as_, samira, samira_case
) -> None:
    browser = as_(samira)
    open_with(browser, "drie blauwe fietsen")
    assert write(browser, f"Ik wil bakken: {CANARY}").status_code == 302
    assert CANARY in page(browser)
    browser.post(reverse("mine:shut"))
    assert CANARY not in page(browser)
    other = open_with(browser, "een andere code").content.decode()
    assert CANARY not in other and "Hier staat nog niets." in other
    browser.post(reverse("mine:shut"))
    # Capitals and spare spaces do not matter; somebody types this under stress.
    assert CANARY in open_with(browser, "  Drie blauwe  FIETSEN ").content.decode()


def test_an_empty_place_looks_the_same_for_who_never_used_it(
    as_, samira, samira_case, denise, denise_case
) -> None:
    user = as_(samira)
    open_with(user, "drie blauwe fietsen")
    write(user, CANARY)
    user.post(reverse("mine:shut"))
    texts = []
    for browser in (user, as_(denise)):
        text = open_with(browser, "zomaar iets").content.decode()
        main = text[text.index("<main") : text.index("</main>")]
        texts.append(re.sub(r'value="[^"]{20,}"', "", main))
    assert texts[0] == texts[1]


def test_nothing_of_it_stands_in_any_table_or_history(as_, samira, samira_case, peter) -> None:
    browser = as_(samira)
    open_with(browser, "drie blauwe fietsen")
    write(browser, CANARY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_data FROM people_session")
        sessions = str(cursor.fetchall())
    assert CANARY not in str(everything_written()) and "fietsen" not in sessions + str(everything_written())
    assert CANARY not in str(PrivateNote.objects.get().sealed), "sealed under her code, inside the field keys"
    assert not Event.objects.filter(case_id=samira_case.pk, kind__startswith="mine.private").exists()
    for address in ("mine:start", "mine:plan", "mine:around", "mine:changes", "mine:own_plan", "mine:more"):
        assert CANARY not in browser.get(reverse(address)).content.decode()
    taken = browser.post(reverse("privacy:take_along", args=[samira_case.public_id]), {"vorm": "json"})
    assert CANARY not in taken.content.decode()
    assert CANARY not in as_(peter).get(f"/mensen/{samira_case.public_id}/").content.decode()


def test_it_shuts_after_five_minutes_and_when_she_goes_elsewhere(as_, samira, samira_case) -> None:
    with freeze_time("2026-11-30 10:00") as clock:
        browser = as_(samira)
        open_with(browser, "drie blauwe fietsen")
        write(browser, CANARY)
        clock.move_to("2026-11-30 10:04")
        assert CANARY in page(browser)
        clock.move_to("2026-11-30 10:10")
        assert CANARY not in page(browser)
        open_with(browser, "drie blauwe fietsen")
        browser.get(reverse("mine:start"))
        assert CANARY not in page(browser)


def test_what_is_typed_is_saved_in_the_note_itself_and_two_windows_lose_nothing(
    as_, samira, samira_case
) -> None:
    browser = as_(samira)
    open_with(browser, "drie blauwe fietsen")
    first = write(browser, "Begin", autosave="1").json()
    again = {"words": "Begin en meer", "kind": "wish", "seen_version": first["version"], "autosave": "1"}
    assert browser.post(first["address"], again).json()["version"] == 2
    behind = browser.post(first["address"], {**again, "words": "Uit een oud venster"})
    assert behind.status_code == 409
    text = behind.content.decode()
    assert "Begin en meer" in text and "Uit een oud venster" in text


def test_text_sent_after_it_shut_comes_back(as_, samira, samira_case) -> None:
    answer = write(as_(samira), "Dit typte ik zonder code")
    assert answer.status_code == 422 and "Dit typte ik zonder code" in answer.content.decode()
    assert not PrivateNote.objects.exists()


def test_what_is_thrown_away_is_gone_and_notes_of_others_are_absent(
    as_, samira, samira_case, denise, denise_case
) -> None:
    browser = as_(samira)
    open_with(browser, "drie blauwe fietsen")
    write(browser, CANARY)
    note = PrivateNote.objects.get()
    other = as_(denise)
    open_with(other, "drie blauwe fietsen")
    assert other.get(reverse("mine:note", args=[note.key])).status_code == 404
    browser.post(reverse("mine:remove_note", args=[note.key]), {"seen_version": 7})
    assert PrivateNote.objects.exists()
    browser.post(reverse("mine:remove_note", args=[note.key]), {"seen_version": 1})
    assert not PrivateNote.objects.exists()


def test_guessing_codes_by_hand_is_held_up(as_, samira, samira_case) -> None:
    browser = as_(samira)
    for n in range(12):
        open_with(browser, f"geraden {n}")
        browser.post(reverse("mine:shut"))
    assert "Even wachten" in open_with(browser, "nog een keer").content.decode()


@pytest.mark.parametrize("code", ["", "kort", "     a     "])
def test_a_code_that_is_too_short_is_refused_with_the_reason(code, as_, samira, samira_case) -> None:
    answer = as_(samira).post(reverse("mine:notes"), {"own_code": code})
    assert answer.status_code == 422


def test_before_first_use_it_says_that_a_forgotten_code_is_lost(as_, samira, samira_case) -> None:
    assert "Code vergeten? Dan kan niemand het meer lezen." in page(as_(samira))
