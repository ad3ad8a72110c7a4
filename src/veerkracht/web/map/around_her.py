"""Who and what is around her, said to her: five folds from near to far, each line in `je`.

What she hid from everybody else is left out here as well: her own phone may be in somebody else's hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case

from .domain import Closeness, Effect, Ring, SystemMap
from .domain.kinds import BetweenState, Direction, FactorOwner, Speaker, Strength, SupportKind, TieKind
from .domain.records import MapBetween, MapFactor, MapNode, Tie
from .queries import map_of

SUPPORT = {
    SupportKind.EMOTIONAL: _("een luisterend oor"),
    SupportKind.PRACTICAL: _("praktische hulp"),
    SupportKind.COMPANY: _("gezelschap"),
    SupportKind.ADVICE: _("raad"),
    SupportKind.CHILDCARE: _("oppas"),
    SupportKind.CAREER: _("een voorbeeld in werk"),
}
SUPPORT_SENTENCE = {
    Direction.RECEIVES: _("Je krijgt {what}."),
    Direction.GIVES: _("Je geeft {what}."),
    Direction.BOTH: _("Jullie geven elkaar {what}."),
}
BETWEEN_SENTENCE = {
    BetweenState.IN_TOUCH: _("Zij praten met elkaar."),
    BetweenState.WORKS_TOGETHER: _("Zij werken samen."),
    BetweenState.SILENT: _("Zij praten niet met elkaar."),
    BetweenState.CONTRADICTORY: _("Zij zeggen niet hetzelfde."),
    BetweenState.INFORMATION_LOST: _("Zij weten iets niet van elkaar."),
}
GOES_WELL = (BetweenState.IN_TOUCH, BetweenState.WORKS_TOGETHER)
WHO_SOLVES = {
    FactorOwner.MUNICIPALITY: _("De gemeente"),
    FactorOwner.EMPLOYER: _("De werkgever"),
    FactorOwner.SCHOOL: _("De school of opvang"),
    FactorOwner.CARE: _("De hulpverlening"),
    FactorOwner.NETWORK: _("Iemand die je kent"),
}


@dataclass(frozen=True, kw_only=True)
class FoldLine:
    """One person, place or thing: its name, or her own words in place of one, and what there is to say."""

    name: str
    sentences: tuple[str, ...]
    solved_by: str = ""
    is_quote: bool = False


@dataclass(frozen=True, kw_only=True)
class Fold:
    """One ring; `number` counts from near to far, `sentence` says it while it is closed."""

    number: int
    title: str
    sentence: str
    lines: tuple[FoldLine, ...]


def around_her(*, case: Case, account: Account, klantmanager: str) -> tuple[Fold, ...]:
    """The five folds of her map as it is now."""
    system_map = map_of(case=case, account=account).map
    near = [node for node in _in_ring(system_map, Ring.MICRO) if node.closeness is Closeness.CLOSE]
    others = [node for node in _in_ring(system_map, Ring.MICRO) if node.closeness is not Closeness.CLOSE]
    tied = {Ring.MICRO: _t("Dichtbij"), Ring.EXO: _t("Organisaties en regels"), Ring.MACRO: _t("Samenleving")}
    betweens = tuple(_between_line(system_map, between, klantmanager) for between in system_map.betweens)
    wrong = sum(between.state not in GOES_WELL for between in system_map.betweens)
    lines = {ring: _lines(system_map, ring, klantmanager) for ring in Ring}
    return (
        _fold(1, _t("Heel dichtbij"), tuple(_node_line(system_map, node) for node in near)),
        _fold(
            2,
            tied[Ring.MICRO],
            (
                *(_node_line(system_map, node) for node in others),
                *_factors(system_map, Ring.MICRO, klantmanager),
            ),
        ),
        _fold(
            3, _t("Praten zij met elkaar?"), (*betweens, *lines[Ring.MESO]), _goes_wrong(wrong, len(betweens))
        ),
        _fold(4, tied[Ring.EXO], lines[Ring.EXO]),
        _fold(5, tied[Ring.MACRO], lines[Ring.MACRO]),
    )


def _goes_wrong(wrong: int, total: int) -> str:
    if not total:
        return _t("Nog leeg")
    if not wrong:
        return _t("Dat gaat goed")
    return _t("Op 1 plek gaat het mis") if wrong == 1 else _t("Op %(n)s plekken gaat het mis") % {"n": wrong}


def _fold(number: int, title: str, lines: tuple[FoldLine, ...], sentence: str = "") -> Fold:
    names = [line.name for line in lines if not line.is_quote][:4]
    words = sentence or ", ".join(names)
    if not words:
        words = _t("Nog leeg") if not lines else _t("Wat jij erover zei")
    return Fold(number=number, title=title, sentence=words, lines=lines)


def _in_ring(system_map: SystemMap, ring: Ring) -> list[MapNode]:
    return [node for node in system_map.nodes if node.ring is ring]


def _lines(system_map: SystemMap, ring: Ring, klantmanager: str) -> tuple[FoldLine, ...]:
    nodes = (_node_line(system_map, node) for node in _in_ring(system_map, ring))
    return (*nodes, *_factors(system_map, ring, klantmanager))


def _node_line(system_map: SystemMap, node: MapNode) -> FoldLine:
    if node.is_wish:
        return FoldLine(name=node.name, sentences=(_t("Dat is nog een wens."),))
    tie = system_map.tie(node.id)
    sentences = tuple(_tie_sentences(tie)) if tie else ()
    if node.role_model:
        sentences += (_t("Zo wil jij het ook."),)
    return FoldLine(name=node.name, sentences=sentences)


def _tie_sentences(tie: Tie) -> Iterator[str]:
    if tie.kind is TieKind.BROKEN:
        yield _t("Jullie hebben geen contact meer.")
    elif tie.kind is TieKind.POSSIBLE:
        yield _t("Dat is nog niet gevraagd.")
    else:
        yield from _alive(tie)
    if tie.note:
        yield f"“{tie.note}”"


def _alive(tie: Tie) -> Iterator[str]:
    supports = [str(SUPPORT[code]) for code in tie.support if code in SUPPORT]
    if supports:
        yield str(SUPPORT_SENTENCE[tie.direction]).format(what=_enumerated(supports))
    elif tie.kind is not TieKind.PRESSURE:
        yield _t("Jullie zijn er voor elkaar.")
    if tie.kind is not TieKind.SUPPORT:
        demands = SupportKind.DEMANDS in tie.support
        yield _t("Er komt veel op je af.") if demands else _t("Je voelt hier druk.")
    if tie.strength is Strength.WEAK:
        yield _t("Jullie spreken elkaar weinig.")


def _between_line(system_map: SystemMap, between: MapBetween, klantmanager: str) -> FoldLine:
    names = [system_map.node(each).name for each in (between.first, between.second)]
    sentences: tuple[str, ...] = (str(BETWEEN_SENTENCE[between.state]),)
    if between.lost:
        sentences += (_t("Het gaat om: %(what)s.") % {"what": between.lost.rstrip(".")},)
    return FoldLine(
        name=_enumerated(names), sentences=sentences, solved_by=_solver(between.mended_by, klantmanager)
    )


def _factors(system_map: SystemMap, ring: Ring, klantmanager: str) -> tuple[FoldLine, ...]:
    return tuple(_factor_line(each, klantmanager) for each in system_map.factors if each.ring is ring)


def _factor_line(factor: MapFactor, klantmanager: str) -> FoldLine:
    is_quote = factor.said_by is Speaker.MOTHER
    sentences = (_t("Dat zei jij."),) if is_quote else ()
    if factor.effect is Effect.HELPS:
        return FoldLine(name=factor.text, sentences=(*sentences, _t("Dit helpt.")), is_quote=is_quote)
    solved_by = _solver(factor.owner, klantmanager)
    return FoldLine(name=factor.text, sentences=sentences, solved_by=solved_by, is_quote=is_quote)


def _solver(owner: FactorOwner | None, klantmanager: str) -> str:
    """Who should mend it, in a sentence of its own; hers is never called homework."""
    if owner is FactorOwner.KLANTMANAGER:
        return _t("%(name)s lost dit op.") % {"name": klantmanager or _t("De gemeente")}
    if owner in WHO_SOLVES:
        return _t("%(name)s lost dit op.") % {"name": WHO_SOLVES[owner]}
    return ""


def _enumerated(words: list[str]) -> str:
    *rest, last = words
    return _t("%(first)s en %(last)s") % {"first": ", ".join(rest), "last": last} if rest else last
