"""The engine: order, dates, units, folders, missing facts, reforms and explanation, on a law made up here."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import ModuleType

import pytest

from tests.refusals import refused
from veerkracht.law.engine.calculate import MissingFact, NoParameter, NotKnown, calculate
from veerkracht.law.engine.explain import explain, tree
from veerkracht.law.engine.line import along
from veerkracht.law.engine.parameters import MistakeInReform, Reform, read_reform
from veerkracht.law.engine.rules import Book, Law
from veerkracht.law.engine.units import (
    UNKNOWN,
    Count,
    EuroPerMonth,
    EuroPerYear,
    Fraction,
    Members,
    Unit,
    Years,
)

DAY = dt.date(2026, 3, 1)
FACTS = {"loon": Unit("EUR/year"), "leeftijd_kind": Unit("years", True)}
PARAMETERS = """
[deel]
unit = "fraction"
article = "art. 1"
until = 2026-12-31
2025-01-01 = { value = 0.1, source = "Staatsblad 1", confidence = "bevestigd" }
2026-01-01 = { value = 0.2, source = "Staatsblad 2", confidence = "één bron" }

[bedrag]
unit = "EUR/month"
article = "art. 2"
until = 2026-12-31
2026-01-01 = { value = 10, source = "Staatsblad 2", confidence = "bevestigd" }
2026-07-01 = { value = 20, source = "Staatsblad 3", confidence = "bevestigd" }

[bedrag_jaargemiddelde]
unit = "EUR/month"
article = "art. 2"
year_mean_of = "proefwet.bedrag"
"""


def law_in(folder: Path, parameters: str = PARAMETERS, name: str = "proefwet") -> tuple[ModuleType, Law]:
    home = folder / name
    home.mkdir()
    (home / "parameters.toml").write_text(parameters, encoding="utf-8")
    module = ModuleType(name, "A law made up.\n\nNot modelled: van alles;\nen nog wat.")
    module.__file__ = str(home / "rules.py")
    module.wet = Law("Proefwet", bwb="BWBR0000000")
    return module, module.wet


def about_the_wage(wet: Law) -> None:
    @wet.article("art. 3")
    def samen(bijdrage: EuroPerYear, toeslag: EuroPerYear) -> EuroPerYear:
        """Alles bij elkaar."""
        return bijdrage + toeslag

    @wet.article("art. 1", until="2025-12-31")
    def bijdrage(loon: EuroPerYear, deel: Fraction) -> EuroPerYear:
        """Wat je bijdraagt."""
        return loon * deel

    @wet.article("art. 1", since="2026-01-01", name="bijdrage")
    def bijdrage_2026(loon: EuroPerYear, deel: Fraction) -> EuroPerYear:
        """Wat je bijdraagt, maar nooit meer dan honderd."""
        return min(100.0, loon * deel)


def about_children_and_means(wet: Law) -> None:
    @wet.article("art. 4", per_child=True)
    def toeslag_per_kind(leeftijd_kind: Years, bedrag: EuroPerMonth) -> EuroPerYear:
        """Voor dit kind."""
        return 12 * bedrag if leeftijd_kind < 18 else 0.0

    @wet.article("art. 4")
    def toeslag(toeslag_per_kind: Members[EuroPerYear]) -> EuroPerYear:
        """Voor alle kinderen."""
        return 1.0 * sum(toeslag_per_kind)

    @wet.article("art. 2")
    def gemiddeld(bedrag_jaargemiddelde: EuroPerMonth) -> EuroPerMonth:
        """Het gemiddelde."""
        return bedrag_jaargemiddelde

    @wet.article("art. 9", unknown="dat staat nergens.")
    def raadsel(loon: EuroPerYear) -> EuroPerYear:
        """Een raadsel."""
        return UNKNOWN if loon > 1000 else 0.0


@pytest.fixture
def book(tmp_path: Path) -> Book:
    module, wet = law_in(tmp_path)
    about_the_wage(wet)
    about_children_and_means(wet)
    return Book([module], FACTS)


def test_rules_run_in_order_for_each_child(book: Book) -> None:
    answer = calculate(book, DAY, {"loon": 50.0, "leeftijd_kind": [3.0, 18.0]}, ["samen"])
    assert answer.amounts == {"samen": 130.0}
    assert answer.known["toeslag_per_kind"] == [120.0, 0.0]


def test_a_household_without_children(book: Book) -> None:
    assert calculate(book, DAY, {"leeftijd_kind": []}, ["toeslag"]).amounts == {"toeslag": 0.0}


def test_the_version_of_the_day_holds(book: Book) -> None:
    facts = {"loon": 900.0}
    before = calculate(book, dt.date(2025, 12, 31), facts, ["bijdrage"])
    after = calculate(book, dt.date(2026, 1, 1), facts, ["bijdrage"])
    assert (before.amounts["bijdrage"], after.amounts["bijdrage"]) == (90.0, 100.0)


def test_a_given_quantity_is_not_calculated(book: Book) -> None:
    answer = calculate(book, DAY, {"bijdrage": 7.0, "toeslag": 1.0}, ["samen"])
    assert [rule.name for rule in answer.plan.rules] == ["samen"]
    assert answer.amounts["samen"] == 8.0


def test_a_missing_fact_is_named_with_the_way_to_it(book: Book) -> None:
    with pytest.raises(MissingFact) as caught:
        calculate(book, DAY, {"leeftijd_kind": []}, ["samen"])
    assert caught.value.path == ("samen", "bijdrage", "loon")
    assert "loon" in str(caught.value)


def test_a_day_without_a_parameter_is_an_error(book: Book) -> None:
    with refused(NoParameter, match="proefwet.deel"):
        calculate(book, dt.date(2027, 1, 1), {"loon": 1.0}, ["bijdrage"])


def test_an_answer_the_law_does_not_give_has_a_reason(book: Book) -> None:
    with refused(NotKnown, match="dat staat nergens"):
        calculate(book, DAY, {"loon": 2000.0}, ["raadsel"])


def test_a_year_mean_follows_both_halves_and_a_reform(book: Book) -> None:
    assert calculate(book, DAY, {}, ["gemiddeld"]).amounts["gemiddeld"] == 15.0
    reform = Reform("Wat als", "ons eigen idee", (("proefwet.bedrag", 30.0),))
    answer = calculate(book, DAY, {}, ["gemiddeld"], reform)
    assert answer.amounts["gemiddeld"] == 30.0
    assert "Wat als" in explain(answer)[0].parameters[0].source


def test_each_step_carries_sentence_article_source_and_confidence(book: Book) -> None:
    answer = calculate(book, DAY, {"loon": 50.0, "leeftijd_kind": [3.0]}, ["samen"])
    steps = {step.name: step for step in explain(answer)}
    assert steps["bijdrage"].sentence == "Wat je bijdraagt, maar nooit meer dan honderd."
    assert steps["bijdrage"].article == "Proefwet, art. 1"
    assert steps["bijdrage"].source.endswith("BWBR0000000")
    assert steps["bijdrage"].inputs == {"loon": 50.0, "deel": 0.2}
    (used,) = steps["bijdrage"].parameters
    assert (used.source, used.confidence, used.since) == ("Staatsblad 2", "één bron", "2026-01-01")
    node = tree(answer, "samen")
    assert [below.step.name for below in node.rests_on] == ["bijdrage", "toeslag"]


def test_the_plan_is_made_once(book: Book) -> None:
    one = calculate(book, DAY, {"loon": 1.0}, ["bijdrage"])
    two = calculate(book, DAY, {"loon": 2.0}, ["bijdrage"])
    assert one.plan is two.plan


def test_rules_that_go_round_are_refused(tmp_path: Path) -> None:
    module, wet = law_in(tmp_path)

    @wet.article("1")
    def kip(ei: Count) -> Count:
        """Kip."""
        return ei

    @wet.article("1")
    def ei(kip: Count) -> Count:
        """Ei."""
        return kip

    with pytest.raises(TypeError, match="circle"):
        calculate(Book([module], FACTS), DAY, {}, ["kip"])


def test_units_must_agree(tmp_path: Path) -> None:
    module, wet = law_in(tmp_path)

    @wet.article("1")
    def fout(loon: EuroPerMonth) -> EuroPerMonth:
        """Fout."""
        return loon

    with pytest.raises(TypeError, match="fout: loon is EUR/year, but the rule asks for EUR/month"):
        Book([module], FACTS)


def test_a_name_nobody_knows_is_refused(tmp_path: Path) -> None:
    module, wet = law_in(tmp_path)

    @wet.article("1")
    def fout(lon: EuroPerYear) -> EuroPerYear:
        """Fout."""
        return lon

    with pytest.raises(TypeError, match="'lon'"):
        Book([module], FACTS)


def test_two_rules_for_one_name_on_one_day_are_refused(tmp_path: Path) -> None:
    module, wet = law_in(tmp_path)
    for _ in range(2):

        @wet.article("1")
        def dubbel(loon: EuroPerYear) -> EuroPerYear:
            """Dubbel."""
            return loon

    with pytest.raises(TypeError, match="two rules define 'dubbel'"):
        Book([module], FACTS).on(DAY)


def test_the_parameter_of_the_own_folder_comes_first(tmp_path: Path) -> None:
    first, wet = law_in(tmp_path)
    second, other = law_in(tmp_path, PARAMETERS.replace("0.2", "0.5"), "andere_wet")

    @wet.article("1")
    def een(loon: EuroPerYear, deel: Fraction) -> EuroPerYear:
        """Een."""
        return loon * deel

    @other.article("1")
    def twee(loon: EuroPerYear, deel: Fraction) -> EuroPerYear:
        """Twee."""
        return loon * deel

    amounts = calculate(Book([first, second], FACTS), DAY, {"loon": 100.0}, ["een", "twee"]).amounts
    assert amounts == {"een": 20.0, "twee": 50.0}


def test_a_law_says_what_it_leaves_out(book: Book, tmp_path: Path) -> None:
    assert book.laws[0].not_modelled == ("van alles", "en nog wat")
    (tmp_path / "nog").mkdir()
    module, _ = law_in(tmp_path / "nog")
    module.__doc__ = "A law that says nothing."
    with pytest.raises(TypeError, match="not modelled"):
        Book([module], FACTS)


def test_a_reform_file_is_read_and_checked(book: Book, tmp_path: Path) -> None:
    file = tmp_path / "hervorming.toml"
    file.write_text('sentence = "Wat als"\nsource = "ons idee"\n[parameters]\n"proefwet.deel" = 0.3\n')
    assert read_reform(file, book.parameters).values == (("proefwet.deel", 0.3),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('source = "x"', "sentence"),
        ('sentence = "x"\nsource = "y"\n[parameters]\n"proefwet.dele" = 1', "proefwet.dele"),
        ('sentence = "x"\nsource = "y"\n[parameters]\n"proefwet.deel" = "veel"', "proefwet.deel"),
        ('sentence = "x"\nsource = "y"\n[parameters]\n"proefwet.deel" = nan', "proefwet.deel"),
        ('sentence = "x"\nsource = "y"\n[parameters]\n"proefwet.deel" = true', "proefwet.deel"),
        (
            'sentence = "x"\nsource = "y"\n[parameters]\n"proefwet.bedrag_jaargemiddelde" = 3',
            "proefwet.bedrag",
        ),
        ('sentence = "x"\nsource = "y"\nparameters = 3', "parameters"),
        ('sentence = "x"\nsource = "y"\nextra = 3', "extra"),
        ("dit is geen toml", "TOML"),
    ],
)
def test_a_mistake_in_a_reform_is_named(book: Book, tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "hervorming.toml"
    file.write_text(text)
    with refused(MistakeInReform, match=named):
        read_reform(file, book.parameters)


def test_along_one_fact_gives_what_each_household_gives(book: Book) -> None:
    facts = {"leeftijd_kind": [3.0]}
    wages = [0.0, 100.0, 450.0, 900.0]
    moved = along(book, DAY, facts, {"loon": wages}, ["samen", "toeslag"])
    each = [calculate(book, DAY, {**facts, "loon": wage}, ["samen", "toeslag"]).amounts for wage in wages]
    assert moved == {name: tuple(one[name] for one in each) for name in moved}


def test_along_a_fact_stops_where_the_law_has_no_answer(book: Book) -> None:
    with refused(NotKnown, match="dat staat nergens"):
        along(book, DAY, {}, {"loon": [0.0, 2000.0]}, ["raadsel"])
