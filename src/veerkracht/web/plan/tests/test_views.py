"""The plan through its pages: what is said is kept, nothing is agreed without her, nobody overwrites anybody."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from pypdf import PdfReader

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.actions import add_node
from veerkracht.web.people.models import Case
from veerkracht.web.plan import actions
from veerkracht.web.plan.models import FixedPlan, Plan, Promise, Proposal
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Event, Reading


def url(name: str, case, *more) -> str:
    return reverse(f"plan:{name}", args=[case.public_id, *more])


@pytest.fixture
def promise(peter, samira_case) -> Promise:
    return actions.make_promise(
        by=peter,
        case=samira_case,
        owner="municipality",
        what="Beslist over de opvang.",
        due_on=dt.date(2030, 1, 7),
    )


def test_an_empty_plan_invites_her_wish(as_, peter, samira_case):
    page = as_(peter).get(url("plan", samira_case))
    assert page.status_code == 200
    assert "in haar eigen woorden" in page.content.decode()


def test_she_reads_je_where_peter_reads_u(as_, samira, peter, samira_case, promise):
    hers = as_(samira).get(url("plan", samira_case)).content.decode()
    his = as_(peter).get(url("plan", samira_case)).content.decode()
    assert "Wat jij doet" in hers and "Wat jij doet" not in his
    assert "Wat Samira doet" in his


def test_the_municipality_stands_on_top(as_, peter, samira_case):
    actions.make_promise(by=peter, case=samira_case, owner="mother", what="Gaat naar de les.")
    actions.make_promise(
        by=peter, case=samira_case, owner="municipality", what="Beslist.", due_on=dt.date(2030, 1, 7)
    )
    owners = [p.owner for p in plan_of(case=samira_case, day=timezone.localdate()).promises]
    assert owners == ["municipality", "mother"]


def test_a_promise_of_the_municipality_needs_a_date(as_, peter, samira_case):
    answer = as_(peter).post(url("make_promise", samira_case), {"owner": "municipality", "what": "Beslist."})
    assert answer.status_code == 200
    assert "Een belofte van de gemeente heeft een datum" in answer.content.decode()
    assert "Beslist." in answer.content.decode(), "what was typed stays"
    assert not Promise.objects.exists()


def test_nothing_is_agreed_without_her_yes(as_, samira, samira_case, promise):
    data = {"answer": "think", "answer_words": "Ik vraag het eerst thuis.", "seen_version": promise.version}
    as_(samira).post(url("answer", samira_case, promise.pk), data)
    promise.refresh_from_db()
    assert promise.answer == "think"
    assert promise.answer_noted_by == samira
    assert not plan_of(case=samira_case, day=timezone.localdate()).promises[0].is_agreed


def test_changing_a_promise_asks_her_again(peter, samira, samira_case, promise):
    answered = actions.answer_promise(
        by=samira, case=samira_case, promise_id=promise.pk, seen_version=1, answer="agree"
    )
    changed = actions.change_promise(
        by=peter,
        case=samira_case,
        promise_id=promise.pk,
        seen_version=answered.version,
        owner="municipality",
        what="Beslist over de opvang en de reiskosten.",
        owner_name="",
        due_on=dt.date(2030, 1, 7),
    )
    assert changed.answer == "none"


def test_two_people_editing_one_wish_get_a_merge_page(as_, peter, samira, samira_case):
    Plan.objects.create(case=samira_case, wish="Koken.")
    form = as_(peter).get(url("wish", samira_case)).context["form"]
    base = {"seen_version": 1, "was": form["was"].value()}
    as_(samira).post(url("wish", samira_case), {**base, "wish": "Koken op een school."})
    late = as_(peter).post(url("wish", samira_case), {**base, "wish": "Koken in een buurthuis."})
    assert late.status_code == 409
    text = late.content.decode()
    assert all(words in text for words in ("Koken.", "Koken op een school.", "Koken in een buurthuis."))
    assert Plan.objects.get().wish == "Koken op een school."
    keep = dict(late.context["keep"])
    chosen = as_(peter).post(url("wish", samira_case), {**keep, "wish": "Koken op een school of buurthuis."})
    assert chosen.status_code == 302
    assert Plan.objects.get().wish == "Koken op een school of buurthuis."


def test_a_form_sent_twice_has_one_effect(as_, peter, samira_case):
    token = "0b1f3a52-9d6b-4a86-9a43-4c7d3a5c6d10"
    data = {"once": token, "owner": "mother", "what": "Gaat naar de les."}
    for _ in range(3):
        assert as_(peter).post(url("make_promise", samira_case), data).status_code == 302
    assert Promise.objects.count() == 1
    assert Event.objects.filter(kind="plan.promise_made").count() == 1


def test_fixing_binds_to_what_was_shown(as_, peter, samira_case, promise):
    shown = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    actions.make_promise(by=peter, case=samira_case, owner="mother", what="Belt de school.")
    page = as_(peter).post(url("fix", samira_case), {"hash": shown})
    assert "net veranderd" in page.content.decode()
    assert not FixedPlan.objects.exists()


def test_only_she_can_confirm_and_only_what_she_saw(as_, peter, samira, samira_case, promise):
    shown = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    as_(peter).post(url("fix", samira_case), {"hash": shown})
    assert as_(peter).post(url("fixed", samira_case, 1), {"hash": shown}).status_code == 404
    as_(samira).post(url("fixed", samira_case, 1), {"hash": "0" * 64})
    assert FixedPlan.objects.get().confirmed_at is None
    as_(samira).post(url("fixed", samira_case, 1), {"hash": shown})
    assert FixedPlan.objects.get().confirmed_at is not None


def test_keeping_a_promise_does_not_break_the_signature(as_, peter, samira_case, promise):
    before = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    as_(peter).post(url("mark_done", samira_case, promise.pk), {"done": "ja", "seen_version": 1})
    after = plan_of(case=samira_case, day=timezone.localdate())
    assert after.promises[0].done_on == timezone.localdate()
    assert after.text.hash == before


def test_the_letter_is_a_pdf_without_a_telling_name(as_, peter, samira_case, promise):
    answer = as_(peter).get(url("letter", samira_case))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "Samira" not in answer["Content-Disposition"]


def test_an_empty_plan_gives_no_letter_but_a_sentence(as_, peter, samira_case):
    answer = as_(peter).get(url("letter", samira_case))
    assert answer.status_code == 422
    assert "Er staat nog niets in het plan" in answer.content.decode()


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def fill(peter, case, number: int) -> None:
    """A plan with so many of everything."""
    given = {"by": peter, "case": case}
    for n in range(number):
        goal = actions.add_goal(**given, title=f"Doel {n}", reached="Het lukt.", less="Nog niet.")
        actions.say_where(**given, goal_id=goal.pk, seen_version=1, place="less")
        actions.make_promise(**given, owner="mother", what=f"Stap {n}.", goal_id=goal.pk)
        actions.add_proposal(**given, what=f"Voorstel {n}")
        actions.add_activity(**given, what=f"Groep {n}")


@pytest.mark.parametrize("name", ["plan", "fix", "moving"])
def test_a_page_asks_the_same_number_of_questions_however_full(as_, peter, samira_case, name):
    fill(peter, samira_case, 1)
    few = queries_of(as_(peter), url(name, samira_case))
    fill(peter, samira_case, 20)
    assert queries_of(as_(peter), url(name, samira_case)) == few <= 28


def test_a_promise_is_a_step_towards_a_goal(as_, peter, samira, samira_case):
    goal = actions.add_goal(by=peter, case=samira_case, title="Rust", reached="Ik slaap door.")
    page = as_(peter).get(url("make_promise", samira_case) + f"?doel={goal.pk}").content.decode()
    assert f'value="{goal.pk}" selected' in page
    data = {"owner": "mother", "what": "Slaapt uit op zaterdag.", "goal_id": goal.pk, "kind": "rest"}
    as_(peter).post(url("make_promise", samira_case), data)
    promise = Promise.objects.get()
    assert (promise.goal_id, promise.kind) == (goal.pk, "rest")
    as_(samira).post(url("mark_done", samira_case, promise.pk), {"done": "ja", "seen_version": 1})
    page = as_(peter).get(url("plan", samira_case)).content.decode()
    assert "Dit is gelukt" in page and "rust" in page


def test_a_reply_needs_a_reason(as_, peter, samira_case):
    proposal = actions.add_proposal(by=peter, case=samira_case, what="Meelopen in een keuken")
    address = url("reply", samira_case, proposal.pk)
    page = as_(peter).post(address, {"reply": "no", "reason": "", "seen_version": 1, "was": ""})
    assert page.status_code == 200 and "Vul hier iets in" in page.content.decode()
    as_(peter).post(address, {"reply": "no", "reason": "Er is geen plek.", "seen_version": 1, "was": ""})
    proposal.refresh_from_db()
    assert (proposal.reply, proposal.replied_by) == ("no", peter)


def test_a_late_answer_stands_with_the_municipality(as_, samira, peter, samira_case):
    long_ago = timezone.localdate() - dt.timedelta(days=40)
    actions.add_proposal(by=samira, case=samira_case, what="Meelopen in een keuken", proposed_on=long_ago)
    page = as_(samira).get(url("plan", samira_case)).content.decode()
    ours = page[page.index("Wat de gemeente doet") : page.index("Wat anderen doen")]
    assert "Antwoord op jouw voorstel: Meelopen in een keuken" in ours and "te laat" in ours


def test_her_no_stays_with_the_day_to_talk_again(as_, samira, peter, samira_case):
    proposal = actions.add_proposal(by=peter, case=samira_case, what="Hbo, vier jaar")
    actions.reply_to(
        by=peter, case=samira_case, proposal_id=proposal.pk, seen_version=1, reply="no", reason="Te lang."
    )
    data = {
        "her_answer": "disagree",
        "her_words": "Twee jaar is geen eindpunt.",
        "again_on": "15-3-2031",
        "seen_version": 2,
    }
    as_(samira).post(url("answer_reply", samira_case, proposal.pk), data)
    page = as_(peter).get(url("plan", samira_case)).content.decode()
    assert "Twee jaar is geen eindpunt." in page and "Opnieuw bespreken in maart 2031" in page
    text = plan_of(case=samira_case, day=timezone.localdate()).text.as_json()
    assert "Twee jaar is geen eindpunt." in text and "2031-03-15" in text


def test_she_can_disagree_with_a_version_and_still_say_yes_later(as_, peter, samira, samira_case, promise):
    shown = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    as_(peter).post(url("fix", samira_case), {"hash": shown})
    waits = as_(samira).get(url("plan", samira_case)).content.decode()
    assert "Lezen en antwoorden" in waits
    no = {"hash": shown, "stand": "no", "her_words": "De reiskosten ontbreken."}
    as_(samira).post(url("fixed", samira_case, 1), no)
    assert "Samira is het er niet mee eens" in as_(peter).get(url("plan", samira_case)).content.decode()
    as_(samira).post(url("fixed", samira_case, 1), {"hash": shown, "stand": "yes"})
    assert FixedPlan.objects.get().confirmed_at is not None


def test_two_versions_beside_each_other_in_words(as_, peter, samira_case, promise):
    for what in ("", "Belt de school."):
        if what:
            actions.make_promise(by=peter, case=samira_case, owner="mother", what=what)
            actions.change_promise(
                by=peter,
                case=samira_case,
                promise_id=promise.pk,
                seen_version=1,
                owner="municipality",
                what="Beslist over de opvang en de reiskosten.",
                owner_name="",
                due_on=promise.due_on,
            )
        text = plan_of(case=samira_case, day=timezone.localdate()).text
        actions.fix_plan(by=peter, case=samira_case, shown_hash=text.hash)
    page = as_(peter).get(url("compare", samira_case, 1) + "?met=2").content.decode()
    assert "erbij" in page and "Belt de school." in page
    assert "<ins>" in page and "reiskosten" in page
    assert as_(peter).get(url("compare", samira_case, 1) + "?met=x").status_code == 404
    now = as_(peter).get(url("compare", samira_case, 2)).content.decode()
    assert "Er is niets veranderd." in now


def test_suggestions_for_our_text_and_never_for_her_words(as_, peter, samira_case):
    data = {"owner": "municipality", "what": "Middels een brief beslissen wij.", "leesbaarheid": "ja"}
    page = as_(peter).post(url("make_promise", samira_case), data).content.decode()
    assert "Leesbaarheid: een paar ideeën" in page and "Middels" in page
    assert not Promise.objects.exists(), "suggesting saves nothing"
    answer = as_(peter).post(reverse("plan:readability"), {"what": "Teneinde te beslissen."})
    assert "misschien “om”" in answer.content.decode()
    assert "leesbaarheid" not in as_(peter).get(url("wish", samira_case)).content.decode()


def test_what_is_typed_for_suggestions_leaves_no_trace(as_, peter, samira_case):
    events = Event.objects.count()
    as_(peter).post(reverse("plan:readability"), {"what": "Kanariewoord teneinde."})
    assert Event.objects.count() == events and not Reading.objects.exists()


@pytest.mark.parametrize("name", ["letter", "one_page", "paper"])
def test_every_paper_is_a_pdf(as_, peter, samira, samira_case, promise, name):
    fill(peter, samira_case, 1)
    for who in (peter, samira):
        answer = as_(who).get(url(name, samira_case))
        assert answer.content.startswith(b"%PDF-") and "Samira" not in answer["Content-Disposition"]


def words_of(answer) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_papers_say_what_the_plan_says(as_, peter, samira_case, promise):
    actions.choose_laws(by=peter, case=samira_case, seen_version=1, laws=["artikel-9-zorg-en-werk"])
    fill(peter, samira_case, 1)
    letter = words_of(as_(peter).get(url("letter", samira_case)))
    assert "Participatiewet, artikel 44a" in letter and "artikel 9 lid 4" in letter and "bezwaar" in letter
    paper = words_of(as_(peter).get(url("paper", samira_case)))
    assert "Doel 0" in paper and "Voorstel 0" in paper and "Groep 0" in paper and "2 beloften open" in paper
    sheet = words_of(as_(peter).get(url("one_page", samira_case)))
    assert "Beslist over de opvang." in sheet and "Stap 0." in sheet and "Peter van Dongen" in sheet


def test_who_has_moved_stands_on_her_map(as_, peter, samira_case):
    node = add_node(
        by=peter, case=samira_case, name="Oma", ring="micro", group="family", tie="support", direction="both"
    )
    one = actions.make_promise(
        by=peter,
        case=samira_case,
        owner="network",
        owner_name="Oma",
        what="Haalt Yara op.",
        place=str(node.pk),
    )
    actions.say_done(
        by=peter, case=samira_case, promise_id=one.pk, seen_version=1, done_on=timezone.localdate()
    )
    page = as_(peter).get(url("moving", samira_case)).content.decode()
    assert f'data-id="{node.key}" data-moved="done"' in page
    assert "Haalt Yara op." in page[page.index("In beweging") :]


def test_what_only_she_sees_is_not_on_the_map_of_who_moved(as_, peter, samira, samira_case):
    add_node(by=samira, case=samira_case, name="Kanariezus", ring="micro", only_hers=True)
    for who in (samira, peter):
        assert "Kanariezus" not in as_(who).get(url("moving", samira_case)).content.decode()


def test_the_exemption_is_hers_to_ask_and_nothing_is_kept_when_she_does_not(as_, samira, samira_case):
    page = as_(samira).get(url("exemption", samira_case)).content.decode()
    assert "Jij kiest." in page and not Plan.objects.exists()
    for _ in range(2):
        as_(samira).post(url("exemption", samira_case))
    proposal = Proposal.objects.get()
    assert proposal.kind == "exemption" and proposal.reply_due_on - proposal.proposed_on == dt.timedelta(
        weeks=8
    )


def test_the_card_is_not_offered_where_two_adults_live(as_, peter, samira_case):
    actions.write_wish(by=peter, case=samira_case, wish="Koken.", seen_version=1)
    assert "jonger dan 5" in as_(peter).get(url("plan", samira_case)).content.decode()
    Case.objects.create(
        municipality=samira_case.municipality,
        household=samira_case.household,
        first_name="Hamid",
        last_name="Haddad",
    )
    assert "jonger dan 5" not in as_(peter).get(url("plan", samira_case)).content.decode()


def test_no_page_of_a_goal_has_a_number_on_a_ladder(as_, samira, peter, samira_case):
    goal = actions.add_goal(
        by=samira, case=samira_case, title="Rust", reached="Ik slaap door.", less="Ik slaap kort."
    )
    actions.say_where(by=samira, case=samira_case, goal_id=goal.pk, seen_version=1, place="less")
    page = as_(samira).get(url("plan", samira_case)).content.decode()
    ladder = page[page.index("plan-ladder") : page.index("</ol>")]
    shown = re.sub(r"<[^>]*>", " ", ladder)
    assert re.findall(r"\d+", shown) == re.findall(r"\d+", date_format(timezone.localdate(), "j F Y"))


@pytest.mark.parametrize("name", ["wish", "story", "rhythm", "add_goal", "add_proposal", "exemption"])
def test_her_own_forms_speak_to_her(as_, samira, peter, samira_case, name):
    words = re.sub(r"<[^>]*>", " ", as_(samira).get(url(name, samira_case)).content.decode())
    assert not re.search(r"\b([Hh]aar|[Zz]ij|u|uw)\b", words), "je, not zij or u"
    assert re.search(r"\b[Jj](e|ij|ouw)\b", words)
    assert as_(peter).get(url(name, samira_case)).status_code == 200


def test_somebody_of_the_map_is_chosen_as_who_promises(as_, peter, samira, samira_case):
    node = map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
    map_actions.add_node(by=peter, case=samira_case, name="Oom Ali", ring="micro", do_not_contact=True)
    client, page = as_(peter), reverse("plan:make_promise", args=[samira_case.public_id])
    assert "Oom Ali" not in client.get(page).content.decode()
    sent = {"owner": "network", "what": "Past op donderdag op Yara.", "place": node.pk}
    assert client.post(page, {**sent, "place": "999999"}).status_code == 200
    assert client.post(page, sent).status_code == 302
    promise = Promise.objects.get()
    assert (promise.owner_name, promise.place) == ("Oma", node.pk)
    map_actions.change_node(by=peter, case=samira_case, node_id=node.pk, seen_version=1, name="Oma Fatma")
    moving = client.get(reverse("plan:moving", args=[samira_case.public_id])).content.decode()
    assert f'data-id="{node.key}" data-moved=' in moving, "found by its row, whatever it is called"
    shared = {"owner": "mother", "what": "Belt de school.", "place": node.pk}
    assert as_(samira).post(page, shared).status_code == 302
    assert Promise.objects.order_by("-pk").first().place is None, "her own promise has no other owner"
