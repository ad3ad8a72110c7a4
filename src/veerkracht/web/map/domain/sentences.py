"""One sentence a fact: short, active, without blame. What is ordinary is not said."""

from collections.abc import Iterable, Iterator, Sequence

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import FactorOwner, Ring
from veerkracht.web.map.domain.records import MapBetween, MapFactor, MapNode, SystemMap, Tie
from veerkracht.web.map.domain.text import in_sentence, shown
from veerkracht.web.map.domain.words import Translate


class Teller:
    """Tells one map in one language."""

    def __init__(self, system_map: SystemMap, translate: Translate) -> None:
        self.map = system_map
        self.translate = translate
        self.mother = in_sentence(system_map.mother)

    def tags(self, node: MapNode) -> tuple[str, ...]:
        """What is particular about a node, beside its name and ring."""
        tags = [words.KIND[node.kind], words.CLOSENESS[node.closeness]]
        tags += [words.WISH] * node.is_wish
        tags += [words.ROLE_MODEL] * node.role_model
        tags += [words.DO_NOT_CONTACT] * node.do_not_contact
        return tuple(self.translate(word) for word in tags if word)

    def placed(self, ring: Ring, nodes: Sequence[MapNode]) -> str:
        """Who stands in a ring, each with what is particular."""
        items = []
        for node in nodes:
            tags = self.tags(node)
            items.append(in_sentence(node.name) + (f" ({', '.join(tags)})" if tags else ""))
        template = words.PLACE_ONE if len(nodes) == 1 else words.PLACE_MORE
        place = self.translate(words.RING_PLACE[ring])
        return self.translate(template).format(place=place, names=self.enumerate(items))

    def ties(self, nodes: Sequence[MapNode], tie: Tie) -> Iterator[str]:
        """The contact of the mother with one node, or with more that have the same contact."""
        manner = (str(tie.kind), str(tie.direction) if tie.is_alive else "")
        template = words.TIE_SENTENCE[manner]
        if len(nodes) > 1:
            template = words.TIE_SENTENCE_MORE.get(manner, template)
        names = self.enumerate(in_sentence(node.name) for node in nodes)
        yield self._sentence(template, names=names, mother=self.mother)
        if tie.support:
            codes = self.enumerate(self.translate(words.SUPPORT[code]) for code in tie.support)
            yield self._sentence(words.TIE_CODES, codes=codes)
        if tie.is_alive and words.TIE_STRENGTH[tie.strength]:
            yield self._sentence(words.TIE_STRENGTH[tie.strength])
        if shown(tie.note):
            yield self._sentence(words.TIE_NOTE, note=in_sentence(tie.note))

    def untold(self, nodes: Sequence[MapNode]) -> str:
        """Who stands on the map without a line to her yet."""
        return self.translate(words.NO_TIE).format(names=self.enumerate(in_sentence(n.name) for n in nodes))

    def between(self, between: MapBetween) -> Iterator[str]:
        """A contact between two others, what gets lost in it and who mends it."""
        yield self._sentence(
            words.BETWEEN_SENTENCE[between.state],
            first=self._name(between.first),
            second=self._name(between.second),
        )
        if shown(between.lost):
            yield self._sentence(words.BETWEEN_LOST, lost=in_sentence(between.lost))
        if between.mended_by:
            yield self._sentence(words.BETWEEN_MENDED_BY, owner=self.owner(between.mended_by))

    def factor(self, factor: MapFactor) -> Iterator[str]:
        """A barrier or opening, what it belongs to, who says so and who can change it."""
        place = self.translate(words.RING_PLACE[factor.ring])
        yield self._sentence(words.FACTOR_SENTENCE[factor.effect], place=place, text=in_sentence(factor.text))
        if factor.nodes:
            names = self.enumerate(self._name(node_id) for node_id in factor.nodes)
            yield self._sentence(words.FACTOR_TIED_TO, names=names)
        if factor.said_by:
            yield self._sentence(words.FACTOR_SAID_BY[factor.said_by], mother=self.mother)
        if factor.owner:
            yield self._owner_sentence(factor, factor.owner)
        if shown(factor.wish):
            yield self._sentence(words.FACTOR_WISH, wish=in_sentence(factor.wish))

    def owner(self, owner: FactorOwner) -> str:
        """Who can change it, inside a sentence."""
        return self.translate(words.OWNER[owner]).format(mother=self.mother)

    def enumerate(self, items: Iterable[str]) -> str:
        """a, b en c."""
        *rest, last = items
        return self.translate(words.AND).join([", ".join(rest), last]) if rest else last

    def _owner_sentence(self, factor: MapFactor, owner: FactorOwner) -> str:
        if owner is FactorOwner.SIGNAL:
            return self._sentence(words.FACTOR_SIGNAL)
        if factor.owner_node:
            name = self._name(factor.owner_node)
            return self._sentence(words.FACTOR_OWNER_IS, owner=self.owner(owner), name=name)
        return self._sentence(words.FACTOR_OWNER, owner=self.owner(owner))

    def _name(self, node_id: str) -> str:
        return in_sentence(self.map.node(node_id).name)

    def _sentence(self, template: str, **parts: str) -> str:
        """Filled in, with a capital in front and one full stop behind."""
        text = self.translate(template).format(**parts)
        if len(text[0].upper()) == 1:
            text = text[0].upper() + text[1:]
        return text if text.endswith((".”", "?”", "!”", "…”")) else f"{text}."
