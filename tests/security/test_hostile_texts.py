"""INP-02: whatever somebody types in whatever field, on every page and in the letter it stays text."""

from __future__ import annotations

import html
import io
import itertools
from collections.abc import Iterator

import pikepdf
import pypdf
import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.security.addresses import Address, addresses
from tests.security.conftest import Life
from tests.security.form_filling import filled_in, text_fields
from tests.security.hostile_texts import HOSTILE, variations
from tests.security.html_pages import faults, read

# They end the case, and nothing can be written in it after them.
ENDS_THE_CASE = {"people:close", "people:remove"}
FORMS = [
    a
    for a in addresses()
    if (a.of_a_case or a.name == "people:open_case")
    and {"GET", "POST"} <= set(a.methods)
    and "wished_" not in a.name
    and a.name not in ENDS_THE_CASE
]
PAGES = [a for a in addresses() if a.of_a_case and "GET" in a.methods and "wished_" not in a.name]
PAGES += [a for a in addresses() if a.name == "people:case_list"]
HARMLESS = "Gewone woorden"
ALWAYS_SAVED = {"CaseForm.first_name", "CaseForm.address", "OpenCaseForm.last_name", "ChildForm.first_name"}
ALWAYS_SAVED |= {"WishForm.wish", "StepForm.what", "StepForm.owner_name", "AnswerForm.answer_words"}
ALWAYS_SAVED |= {"NodeForm.name", "NodeForm.note", "BetweenForm.lost", "FactorForm.text", "FactorForm.wish"}


def form_of(browser: Client, url: str) -> forms.BaseForm | None:
    context = browser.get(url).context
    found = context.get("form") if context is not None else None
    return found if isinstance(found, forms.BaseForm) else None


def words_from(texts: Iterator[str]):  # type: ignore[no-untyped-def]
    """The next text that fits; a field that is too short for it gets the next one after."""

    def words(name: str, most: int) -> str:
        return next(text for text in texts if len(text) <= most)

    return words


def write_everywhere(browser: Client, life: Life, texts: Iterator[str]) -> set[str]:
    """Send every form of a case with these texts; returns which text fields were saved."""
    filled = set()
    for address in FORMS:
        url = address.url(life.given)
        form = form_of(browser, url)
        if form is None or not text_fields(form):
            continue
        sent = filled_in(form, words_from(texts))
        answer = browser.post(url, sent)
        assert answer.status_code < 500, address.name
        if answer.status_code == 302:
            filled |= {f"{type(form).__name__}.{name}" for name in text_fields(form)}
    return filled


def every_page(browser: Client, life: Life) -> Iterator[tuple[Address, str]]:
    for address in PAGES:
        answer = browser.get(address.url(life.given))
        assert answer.status_code < 500, address.name
        if answer["Content-Type"].startswith("text/html"):
            yield address, answer.content.decode()


@pytest.mark.parametrize("rounds", [2, pytest.param(60, marks=pytest.mark.long)])
def test_no_text_becomes_part_of_a_page(rounds, as_, peter, samira, samiras: Life) -> None:
    his, hers = as_(peter), as_(samira)
    write_everywhere(his, samiras, itertools.repeat(HARMLESS))
    ordinary = [read(page) for browser in (his, hers) for _, page in every_page(browser, samiras)]
    shapes = set().union(*(page.shapes for page in ordinary))
    # What the drawing itself says of a name that reads from right to left.
    shapes |= {("text", "direction")}
    comments = {comment for page in ordinary for comment in page.comments}
    texts = itertools.cycle(HOSTILE if rounds < 60 else variations(HOSTILE))
    for _ in range(rounds):
        filled = write_everywhere(his, samiras, texts)
        assert filled >= ALWAYS_SAVED, "the walk should have filled in these"
        for browser in (his, hers):
            for address, page in every_page(browser, samiras):
                found = read(page)
                assert faults(found) == [], address.name
                extra = {(tag, name) for tag, name in found.shapes - shapes if name != "checked"}
                assert not extra, f"{address.name} got {extra}"
                assert set(found.comments) <= comments, address.name


def test_what_comes_back_with_a_mistake_stays_text_too(as_, peter, samiras: Life) -> None:
    browser, texts = as_(peter), itertools.cycle(HOSTILE)
    for address in FORMS:
        url = address.url(samiras.given)
        form = form_of(browser, url)
        if form is None or not text_fields(form):
            continue
        for _ in range(3):
            sent = {name: next(texts) * 400 for name in form.fields}
            page = browser.post(url, sent).content.decode()
            assert faults(page) == [], address.name


@pytest.mark.parametrize("text", HOSTILE)
def test_search_import_and_two_versions_show_it_as_text(text, as_, peter, samiras: Life) -> None:
    browser, case = as_(peter), samiras.case
    assert faults(browser.get("/mensen/", {"zoek": text}).content.decode()) == []
    line = '"' + text.replace('"', '""') + '"'
    for content in (f"voornaam;achternaam\n{line};{line}\n", f"{line};voornaam\nx;y\n"):
        file = SimpleUploadedFile("lijst.csv", content.encode())
        assert faults(browser.post("/mensen/inlezen/", {"file": file}).content.decode()) == []
    url = f"/mensen/{case.public_id}/plan/wens/"
    answer = browser.post(url, {"wish": text, "seen_version": 0, "was": text})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert faults(page) == []
    assert text.strip() in html.unescape(page).replace("\r\n", "\n")
    strict = Client(enforce_csrf_checks=True)
    assert faults(strict.post(url, {"wish": text, text: "a b"}).content.decode()) == []


def test_the_letter_prints_it_as_text(as_, peter, samiras: Life) -> None:
    browser = as_(peter)
    write_everywhere(browser, samiras, itertools.cycle(HOSTILE[:20]))
    plan = f"/mensen/{samiras.case.public_id}/plan/"
    for text in HOSTILE:
        sent = {"owner": "mother", "what": text.replace("\n", " ")}
        assert browser.post(f"{plan}beloften/nieuw/", sent).status_code == 302
    content = browser.get(f"{plan}brief.pdf").content
    assert content.startswith(b"%PDF-")
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    bare = "".join(printed.split())
    for text in ("<script>alert(1)</script>", "{{request.user.password}}", "#eval(", "*vet*_schuin_"):
        assert text in bare, "typed words are printed as they are, not carried out"
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Dictionary):
                assert not {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch"} & set(held.keys())
                assert held.get("/S") not in ("/URI", "/JavaScript", "/Launch", "/SubmitForm")
