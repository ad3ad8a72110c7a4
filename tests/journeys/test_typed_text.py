"""What somebody types is shown and never run: a hostile corpus in every form, seen in a real browser and on paper."""

from __future__ import annotations

import pytest

SHORT = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "';alert(1)//",
    "{{7*7}}{% debug %}",
    "javascript:alert(1)",
    "<b>vet</b> & co",
    "مرحبا \u202eomgekeerd",
    "ሰላም 😀👩‍👧",
    "#sys.inputs $x$ *y*",
]
LONG = [
    *SHORT,
    "\n".join(SHORT),
    "]]><![CDATA[<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
]


def post(page, where: str, **fields: str) -> None:
    """Send a form as the browser would, with the token of its page."""
    page.goto(where)
    hidden = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('main form input[type=hidden]')].map(i => [i.name, i.value]))"
    )
    answer = page.request.post(where, form={**hidden, **fields}, headers={"Referer": page.url})
    assert answer.status == 200, (where, answer.status)


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    return LONG


def test_a_hostile_corpus_is_only_ever_text(open_page, check, corpus):
    page = open_page("Peter van Dongen")
    post(page, "/mensen/nieuw/", first_name=SHORT[0], last_name=SHORT[1])
    page.goto("/mensen/?zoek=alert")
    page.get_by_role("link", name="alert").first.click()
    case = page.url
    post(page, f"{case}gegevens/", first_name=SHORT[2], last_name=SHORT[6], address=SHORT[1], phone=SHORT[3])
    for number, payload in enumerate(SHORT):
        post(page, f"{case}kinderen/nieuw/", first_name=payload, born_on=f"0{number % 9 + 1}-01-2020")
        post(
            page,
            f"{case}kaart/erbij/",
            name=payload,
            ring="micro",
            group="other",
            tie="support",
            direction="both",
        )
    for payload in corpus:
        date = "01-02-2031"
        post(
            page,
            f"{case}plan/beloften/nieuw/",
            owner="municipality",
            what=payload.replace("\n", " "),
            due_on=date,
        )
        post(page, f"{case}plan/beloften/nieuw/", owner="school", owner_name=payload[:70], what="Belt terug.")
    post(page, f"{case}plan/wens/", wish="\n".join(corpus))
    for part in ("", "kaart/", "plan/", "verloop/", "plan/vaststellen/", "gegevens/", "kaart/naast-elkaar/"):
        page.goto(case + part)
        assert page.locator("main").inner_text()
        assert (
            page.evaluate(
                "document.querySelectorAll('main script, main iframe, main [onerror], main [onload]').length"
            )
            == 0
        )
    page.goto(f"{case}plan/")
    check(page)
    letter = page.request.get(f"{case}plan/brief.pdf")
    assert letter.status == 200 and letter.body().startswith(b"%PDF-")


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}"])
def test_search_words_are_only_words(open_page, query):
    page = open_page("Peter van Dongen")
    page.goto(f"/mensen/?zoek={query}")
    assert query in page.locator("main").inner_text()
