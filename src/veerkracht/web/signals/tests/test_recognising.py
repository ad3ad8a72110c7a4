"""What a reader could recognise somebody by: each kind, with a sentence in which it stands."""

from __future__ import annotations

import pytest

from veerkracht.web.signals.domain.recognising import Clue, recognised


@pytest.mark.parametrize(
    ("text", "words", "clue"),
    [
        ("Voor Yara is er geen plek.", "Yara", Clue.NAME),
        ("Bel mij op 06 12 34 56 78.", "06 12 34 56 78", Clue.NUMBER),
        ("Wij wonen op 5041 AB.", "5041 AB", Clue.NUMBER),
        ("Mail naar s.haddad@voorbeeld.example", "s.haddad@voorbeeld.example", Clue.NUMBER),
        ("Sinds 12 maart is het dicht.", "12 maart", Clue.DAY),
        ("De huur is € 748,12 geworden.", "€ 748,12", Clue.AMOUNT),
        ("Mijn kind van 6 jaar kan niet mee.", "6 jaar", Clue.AGE),
        ("In de Kerkstraat 12 is geen opvang.", "Kerkstraat 12", Clue.PLACE),
        ("Met een tweeling kan het niet.", "tweeling", Clue.RARE),
        ("De juf van De Vlinder belde.", "Vlinder", Clue.MAYBE_NAME),
    ],
)
def test_each_clue_is_named(text: str, words: str, clue: Clue) -> None:
    assert (words, clue) in {(seen.words, seen.clue) for seen in recognised(text, names=["Yara"])}


@pytest.mark.parametrize(
    "text",
    [
        "De opvang stopt, omdat de taalles niet op de lijst van de wet staat.",
        "Toeslagen betaalt te laat uit. Gemeente en school weten het niet van elkaar.",
        "",
    ],
)
def test_an_ordinary_signal_warns_of_nothing(text: str) -> None:
    assert recognised(text, names=["Yara", "", "x"]) == ()
