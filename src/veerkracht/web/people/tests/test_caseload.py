"""Reading a caseload: good files in every coat, and for each kind of bad one a sentence that says what to do."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import time
import zipfile

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from veerkracht.web.people.caseload_import.mistakes import UnreadableFile
from veerkracht.web.people.caseload_import.tables import read_caseload as read_file
from veerkracht.web.people.imports import checked_caseload, rows_from_token, token_of
from veerkracht.web.people.models import Case, Child
from veerkracht.web.record.models import Event

TODAY = dt.date(2026, 11, 21)
HEADER = ["voornaam", "achternaam", "geboortedatum", "telefoon", "adres", "kinderen"]
NOOR = [
    "Noor",
    "van ’t Hof",
    "24-11-1990",
    "06 12 34 56 78",
    "Kade 1, Stad",
    "Yara 12-03-2020; Adam 01-05-2024",
]


def read_caseload(content: bytes, today: dt.date):  # type: ignore[no-untyped-def]
    return read_file(content, today).rows


def as_csv(rows: list[list[str]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(rows: list[list[object]]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def one_row(**cells: str):  # type: ignore[no-untyped-def]
    values = [cells.get(name, default) for name, default in zip(HEADER, NOOR, strict=True)]
    return read_caseload(as_csv([HEADER, values]), TODAY)[0]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_of_any_office_program_is_read(delimiter, encoding) -> None:
    row = read_caseload(as_csv([HEADER, NOOR], delimiter, encoding), TODAY)[0]
    assert (row.number, row.first_name, row.last_name) == (2, "Noor", "van ’t Hof")
    assert row.born_on == dt.date(1990, 11, 24) and row.mistakes == []
    assert [(c.first_name, c.born_on.year) for c in row.children] == [("Yara", 2020), ("Adam", 2024)]


def test_an_excel_file_is_read_with_its_dates() -> None:
    rows = [
        ["Voornaam ", "ACHTERNAAM", "geboortedatum"],
        ["Noor", "Bos", dt.datetime(1990, 11, 24)],
        [None] * 3,
    ]
    found = read_caseload(as_xlsx(rows), TODAY)
    assert len(found) == 1 and found[0].born_on == dt.date(1990, 11, 24)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"voornaam": "", "achternaam": ""}, "Er staat geen naam op deze rij."),
        ({"achternaam": " \u200b"}, "De achternaam ontbreekt."),
        ({"voornaam": "N" * 121}, "In de kolom voornaam staan 121 tekens; er passen er 120."),
        ({"adres": "x" * 201}, "In de kolom adres staan 201 tekens; er passen er 200."),
        ({"geboortedatum": "30-02-1990"}, "30-02-1990 is geen datum die bestaat"),
        ({"geboortedatum": "32-13-1990"}, "32-13-1990 is geen datum die bestaat"),
        ({"geboortedatum": "in mei"}, "in mei is geen datum die bestaat"),
        ({"geboortedatum": "24-11-2020"}, "kan niet kloppen voor een ouder"),
        ({"geboortedatum": "01-01-0001"}, "kan niet kloppen voor een ouder"),
        ({"kinderen": "Yara"}, "Bij kinderen staat “Yara”"),
        ({"kinderen": "Yara 31-11-2020"}, "31-11-2020 is geen datum die bestaat"),
        ({"kinderen": "Yara 12-03-2030"}, "De geboortedatum van Yara ligt in de toekomst."),
        ({"kinderen": "\u200b 12-03-2020"}, "Bij kinderen"),
        ({"telefoon": "06\x0712"}, "In de kolom telefoon staat een onzichtbaar teken."),
    ],
)
def test_each_kind_of_bad_row_is_named(cells, says) -> None:
    row = one_row(**cells)
    assert any(says in mistake for mistake in row.mistakes), row.mistakes
    assert all(mistake.endswith((".", "?")) for mistake in row.mistakes)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "De eerste rij mist de kolom voornaam en achternaam"),
        (b"naam;datum\nNoor;1990\n", "De eerste rij mist de kolom voornaam en achternaam"),
        (b"voornaam;naam\nNoor;Bos\n", "De eerste rij mist de kolom achternaam"),
        (b"voornaam;achternaam\n\n;;\n", "Onder de eerste rij staat niemand"),
        (bytes(range(256)) * 40, "Dit is geen tabel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "Dit is geen tabel"),
        (b"%PDF-1.7\n1 0 obj", "Dit is geen tabel"),
        (b"PK\x03\x04 broken", "Dit Excel-bestand is niet te lezen"),
        (b"<html><script>alert(1)</script></html>", "De eerste rij mist"),
    ],
)
def test_what_is_no_table_of_people_says_so(content, says) -> None:
    with pytest.raises(UnreadableFile, match=says) as error:
        read_caseload(content, TODAY)
    assert str(error.value).endswith(".")


def test_two_thousand_rows_fit_and_one_more_does_not() -> None:
    rows = [["Noor", str(n)] for n in range(2_000)]
    assert len(read_caseload(as_csv([HEADER[:2], *rows]), TODAY)) == 2_000
    with pytest.raises(UnreadableFile, match="meer dan 2000 rijen"):
        read_caseload(as_csv([HEADER[:2], *rows, ["Een", "Teveel"]]), TODAY)


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in parts.items():
            held.writestr(name, content)
    return file.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableFile, match="te groot"):
        read_caseload(zipped(sheet=b"0" * 60_000_000), TODAY)
    assert time.monotonic() - began < 5


def rezipped(content: bytes, change) -> bytes:  # type: ignore[no-untyped-def]
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return zipped(**{name: change(name, held.read(name)) for name in held.namelist()})


def test_one_cell_in_the_far_corner_does_not_make_a_million_rows() -> None:
    book, file = Workbook(), io.BytesIO()
    book.active.append(["voornaam", "achternaam"])
    book.active["XFD1048576"] = "ver weg"
    book.save(file)
    began = time.monotonic()
    with pytest.raises(UnreadableFile, match="rijen"):
        read_caseload(file.getvalue(), TODAY)
    assert time.monotonic() - began < 10


def test_entities_in_an_excel_file_do_not_explode() -> None:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + laughs + b"]>"

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/sharedStrings.xml":
            return content
        assert b"Noor" in content
        return bomb + content.split(b"?>", 1)[-1].replace(b"Noor", b"&l9;")

    book = as_xlsx([["voornaam", "achternaam"], ["Noor", "Bos"]])
    inline = rezipped(book, lambda n, c: c)
    assert read_caseload(inline, TODAY)[0].first_name == "Noor"
    began = time.monotonic()
    try:
        rows = read_caseload(rezipped(book, change), TODAY)
    except UnreadableFile:
        rows = []
    assert all(len(row.first_name) < 1_000 for row in rows)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("formula", ["=1+1", "=cmd|' /C calc'!A0", "+31 6", "-2", "@SUM(A1)"])
def test_a_formula_is_read_as_text_and_never_worked_out(formula) -> None:
    row = one_row(voornaam=formula)
    assert row.first_name == formula
    assert read_caseload(as_xlsx([["voornaam", "achternaam"], ["Noor", "Bos"]]), TODAY)[0].mistakes == []


def test_an_excel_formula_without_a_value_is_an_empty_cell() -> None:
    found = read_caseload(as_xlsx([["voornaam", "achternaam", "adres"], ["=1+1", "", "Kade 1"]]), TODAY)[0]
    assert found.mistakes == ["Er staat geen naam op deze rij."]


def upload(client, content: bytes, name: str = "lijst.csv") -> str:  # type: ignore[no-untyped-def]
    sent = {"file": SimpleUploadedFile(name, content), "csrfmiddlewaretoken": "as in a browser"}
    answer = client.post("/mensen/inlezen/", sent)
    assert answer.status_code == 200
    return str(answer.content.decode())


def token_on(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found, "there should be something good to save"
    return found[1]


def test_peter_sees_the_report_first_and_saves_the_good_rows(as_, peter) -> None:
    bad = ["", "", "24-11-1990", "", "", ""]
    page = upload(as_(peter), as_csv([HEADER, NOOR, bad]))
    assert (
        "1 rij kan niet mee" in page
        and "Er staat geen naam op deze rij." in page
        and "1 persoon opslaan" in page
    )
    assert not Case.objects.exists(), "looking stores nothing"
    answer = as_(peter).post("/mensen/inlezen/opslaan/", {"token": token_on(page)}, follow=True)
    assert "De lijst is ingelezen." in answer.content.decode()
    case = Case.objects.get()
    assert (case.full_name, case.phone, case.address) == ("Noor van ’t Hof", "06 12 34 56 78", "Kade 1, Stad")
    assert case.assignments.get().account == peter
    assert set(Child.objects.values_list("first_name", flat=True)) == {"Yara", "Adam"}


def test_each_person_of_the_list_has_a_beginning_in_the_history(as_, peter) -> None:
    page = upload(as_(peter), as_csv([HEADER, NOOR, ["Lena", "Bos", "", "", "", ""]]))
    as_(peter).post("/mensen/inlezen/opslaan/", {"token": token_on(page)})
    opened = Event.objects.filter(kind="people.case_opened").values_list("case_id", flat=True)
    assert set(opened) == set(Case.objects.values_list("pk", flat=True)) and len(opened) == 2


def test_a_column_nobody_knows_is_named(as_, peter) -> None:
    page = upload(
        as_(peter), as_csv([["voornaam", "achternaam", "BSN", "notitie"], ["Noor", "Bos", "1", "x"]])
    )
    assert "2 kolommen doen niet mee" in page and "BSN, notitie." in page
    assert "doen niet mee" not in upload(as_(peter), as_csv([HEADER, NOOR]))


def test_the_same_file_twice_adds_nobody_twice(as_, peter) -> None:
    content = as_csv([HEADER, NOOR, NOOR])
    page = upload(as_(peter), content)
    assert "Dezelfde persoon staat ook op rij 2." in page
    for _ in range(2):
        as_(peter).post("/mensen/inlezen/opslaan/", {"token": token_on(page)})
    again = upload(as_(peter), content)
    assert "Ongewijzigd" in again and "Dezelfde persoon staat ook op rij 2." in again
    assert Case.objects.count() == 1
    assert Event.objects.filter(kind="people.caseload_imported").count() == 1


def test_a_list_that_was_changed_on_the_way_is_refused(as_, peter) -> None:
    token = token_on(upload(as_(peter), as_csv([HEADER, NOOR])))
    for forged in ("", "x", token[:-3], token.replace(token[:4], "AAAA", 1), token + "\x00"):
        answer = as_(peter).post("/mensen/inlezen/opslaan/", {"token": forged}, follow=True)
        assert "Lees het bestand opnieuw in." in answer.content.decode()
    assert not Case.objects.exists()


def test_the_list_of_peter_is_not_saved_by_aylin(as_, peter, aylin) -> None:
    token = token_of(peter, checked_caseload(peter, as_csv([HEADER, NOOR])).rows)
    assert len(rows_from_token(peter, token)[0]) == 1
    with pytest.raises(signing.BadSignature):
        rows_from_token(aylin, token)


def test_a_file_that_is_too_large_gets_a_sentence(as_, peter) -> None:
    page = upload(as_(peter), b"voornaam;achternaam\n" + b"x" * 5_200_000)
    assert "5 MB" in page and "utrecht-form-field--invalid" in page
    assert not Case.objects.exists()


def test_nothing_of_an_upload_stays_on_the_disk(as_, peter, tmp_path, settings) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    upload(as_(peter), as_csv([HEADER, NOOR]) + b"\n" * 3_000_000)
    assert list(tmp_path.iterdir()) == []


def test_import_and_assignment_stay_in_the_municipality(as_, bas, peter) -> None:
    upload_of_bas = upload(as_(bas), as_csv([HEADER, NOOR]))
    as_(bas).post("/mensen/inlezen/opslaan/", {"token": token_on(upload_of_bas)})
    assert Case.objects.get().municipality == bas.municipality
    assert "Noor" not in as_(peter).get("/mensen/").content.decode()
    assert timezone.localdate() == Case.objects.get().opened_on
