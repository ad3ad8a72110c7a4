"""The plan in full, as Samira and Peter fixed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pikepdf
import pytest

from veerkracht.documents.legal import LegalBlock
from veerkracht.documents.letter import Letter
from veerkracht.documents.people import FactMissing, FormOfAddress, Mother
from veerkracht.documents.plan import (
    Amount,
    GroupActivity,
    PrintedBalance,
    PrintedGoal,
    PrintedPlan,
    PrintedWeighing,
    Rung,
    Signature,
    Sum,
    plan_pdf,
)
from veerkracht.documents.promises import PrintedPromise, PrintedProposal
from veerkracht.documents.render import Pdf

TextOf = Callable[[Pdf], str]
FIXED = date(2026, 11, 10)


@pytest.fixture
def plan(letter: Letter, promises: tuple[PrintedPromise, ...]) -> PrintedPlan:
    return PrintedPlan(
        municipality=letter.municipality,
        klantmanager=letter.klantmanager,
        mother=letter.mother,
        printed_on=FIXED,
        version=3,
        plan_hash=letter.plan_hash,
        fixed_on=FIXED,
        story="Ik woon met Yara en Adam.",
        wish=letter.wish,
        promises=(replace(promises[2], state="Loopt"), *promises[:2]),
        balance=PrintedBalance(hers=1, open=3),
        goals=(
            PrintedGoal(
                "Werken in een schoolkeuken",
                (Rung("Ik ga niet meer."), Rung("Ik ga soms.", is_now=True), Rung("Ik ga elke week.")),
                ("Meekijken op de school van Yara",),
            ),
        ),
        proposals=(
            PrintedProposal("Ook les op vrijdag", "Ja", "Er is plek.", FIXED),
            PrintedProposal("Een laptop lenen", answer_due_on=date(2026, 11, 24)),
        ),
        group_activities=(GroupActivity("Kookgroep", "woensdag", "De Sluis"),),
        sums=(
            Sum(
                "20 uur bij Helder",
                "€ 1.950,00 per maand te besteden.",
                "20 uur per week voor € 15,10 per uur. Gerekend op 10 november 2026 met versie 1a2b van de regels.",
                (Amount("Loon", "€ 1.413,36"), Amount("Belasting", "−€ 20,00")),
            ),
        ),
        weighing=(PrintedWeighing("Is er passende opvang?", "Nog niet.", "Er is nog geen besluit."),),
        legal_blocks=(
            LegalBlock(
                "Plan van aanpak", "Wij maken samen een plan.", "Artikel 44a", FIXED, "U kunt bezwaar maken."
            ),
        ),
        changes=("De gemeente beslist eerder.",),
        signatures=(
            Signature(
                "Samira Haddad", "moeder", "Akkoord met opmerking", FIXED, "Donderdag weet ik nog niet."
            ),
            Signature("Peter Klaassen", "klantmanager"),
        ),
    )


def test_everything_in_the_plan_is_on_paper(plan: PrintedPlan, noon: datetime, text_of: TextOf) -> None:
    text = text_of(plan_pdf(plan, created_at=noon))
    for part in (
        "Versie 3 · Vastgesteld op 10 november 2026",
        "Ik woon met Yara en Adam.",
        "Ik wil in de keuken van een school werken.",
        "Loopt",
        "Er staan nog 3 beloften open. U doet er 1. De gemeente en anderen doen er 2.",
        "Ik ga soms. Hier bent u nu.",
        "1. Meekijken op de school van Yara",
        "Antwoord uiterlijk 24 november 2026",
        "Kookgroep, woensdag, De Sluis",
        "20 uur bij Helder",
        "€ 1.950,00 per maand te besteden.",
        "Gerekend op 10 november 2026 met versie 1a2b van de regels.",
        "Loon € 1.413,36",
        "Reden: Er is nog geen besluit.",
        "U kunt bezwaar maken. Artikel 44a. Vergeleken met de wet op 10 november 2026.",
        "De gemeente beslist eerder.",
        "Donderdag weet ik nog niet.",
        "Handtekening en datum",
        "Kenmerk: 7f3a 9c21 b0de",
    ):
        assert part in text


def test_the_municipality_stands_before_the_mother(
    plan: PrintedPlan, noon: datetime, text_of: TextOf
) -> None:
    text = text_of(plan_pdf(plan, created_at=noon))
    assert text.index("Wat wij doen") < text.index("Wat anderen doen") < text.index("Wat u doet")


def test_an_empty_plan_prints_without_empty_headings(
    plan: PrintedPlan, noon: datetime, text_of: TextOf
) -> None:
    bare = PrintedPlan(
        plan.municipality,
        plan.klantmanager,
        Mother("Samira"),
        FIXED,
        1,
        "0123456789ab",
        form=FormOfAddress.JE,
    )
    text = text_of(plan_pdf(bare, created_at=noon))
    assert "Nog niet vastgesteld" in text and "Je hoeft nu niets te doen." in text
    for heading in (
        "Je verhaal",
        "Je doelen",
        "voorstelde",
        "Samen met anderen",
        "uitgerekend",
        "gewogen",
        "De mensen",
    ):
        assert heading not in text


def test_headings_never_skip_a_level(
    plan: PrintedPlan, noon: datetime, elements: Callable[[Pdf], list[pikepdf.Dictionary]]
) -> None:
    tree = elements(plan_pdf(plan, created_at=noon))
    levels = [int(str(element.S)[2]) for element in tree if str(element.S) in ("/H1", "/H2", "/H3")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_a_division_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="4 van de 3"):
        PrintedBalance(hers=4, open=3)


def test_a_block_of_law_names_its_article() -> None:
    with pytest.raises(FactMissing, match="“Plan van aanpak” ontbreekt het artikel"):
        LegalBlock("Plan van aanpak", "Wij maken samen een plan.", "", FIXED)
