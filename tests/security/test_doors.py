"""AUT-01: every address wears a door, every door is a cell of the matrix, and every role gets the answer it says."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, path, reverse

from tests.security.addresses import Address, addresses, body, of_cases
from tests.security.conftest import Life, undone
from veerkracht.web.people.authorize import ACTIONS, authorize, matrix
from veerkracht.web.people.models import Account

ALL = addresses()
ENTERED = {200, 204, 302, 400, 409, 422}
NOBODY_HAS_THESE_YET = {
    "keten_gedeeld",
    "keten_intake",
}  # no share grant and no handover exists in the program

# What a condition means for somebody of this role, seen from Samira's own case. Written here a second time, apart
# from the program. A condition that is not named lets nobody in.
ON_HER_CASE = {
    "own": {"moeder"},
    "assigned": {"km_eigen", "km_waarnemer"},
    "both_sign": {"moeder", "km_eigen"},
    "own_mistake": {"km_eigen"},
    "meta": {
        "moeder"
    },  # the log of one case on a page of that case; the privacy officer has no such page yet
}
WITHOUT_A_CASE = {
    "self_only": set(matrix()["roles"]) - {"anon"},
    "assigned": {"km_eigen", "km_waarnemer", "km_ander"},
    "meta": set(matrix()["roles"]) - {"anon"},
    "no_content": set(matrix()["roles"]) - {"anon"},
    "anonymised": set(matrix()["roles"]) - {"anon", "moeder", "gemachtigde", "netwerkpersoon"},
    "kpi": {"beleid", "teamleider", "fg"},
}
# She alone says yes to her plan; the klantmanager's own signature is the fixing of it.
NEVER_IN_HER_PLACE = {("plan:fixed", "POST", "km_eigen")}
KLANTMANAGERS = {"km_eigen", "km_waarnemer", "km_ander", "km_andere_gemeente"}


def may_enter(address: Address, method: str, role: str) -> bool:
    access = address.access
    assert access is not None
    cells = matrix()["objects"][access.kind][access.actions[method]]
    if access.door == "case":
        cell = cells.get(role, "deny")
        allowed = cell == "allow" or role in ON_HER_CASE.get(cell, set())
        return allowed and (address.name, method, role) not in NEVER_IN_HER_PLACE
    if access.door == "own":
        return role == "moeder" and cells.get(role) in {"allow", "own", "meta"}
    hats = {"km_eigen", "km_waarnemer", "km_ander"} if role in KLANTMANAGERS else {role}
    return any(cells.get(hat) == "allow" or hat in WITHOUT_A_CASE.get(cells.get(hat), set()) for hat in hats)


@pytest.mark.parametrize("address", addresses(), ids=[a.name for a in addresses()])
def test_every_address_wears_a_door_of_the_matrix(address: Address) -> None:
    assert address.access, f"{address.name} ({address.route}) does not say who may enter: no door in doors.py"
    if address.access.door == "public":
        assert len(address.access.kind) >= 10, f"{address.name} is public but does not say why"
        assert "public_id" not in address.arguments, f"{address.name} names a case and is public"
        return
    assert address.access.actions, f"{address.name} has a door without a method"
    for method, action in address.access.actions.items():
        assert action in matrix()["objects"][address.access.kind], (
            f"{address.name} {method}: {action} of {address.access.kind} is no cell of the matrix"
        )
    if "public_id" in address.arguments:
        assert address.of_a_case, f"{address.name} names a case but does not wear on_case"


def test_a_view_without_a_door_is_refused_by_name(as_, peter, monkeypatch) -> None:
    def forgotten(request):  # type: ignore[no-untyped-def]
        raise AssertionError("nobody gets here")

    urls = get_resolver().url_patterns
    monkeypatch.setattr(
        get_resolver(), "url_patterns", [*urls, path("vergeten/", forgotten, name="forgotten")]
    )
    monkeypatch.setattr(get_resolver(), "_populated", False, raising=False)
    undeclared = [a.name for a in addresses() if a.access is None]
    assert undeclared == ["forgotten"]
    browser = as_(peter)
    browser.raise_request_exception = True
    with pytest.raises(Exception, match="forgotten does not say who may enter"):
        browser.get("/vergeten/")


def test_the_matrix_knows_its_own_words() -> None:
    held = matrix()
    for kind, facts in held["objects"].items():
        for action, cells in ((k, v) for k, v in facts.items() if k != "classification"):
            assert action in ACTIONS, f"{kind}: {action}"
            assert set(cells) <= set(held["roles"]), f"{kind} {action}"
            assert set(cells.values()) <= {*held["conditions"], "allow"}, f"{kind} {action}"


def test_income_and_enforcement_reach_nothing_but_their_own_account() -> None:
    open_to_all = {"account_eigen", "regels_en_bedragen"}
    for kind, facts in matrix()["objects"].items():
        for cells in (v for k, v in facts.items() if k != "classification"):
            assert kind in open_to_all or not {"inkomen_handhaving", "km_andere_gemeente"} & set(cells), kind


def test_a_misspelt_kind_or_action_never_means_allowed(peter, samira_case) -> None:
    with pytest.raises(KeyError):
        authorize(peter, "read", "trajectplan", case=samira_case)
    with pytest.raises(KeyError):
        authorize(peter, "lezen", "trajectplan_concept", case=samira_case)


# Here the role alone does not open the door: who wrote it, who signs it, or whether it was made yet decides as well,
# and then absent is the right answer for a role that may otherwise enter. Whoever may not enter still gets 404.
# A promise is touched by whoever made it, and confirmed by the other side: the one here is the municipality's.
WHOSE_PROMISE = (
    "today:tick",
    "plan:change_promise",
    "plan:mark_done",
    "plan:remove_promise",
    "plan:confirm_done",
)
# Only whom it was offered to reads a handover; she alone says whether the list is right.
OFFERED = (
    "chain:received",
    "chain:accept",
    "chain:decline",
    "chain:pieces",
    "chain:answer_piece",
    "chain:answer_sheet",
    "chain:ask_more",
)
DEPENDS_ON_THE_THING = (
    *OFFERED,
    "guide:",
    "planner:sheet_pdf",
    "people:remove_passkey",
    "people:sso_link",
    # Of whoever gave the signal, or of anybody but the writer.
    "signals:reopen",
    "signals:withdraw",
    "signals:read_over",
    "signals:share_card",
    "signals:reply_to_card",
    "signals:take_card_off",
    # Only where a run is there already.
    "reforms:export",
    "reforms:keep",
    "reforms:beside",
    # Only a centre in the register goes into the money; who asked waits for an answer, who left takes no part.
    "offers:put_in_week",
    "offers:replace_care",
    "offers:leave_group",
    "offers:parent_ask",
    # Only while it is undecided, while there is a proof, when a route costs something, after a start has stopped.
    "budget:withdraw_wish",
    "budget:decide_wish",
    "budget:proof",
    "budget:check_proof",
    "budget:remove_proof",
    "training:ask_cost",
    "training:decide_route",
    "aftercare:fall_back",
    "aftercare:go_on",
    # Only where municipalities publish together.
    "policy:stop_company",
    *WHOSE_PROMISE,
)
ROLES = sorted(set(matrix()["roles"]) - NOBODY_HAS_THESE_YET)


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_each_role_as_the_matrix_says(role, by_role, samiras, as_) -> None:
    who = by_role[role]
    browser = Client() if who is None else as_(who)
    wrong = []
    for address in (a for a in ALL if a.access and a.access.door != "public"):
        for method in ("GET", "POST"):
            with undone():
                answer = browser.generic(method, address.url(samiras.given))
            if not is_right(answer, address, method, role):
                wrong.append(f"{method} {address.name}: {answer.status_code}")
    assert not wrong, f"{role} got an answer the matrix does not give: {wrong}"


def is_right(answer, address: Address, method: str, role: str) -> bool:  # type: ignore[no-untyped-def]
    to_log_in = answer.status_code == 302 and answer["Location"].startswith(reverse("people:log_in"))
    if role == "anon":
        return to_log_in
    if method not in address.methods:
        return answer.status_code == 405
    if may_enter(address, method, role):
        absent = answer.status_code == 404 and address.name.startswith(DEPENDS_ON_THE_THING)
        return absent or (answer.status_code in ENTERED and not to_log_in)
    return answer.status_code == 404


def counted(browser: Client, method: str, url: str) -> tuple[int, str, int]:
    with undone(), CaptureQueriesContext(connection) as queries:
        answer = browser.generic(method, url)
    return answer.status_code, body(answer), len(queries)


@pytest.mark.parametrize("name", ["bas", "aylin", "denise"])
def test_absent_and_forbidden_look_the_same(name, people, as_, samiras: Life, denises: Life) -> None:
    """Another municipality's klantmanager, a colleague without her, the mother of another case."""
    who: Account = people[name]
    browser = as_(who)
    browser.get("/")  # the first page of a log-in also writes down when it began
    absent = {**samiras.given, "public_id": "ZZZZZZZZ"}
    for address in of_cases():
        for method in address.methods:
            forbidden = counted(browser, method, address.url(samiras.given))
            nothing = counted(browser, method, address.url(absent))
            assert forbidden[0] == 404, f"{method} {address.name} let {name} in"
            assert forbidden == nothing, f"{method} {address.name} tells {name} that the case exists"


def test_an_ended_assignment_closes_the_door_on_the_next_request(as_, peter, samiras: Life) -> None:
    browser = as_(peter)
    url = reverse("plan:plan", args=[samiras.case.public_id])
    assert browser.get(url).status_code == 200
    samiras.case.assignments.all().delete()
    assert browser.get(url).status_code == 404


def test_a_blocked_account_is_out_on_the_next_request(as_, peter, samiras: Life) -> None:
    browser = as_(peter)
    assert browser.get("/mensen/").status_code == 200
    Account.objects.filter(pk=peter.pk).update(is_active=False)
    assert browser.get("/mensen/").status_code in (302, 404)


def test_the_list_and_the_search_show_only_ones_own_people(
    as_, peter, aylin, bas, samiras, denises, lottes
) -> None:
    for who, own in ((peter, "Samira"), (aylin, "Denise"), (bas, "Lotte")):
        for query in ("", "?zoek=a", "?zoek=samira", "?zoek=lotte"):
            page = as_(who).get(f"/mensen/{query}").content.decode()
            for life in (samiras, denises, lottes):
                name, number = life.case.first_name, life.case.public_id
                assert number not in page or name == own, f"{who} found {name} with {query!r}"


def test_a_team_lead_divides_work_by_number_and_sees_no_name(as_, peter, marleen, samiras, denises) -> None:
    page = as_(marleen).get("/team/").content.decode()
    for life in (samiras, denises):
        assert life.case.last_name not in page and life.case.public_id not in page
    assert as_(peter).get("/team/").status_code == 404


def test_a_number_of_another_municipality_is_no_number(as_, marleen, peter, lottes) -> None:
    sent = {
        "public_id": lottes.case.public_id,
        "account_id": peter.pk,
        "kind": "own",
        "starts_on": "21-11-2026",
    }
    assert "Dit nummer is er niet" in as_(marleen).post("/team/", sent).content.decode()
