"""Every text can be read: short, plain, in the right form, without blame."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from veerkracht.method.items import EvidenceCard, Item, MethodRing
from veerkracht.method.library import evidence, items, rings

OFFICIAL = re.findall(
    r"\w+",
    """
    aangaande aangezien aanwenden alsmede betreffende bewerkstelligen conform derhalve desalniettemin
    desbetreffende dientengevolge doorgeleiden dusdanig echter geschiedt ingevolge inzake jegens kader
    middels mits mogelijkerwijs nader namelijk ondanks omtrent onderhavige participeren reeds teneinde tevens
    uitkeringsgerechtigde uitstroomprofiel verstrekken voornoemd voorts waarborgen woonachtig zodanig
    zorgdragen zelfredzaamheid
    """,
)
PHRASES = ["dan wel", "ten aanzien", "ten behoeve", "ten gevolge", "ter zake", "in het kader"]
BLAME = [
    "ongemotiveerd",
    "niet gemotiveerd",
    "onwillig",
    "weigerachtig",
    "afstand tot",
    "bijstandsmoeder",
    "laagopgeleid",
    "kansarm",
    "probleemgezin",
    "lui",
]
LONGEST = 200
LONGEST_ELEMENT = 260
WORDS_IN_SENTENCE = 20

ITEMS = items()
Text = tuple[str, str]


def of_item(one: Item) -> Iterator[Text]:
    yield f"{one.id} text", one.text
    yield from (
        (f"{one.id} {name}", part) for name, part in (("title", one.title), ("theme", one.theme)) if part
    )
    yield from ((f"{one.id} follow_up", part) for part in one.follow_up)
    if one.why_sensitive:
        yield f"{one.id} why_sensitive", one.why_sensitive


def of_record(one: MethodRing | EvidenceCard) -> Iterator[Text]:
    skipped = {"id", "gloss", "source", "address", "ask_first", "do_first"}
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name not in skipped:
            yield from (
                (f"{one.id} {field.name}", part) for part in ([value] if isinstance(value, str) else value)
            )


ALL: list[Text] = [text for one in ITEMS for text in of_item(one)]
ALL += [text for one in (*rings(), *evidence()) for text in of_record(one)]


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"[.?:;](?:\s|$)", text) if one.strip()]


def has(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None


def test_texts_are_short() -> None:
    elements = {one.id for one in ITEMS if one.kind in ("E", "H")}
    too_long = [
        where
        for where, text in ALL
        if len(text) > (LONGEST_ELEMENT if where.split()[0] in elements else LONGEST)
    ]
    assert too_long == []


def test_sentences_are_short() -> None:
    assert [
        where for where, text in ALL if any(len(one.split()) > WORDS_IN_SENTENCE for one in sentences(text))
    ] == []


@pytest.mark.parametrize("word", [*OFFICIAL, *PHRASES, *BLAME])
def test_no_officialese_and_no_blame(word: str) -> None:
    assert [where for where, text in ALL if has(word, text)] == []


def test_nobody_is_shouted_at() -> None:
    assert [where for where, text in ALL if "!" in text] == []


def test_the_mother_is_je_and_the_klantmanager_is_u() -> None:
    for one in ITEMS:
        forbidden = {
            "moeder": ("u", "uw"),
            "klantmanager": ("je", "jij", "jou", "jouw"),
            "iedereen": ("u", "uw", "jij"),
        }
        wrong = [word for word in forbidden[one.to] for _, text in of_item(one) if has(word, text)]
        assert wrong == [], one.id
    for place, text in (text for one in rings() for text in of_record(one)):
        assert not any(has(word, text) for word in ("je", "jij", "jouw")), place


def test_no_two_items_say_the_same() -> None:
    texts = [one.text for one in ITEMS]
    assert len(set(texts)) == len(texts)


def test_questions_ask() -> None:
    asked = [*items("Q", "U", "S", "PM")]
    assert [one.id for one in asked if "?" not in one.text] == []
    assert [one.id for one in asked if any("?" not in part for part in one.follow_up)] == []


def test_every_gloss_is_one_line() -> None:
    assert [
        one.id for one in ITEMS if not one.gloss.strip() or "\n" in one.gloss or len(one.gloss) > 110
    ] == []


def test_what_stands_on_a_map_or_in_a_glossary_has_a_short_name() -> None:
    named = items("P", "B", "BF", "BR", "BK", "M", "D", "K", "L")
    assert [one.id for one in named if not 0 < len(one.title) <= 40] == []
