"""The report: both sides with their own name, what was said stays said, dissent stays visible."""

from __future__ import annotations

import io
import random

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from veerkracht.web.guide import actions, queries
from veerkracht.web.guide.domain.heard import team_average
from veerkracht.web.guide.domain.report import ReportText
from veerkracht.web.guide.models import Heard, Quote, Remark, Report
from veerkracht.web.map.queries import map_of
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.letter import letter_of
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Conflict, Event


def url(name: str, case, talk) -> str:
    return reverse(f"guide:{name}", args=[case.public_id, talk.pk])


@pytest.fixture
def signed(peter, samira_case, talk, say) -> Report:
    say("Ik wil niet fulltime.")
    say("Hij luistert mee.", between_us=True)
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    talk.refresh_from_db()
    shown = queries.report_text(talk=talk, case=samira_case).hash
    return actions.sign_report(
        by=peter, case=samira_case, talk_id=talk.pk, shown_hash=shown, seen="De opvang opent te laat."
    )


def test_each_side_stands_under_its_own_name(as_, samira, peter, samira_case, talk, signed):
    text = ReportText.from_json(signed.text)
    assert (text.said, text.seen) == (("Ik wil niet fulltime.",), "De opvang opent te laat.")
    assert (text.name, text.professional) == ("Samira Haddad", "Peter van Dongen")
    hers = as_(samira).get(url("report", samira_case, talk)).content.decode()
    assert "Jij zegt" in hers and "Peter van Dongen ziet" in hers


def test_her_correction_stands_beside_and_nothing_is_replaced(as_, samira, peter, samira_case, talk, signed):
    before = signed.hash
    data = {"kind": "disagrees", "words": "Ik kan tot 2029 niet meer dan 24 uur."}
    assert as_(samira).post(url("remark", samira_case, talk), data).status_code == 302
    page = as_(peter).get(url("report", samira_case, talk)).content.decode()
    assert "Ik wil niet fulltime." in page and "niet meer dan 24 uur" in page
    assert "Daar ben ik het niet mee eens" in page and "Samira Haddad" in page
    signed.refresh_from_db()
    assert signed.hash == before == ReportText.from_json(signed.text).hash


def test_only_she_answers_and_signs_for_herself(as_, samira, peter, samira_case, talk, signed):
    assert (
        as_(peter).post(url("remark", samira_case, talk), {"kind": "adds", "words": "x"}).status_code == 404
    )
    assert as_(peter).post(url("confirm", samira_case, talk), {"hash": signed.hash}).status_code == 404
    as_(samira).post(url("confirm", samira_case, talk), {"hash": "0" * 64})
    assert Report.objects.get().confirmed_at is None
    as_(samira).post(url("confirm", samira_case, talk), {"hash": signed.hash})
    assert Report.objects.get().confirmed_at is not None
    assert not Remark.objects.exists()


def test_after_signing_no_path_changes_a_word(peter, samira_case, talk, signed):
    quote, common = Quote.objects.first(), {"by": peter, "case": samira_case, "talk_id": talk.pk}
    for act, given in (
        (actions.add_quote, {"words": "Nog iets"}),
        (actions.change_quote, {"quote_id": quote.pk, "seen_version": 1, "words": "Anders"}),
        (actions.put_aside, {"quote_id": quote.pk, "seen_version": 1, "destination": "nowhere"}),
        (actions.start_talk, {}),
        (actions.end_talk, {}),
        (actions.sign_report, {"shown_hash": signed.hash, "seen": "Iets anders"}),
    ):
        with pytest.raises(Http404):
            act(**common, **given)


def test_a_second_click_and_an_old_page_lead_to_the_report(as_, peter, samira_case, talk, signed):
    client, report = as_(peter), url("report", samira_case, talk)
    assert client.post(url("sign", samira_case, talk), {"hash": signed.hash, "seen": ""}).url == report
    for name in ("talk", "wrap_up"):
        assert client.get(url(name, samira_case, talk)).url == report
    assert Report.objects.get().hash == signed.hash


def test_her_words_changed_while_the_page_was_open(as_, peter, samira_case, talk, say):
    say("Eerst dit.")
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    talk.refresh_from_db()
    shown = queries.report_text(talk=talk, case=samira_case).hash
    actions.change_quote(
        by=peter,
        case=samira_case,
        talk_id=talk.pk,
        quote_id=Quote.objects.get().pk,
        seen_version=1,
        words="Nee, dit.",
    )
    answer = as_(peter).post(url("sign", samira_case, talk), {"hash": shown, "seen": "Wat ik zag."})
    assert answer.status_code == 409
    assert "Wat ik zag." in answer.content.decode(), "what was typed stays"
    with pytest.raises(Conflict):
        actions.sign_report(by=peter, case=samira_case, talk_id=talk.pk, shown_hash=shown, seen="")


def test_what_stays_between_us_is_on_no_page_of_hers_and_in_no_copy(
    as_, samira, peter, samira_case, talk, signed
):
    for name in ("report", "copy"):
        page = as_(peter).get(url(name, samira_case, talk)).content.decode()
        assert ("Hij luistert mee" in page) == (name == "report")
    assert "luistert mee" not in as_(samira).get(url("report", samira_case, talk)).content.decode()
    assert b"luistert mee" not in _docx_text(as_(peter).get(url("docx", samira_case, talk)).content).encode()


def _docx_text(content: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


def test_the_copy_holds_both_sides_and_opens_in_word(as_, samira, peter, samira_case, talk, signed):
    actions.write_remark(
        by=samira, case=samira_case, talk_id=talk.pk, kind="corrects", words="Tot 2029: 24 uur. 😀"
    )
    answer = as_(peter).get(url("docx", samira_case, talk))
    assert "Samira" not in answer["Content-Disposition"]
    text = _docx_text(answer.content)
    for words in (
        "Ik wil niet fulltime.",
        "De opvang opent te laat.",
        "Tot 2029: 24 uur. 😀",
        "Peter van Dongen",
    ):
        assert words in text
        assert words in as_(peter).get(url("copy", samira_case, talk)).content.decode()


@pytest.mark.parametrize("name", ["report", "copy", "docx"])
def test_nobody_else_reads_it(as_, aylin, bas, marleen, denise, others, samira_case, talk, signed, name):
    for who in (aylin, bas, marleen, denise, *others.values()):
        assert as_(who).get(url(name, samira_case, talk)).status_code == 404, who.login


def test_the_copy_is_not_hers_to_make_but_the_report_is(as_, samira, samira_case, talk, signed):
    assert as_(samira).get(url("report", samira_case, talk)).status_code == 200
    assert as_(samira).get(url("copy", samira_case, talk)).status_code == 404


# --- fifty talks ---------------------------------------------------------------------------------------------
PLACES = ("", "report", "map", "wish", "promise", "between_us", "nowhere")


def _hold(number: int, case: Case, peter: Account) -> None:
    """One talk with quotes in random order; everything that comes of it holds exactly what was chosen."""
    chance = random.Random(number)
    talk = actions.plan_talk(by=peter, case=case, on=timezone.localdate())
    common = {"by": peter, "case": case, "talk_id": talk.pk}
    actions.start_talk(**common)
    chosen = [(f"Woord{number}x{n}y {place or 'open'}.", place) for n, place in enumerate(PLACES * 2)]
    chance.shuffle(chosen)
    quotes = [(actions.add_quote(**common, words=words), place) for words, place in chosen]
    chance.shuffle(quotes)
    for quote, place in quotes:
        given = {**common, "quote_id": quote.pk, "seen_version": 1}
        if place == "map":
            actions.place_on_map(**given, ring="micro", effect="helps", text=quote.words)
        elif place == "wish":
            actions.wish_from(**given)
        elif place == "promise":
            actions.promise_from(**given, owner="mother", what=quote.words)
        elif place:
            actions.put_aside(**given, destination=place)
    actions.end_talk(**common)
    talk.refresh_from_db()
    shown = queries.report_text(talk=talk, case=case).hash
    report = actions.sign_report(**common, shown_hash=shown, seen="")
    _holds_exactly(case, peter, chosen, ReportText.from_json(report.text))


def _holds_exactly(case, peter, chosen, text) -> None:
    def those(*places):
        return sorted(words for words, place in chosen if place in places)

    assert list(text.said) == [words for words, place in chosen if place not in ("between_us", "nowhere")]
    day = timezone.localdate()
    plan = plan_of(case=case, day=day)
    assert sorted(plan.wish.splitlines()) == those("wish")
    assert sorted(p.what for p in plan.promises) == those("promise")
    assert sorted(f.text for f in map_of(case=case, account=peter).map.factors) == those("map")
    pdf = PdfReader(io.BytesIO(letter_of(case=case, plan=plan, day=day).content))
    letter = "".join("".join(page.extract_text() for page in pdf.pages).split())
    for words, place in chosen:
        assert ("".join(words.split()) in letter) == (place in ("wish", "promise")), words
    assert not Quote.objects.filter(talk__case=case, destination="nowhere").exists()


def test_fifty_talks_hold_exactly_what_was_chosen(new_case, peter):
    for number in range(50):
        _hold(number, new_case(number), peter)


# --- was she heard -------------------------------------------------------------------------------------------
def test_her_face_is_hers_alone(as_, samira, peter, marleen, samira_case, talk, signed):
    said = as_(samira).post(url("heard", samira_case, talk), {"face": "1", "words": "Kanarie zegt nee."})
    assert said.status_code == 302
    assert "Kanarie" in as_(samira).get(url("heard", samira_case, talk)).content.decode()
    assert as_(peter).get(url("heard", samira_case, talk)).status_code == 404
    for name in ("report", "copy"):
        assert "Kanarie" not in as_(peter).get(url(name, samira_case, talk)).content.decode()
    assert (
        "Kanarie" not in as_(peter).get(reverse("guide:talks", args=[samira_case.public_id])).content.decode()
    )
    assert "Kanarie" not in as_(marleen).get(reverse("guide:team_heard")).content.decode()
    assert Event.objects.filter(kind="guide.heard_said").get().object_id is None


def test_no_average_below_ten_and_none_that_tells_one_talk():
    assert team_average([4] * 9) is None
    assert team_average([4] * 10).face == 4.0
    # Eleven talks say the same as ten: what the eleventh said cannot be worked out.
    assert team_average([*[4] * 10, 1]) == team_average([4] * 10)
    assert team_average([*[4] * 10, *[2] * 10]).face == 3.0


def test_the_team_sees_an_average_and_nobody_else_does(as_, new_case, peter, marleen, samira, others):
    for number in range(10):
        case = new_case(number)
        talk = actions.plan_talk(by=peter, case=case, on=timezone.localdate())
        Heard.objects.create(talk=talk, face=3, said_at=timezone.now())
    assert "3,0" in as_(marleen).get(reverse("guide:team_heard")).content.decode()
    assert as_(peter).get(reverse("guide:team_heard")).status_code == 200
    for who in (samira, *others.values()):
        assert as_(who).get(reverse("guide:team_heard")).status_code == 404


def test_another_municipality_counts_for_itself(as_, bas, samira_case, talk):
    Heard.objects.create(talk=talk, face=3, said_at=timezone.now())
    assert "nog geen tien" in as_(bas).get(reverse("guide:team_heard")).content.decode()
