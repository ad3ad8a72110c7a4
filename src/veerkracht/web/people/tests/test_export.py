"""The own list as a file: only one's own people, no formulas, no secret address, and written down."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from veerkracht.web.people import actions
from veerkracht.web.people.caseload_import.tables import read_caseload
from veerkracht.web.people.models import Case
from veerkracht.web.record.models import Event

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def cases(peter, aylin):
    renee = actions.open_case(
        by=peter, first_name="Renée", last_name="’t Hart", born_on=dt.date(1991, 4, 3), phone="+31612345678"
    )
    actions.add_child(by=peter, case=renee, first_name="Yara", born_on=dt.date(2020, 3, 12))
    secret = actions.open_case(by=peter, first_name=FORMULA, last_name="Mol")
    Case.objects.filter(pk=secret.pk).update(address="Schuilplaats 1", address_is_secret=True)
    actions.open_case(by=aylin, first_name="Vreemd", last_name="Bos")


def test_csv_opens_in_excel_and_holds_no_formula(as_, peter, cases):
    answer = as_(peter).post("/mensen/bestand/", {"vorm": "csv"})
    assert answer.content.startswith(b"\xef\xbb\xbf") and "attachment" in answer["Content-Disposition"]
    text = answer.content.decode("utf-8-sig")
    assert f"'{FORMULA}" in text and f";{FORMULA}" not in text and "'+31612345678" in text
    assert "Schuilplaats" not in text and "Vreemd" not in text
    assert Event.objects.filter(kind="people.list_exported", actor_id=peter.pk).count() == 1


def test_xlsx_holds_text_alone(as_, peter, cases):
    answer = as_(peter).post("/mensen/bestand/", {"vorm": "xlsx"})
    lines = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows())
    assert {cell.data_type for line in lines for cell in line if cell.value} == {"s"}
    assert [line[2].value for line in lines[1:]] == ["’t Hart", "Mol"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_taken_along_can_be_read_again(as_, peter, cases, kind):
    content = as_(peter).post("/mensen/bestand/", {"vorm": kind}).content
    row = read_caseload(content, dt.date(2026, 11, 29)).rows[0]
    assert (row.first_name, row.last_name, row.born_on) == ("Renée", "’t Hart", dt.date(1991, 4, 3))
    assert row.phone == "+31612345678" and [child.first_name for child in row.children] == ["Yara"]
    assert not row.mistakes


def test_only_a_klantmanager_takes_a_list_along_and_never_by_a_link(as_, peter, marleen, samira):
    assert as_(peter).get("/mensen/bestand/").status_code == 405
    for who in (marleen, samira):
        assert as_(who).post("/mensen/bestand/", {"vorm": "csv"}).status_code == 404
