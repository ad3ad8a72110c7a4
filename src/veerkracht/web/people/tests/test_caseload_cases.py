"""Files as offices really send them: each is read right, or held back with its reason; nothing is silently wrong.

The persons are invented. The kinds come from public reports about other programs (CSV eaten by a quote, Excel that
rewrites dates and telephones, title rows, Mac files).
"""

from __future__ import annotations

import datetime as dt
import io
import random
import time
import zipfile

import pytest
from openpyxl import Workbook

from veerkracht.web.people.caseload_import.mistakes import UnreadableFile
from veerkracht.web.people.caseload_import.tables import Caseload, read_caseload

TODAY = dt.date(2026, 11, 29)
HEADER = "voornaam;achternaam;geboortedatum;telefoon;adres;kinderen\r\n"
BORN = dt.date(1991, 4, 3)


def read(text: str | bytes, klantmanager: str = "Peter van Dongen") -> Caseload:
    content = text if isinstance(text, bytes) else text.encode()
    return read_caseload(content, TODAY, klantmanager)


def workbook(*lines: list[object], merge: str = "") -> bytes:
    book, file = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    if merge:
        book.active.merge_cells(merge)
    book.save(file)
    return file.getvalue()


def rezipped(content: bytes, part: str, change) -> bytes:  # type: ignore[no-untyped-def]
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text) if name == part else text)
    return file.getvalue()


def good(caseload: Caseload) -> list[tuple[str, str, dt.date | None]]:
    return [(r.first_name, r.last_name, r.born_on) for r in caseload.rows if not r.mistakes]


def held(caseload: Caseload) -> dict[int, str]:
    return {row.number: " ".join(row.mistakes) for row in caseload.rows if row.mistakes}


def test_a_stray_quote_holds_back_its_own_row_and_eats_nobody() -> None:
    caseload = read(HEADER + 'Roos;"t Hart;03-04-1991;06;Plein 1;\r\nAns;Mol;02-01-1980;06;Plein 2;\r\n')
    assert good(caseload) == [("Ans", "Mol", dt.date(1980, 1, 2))]
    assert "aanhalingsteken" in held(caseload)[2]


@pytest.mark.parametrize(
    "rows",
    [
        'Roos;"t Hart;03-04-1991;06;Plein 1;\r\nAns;"t Mol;02-01-1980;06;Plein 2;\r\n',
        'Roos;"t Hart;03-04-1991;06;Plein 1;\r\nAns;Mol";02-01-1980;06;Plein 2;\r\n',
        'Roos;"t Hart;03-04-1991";06;Plein 1;\r\n',
        'Roos;t" Hart;03-04-1991;06;Plein 1;\r\n',
    ],
)
def test_no_pair_of_stray_quotes_makes_one_person_of_two(rows) -> None:
    assert good(read(HEADER + rows)) == []


@pytest.mark.parametrize(
    "cell",
    [
        "Yara 12-03-2020, Adam 01-05-2024",
        "Yara 12-03-2020; Adam 01-05-2024",
        "Yara 12-03-2020 en Adam 01-05-2024",
        "Yara, 12-03-2020, Adam, 01-05-2024",
        "Yara (12-03-2020)\nAdam (01-05-2024)",
        "Yara (geb. 12-03-2020) / Adam (geb. 01-05-2024)",
        "Yara 12 maart 2020; Adam 1 mei 2024",
    ],
)
def test_two_children_in_one_cell_are_two_children(cell) -> None:
    [row] = read(f'{HEADER}Lotte;Vermeulen;03-04-1991;06;Plein 1;"{cell}"\r\n').rows
    assert row.mistakes == []
    assert [(c.first_name, c.born_on) for c in row.children] == [
        ("Yara", dt.date(2020, 3, 12)),
        ("Adam", dt.date(2024, 5, 1)),
    ]


@pytest.mark.parametrize(
    "cell",
    ["Yara, Adam 01-05-2024", "Yara en Adam 01-05-2024", "12-03-2020 Yara, 01-05-2024 Adam", "2", "Yara 6"],
)
def test_children_that_cannot_be_told_apart_are_asked_about(cell) -> None:
    assert held(read(f'{HEADER}Lotte;Vermeulen;03-04-1991;06;;"{cell}"\r\n'))


def test_children_in_columns_of_their_own() -> None:
    lines = "voornaam;achternaam;Kind 1;Geboortedatum kind 1;kind 2 naam;kind2 geb.datum\n"
    [row] = read(f"{lines}Lotte;Vermeulen;Yara;12-03-2020;Adam;01-05-2024\n").rows
    assert [c.first_name for c in row.children] == ["Yara", "Adam"] and row.mistakes == []
    assert held(read(f"{lines}Lotte;Vermeulen;Yara;;;01-05-2024\n"))


@pytest.mark.parametrize(
    "text",
    [
        "1991-04-03 00:00:00",
        "1991-04-03T00:00:00",
        "3 april 1991",
        "3 apr. 1991",
        "3-apr-1991",
        "19910403",
        "'03-04-1991",
        "woensdag 3 april 1991",
        "3-4-1991",
        "03.04.1991",
    ],
)
def test_dates_as_programs_and_people_write_them(text) -> None:
    assert good(read(f"{HEADER}Lotte;Vermeulen;{text};06;Plein 1;\r\n")) == [("Lotte", "Vermeulen", BORN)]


def test_two_digits_of_a_year_are_asked_about() -> None:
    caseload = read(f"{HEADER}Ans;Mol;3-4-91;06;Plein 2;\r\n")
    assert "Welk jaar is 3-4-91?" in held(caseload)[2]


def test_a_serial_day_is_sure_in_excel_and_a_question_in_csv() -> None:
    names = ["voornaam", "achternaam", "geboortedatum"]
    assert good(read(workbook(names, ["Lotte", "Vermeulen", 33331]))) == [("Lotte", "Vermeulen", BORN)]
    assert "03-04-1991" in held(read(f"{HEADER}Lotte;Vermeulen;33331;06;Plein 1;\r\n"))[2]


def test_one_american_date_doubts_its_whole_column() -> None:
    lines = "voornaam,achternaam,geboortedatum,telefoon,adres,kinderen\r\n"
    caseload = read(f"{lines}Lotte,Vermeulen,04/03/1991,06,,\r\nAns,Mol,04/25/1991,06,,\r\n")
    assert set(held(caseload)) == {2, 3}
    in_excel = workbook(
        ["voornaam", "achternaam", "geboortedatum"],
        ["Lotte", "Vermeulen", dt.date(1991, 3, 4)],
        ["Ans", "Mol", "04/25/1991"],
    )
    assert good(read(in_excel)) == []


def test_a_wrong_dimension_tag_hides_nobody() -> None:
    book = workbook(["voornaam", "achternaam"], ["Lotte", "Vermeulen"], ["Ans", "Mol"])
    wrong = rezipped(book, "xl/worksheets/sheet1.xml", lambda text: text.replace(b'ref="A1:B3"', b'ref="A1"'))
    assert wrong != book and [name for name, _, _ in good(read(wrong))] == ["Lotte", "Ans"]


def test_title_rows_and_merged_cells_above_the_header() -> None:
    book = workbook(
        ["Caseload team Zuid"],
        ["Uitdraai van 1-11-2026"],
        [],
        ["voornaam", "achternaam"],
        ["Lotte", "Vermeulen"],
        merge="A1:B1",
    )
    assert good(read(book)) == [("Lotte", "Vermeulen", None)]
    assert read(book).rows[0].number == 5


def test_merged_cells_among_the_people_hold_back_their_rows() -> None:
    book = workbook(["voornaam", "achternaam"], ["Lotte", "Mol"], ["Ans", None], ["Bo", "Bos"], merge="B2:B3")
    assert good(read(book)) == [("Bo", "Bos", None)] and "samengevoegd" in held(read(book))[3]


def test_a_prefix_column_goes_before_the_last_name() -> None:
    caseload = read("Voornaam;Voorvoegsel;Achternaam\nAnouk;van der;Heijden\nIris;'t;Hooft\nEls;de;de Wit\n")
    assert [last for _, last, _ in good(caseload)] == ["van der Heijden", "'t Hooft", "de Wit"]


def test_one_name_is_enough() -> None:
    caseload = read(f"{HEADER}Suharti;;03-04-1991;06;Plein 1;\r\n;Mahmoud;01-01-1985;06;Plein 2;\r\n")
    assert [name for name, _, _ in good(caseload)] == ["Suharti", "Mahmoud"]


def test_a_telephone_that_excel_took_for_a_number_gets_its_nought_back() -> None:
    names = ["voornaam", "achternaam", "telefoon"]
    rows = read(
        workbook(names, ["Lotte", "V", 612345678], ["Ans", "M", 31612345678], ["Bo", "B", 201234567])
    ).rows
    assert [row.phone for row in rows[:2]] == ["0612345678", "+31612345678"]
    assert rows[0].remarks == ["Telefoon gelezen als 0612345678."]
    assert rows[2].mistakes == ["Mist 201234567 de nul vooraan? Schrijf 0201234567."]
    assert held(read("voornaam;achternaam;telefoon\nLotte;Vermeulen;6,12E+08\n"))


def test_the_people_of_a_colleague_are_not_taken() -> None:
    lines = "voornaam;achternaam;klantmanager;clientnummer\nAnouk;Heijden;Aylin Demir;004512\n"
    caseload = read(f"{lines}Ans;Mol;Peter van Dongen;004513\n")
    assert good(caseload) == [("Ans", "Mol", None)] and "Aylin Demir" in held(caseload)[2]
    assert caseload.left_out == ["clientnummer"]


def test_a_column_twice_is_asked_about_where_it_differs() -> None:
    caseload = read("voornaam;achternaam;telefoon;telefoon\nAns;Mol;0611111111;0622222222\nBo;Bos;06;06\n")
    assert set(held(caseload)) == {2}


def test_a_child_older_than_the_parent_allows_is_asked_about() -> None:
    assert "nog geen twaalf" in held(read(f"{HEADER}Ans;Mol;03-04-1991;06;;Yara 12-03-1990\r\n"))[2]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_letters_of_every_office_program(encoding, end) -> None:
    text = f"voornaam;achternaam{end}Renée;Bakkër{end}Iris;’t Hooft{end}"
    caseload = read(text.encode(encoding))
    assert good(caseload) == [("Renée", "Bakkër", None), ("Iris", "’t Hooft", None)], caseload.read_as


def test_letters_that_can_be_two_things_are_asked_about() -> None:
    assert held(read(b"voornaam;achternaam\nAn\xe9l;Mol\n")) or good(
        read(b"voornaam;achternaam\nAn\xe9l;Mol\n")
    ) == [("Anél", "Mol", None)]


def test_alt_enter_joins_an_address_and_is_a_question_in_a_name() -> None:
    [row] = read(f'{HEADER}Ans;Mol;03-04-1991;06;"Plein 1\n1234 AB Stad";\r\n').rows
    assert row.address == "Plein 1, 1234 AB Stad" and not row.mistakes
    assert held(read(f'{HEADER}Ans;"Mol\nBos";03-04-1991;06;;\r\n'))


def test_a_long_name_stays_whole() -> None:
    first = "Maria Wilhelmina Geertruida Johanna Petronella Catharina Elisabeth Anna"
    last = "van der Schimmelpenninck-Haersma Buma tot Oldenzaal van Nijevelt en Voorschoten-Wassenaar"
    assert good(read(f"{HEADER}{first};{last};03-04-1991;06;;\r\n")) == [(first, last, BORN)]
    assert "er passen er 120" in held(read(f"{HEADER}{'x' * 121};Mol;03-04-1991;06;;\r\n"))[2]


def measured(content: bytes) -> tuple[float, str]:
    began = time.monotonic()
    with pytest.raises(UnreadableFile) as error:
        read_caseload(content, TODAY)
    return time.monotonic() - began, str(error.value)


def sheet_of(cells: bytes) -> bytes:
    book = workbook(["voornaam", "achternaam"], ["Lotte", "Vermeulen"])
    return rezipped(
        book, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", cells + b"</sheetData>")
    )


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="3">' + b"<c><v>1</v></c>" * 1_000_000 + b"</row>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="3"><c r="A3" t="inlineStr"><is><t>' + b"x" * 30_000_000 + b"</t></is></c></row>",
    ],
)
def test_a_file_made_to_fill_the_memory_is_refused_quickly(cells) -> None:
    seconds, says = measured(sheet_of(cells))
    assert seconds < 5 and "te groot" in says


@pytest.mark.parametrize("content", [b'a;b\n"' + b";" * 4_900_000, b"a;b\n" + b"\xe9;" * 2_400_000])
def test_one_endless_line_is_refused_before_it_is_read(content) -> None:
    seconds, says = measured(content)
    assert seconds < 2 and "beschadigd" in says


def test_entities_that_multiply_are_refused() -> None:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    bomb = b'<!DOCTYPE x [<!ENTITY l0 "ha">' + laughs + b"]><worksheet>"
    book = workbook(["voornaam", "achternaam"], ["Lotte", "Vermeulen"])
    made = rezipped(
        book,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b"<worksheet ", bomb[:-11] + b"<worksheet ", 1),
    )
    began = time.monotonic()
    try:
        assert all(len(row.first_name) < 100 for row in read_caseload(made, TODAY).rows)
    except UnreadableFile as error:
        assert str(error)
    assert time.monotonic() - began < 5


PIECES = [";", ",", "\t", '"', "'", "\n", "\r\n", "\r", "\0", "\x07", " ", "=1+1", "é", "’t", "Ans", "Mol"]
PIECES += ["voornaam", "achternaam", "kinderen", "geboortedatum", "Yara 12-03-2020"]
PIECES += ["03-04-1991", "04/25/1991", "33331", "3-4-91"]


# Kinds of our own, after every one of the reports was read right: each of these was "good" at first.
@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("RenÃ©e;BakkÃ©r;03-04-1991;06;Plein 1;", "verkeerd bewaard"),
        ("NULL;Bakker;03-04-1991;06;Plein 1;", "geen voornaam"),
        ("Ans;onbekend;03-04-1991;06;Plein 1;", "geen achternaam"),
        ("Lotte en Ans;Bakker;03-04-1991;06;Plein 1;", "twee mensen"),
        ("Lotte/Ans;Mol;03-04-1991;06;Plein 1;", "twee mensen"),
        ("Mw. Lotte;Mol;03-04-1991;06;Plein 1;", "aanhef"),
        ("Lotte (overleden);Bos;03-04-1991;06;Plein 1;", "haakjes"),
        ("Lotte\u202e;Bos;03-04-1991;06;Plein 1;", "onzichtbaar"),
        ("Lotte;Bos;03-04-1991;bellen na 18u;Plein 1;", "geen telefoonnummer"),
        ("Lotte;Bos;03-04-1991;612345678,5;Plein 1;", "geen telefoonnummer"),
        ("Lotte;Bos;03-04-1991;0612345678 0687654321;Plein 1;", "geen telefoonnummer"),
    ],
)
def test_what_looks_like_a_person_and_is_none_is_asked_about(row, says) -> None:
    assert says in held(read(f"{HEADER}{row}\r\n"))[2]


def test_a_word_for_nothing_is_no_telephone_and_no_address() -> None:
    [row] = read(f"{HEADER}Lotte;Bos;onbekend;n.v.t.;-;geen\r\n").rows
    assert (row.phone, row.address, row.born_on, row.children, row.mistakes) == ("", "", None, [], [])


@pytest.mark.parametrize(
    "name", ["van der Schim en Buma", "Öz", "d’Hondt", "Al-Sayed", "O'Neill", "Nguyễn", "de la Fuente y Vega"]
)
def test_an_unusual_name_is_no_doubt(name) -> None:
    assert held(read(f"{HEADER}Lotte;{name};03-04-1991;+31 (0)6 12-34.56 78 / 013 5;Plein 1;\r\n")) == {}


def test_turkish_letters_of_an_old_file_are_not_taken_for_icelandic() -> None:
    rows = "Gülşen;Yıldız;03-04-1991;06;Plein 1;\r\nAns;Mol;03-04-1991;06;Plein 2;\r\n"
    caseload = read(f"{HEADER}{rows}".encode("cp1254"))
    assert "niet zeker te lezen" in held(caseload)[2] and good(caseload) == [("Ans", "Mol", BORN)]


def test_a_cell_of_a_workbook_that_failed_holds_back_its_row() -> None:
    head, born = ["voornaam", "achternaam", "geboortedatum", "telefoon"], dt.datetime(1991, 4, 3)
    rows = [["Lotte", "#N/A", born, "06"], [True, "Kok", None, "06"], ["Ans", "Mol", born, "06"]]
    caseload = read(workbook(head, *rows))
    assert "mislukt" in held(caseload)[2] and "geen voornaam" in held(caseload)[3]
    assert good(caseload) == [("Ans", "Mol", BORN)]


@pytest.mark.parametrize("seed", range(200))
def test_two_hundred_bad_files_are_read_right_or_say_why_not(seed) -> None:
    """Whoever comes out as good has a name without signs, and stands as typed on the line of that number."""
    chance = random.Random(seed)
    rows = "".join(chance.choice(PIECES) for _ in range(chance.randrange(5, 120)))
    text = (HEADER if seed % 4 else "") + rows
    content = bytearray(text.encode(chance.choice(["utf-8", "cp1252", "utf-16", "mac_roman"])))
    if seed % 3 == 0:
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        caseload = read_caseload(bytes(content), TODAY)
    except UnreadableFile as error:
        assert str(error).endswith(".")
        return
    for row in caseload.rows:
        if not row.mistakes:
            assert not any(sign in f"{row.first_name}{row.last_name}" for sign in '"0123456789;\n\0\x07')
            assert row.first_name and (row.born_on is None or row.born_on in (BORN, dt.date(1991, 4, 25)))
            assert all(child.first_name == "Yara" for child in row.children)
