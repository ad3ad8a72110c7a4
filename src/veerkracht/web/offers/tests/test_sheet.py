"""Files of offers and centres: read with the same care as a caseload, and hostile ones refused with a sentence."""

from __future__ import annotations

import io
import random
import resource
import time
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from veerkracht.web.offers.imports import checked_file
from veerkracht.web.offers.models import CareCentre, CatalogueOffer
from veerkracht.web.offers.sheet import SheetFile, read_sheet
from veerkracht.web.offers.sheet_columns import centre_columns, offer_columns
from veerkracht.web.people.caseload_import.mistakes import UnreadableFile
from veerkracht.web.people.models import Account

As = Callable[[Account], Client]
HEADER = "naam;organisatie;wat;gericht op;onderwerp;bron;kosten;laatste dag\r\n"
GOOD = "Rooster op maat;Werkgeverspunt;Zoekt tijden;organisaties en regels;werk;sociale kaart;gratis;31-12-2027\r\n"


@pytest.fixture
def femke(others) -> Account:  # type: ignore[no-untyped-def]
    return others["func_beheer"]


def read(text: str | bytes) -> SheetFile:
    return read_sheet(text if isinstance(text, bytes) else text.encode(), offer_columns())


def mistakes(text: str) -> str:
    return " ".join(one for row in read(HEADER + text).rows for one in row.mistakes)


def upload(client: Client, content: bytes, kind: str = "aanbod") -> str:
    file = SimpleUploadedFile("lijst.csv", content)
    answer = client.post(reverse("offers:read_file", args=[kind]), {"file": file})
    assert answer.status_code == 200
    return answer.content.decode()


def confirm(client: Client, page: str, kind: str = "aanbod", **more: object) -> None:
    token = page.split('name="token" value="')[1].split('"')[0]
    client.post(reverse("offers:confirm_file", args=[kind]), {"token": token, **more})


def as_xlsx(*rows: list[object]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_of_any_office_program_is_read(delimiter, encoding) -> None:
    file = read((HEADER + GOOD).replace(";", delimiter).encode(encoding))
    [row] = file.rows
    assert row.mistakes == [] and row.values["aim"] == "exo" and row.values["topics"] == ["werk"]
    assert row.values["ends_on"] == "2027-12-31"


def test_a_workbook_is_read_with_its_days() -> None:
    heads = HEADER.strip().split(";")
    file = read(as_xlsx(heads, ["A", "B", "C", "moeder", "Werk en werkgevers; taal", "kaart", "", ""]))
    [row] = file.rows
    assert row.mistakes == [] and row.values["aim"] == "mother" and row.values["topics"] == ["werk", "taal"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (";B;C;moeder;werk;kaart;;", "Naam ontbreekt."),
        ("A;B;C;iedereen;werk;kaart;;", "“iedereen” kennen wij niet. Kies uit: de moeder zelf"),
        ("A;B;C;moeder;koken;kaart;;", "“koken” kennen wij niet"),
        ("A;B;C;moeder;werk;kaart;;12-13-2027", "geen datum die bestaat"),
        ("A;B;C;moeder;werk;kaart;;1-2-27", "Welk jaar"),
        (f"{'x' * 121};B;C;moeder;werk;kaart;;", "er passen er 120"),
        ("=1+1;B;C;moeder;werk;kaart;;", "als een formule"),
        ('A;"B;C;moeder;werk;kaart;;', "aanhalingsteken"),
    ],
)
def test_each_kind_of_bad_row_is_held_back_with_its_reason(row, says) -> None:
    assert says in mistakes(row + "\r\n")


def test_a_file_without_the_needed_columns_says_which() -> None:
    with pytest.raises(UnreadableFile, match="mist de kolom"):
        read("naam;organisatie\r\nA;B\r\n")
    with pytest.raises(UnreadableFile, match="twee keer"):
        read(HEADER.replace("kosten", "naam") + GOOD)


def test_centres_with_their_days_and_times() -> None:
    text = "naam;organisatie;soort;dagen;bron;open vanaf;open tot;prijs per uur;wachttijd;lrk;wie belt\r\n"
    text += "De Zon;BV;kdv;ma t/m do;lrk;7.00;18.30;€ 11,10;6;ja;gemeente\r\nUit;BV;kdv;soms;lrk;;;;;;\r\n"
    good, bad = read_sheet(text.encode(), centre_columns()).rows
    assert good.mistakes == [] and good.values["days"] == ["ma", "di", "wo", "do"]
    assert (good.values["opens"], good.values["euros_per_hour"], good.values["waiting_weeks"]) == (
        "07:00",
        11.1,
        6,
    )
    assert (good.values["registered"], good.values["caller"]) == ("yes", "municipality")
    assert "ma t/m vr" in bad.mistakes[0]


def test_femke_sees_the_rows_first_and_saves_the_good_ones(as_: As, femke) -> None:
    client = as_(femke)
    page = upload(client, (HEADER + GOOD + GOOD + "A;B;C;niemand;werk;kaart;;\r\n").encode())
    assert "Dit staat ook op rij 2." in page and "2 rijen kunnen niet mee" in page
    assert not CatalogueOffer.objects.exists()
    confirm(client, page)
    assert [offer.name for offer in CatalogueOffer.objects.all()] == ["Rooster op maat"]
    confirm(client, page)
    assert CatalogueOffer.objects.count() == 1


def test_what_stands_there_already_changes_only_when_ticked(as_: As, femke) -> None:
    client = as_(femke)
    confirm(client, upload(client, (HEADER + GOOD).encode()))
    assert "precies zo" in upload(client, (HEADER + GOOD).encode())
    page = upload(client, (HEADER + GOOD.replace("gratis", "€ 10")).encode())
    assert "Nu: “gratis”. In uw bestand: “€ 10”" in page
    confirm(client, page)
    assert CatalogueOffer.objects.get().cost == "gratis"
    confirm(client, upload(client, (HEADER + GOOD.replace("gratis", "€ 10")).encode()), vervang="2")
    assert CatalogueOffer.objects.get().cost == "€ 10"


def test_what_the_page_refuses_the_file_is_refused_too(femke) -> None:
    text = "naam;organisatie;wat;gericht op;onderwerp;bron;groepsdag\r\nA;B;C;moeder;werk;kaart;woensdag\r\n"
    [row] = checked_file(femke, "aanbod", text.encode()).rows
    assert "Een groep heeft een tijd" in row.mistakes[0]


def test_the_file_of_femke_is_not_saved_by_somebody_else(as_: As, femke, peter, voorbeeld) -> None:
    page = upload(as_(femke), (HEADER + GOOD).encode())
    token = page.split('name="token" value="')[1].split('"')[0]
    url = reverse("offers:confirm_file", args=["aanbod"])
    assert as_(peter).post(url, {"token": token}).status_code == 404
    as_(femke).post(url, {"token": token[:-2] + "xx"})
    as_(femke).post(reverse("offers:confirm_file", args=["opvang"]), {"token": token})
    assert not CatalogueOffer.objects.exists() and not CareCentre.objects.exists()


# --- INP-04: hostile uploads -------------------------------------------------------------------------------


def _zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


HOSTILE = {
    "an empty file": b"",
    "html": b"<html><script>alert(1)</script></html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a pdf": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
    "a program": b"MZ\x90\x00\x03" + b"\0" * 400,
    "a polyglot": b"%PDF-1.7\n" + _zipped(a=b"x"),
    "a zip that is no workbook": _zipped(readme=b"x"),
    "a zip bomb": _zipped(xl__workbook_dot_xml=b"0" * 30_000_000),
    "paths that climb": _zipped(**{"_dot__dot____etc__passwd": b"x"}),
    "a macro book": _zipped(xl__vbaProject_dot_bin=b"x", xl__workbook_dot_xml=b"<workbook/>"),
    "a locked office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "eicar": rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    "one endless line": b"naam;organisatie\n" + b"x" * 4_000_000,
    "noughts": b"\0" * 10_000,
    "letters from right to left": "naam\u202e;organisatie\r\nA\u202e;B\r\n".encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["aanbod", "opvang"])
def test_a_hostile_file_is_refused_with_a_sentence(as_: As, femke, name, kind) -> None:
    began = time.monotonic()
    page = upload(as_(femke), HOSTILE[name], kind)
    assert time.monotonic() - began < 10
    assert "<script>alert" not in page and "onload=" not in page
    assert "utrecht-form-field-error" in page or "form-field-error-message" in page or "Zo lezen wij" in page
    assert not CatalogueOffer.objects.exists() and not CareCentre.objects.exists()


PIECES = [
    ";",
    ",",
    "\t",
    '"',
    "\n",
    "\r\n",
    "\0",
    "\x07",
    "=1+1",
    "é",
    "moeder",
    "werk",
    "kaart",
    "naam",
    "31-12-2027",
]
PIECES += ["<script>", "\u202e", "A", "B", "organisatie", "wat", "gericht op", "onderwerp", "bron"]


def test_two_hundred_bad_files_are_read_right_or_say_why_not() -> None:
    for seed in range(200):
        chance = random.Random(seed)
        rows = "".join(chance.choice(PIECES) for _ in range(chance.randrange(5, 120)))
        content = bytearray(((HEADER if seed % 4 else "") + rows).encode(chance.choice(["utf-8", "utf-16"])))
        if seed % 3 == 0:
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            file = read(bytes(content))
        except UnreadableFile as error:
            assert str(error).endswith(".")
            continue
        for row in file.rows:
            if not row.mistakes:
                assert row.values["aim"] == "mother" and row.values["topics"] == ["werk"]
                assert not any(ord(sign) < 32 for sign in row.name)


def test_the_memory_stays_small_over_all_of_them() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # of all tests of this process so far
    for content in HOSTILE.values():
        with pytest.raises(UnreadableFile):
            read(content)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256 * 1024
