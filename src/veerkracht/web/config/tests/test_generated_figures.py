"""SP2, RE4: figures of 640 generated mothers go out once a quarter through the rule, and below 200 there are words."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.db.models import F
from openpyxl import load_workbook

from tests.cast import account
from veerkracht.web.config.demo.generated import add_generated
from veerkracht.web.people.models import Account, Case, Child, Municipality
from veerkracht.web.policy import actions
from veerkracht.web.policy.domain import digest_of
from veerkracht.web.policy.models import CountedState, Release
from veerkracht.web.policy.releasing_actions import give_out
from veerkracht.web.record.models import Conflict

DAY = dt.date(2026, 10, 1)


@pytest.fixture
def ilse(voorbeeld: Municipality) -> Account:
    return account(voorbeeld, "ilse", "Ilse Brouwer", "beleid")


@pytest.fixture
def generated(voorbeeld: Municipality) -> list[Case]:
    return add_generated(voorbeeld, DAY, mothers=640, seed=1)


@pytest.fixture
def quarter(generated: list[Case], voorbeeld: Municipality) -> Release:
    release: Release = give_out(by=None, municipality=voorbeeld, day=DAY)
    return release


def test_a_quarter_goes_out_once_and_holds_nothing_but_what_went_through_the_rule(
    quarter: Release, voorbeeld: Municipality
) -> None:
    assert quarter.quarter == "2026-K3" and quarter.not_out == ""
    assert give_out(by=None, municipality=voorbeeld, day=DAY) is None
    counts = quarter.counts.values()
    assert all(count is None or (count >= 15 and count % 5 == 0) for count in counts)
    assert abs(quarter.counts[""] - 640) <= 12
    assert {label.count("=") for label in quarter.counts} == {0, 1, 2}
    two_way = {
        tuple(part.split("=")[0] for part in label.split("|")) for label in quarter.counts if "|" in label
    }
    assert two_way == {("ring", "youngest"), ("duration", "ring")}, "ring stands in two tables and no more"
    assert quarter.digest == digest_of(
        "",
        "2026-K3",
        {"not_out": "", "counts": quarter.counts, "sums": quarter.sums, "titles": quarter.titles},
    )


@pytest.mark.parametrize(("moved", "why"), [(19, "too_little_changed"), (20, "")])
def test_nothing_goes_out_when_too_little_changed(
    moved: int, why: str, quarter: Release, voorbeeld: Municipality, generated: list[Case]
) -> None:
    """Everybody stays in her band but those who move: births are put in the middle of one."""
    day = DAY + dt.timedelta(days=92)
    Case.objects.filter(municipality=voorbeeld).update(
        born_on=day - dt.timedelta(days=30 * 365), opened_on=day
    )
    state = CountedState.objects.get(municipality=voorbeeld)
    first = give_out(by=None, municipality=voorbeeld, day=day)
    assert first.not_out == "" and state.fingerprints
    ids = [case.pk for case in generated[:moved]]
    Case.objects.filter(pk__in=ids).update(born_on=day - dt.timedelta(days=50 * 365))
    later = day + dt.timedelta(days=90)
    Child.objects.update(born_on=F("born_on") + dt.timedelta(days=90))
    Case.objects.filter(municipality=voorbeeld).update(opened_on=later)
    second = give_out(by=None, municipality=voorbeeld, day=later)
    assert second.not_out == why
    assert bool(second.counts) == (why == "")


def test_a_small_municipality_has_words_and_no_number(
    voorbeeld: Municipality, ilse: Account, samira_case: Case, as_: Callable[..., Any]
) -> None:
    add_generated(voorbeeld, DAY, mothers=150, seed=2)
    release = give_out(by=None, municipality=voorbeeld, day=DAY)
    assert (release.not_out, release.counts, release.sums) == ("text_only", {}, {})
    page = as_(ilse).get("/cijfers/").content.decode()
    assert "Hier staan woorden, geen getallen" in page and "minder dan 200 moeders" in page
    assert "ongeveer" not in page.split("<main")[1].lower().split("wat u hier niet")[0]


def test_ilse_reads_a_sentence_first_and_no_exact_number(quarter: Release, ilse: Account, as_: Any) -> None:
    page = as_(ilse).get("/cijfers/").content.decode()
    assert "Dit gaat over ongeveer" in page and "van de 10 open acties zijn van de moeder zelf" in page
    assert "Minder dan 15 of niet getoond:" in page and "tellen niet op" in page
    assert "uit de bijstand" in page, "outflow is one line among the results"
    assert as_(ilse).get("/cijfers/2026-K3/").status_code == 200
    assert as_(ilse).get("/cijfers/2025-K1/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("per=origin", "tellen wij nooit"),
        ("per=ring&per=age&per=duration", "Drie eigenschappen tegelijk kan niet"),
        ("per=dossier", "niet in de vaste lijst"),
        ("per=ring&per=ring", "niet in de vaste lijst"),
        ("per=ring", "staat bij de cijfers"),
    ],
)
def test_what_cannot_be_asked_is_explained(asked: str, says: str, ilse: Account, as_: Any) -> None:
    assert says in as_(ilse).get(f"/cijfers/vraag/?{asked}").content.decode()


def test_a_policy_maker_opens_no_case(ilse: Account, samira_case: Case, as_: Any) -> None:
    assert as_(ilse).get(f"/mensen/{samira_case.public_id}/").status_code == 404


def test_the_council_report_is_a_tagged_paper_and_a_spreadsheet(
    quarter: Release, ilse: Account, as_: Any
) -> None:
    pdf = as_(ilse).get("/cijfers/raad.pdf").content
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "/StructTreeRoot" in reader.trailer["/Root"] and "Rapportage aan de raad" in text
    assert "uit de bijstand" in text and "tellen daarom niet op" in text
    book = load_workbook(io.BytesIO(as_(ilse).get("/cijfers/raad.xlsx").content))
    assert book.sheetnames[0] == "Lees dit eerst" and "Wat er bereikt is" in book.sheetnames
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    numbers = [value for value in cells if isinstance(value, int)]
    assert numbers and all(number % 5 == 0 and number >= 15 for number in numbers)


def test_the_self_scan_is_laid_beside_last_year_and_an_action_has_an_owner_and_a_day(
    ilse: Account, as_: Any
) -> None:
    year = dt.date.today().year
    given = {"by": ilse, "question": "PM2", "evidence": "In de begroting tellen leerplekken mee."}
    actions.answer_question(**given, year=year - 1, how_far="begun")
    row = actions.answer_question(**given, year=year, how_far="mostly")
    with pytest.raises(Conflict):
        actions.answer_question(**given, year=year, how_far="always", seen_version=row.version + 5)
    yesterday = dt.date.today() - dt.timedelta(days=1)
    actions.add_action(
        by=ilse, question="PM2", what="Leerplek telt als resultaat", owner_name="Inkoop", due_on=yesterday
    )
    page = as_(ilse).get("/zelfscan/").content.decode()
    assert "verder dan vorig jaar" in page and "Inkoop" in page and "te laat" in page


def test_the_evidence_says_what_one_must_not_make_of_it(ilse: Account, as_: Any) -> None:
    page = as_(ilse).get("/bewijs/").content.decode()
    assert "Cochrane" in page and "Wat u er niet van mag maken" in page and "Kijk breder" in page
