"""What the letter says, and what it never says."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime

import pytest

from veerkracht.documents.letter import Letter, letter_pdf
from veerkracht.documents.people import FactMissing, FormOfAddress, Mother, PrintedKlantmanager, RingMap
from veerkracht.documents.promises import PrintedAnswer, PrintedPromise, PrintedProposal, Side
from veerkracht.documents.render import NOTE, Pdf

TextOf = Callable[[Pdf], str]


def test_samira_reads_what_the_municipality_does_before_what_she_does(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    text = text_of(letter_pdf(letter, created_at=noon))
    headings = ["Wat wij doen", "Wat anderen doen", "Wat u doet", "Nog niet afgesproken"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


def test_each_promise_has_its_owner_date_answer_and_her_words(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    text = text_of(letter_pdf(letter, created_at=noon))
    assert "Peter Klaassen, klantmanager" in text
    # A calendar of 2026: 24 November is a Tuesday, 1 December too.
    assert "dinsdag 24 november 2026" in text
    assert "dinsdag 1 december 2026" in text
    assert "U bent akkoord" in text
    assert "U wilt nadenken" in text
    assert "U zei: “Ze heeft last van haar knie.”" in text


def test_what_she_wants_to_think_about_is_not_agreed(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    text = text_of(letter_pdf(letter, created_at=noon))
    after = text[text.index("Nog niet afgesproken") :]
    assert "U wilt nog nadenken over: • U vraagt uw schoonmoeder" in after
    assert "Zonder uw ja is het niet afgesproken." in after
    assert "de opvang blijft betalen" not in after


def test_her_no_and_her_silence_stand_there_too(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    promises = (
        PrintedPromise(
            Side.OTHERS, "Taalhuis", "U krijgt een tweede les.", None, PrintedAnswer.DISAGREES, "Te veel."
        ),
        PrintedPromise(Side.MUNICIPALITY, "Gemeente Voorbeeld", "Wij bellen de school."),
    )
    text = text_of(letter_pdf(replace(letter, promises=promises), created_at=noon))
    assert "U bent het niet eens met: • U krijgt een tweede les." in text
    assert "Wij weten nog niet wat u vindt van: • Wij bellen de school." in text
    assert "Nog geen antwoord" in text
    assert "Nog geen datum" in text


def test_her_proposal_has_its_answer_her_words_and_the_moment_it_returns(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    """Denise: a no to four years of study is not the end of it."""
    asked = PrintedProposal(
        "Hbo in deeltijd",
        "Nee",
        "Vier jaar is te lang om te betalen.",
        date(2026, 10, 23),
        None,
        PrintedAnswer.DISAGREES,
        "Met twee jaar sta ik straks weer hier.",
        "Opnieuw bespreken in maart 2027",
    )
    printed = text_of(letter_pdf(replace(letter, proposals=(asked,)), created_at=noon))
    assert "Wat u zelf voorstelde" in printed
    assert "Vier jaar is te lang om te betalen." in printed
    assert "U bent het niet eens U zei: “Met twee jaar sta ik straks weer hier.”" in printed
    assert "Opnieuw bespreken in maart 2027" in printed
    assert "Wat u zelf voorstelde" not in text_of(letter_pdf(letter, created_at=noon))


def test_all_agreed_leaves_nothing_open(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    agreed = tuple(replace(promise, answer=PrintedAnswer.AGREES) for promise in letter.promises)
    text = text_of(letter_pdf(replace(letter, promises=agreed), created_at=noon))
    assert "Nog niet afgesproken" not in text


def test_a_letter_without_promises_asks_nothing_of_her(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    text = text_of(letter_pdf(replace(letter, promises=(), wish=""), created_at=noon))
    assert "U hoeft nu niets te doen." in text
    assert "Hebt u iets van ons nodig?" in text
    assert "Wat anderen doen" not in text
    assert "U hebt nog geen wens opgeschreven." in text


def test_name_and_number_of_the_klantmanager(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    text = text_of(letter_pdf(letter, created_at=noon))
    for fact in ("Peter Klaassen", "013 – 549 12 34", "p.klaassen@voorbeeld.example", "maandag en dinsdag"):
        assert fact in text


def test_version_and_mark_bind_the_letter_to_the_plan(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    text = text_of(letter_pdf(letter, created_at=noon))
    assert "versie 3 van uw plan. Kenmerk: 7f3a 9c21 b0de" in text
    assert "55aa" not in text


def test_mirjams_secret_address_is_not_in_the_text(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    assert "Hasseltstraat 12" in text_of(letter_pdf(letter, created_at=noon))
    secret = replace(letter, mother=Mother("Mirjam de Wit"))
    text = text_of(letter_pdf(secret, created_at=noon))
    assert "Hasseltstraat" not in text and "5046" not in text


def test_in_je_no_u_is_left(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    plain = replace(letter, form=FormOfAddress.JE, opening="Fijn dat je er was.", promises=())
    text = text_of(letter_pdf(plain, created_at=noon))
    assert "Wat jij doet" in text
    assert {"u", "uw"}.isdisjoint(text.lower().replace(".", " ").replace(":", " ").split())


def test_modest_content_fits_one_page_and_much_gets_numbered_pages(
    letter: Letter, noon: datetime, text_of: TextOf, page_count: Callable[[Pdf], int]
) -> None:
    assert page_count(letter_pdf(letter, created_at=noon)) == 1
    much = letter_pdf(replace(letter, promises=letter.promises * 5), created_at=noon)
    assert page_count(much) == 2
    assert "1 van 2" in text_of(much) and "2 van 2" in text_of(much)
    assert "Brief aan Samira Haddad · 10 november 2026" in text_of(much)


def test_the_next_talk_is_there_when_there_is_one(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    assert "Wij spreken elkaar weer" not in text_of(letter_pdf(letter, created_at=noon))
    talk = replace(letter, next_talk="dinsdag 1 december 2026 om 10.00 uur")
    assert "weer op dinsdag 1 december 2026 om 10.00 uur." in text_of(letter_pdf(talk, created_at=noon))


@pytest.mark.parametrize(
    "typed",
    [
        "#sys.inputs.data",
        "*vet* _schuin_ `code`",
        "] [ } { $ x^2 $",
        "= kop",
        "<script>alert(1)</script>",
        "// geen commentaar /* ook niet */",
        "@verwijzing <label> \\ #import",
        '"; panic("nee") //',
        "{{ naam }} {% if %} ${HOME}",
        "İstanbul Łódź Şükrü Çiğdem Żółw François €",
    ],
)
def test_what_someone_typed_is_printed_as_typed(
    typed: str, letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    promise = replace(letter.promises[0], what=typed, owner=typed, her_words=typed)
    pdf = letter_pdf(
        replace(letter, opening=typed, wish=typed, salutation=typed, promises=(promise,)), created_at=noon
    )
    assert text_of(pdf).count(" ".join(typed.split())) >= 4
    assert pdf.notes == ()


def test_arabic_tigrinya_ukrainian_and_emoji_print(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    wish = "مرحبا\n\nሰላም ኣደ\n\nДарія\n\n🙂 👩‍👧‍👦 👍🏽 ❤️ 1️⃣ → ✓"
    pdf = letter_pdf(replace(letter, wish=wish), created_at=noon)
    assert pdf.notes == ()
    text = text_of(pdf)
    assert "ሰላም ኣደ" in text and "Дарія" in text and "🙂" in text
    assert set("مرحبا") <= set(text)


def test_a_character_no_font_has_becomes_a_box_and_a_note(
    letter: Letter, noon: datetime, text_of: TextOf
) -> None:
    pdf = letter_pdf(replace(letter, wish="Ik heet 日 Samira"), created_at=noon)
    assert "Ik heet □ Samira" in text_of(pdf)
    assert pdf.notes == (NOTE,)
    assert NOTE in text_of(pdf)


def test_a_text_of_twenty_thousand_characters_is_printed_whole(
    letter: Letter, noon: datetime, text_of: TextOf, page_count: Callable[[Pdf], int]
) -> None:
    words = " ".join(f"woord{number}" for number in range(2200))
    pdf = letter_pdf(replace(letter, wish=words), created_at=noon)
    text = text_of(pdf)
    assert all(f"woord{number}" in text for number in range(0, 2200, 50))
    assert "woord2199" in text
    assert page_count(pdf) > 3


def test_a_word_without_an_end_stays_on_the_page(
    letter: Letter, noon: datetime, text_of: TextOf, page_count: Callable[[Pdf], int]
) -> None:
    promise = replace(letter.promises[0], what="a" * 20_000)
    pdf = letter_pdf(replace(letter, wish="b" * 20_000, promises=(promise,)), created_at=noon)
    # On lines that end at the margin, 40,000 letters need pages; running off the edge they would not.
    assert page_count(pdf) > 6
    assert text_of(pdf).count("b") > 20_000


def test_the_same_letter_is_the_same_bytes(letter: Letter, noon: datetime) -> None:
    assert letter_pdf(letter, created_at=noon) == letter_pdf(letter, created_at=noon)


def test_twenty_letters_at_once_are_twenty_letters(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    wishes = [f"wens{number}" for number in range(20)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        pdfs = list(pool.map(lambda wish: letter_pdf(replace(letter, wish=wish), created_at=noon), wishes))
    assert all(wish in text_of(pdf) for wish, pdf in zip(wishes, pdfs, strict=True))


def test_the_ring_map_is_drawn_with_its_words(letter: Letter, noon: datetime, text_of: TextOf) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    drawn = replace(letter, ring_map=RingMap(svg, "Oma steunt u."))
    assert "De mensen om u heen" in text_of(letter_pdf(drawn, created_at=noon))


def test_what_is_missing_is_named() -> None:
    with pytest.raises(FactMissing, match="telefoonnummer van de klantmanager"):
        PrintedKlantmanager("Peter Klaassen", " ")
    with pytest.raises(FactMissing, match="naam van de klantmanager"):
        PrintedKlantmanager("", "013")
    with pytest.raises(FactMissing, match="Haar naam"):
        Mother("")
    with pytest.raises(FactMissing, match="“Wij bellen.” staat niet wie"):
        PrintedPromise(Side.MUNICIPALITY, "", "Wij bellen.", date(2026, 11, 24))


def test_a_moment_without_time_zone_is_refused(letter: Letter) -> None:
    with pytest.raises(ValueError, match="time zone"):
        letter_pdf(letter, created_at=datetime(2026, 11, 10))
