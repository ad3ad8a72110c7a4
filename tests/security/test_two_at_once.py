"""CON-01 to CON-04: two people at one thing, one form sent twenty times, and a signature while the plan changes."""

from __future__ import annotations

import hashlib
import html
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.security.addresses import addresses
from tests.security.at_once import at_once
from tests.security.conftest import Life
from veerkracht.web.guide import actions as talk_actions
from veerkracht.web.people.models import Account
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import FixedPlan, Promise
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Conflict, Event

pytestmark = pytest.mark.usefixtures("transactional_db")
HIDDEN = re.compile(r'<input type="hidden" name="(once|seen_version|was|hash|done)" value="([^"]*)"')


@dataclass(frozen=True)
class Edit:
    """Something two people may change: where, the rest of its form, the field they both change, and where it stands."""

    address: str
    form: Callable[[Life], dict[str, Any]]
    field: str
    texts: tuple[str, str]
    row: Callable[[Life], Any]


def _node(life: Life) -> dict[str, Any]:
    return {"name": "Oma", "ring": "micro", "group": "family", "tie": "support", "direction": "receives"}


def _between(life: Life) -> dict[str, Any]:
    first, second = life.case.map_nodes.order_by("pk").values_list("pk", flat=True)[:2]
    return {"first": first, "second": second, "state": "in_touch"}


def _promise(life: Life) -> Promise:
    return Promise.objects.get(pk=life.given["promise_id"])


def _child(life: Life) -> Any:
    return life.case.household.children.get(pk=life.given["child_id"])


EDITS = [
    Edit(
        "people:change_case",
        lambda x: {"first_name": "Samira", "last_name": "Haddad"},
        "address",
        ("Kade 1, Stad", "Plein 2, Stad"),
        lambda x: type(x.case).objects.get(pk=x.case.pk),
    ),
    Edit(
        "people:change_child", lambda x: {"born_on": "12-03-2020"}, "first_name", ("Nora", "Noortje"), _child
    ),
    Edit(
        "plan:wish",
        lambda x: {},
        "wish",
        ("Koken op school.", "Koken in de buurt."),
        lambda x: type(x.case.plan).objects.get(case=x.case),
    ),
    Edit(
        "plan:change_promise",
        lambda x: {"owner": "municipality", "due_on": "12-03-2030"},
        "what",
        ("Beslist over opvang.", "Beslist over reiskosten."),
        _promise,
    ),
    Edit(
        "plan:answer",
        lambda x: {"answer": "think"},
        "answer_words",
        ("Eerst thuis vragen.", "Eerst slapen."),
        _promise,
    ),
    Edit(
        "map:node",
        _node,
        "note",
        ("op donderdag", "op vrijdag"),
        lambda x: x.case.map_nodes.get(pk=x.given["node_id"]),
    ),
    Edit(
        "map:between",
        _between,
        "lost",
        ("het rooster", "de brief"),
        lambda x: x.case.map_betweens.get(pk=x.given["between_id"]),
    ),
    Edit(
        "map:factor",
        lambda x: {"effect": "hinders"},
        "text",
        ("Geen plek in mei.", "Geen plek in juni."),
        lambda x: x.case.map_factors.get(pk=x.given["factor_id"]),
    ),
]


def url_of(name: str, life: Life) -> str:
    return next(a for a in addresses() if a.name == name).url(life.given)


def shown_form(browser: Client, url: str) -> dict[str, str]:
    page = browser.get(url).content.decode()
    return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}


@pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("edit", EDITS, ids=[e.address for e in EDITS])
def test_nobody_overwrites_the_other_unseen(
    edit: Edit, rounds: int, as_, peter, samira, samiras: Life
) -> None:
    # What the municipality promised, and who she is in the file, staff alone change: Peter in two windows.
    second = peter if edit.address in OF_PETER else samira
    browsers, url = (as_(peter), as_(second)), url_of(edit.address, samiras)
    for _ in range(rounds):
        before = edit.row(samiras).version
        pages = [shown_form(browser, url) for browser in browsers]
        forms = [
            {**page, **edit.form(samiras), edit.field: text}
            for page, text in zip(pages, random.sample(edit.texts, 2), strict=True)
        ]
        answers = at_once([partial(b.post, url, form) for b, form in zip(browsers, forms, strict=True)])
        assert sorted(a.status_code for a in answers) == [302, 409]
        late = 0 if answers[0].status_code == 409 else 1
        row, page = edit.row(samiras), html.unescape(answers[late].content.decode())
        assert getattr(row, edit.field) == forms[1 - late][edit.field], "the first stands"
        assert row.version == before + 1
        assert forms[0][edit.field] in page and forms[1][edit.field] in page, "the second sees both"


OF_PETER = {"people:change_case", "plan:change_promise", "plan:remove_promise"}
REMOVALS = {
    "people:remove_child": ("people:change_child", _child),
    "plan:remove_promise": ("plan:change_promise", _promise),
    "map:remove_node": ("map:node", lambda x: x.case.map_nodes.get(pk=x.given["node_id"])),
    "map:remove_between": ("map:between", lambda x: x.case.map_betweens.get(pk=x.given["between_id"])),
    "map:remove_factor": ("map:factor", lambda x: x.case.map_factors.get(pk=x.given["factor_id"])),
}


@pytest.mark.parametrize("removal", REMOVALS)
def test_what_somebody_just_changed_is_not_thrown_away_unseen(
    removal, as_, peter, samira, samiras: Life
) -> None:
    change, row = REMOVALS[removal]
    edit = next(e for e in EDITS if e.address == change)
    mine, url = as_(peter if removal in OF_PETER else samira), url_of(removal, samiras)
    shown = shown_form(mine, url)
    changing = url_of(change, samiras)
    other = {**shown_form(mine, changing), **edit.form(samiras), edit.field: edit.texts[0]}
    assert mine.post(changing, other).status_code == 302
    assert mine.post(url, shown).status_code == 302
    assert getattr(row(samiras), edit.field) == edit.texts[0], "the button came from an older page"
    mine.post(url, shown_form(mine, url))
    with pytest.raises(Exception, match="does not exist"):
        row(samiras)


def _fields(address: str) -> Callable[[Life], dict[str, Any]]:
    edit = next(e for e in EDITS if e.address == address)
    return lambda life: {**edit.form(life), edit.field: edit.texts[0]}


TODAY = timezone.localdate().strftime("%d-%m-%Y")
ONE_EFFECT: dict[str, tuple[str, Callable[[Life], dict[str, Any]]]] = {
    "people:open_case": ("peter", lambda x: {"first_name": "Noor", "last_name": "Bos"}),
    "people:add_child": ("peter", lambda x: {"first_name": "Sam", "born_on": "12-03-2021"}),
    "plan:make_promise": ("peter", lambda x: {"owner": "mother", "what": "Belt de school."}),
    "plan:fix": ("peter", lambda x: {}),
    "plan:fixed": ("samira", lambda x: {}),
    "plan:mark_done": ("peter", lambda x: {"done": "ja", "seen_version": 1}),
    "map:add_node": ("peter", _node),
    "map:add_between": ("peter", _between),
    "map:add_factor": ("peter", lambda x: {"text": "De bus rijdt niet.", "effect": "hinders"}),
    "people:team": (
        "marleen",
        lambda x: {
            "public_id": x.case.public_id,
            "account_id": x.klantmanager.pk,
            "kind": "own",
            "starts_on": TODAY,
        },
    ),
    **{address: ("peter", _fields(address)) for address in [e.address for e in EDITS]},
    **{address: ("peter" if address in OF_PETER else "samira", lambda x: {}) for address in REMOVALS},
}


@pytest.mark.parametrize("address", ONE_EFFECT)
def test_a_form_sent_twenty_times_at_once_has_one_effect(
    address, as_, people, marleen, samiras: Life
) -> None:
    name, form = ONE_EFFECT[address]
    who: Account = {**people, "marleen": marleen}[name]
    browser, url = as_(who), url_of(address, samiras)
    page = {} if address == "plan:mark_done" else shown_form(browser, url)
    sent = {**page, **form(samiras)}
    before = Event.objects.count()
    statuses = at_once([partial(lambda b: b.post(url, sent).status_code, as_(who)) for _ in range(20)])
    assert set(statuses) <= {302, 404, 409, 200}, statuses
    assert 302 in statuses
    assert Event.objects.count() == before + 1


def test_a_caseload_confirmed_twenty_times_at_once_is_read_once(as_, peter, samiras: Life) -> None:
    file = SimpleUploadedFile("lijst.csv", b"voornaam;achternaam\nNoor;Bos\nSanne;Dijk\n")
    page = as_(peter).post("/mensen/inlezen/", {"file": file}).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    send = [partial(as_(peter).post, "/mensen/inlezen/opslaan/", {"token": token[1]}) for _ in range(20)]
    assert {a.status_code for a in at_once(send)} == {302}
    assert sorted(peter.assignments.values_list("case__first_name", flat=True)) == ["Noor", "Samira", "Sanne"]


@pytest.mark.parametrize("rounds", [4, pytest.param(48, marks=pytest.mark.long)])
def test_begin_and_end_of_a_talk_pressed_at_the_same_moment(rounds, as_, peter, samiras: Life) -> None:
    """S14 of the security review: 26 of 48 presses on "begin" and 40 of 48 on "klaar" ended in a 500 on PostgreSQL."""
    for _ in range(rounds):
        talk = talk_actions.plan_talk(by=peter, case=samiras.case, on=timezone.localdate())
        for name, to in (("guide:start", "guide:talk"), ("guide:end", "guide:wrap_up")):
            url = reverse(name, args=[samiras.case.public_id, talk.pk])
            answers = at_once([partial(as_(peter).post, url) for _ in range(12)])
            where = reverse(to, args=[samiras.case.public_id, talk.pk])
            assert {(a.status_code, a.get("Location")) for a in answers} == {(302, where)}


@pytest.mark.parametrize("races", [60, pytest.param(200, marks=pytest.mark.long)])
def test_her_yes_is_always_to_the_text_she_saw(races: int, peter, samira, samiras: Life) -> None:
    """CON-03: she says yes while Peter changes a promise and fixes the next version."""
    case, given = samiras.case, {"by": peter, "case": samiras.case}

    def change(turn: int) -> None:
        promise = _promise(samiras)
        day = timezone.localdate()
        plan_actions.change_promise(
            **given,
            promise_id=promise.pk,
            seen_version=promise.version,
            owner="municipality",
            owner_name="",
            what=f"Beslist, poging {turn}.",
            due_on=day,
        )
        plan_actions.fix_plan(**given, shown_hash=plan_of(case=case, day=day).text.hash)

    def confirm(number: int, seen: str) -> bool:
        try:
            plan_actions.confirm_plan(by=samira, case=case, number=number, shown_hash=seen)
        except (Conflict, Http404):
            return False
        return True

    said_yes = {}
    for turn in range(races):
        shown = FixedPlan.objects.order_by("-number").first()
        works = [partial(change, turn), partial(confirm, shown.number, shown.hash)]
        if at_once(works)[1]:
            said_yes[shown.number] = shown.hash
    confirmed = FixedPlan.objects.exclude(confirmed_at=None)
    assert {row.number: row.hash for row in confirmed} == said_yes
    assert all(hashlib.sha256(row.text.encode()).hexdigest() == row.hash for row in FixedPlan.objects.all())
    assert FixedPlan.objects.count() == races + 1


@pytest.mark.parametrize("seconds", [3, pytest.param(60, marks=pytest.mark.long)])
def test_twenty_people_who_write_all_the_time_never_find_the_database_locked(
    seconds, as_, peter, samiras: Life
) -> None:
    url = reverse("plan:make_promise", args=[samiras.case.public_id])
    end = time.monotonic() + seconds
    waits: list[float] = []

    def write(browser: Client) -> int:
        done = 0
        while time.monotonic() < end:
            began = time.monotonic()
            answer = browser.post(url, {"owner": "mother", "what": "Belt de school."})
            assert answer.status_code == 302
            waits.append(time.monotonic() - began)
            done += 1
        return done

    done = sum(at_once([partial(write, as_(peter)) for _ in range(20)]))
    assert Promise.objects.filter(what="Belt de school.").count() == done
    waits.sort()
    assert seconds < 60 or waits[int(len(waits) * 0.95)] < 1.5
