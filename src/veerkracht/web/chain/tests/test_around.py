"""Who helps her: she sees and corrects the same list, and nobody is added without it being said to her."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.urls import reverse

from veerkracht.web.chain import actions
from veerkracht.web.chain.models import Helper
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.authorize import matrix
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.models import Promise
from veerkracht.web.record.models import Conflict, Event

As = Callable[[Account], Client]


def typed(**more: Any) -> dict[str, Any]:
    return {"name": "Karin Bos", "purpose": "De schulden regelen", "rhythm": "4", **more}


def url(name: str, case: Case, *numbers: int) -> str:
    return reverse(f"chain:{name}", args=[case.public_id, *numbers])


@pytest.fixture
def karin(peter: Account, samira_case: Case) -> Helper:
    made: Helper = actions.add_helper(
        by=peter, case=samira_case, name="Karin Bos", purpose="De schulden regelen", is_announced=True
    )
    return made


def test_nobody_is_added_without_it_being_said_to_her(as_: As, peter, samira_case) -> None:
    answer = as_(peter).post(url("add_helper", samira_case), typed())
    assert "Vertel het haar eerst" in answer.content.decode() and "Karin Bos" in answer.content.decode()
    assert not Helper.objects.exists()
    with pytest.raises(Http404):
        actions.add_helper(by=peter, case=samira_case, name="Karin", purpose="Schulden")
    as_(peter).post(url("add_helper", samira_case), typed(is_announced="on"))
    helper = Helper.objects.get()
    assert helper.announced_on is not None and helper.her_view == ""
    assert Event.objects.filter(kind="chain.helper_added", case_id=samira_case.pk).count() == 1


def test_she_reads_who_put_it_there_and_says_whether_it_is_right(
    as_: As, peter, samira, samira_case, karin
) -> None:
    page = as_(samira).get(url("around", samira_case)).content.decode()
    assert "Karin Bos" in page and "Peter van Dongen zette dit hier neer" in page
    as_(samira).post(url("right", samira_case, karin.pk), {"seen_version": karin.version})
    karin.refresh_from_db()
    assert karin.her_view == "right"
    sent = {"her_words": "Zij helpt mij niet meer.", "seen_version": karin.version}
    as_(samira).post(url("not_right", samira_case, karin.pk), sent)
    page = as_(peter).get(url("around", samira_case)).content.decode()
    assert "Samira zegt: dit klopt niet" in page and "Zij helpt mij niet meer." in page


def test_what_staff_changes_she_looks_at_again_and_what_she_changes_is_right(
    peter, samira, samira_case, karin
) -> None:
    hers = actions.change_helper(
        by=samira, case=samira_case, helper_id=karin.pk, seen_version=1, name="Karin de Bos"
    )
    assert hers.her_view == "right"
    again = actions.change_helper(
        by=peter, case=samira_case, helper_id=karin.pk, seen_version=2, name="Karin Bos"
    )
    assert again.her_view == ""
    with pytest.raises(Conflict):
        actions.change_helper(by=peter, case=samira_case, helper_id=karin.pk, seen_version=2, name="K")


def test_her_word_and_taking_off_are_hers_alone(as_: As, peter, samira, samira_case, karin) -> None:
    for name in ("right", "not_right", "remove_helper"):
        assert as_(peter).post(url(name, samira_case, karin.pk), {"seen_version": 1}).status_code == 404
    as_(samira).post(url("remove_helper", samira_case, karin.pk), {"seen_version": 1})
    assert not Helper.objects.exists()


def test_a_helper_is_tied_to_her_own_map_and_nobody_elses(peter, aylin, samira_case, denise_case) -> None:
    mine = map_actions.add_node(by=peter, case=samira_case, name="De schuldhulp", ring="micro")
    other = map_actions.add_node(by=aylin, case=denise_case, name="Iemand", ring="micro")
    add = {"by": peter, "case": samira_case, "name": "Karin", "purpose": "Schulden", "is_announced": True}
    assert actions.add_helper(**add, linked=f"node:{mine.pk}").linked == f"node:{mine.pk}"
    with pytest.raises(Http404):
        actions.add_helper(**add, linked=f"node:{other.pk}")
    with pytest.raises(Http404):
        actions.add_helper(**add, account_id=peter.pk)


def test_a_tie_that_goes_wrong_becomes_somebodys_promise(as_: As, peter, samira_case) -> None:
    nodes = [
        map_actions.add_node(by=peter, case=samira_case, name=name, ring="micro", kind="organisation").pk
        for name in ("De opvang", "Het wijkteam")
    ]
    map_actions.add_between(
        by=peter,
        case=samira_case,
        first=nodes[0],
        second=nodes[1],
        state="silent",
        lost="Wie het overneemt",
        mended_by="care",
    )
    page = as_(peter).get(url("around", samira_case))
    send = page.context["ties"][0].send
    assert "Wie het overneemt" in page.content.decode()
    as_(peter).post(send.url, {**dict(send.fields), "due_on": "24-12-2026"})
    promise = Promise.objects.get()
    assert promise.owner == "partner_organisation" and "Het wijkteam" in promise.what


def test_somebody_who_must_not_be_approached_stands_in_no_table(as_: As, peter, samira_case) -> None:
    ex = map_actions.add_node(by=peter, case=samira_case, name="Ruud", ring="micro", do_not_contact=True)
    coach = map_actions.add_node(by=peter, case=samira_case, name="De coach", ring="micro")
    map_actions.add_between(by=peter, case=samira_case, first=ex.pk, second=coach.pk, state="silent")
    assert "Ruud" not in as_(peter).get(url("around", samira_case)).content.decode()
    assert "Ruud" not in as_(peter).get(url("add_helper", samira_case)).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("until", "01-01-2026", "Deze dag ligt voor het begin"),
        ("email", "karin", "Dit is geen e-mailadres"),
        ("travel_minutes", "-3", "Minder dan 0 minuten kan niet"),
        ("travel_minutes", "veel", "Vul een heel getal in"),
        ("last_contact_on", "01-01-2199", "Deze dag moet nog komen"),
        ("rhythm", "9", "Deze keuze bestaat niet"),
        ("name", "", "Vul hier iets in"),
    ],
)
def test_a_mistake_gets_a_sentence_and_keeps_what_was_typed(
    as_: As, peter, samira_case, field: str, value: str, says: str
) -> None:
    sent = typed(is_announced="on", since="02-01-2026", organisation="Schuldhulp Midden", **{field: value})
    page = as_(peter).post(url("add_helper", samira_case), sent).content.decode()
    assert says in page and "Schuldhulp Midden" in page
    assert not Helper.objects.exists()


def test_what_was_typed_about_a_helper_stands_encrypted(karin) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, purpose FROM chain_helper")
        assert all(text.startswith("enc1:") for text in cursor.fetchone())


def test_who_stopped_helping_stands_apart_and_asks_nothing(as_: As, peter, samira_case, karin) -> None:
    yesterday = dt.date.today() - dt.timedelta(days=1)
    actions.change_helper(
        by=peter, case=samira_case, helper_id=karin.pk, seen_version=1, until=yesterday, rhythm=20
    )
    around = as_(peter).get(url("around", samira_case)).context["around"]
    assert not around.helpers and [row.pk for row in around.former] == [karin.pk]
    assert around.load.appointments == 0


def test_nothing_of_the_chain_leads_to_income_and_enforcement(as_: As, peter, samira_case, others) -> None:
    """PRV-04: no cell for them, no account of theirs as somebody who helps, and no page of the chain lets them in."""
    hans = others["inkomen_handhaving"]
    with pytest.raises(Http404):
        actions.add_helper(
            by=peter, case=samira_case, name="Hans", purpose="Controle", is_announced=True, account_id=hans.pk
        )
    ours = ("hulpverlener", "overdracht", "overdracht_vrijgave", "gedeeld_met_mij", "gedeeld_stuk")
    ours += ("deeltoestemming", "deeltoestemming_vraag", "deeltoestemming_antwoord", "gezamenlijke_tafel")
    for kind in (*ours, "mijn_overdracht"):
        cells = [cells for name, cells in matrix()["objects"][kind].items() if name != "classification"]
        assert not any("inkomen_handhaving" in each for each in cells), kind
    assert as_(hans).get("/gedeeld/").status_code == 404
