"""INP-06 and "Bad input": what cannot be right gets a sentence at the field, keeps what was typed, and never breaks."""

from __future__ import annotations

import html
import unicodedata

import pytest
from django import forms
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.security.addresses import addresses
from tests.security.conftest import Life, everything_written, undone
from tests.security.form_filling import OWN, filled_in, text_fields
from tests.security.test_hostile_texts import form_of
from veerkracht.web.people.models import Case

FORMS = [
    a
    for a in addresses()
    if a.access
    and a.access.door != "public"
    and {"GET", "POST"} <= set(a.methods)
    and "wished_" not in a.name
]
LONG = "Dit is een lange zin. " * 1_000  # 22,000 characters
NO_DATES = [
    "30-02-2026",
    "32-13-2026",
    "",
    LONG,
    "00-00-0000",
    "morgen",
    "1-1-26",
    "24-11-2026-1",
    "٣٠-٠٢-٢٠٢٦",
]
ODD_TEXTS = [
    "",
    "a\x00b",
    "\u202eomgekeerd مرحبا 🙂",
    LONG,
    " ",
    "\u200b\u200d",
    "\x07",
    "{}",
    "../../etc/passwd",
]
ODD_CHOICES = ["", "9" * 30, "a\x00b", "-1", "NaN", "null", "[]", "مرحبا", LONG]
# Who fills in a form that no klantmanager has, by the object of the matrix.
WHOSE_FORMS = {"toewijzing": "teamleider", "aanbod": "func_beheer", "oudercontact": "moeder"}
SHORT_RUN = 4  # of each of these; the long run tries them all


def shown(page: str) -> str:
    return html.unescape(page).replace("\r\n", "\n").replace("\x00", "")


def check_answer(answer, address, field: str, typed: str, form: forms.BaseForm) -> None:  # type: ignore[no-untyped-def]
    where = f"{address.name} {field}={typed[:20]!r}"
    assert answer.status_code in (200, 302, 404, 409, 422), f"{where}: {answer.status_code}"
    if answer.status_code not in (200, 422):
        return
    page = answer.content.decode()
    if field in text_fields(form) or isinstance(form.fields[field], forms.DateField):
        assert typed.replace("\x00", "").strip() in shown(page), f"{where}: what was typed is gone"
    if answer.context.get("preview"):
        return  # nothing is wrong: it is looked at once more before it goes
    mistakes = answer.context["form"].errors
    assert mistakes, f"{where}: came back without saying why"
    for sentence in (s for found in mistakes.values() for s in found):
        assert sentence.endswith((".", "?")), f"{where}: {sentence!r} is no sentence"
        assert html.escape(sentence)[:40] in page or sentence[:40] in shown(page), f"{where}: not on the page"


@pytest.mark.parametrize("address", FORMS, ids=[a.name for a in FORMS])
def test_odd_input_gets_a_sentence_and_is_kept(address, as_, people, by_role, samiras: Life, request) -> None:
    many = None if request.config.getoption("--long") else SHORT_RUN
    role = WHOSE_FORMS.get(address.access.kind if address.access else "")
    browser = as_(by_role[role] if role else people["peter"])
    url = address.url(samiras.given)
    form = form_of(browser, url)
    if form is None:
        pytest.skip("a page with a button only")
    right = filled_in(form, lambda name, most: "Gewoon"[:most])
    for field, kind in form.fields.items():
        tries = ODD_TEXTS if field in text_fields(form) else ODD_CHOICES
        tries = NO_DATES if isinstance(kind, forms.DateField) else tries
        for typed in tries[:many]:
            if isinstance(kind, forms.FileField):
                continue
            with undone():
                answer = browser.post(url, {**right, field: typed})
            if field in OWN:
                assert answer.status_code in (200, 302, 409, 422), f"{address.name} {field}={typed[:20]!r}"
            else:
                check_answer(answer, address, field, typed, form)


def test_a_date_that_does_not_exist_is_named(as_, peter, samiras: Life) -> None:
    before = everything_written()
    url = f"/mensen/{samiras.case.public_id}/kinderen/nieuw/"
    for typed in ("30-02-2026", "32-13-2026", "morgen"):
        page = shown(as_(peter).post(url, {"first_name": "Sam", "born_on": typed}).content.decode())
        assert f"{typed} is geen datum die bestaat. Vul dag, maand en jaar in" in page
        assert 'value="Sam"' in page and f'value="{typed}"' in page
    assert everything_written() == before


def test_a_text_that_is_too_long_is_counted_and_kept(as_, peter, samiras: Life) -> None:
    url = f"/mensen/{samiras.case.public_id}/plan/wens/"
    page = shown(as_(peter).post(url, {"wish": LONG, "seen_version": 2}).content.decode())
    assert f"Dit zijn {len(LONG.strip())} tekens; er passen er 5000" in page
    assert LONG.strip() in page


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "\u200d\u200b", "\u202e", "\t\n"])
def test_a_name_nobody_can_see_is_no_name(name, as_, peter) -> None:
    answer = as_(peter).post("/mensen/nieuw/", {"first_name": name, "last_name": "Bos"})
    assert answer.status_code == 200 and "first_name" in answer.context["form"].errors
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    "words", ["\x00", "a\x00b", "%", "_", "\\", "'", '"', "\u202e", "ß" * 100, " " * 200, "🙂"]
)
def test_any_search_is_answered(words, as_, peter, samiras: Life) -> None:
    for page in ("1", "0", "-1", "99", "٣", "x", "9" * 50, "\x00"):
        answer = as_(peter).get("/mensen/", {"zoek": words, "pagina": page})
        assert answer.status_code == 200
    assert ("Samira" in as_(peter).get("/mensen/", {"zoek": "%"}).content.decode()) is False


def has_a_visible_sign(text: str) -> bool:
    return any(c.isprintable() and not c.isspace() for c in text)


SIGNS = st.characters(exclude_categories=["Cs", "Cc"])
NAMES = st.text(SIGNS, min_size=1, max_size=60).map(str.strip).filter(has_a_visible_sign)
KNOWN = ["D’Angelo", "van ’t Hof", "Ünal-Yıldız", "Nguyễn Thị", "Łucja", "محمد عبد الله", "שָׂרָה", "李小龍"]
KNOWN += ["Zoë", "👩🏽‍🦱", "İpek", "ﷺ" * 60]


def round_trip(browser: Client, first: str, last: str) -> None:
    with undone():
        answer = browser.post("/mensen/nieuw/", {"first_name": first, "last_name": last})
        assert answer.status_code == 302, errors_of(answer)
        case = Case.objects.order_by("-pk")[0]
        assert (case.first_name, case.last_name) == (first, last), "her name is right, sign for sign"
        url = f"/mensen/{case.public_id}/"
        assert f"{first} {last}" in shown(browser.get(url).content.decode())
        form = browser.get(f"{url}gegevens/").context["form"]
        sent = {name: form[name].value() or "" for name in form.fields if name != "address_is_secret"}
        assert browser.post(f"{url}gegevens/", sent).status_code == 302
        case.refresh_from_db()
        assert (case.first_name, case.last_name) == (first, last), (
            "and stays so when somebody saves the form again"
        )
        assert browser.get(f"{url}kaart/").status_code == 200


def errors_of(answer) -> object:  # type: ignore[no-untyped-def]
    return answer.context["form"].errors


@pytest.mark.parametrize("name", KNOWN)
def test_a_name_comes_back_as_it_was_written(name, as_, peter) -> None:
    round_trip(as_(peter), name[:60], name[:80])
    found = unicodedata.normalize("NFD", name)[:60]
    round_trip(as_(peter), found, found)


@pytest.mark.parametrize("examples", [25, pytest.param(2_000, marks=pytest.mark.long)])
def test_any_name_comes_back_as_it_was_written(examples, as_, peter) -> None:
    browser = as_(peter)

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(NAMES, NAMES)
    def each(first: str, last: str) -> None:
        round_trip(browser, first, last)

    each()
