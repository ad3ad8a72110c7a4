"""What she hid behind her code is in no output: other words each time, on a new case and on one with everything."""

from __future__ import annotations

import io
import json
import secrets
import zipfile
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.security.her_reach import files_of, pages_in_reach
from veerkracht.web.map.models import Factor, Node
from veerkracht.web.mine.hiding import WISH
from veerkracht.web.people.models import Case
from veerkracht.web.plan.models import Plan, Promise

CODE = "drie blauwe fietsen"


def canaries() -> dict[str, str]:
    return {
        name: f"{name}{secrets.token_hex(4)}" for name in ("wens", "verhaal", "belofte", "naam", "factor")
    }


def written(case: Case, browser: Client, words: dict[str, str]) -> None:
    """By herself, through the pages she has."""
    plan = reverse("plan:wish", args=[case.public_id])
    version = getattr(Plan.objects.filter(case=case).first(), "version", 1)
    browser.post(plan, {"wish": words["wens"], "seen_version": version})
    version = Plan.objects.get(case=case).version
    browser.post(
        reverse("plan:story", args=[case.public_id]), {"story": words["verhaal"], "seen_version": version}
    )
    made = {"owner": "mother", "what": words["belofte"], "read_as": words["belofte"]}
    browser.post(reverse("plan:make_promise", args=[case.public_id]), made)
    plain = {
        "ring": "micro",
        "kind": "person",
        "closeness": "close",
        "tie": "support",
        "direction": "receives",
    }
    plain |= {"strength": "ordinary", "name": words["naam"]}
    browser.post(reverse("map:add_node", args=[case.public_id]), plain)
    factor = {"ring": "micro", "text": words["factor"], "effect": "hinders"}
    if words["naam"] not in [node.name for node in Node.objects.filter(case=case)]:
        Node.objects.create(case=case, name=words["naam"], ring="micro", kind="person")
    Factor.objects.create(case=case, **factor)
    if words["belofte"] not in [promise.what for promise in Promise.objects.filter(plan__case=case)]:
        Promise.objects.create(plan=Plan.objects.get(case=case), owner="mother", what=words["belofte"])


def hidden(browser: Client) -> None:
    browser.post(reverse("mine:notes"), {"own_code": CODE})
    while refs := refs_of(browser):
        browser.post(reverse("mine:hide"), {"ref": refs[0]})


def refs_of(browser: Client) -> list[str]:
    return [one.ref for one in browser.get(reverse("mine:hide")).context["things"]]


def text_of(name: str, content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).replace("\n", "")
    if content.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(content))
        return " ".join(packed.read(each).decode(errors="replace") for each in packed.namelist())
    text = content.decode(errors="replace")
    return json.dumps(json.loads(text), ensure_ascii=False) if name.endswith(".json") else text


def outputs(browser: Client, *starts: str) -> Iterator[tuple[str, str]]:
    files: set[str] = set()
    for start in starts:
        for address, page in pages_in_reach(browser, start=start):
            files |= files_of(page)
            yield address, page
    for address in sorted(files):
        answer = browser.get(address)
        yield address, text_of(address, b"".join(answer) if answer.streaming else answer.content)


@pytest.mark.parametrize("life", ["a new case", "everything"])
def test_what_she_hid_is_in_no_output(life, as_, samira, peter, samira_case, request, caplog) -> None:
    if life == "everything":
        request.getfixturevalue("samiras")
    words, hers = canaries(), as_(samira)
    written(samira_case, hers, words)
    before = as_(peter).get(reverse("plan:plan", args=[samira_case.public_id])).content.decode()
    assert words["wens"] in before and words["verhaal"] in before, "they could be read before"
    hidden(hers)
    inside = hers.get(reverse("mine:notes")).content.decode()
    assert all(word in inside for word in words.values()) and inside.count("Laat dit weer zien") >= len(words)
    hers.post(reverse("mine:shut"))
    case = f"/mensen/{samira_case.public_id}/"
    found = {}
    for reader, starts in ((samira, ("/mijn/",)), (peter, (case,))):
        for address, text in outputs(as_(reader), *starts):
            if hit := [word for word in words.values() if word in text]:
                found[address] = hit
    for word in words.values():
        # The page says what was looked for; she must not be among what came of it.
        answer = as_(peter).get(reverse("people:case_list"), {"zoek": word, "q": word}).content.decode()
        if samira_case.public_id in answer:
            found[f"search {word}"] = [word]
    read = caplog.text + "".join(letter.subject + letter.body for letter in mail.outbox)
    assert not found, found
    assert not any(word in read for word in words.values())


def test_another_code_shows_nothing_and_hers_gives_it_back(as_, samira, samira_case, peter) -> None:
    words, hers = canaries(), as_(samira)
    written(samira_case, hers, words)
    hidden(hers)
    hers.post(reverse("mine:shut"))
    hers.post(reverse("mine:notes"), {"own_code": "een heel andere code"})
    assert not any(word in hers.get(reverse("mine:notes")).content.decode() for word in words.values())
    hers.post(reverse("mine:shut"))
    hers.post(reverse("mine:notes"), {"own_code": CODE})
    for text in hers.get(reverse("mine:notes")).context["texts"]:
        hers.post(reverse("mine:show_again", args=[text.key]), {"seen_version": text.version})
    plan = as_(peter).get(reverse("plan:plan", args=[samira_case.public_id])).content.decode()
    chart = as_(peter).get(reverse("map:map", args=[samira_case.public_id])).content.decode()
    assert words["wens"] in plan and words["verhaal"] in plan and words["belofte"] in plan
    assert words["naam"] in chart and words["factor"] in chart
    assert not hers.get(reverse("mine:notes")).context["texts"]


def test_a_wish_written_anew_is_not_overwritten(as_, samira, samira_case) -> None:
    words, hers = canaries(), as_(samira)
    written(samira_case, hers, words)
    hidden(hers)
    version = Plan.objects.get(case=samira_case).version
    hers.post(
        reverse("plan:wish", args=[samira_case.public_id]), {"wish": "Iets anders", "seen_version": version}
    )
    hers.post(reverse("mine:notes"), {"own_code": CODE})
    texts = hers.get(reverse("mine:notes")).context["texts"]
    wish = next(text for text in texts if text.kind == WISH)
    hers.post(reverse("mine:show_again", args=[wish.key]), {"seen_version": wish.version})
    assert Plan.objects.get(case=samira_case).wish == "Iets anders"
    assert words["wens"] in hers.get(reverse("mine:notes")).content.decode()


def test_nobody_hides_while_the_place_is_shut(as_, samira, samira_case, peter) -> None:
    words, hers = canaries(), as_(samira)
    written(samira_case, hers, words)
    assert hers.post(reverse("mine:hide"), {"ref": WISH})["Location"] == reverse("mine:notes")
    assert Plan.objects.get(case=samira_case).wish == words["wens"]
    assert as_(peter).get(reverse("mine:hide")).status_code == 404
    hers.post(reverse("mine:notes"), {"own_code": CODE})
    assert hers.post(reverse("mine:hide"), {"ref": "node 999999"}).status_code == 404
