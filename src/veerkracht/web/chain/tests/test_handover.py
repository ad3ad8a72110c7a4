"""A handover from packet to first talk, in the browser's place, and everything that may not happen on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.chain import actions, caseload_actions, handover_actions
from veerkracht.web.chain.models import Handover, Helper
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.models import Account, Assignment, Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.record.models import Event, Reading

As = Callable[[Account], Client]


def url(name: str, row: Handover) -> str:
    return reverse(f"chain:{name}", args=[row.case.public_id, row.pk])


def press(browser: Client, name: str, row: Handover, **sent: str) -> str:
    """Send a button as the page shows it; gives the page it leads to."""
    row.refresh_from_db()
    answer = browser.post(url(name, row), {"seen_version": row.version, **sent}, follow=True)
    row.refresh_from_db()
    return answer.content.decode()


@pytest.fixture
def carla(others: dict[str, Account]) -> Account:
    return others["keten"]


@pytest.fixture
def wijkteam(peter: Account, samira_case: Case, carla: Account) -> Helper:
    made: Helper = actions.add_helper(
        by=peter,
        case=samira_case,
        name="Carla Maas",
        purpose="Hulp thuis",
        account_id=carla.pk,
        is_announced=True,
    )
    return made


@pytest.fixture
def shelter(peter: Account, samira_case: Case) -> Helper:
    made: Helper = actions.add_helper(
        by=peter, case=samira_case, name="Ans Kok", purpose="De opvang", is_announced=True
    )
    return made


@pytest.fixture
def handed(peter: Account, samira_case: Case, wijkteam: Helper, shelter: Helper) -> Handover:
    day = timezone.localdate() + dt.timedelta(days=30)
    plan_actions.write_wish(by=peter, case=samira_case, wish="Koken voor anderen.", seen_version=1)
    plan_actions.make_promise(by=peter, case=samira_case, owner="municipality", what="Beslist.", due_on=day)
    map_actions.add_node(by=peter, case=samira_case, name="Ruud de ex", ring="micro", do_not_contact=True)
    map_actions.add_node(
        by=samira_case.account, case=samira_case, name="Geheim", ring="micro", only_hers=True
    )
    samira_case.address, samira_case.address_is_secret = "Hofzicht 31", True
    samira_case.save()
    made: Handover = handover_actions.make_handover(
        by=peter, case=samira_case, topic="Hulp thuis", to_helper_id=wijkteam.pk, from_helper_id=shelter.pk
    )
    return made


def test_from_shelter_to_wijkteam_whole(as_: As, peter, samira, carla, handed) -> None:
    mother, partner, staff = as_(samira), as_(carla), as_(peter)
    assert handed.case.full_name not in partner.get("/gedeeld/").content.decode(), "not released yet"
    page = mother.get(url("handover", handed)).content.decode()
    assert "Koken voor anderen." in page and "Nu verantwoordelijk: Ans Kok" in page
    sent = {
        "keep": [line["key"] for line in handed.packet if line["about"] != "promise"],
        "own_words": "Bel mij.",
    }
    assert "Beslist." not in press(mother, "change_packet", handed, **sent)
    press(mother, "release", handed)
    assert handed.state == "offered" and handed.due_on
    page = partner.get(reverse("chain:received", args=[handed.pk])).content.decode()
    assert "Bel mij." in page and "Koken voor anderen." in page
    assert not {"Beslist.", "Hofzicht", "Ruud", "Geheim"} & set(page.split()) and "Ruud" not in page
    sent = {"seen_version": handed.version, "greeting": "Dag, ik ben Carla."}
    partner.post(reverse("chain:accept", args=[handed.pk]), sent)
    page = mother.get(url("handover", handed)).content.decode()
    assert "Dag, ik ben Carla." in page and "Nu verantwoordelijk: Carla Maas" in page
    soon = (timezone.localdate() + dt.timedelta(days=3)).strftime("%d-%m-%Y")
    press(staff, "plan_first_talk", handed, talk_on=soon)
    press(mother, "hold_first_talk", handed)
    press(mother, "say_repeated", handed, repeated="partly", repeated_words="Een stukje.")
    assert handed.state == "talked" and handed.repeated == "partly"
    steps = [moment.step for moment in handed.moments.all()]
    assert steps == ["release", "accept", "plan_talk", "hold_talk"]
    assert partner.get(reverse("chain:received", args=[handed.pk])).status_code == 404, (
        "closed after the talk"
    )
    assert Helper.objects.get(name__isnull=False, pk=handed.from_helper_id).until == timezone.localdate()
    assert Event.objects.filter(case_id=handed.case_id, kind="chain.handover_accepted").count() == 1


def test_what_the_receiver_read_stands_in_her_log(as_: As, samira, carla, handed) -> None:
    press(as_(samira), "release", handed)
    as_(carla).get(reverse("chain:received", args=[handed.pk]))
    assert Reading.objects.filter(case_id=handed.case_id, account_id=carla.pk, what="overdracht").count() == 1
    looked = reverse("people:who_looked", args=[handed.case.public_id])
    assert "keek naar een overdracht" in as_(samira).get(looked, follow=True).content.decode()


def test_nobody_but_she_releases_while_she_has_a_log_in(as_: As, peter, samira_case, handed) -> None:
    for name in ("release", "change_packet", "take_back"):
        assert as_(peter).post(url(name, handed), {"seen_version": 1}).status_code == 404
    samira_case.account = None
    samira_case.save()
    press(as_(peter), "release", handed)
    assert handed.state == "offered", "without a log-in it is said at the table"


def test_a_step_that_does_not_fit_gets_a_sentence(as_: As, peter, samira, handed) -> None:
    assert "eerst wordt het pakketje gelezen" in press(as_(peter), "hold_first_talk", handed)
    press(as_(samira), "release", handed)
    assert "het pakketje ligt bij de ontvanger" in press(as_(samira), "release", handed)
    press(as_(samira), "stop_handover", handed)
    assert "deze overdracht is gestopt" in press(as_(peter), "begin_again", handed)
    assert handed.state == "withdrawn" and handed.packet == []


def test_what_she_unticks_and_releases_at_once_never_goes_along(as_: As, samira, carla, handed) -> None:
    """One press: nobody has to save first, and a line that was unticked a moment ago is gone."""
    mother = as_(samira)
    form = mother.get(url("handover", handed)).context["packet_form"]
    sent = {
        "keep": [line["key"] for line in handed.packet if "Beslist." not in line["text"]],
        "own_words": "Bel mij.",
        "seen_version": handed.version,
        "once": str(form["once"].value()),
    }
    mother.post(url("release", handed), sent)
    handed.refresh_from_db()
    texts = [line["text"] for line in handed.packet]
    assert handed.state == "offered" and texts[0] == "Bel mij." and not [t for t in texts if "Beslist." in t]
    page = as_(carla).get(reverse("chain:received", args=[handed.pk])).content.decode()
    assert "Bel mij." in page and "Beslist." not in page


def test_after_a_no_she_reads_a_fresh_packet_again(as_: As, peter, samira, carla, handed) -> None:
    press(as_(samira), "release", handed)
    handed.refresh_from_db()
    no = reverse("chain:decline", args=[handed.pk])
    assert "Vul hier iets in" in as_(carla).post(no, {"seen_version": handed.version}).content.decode()
    as_(carla).post(no, {"seen_version": handed.version, "reason": "Wij zijn vol tot maart."})
    assert "Wij zijn vol tot maart." in as_(samira).get(url("handover", handed)).content.decode()
    assert as_(carla).get(reverse("chain:received", args=[handed.pk])).status_code == 404
    press(as_(peter), "begin_again", handed)
    assert handed.state == "with_her" and handed.due_on is None


def test_taking_back_closes_it_on_the_next_request(as_: As, samira, carla, handed) -> None:
    press(as_(samira), "release", handed)
    browser = as_(carla)
    page = reverse("chain:received", args=[handed.pk])
    assert browser.get(page).status_code == 200
    press(as_(samira), "take_back", handed)
    assert browser.get(page).status_code == 404
    sent = {"seen_version": handed.version}
    assert browser.post(reverse("chain:accept", args=[handed.pk]), sent).status_code == 404


def test_a_receiver_who_cannot_answer_is_no_receiver(as_: As, peter, samira_case, shelter) -> None:
    give = {"by": peter, "case": samira_case, "topic": "Hulp"}
    with pytest.raises(Http404):
        handover_actions.make_handover(**give, to_helper_id=shelter.pk)
    with pytest.raises(Http404):
        handover_actions.make_handover(**give)
    with pytest.raises(Http404):
        handover_actions.make_handover(**give, to_account_id=peter.pk)
    page = as_(peter).get(reverse("chain:make_handover", args=[samira_case.public_id])).content.decode()
    assert 'value="helper:' not in page


def test_a_colleague_guides_her_from_the_yes_and_not_before(
    as_: As, peter, aylin, samira, samira_case
) -> None:
    row = handover_actions.make_handover(
        by=peter, case=samira_case, topic="Begeleiding", to_account_id=aylin.pk
    )
    press(as_(samira), "release", row)
    day = timezone.localdate()
    assert klantmanager_of(case=samira_case, day=day).name == peter.name
    assert as_(aylin).get(reverse("people:case", args=[samira_case.public_id])).status_code == 404
    row.refresh_from_db()
    as_(aylin).post(reverse("chain:accept", args=[row.pk]), {"seen_version": row.version, "greeting": "Dag!"})
    assert klantmanager_of(case=samira_case, day=day).name == aylin.name
    assert as_(peter).get(reverse("people:case", args=[samira_case.public_id])).status_code == 404
    own = Assignment.objects.active(day).filter(case=samira_case, kind="own")
    assert own.count() == 1


@freeze_time("2026-11-30 10:00")
def test_an_answer_that_does_not_come_is_seen_by_day(as_: As, peter, samira, handed) -> None:
    press(as_(samira), "release", handed)
    assert handed.due_on == dt.date(2026, 12, 7)
    with freeze_time("2026-12-08 08:00"):
        page = as_(peter).get(url("handover", handed)).content.decode()
        assert "Dat antwoord is er nog niet" in page and "Nu verantwoordelijk: Ans Kok" in page


@pytest.fixture
def caseload(peter: Account, samira_case: Case) -> list[Case]:
    """Ninety-five people of Peter; Samira is the first."""
    from veerkracht.web.people.actions import open_case

    return [samira_case, *(open_case(by=peter, first_name=f"Vrouw{n}", last_name="Vos") for n in range(94))]


def test_ninety_five_people_go_over_in_fifteen_clicks(as_: As, peter, aylin, samira, caseload) -> None:
    browser, clicks, opened = as_(peter), 0, []
    day = timezone.localdate()
    browser.get(reverse("chain:leave"))
    clicks += 3  # the page, the colleague, the button
    browser.post(reverse("chain:leave"), {"to_account_id": aylin.pk, "topic": "De begeleiding"})
    for _page in range(10):
        page = browser.get(reverse("chain:read_packets"))
        ids = [each.row.pk for each in page.context["packets"]]
        opened += ids
        browser.post(reverse("chain:read_packets"), {"handover": ids})
        clicks += 1
    assert len(opened) == len(set(opened)) == 95
    assert klantmanager_of(case=caseload[0], day=day).name == peter.name, "until the yes nothing changes"
    colleague = as_(aylin)
    assert "geeft u 95 mensen door" in colleague.get("/gedeeld/").content.decode()
    clicks += 2  # the page, the button
    greeting = (
        colleague.get(reverse("chain:take_caseload", args=[peter.pk])).context["form"].initial["greeting"]
    )
    colleague.post(reverse("chain:take_caseload", args=[peter.pk]), {"greeting": greeting})
    assert clicks <= 15
    assert {klantmanager_of(case=case, day=day).name for case in caseload} == {aylin.name}
    row = Handover.objects.get(case=caseload[0])
    assert row.greeting.startswith("Dag Samira, ik ben Aylin Demir.")
    assert row.greeting in as_(samira).get(url("handover", row)).content.decode()
    kinds = Event.objects.filter(kind="chain.handover_accepted", case_id__in=[case.pk for case in caseload])
    assert kinds.count() == 95


def test_nobody_passes_on_people_of_somebody_else(
    as_: As, peter, aylin, bas, denise_case, samira_case
) -> None:
    caseload_actions.pack_caseload(by=peter, to_account_id=aylin.pk, topic="De begeleiding")
    row = Handover.objects.get()
    assert row.case == samira_case, "Denise is Aylin's"
    with pytest.raises(Http404):
        caseload_actions.pass_on(by=aylin, handover_ids=[row.pk])
    with pytest.raises(Http404):
        caseload_actions.pack_caseload(by=peter, to_account_id=bas.pk, topic="x")
    with pytest.raises(Http404):
        caseload_actions.accept_caseload(by=aylin, giver_id=peter.pk, greeting="Dag")
    assert as_(bas).get(reverse("chain:take_caseload", args=[peter.pk])).status_code == 200
