"""What a telling of the map claims, so that picture, list and paragraph can be held against each other.

The words are read back as a reader would: from the Dutch sentences, knowing only the names on the map.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import FactorOwner, Ring
from veerkracht.web.map.domain.list_and_paragraph import RingList
from veerkracht.web.map.domain.records import MapFactor, MapNode, SystemMap, Tie
from veerkracht.web.map.domain.text import _ISOLATE, _POP_ISOLATE, shown

Fact = tuple[str, ...]
Facts = Counter[Fact]


def without_isolates(text: str) -> str:
    """The sentence as read, without the invisible marks of `in_sentence`."""
    return text.replace(_ISOLATE, "").replace(_POP_ISOLATE, "")


def key(name: str) -> str:
    """A name as it counts in a comparison: a capital at the start of a sentence is no difference."""
    return shown(name).casefold()


def facts_of(system_map: SystemMap) -> Facts:
    """The facts of the records themselves."""
    name = {node.id: key(node.name) for node in system_map.nodes}
    facts: list[Fact] = [node_fact(node) for node in system_map.nodes]
    facts += [tie_fact(name[tie.node], tie) for tie in system_map.ties]
    for b in system_map.betweens:
        first, second = sorted((name[b.first], name[b.second]))
        facts.append(("between", first, second, b.state, shown(b.lost), b.mended_by or ""))
    facts += [factor_fact(factor, name) for factor in system_map.factors]
    return Counter(facts)


def node_fact(node: MapNode) -> Fact:
    flags = [words.WISH] * node.is_wish + [words.ROLE_MODEL] * node.role_model
    flags += [words.DO_NOT_CONTACT] * node.do_not_contact
    said = [words.KIND[node.kind], words.CLOSENESS[node.closeness], *flags]
    return ("node", key(node.name), node.ring, *sorted(word for word in said if word))


def tie_fact(name: str, tie: Tie) -> Fact:
    strength, direction = (tie.strength, tie.direction) if tie.is_alive else ("", "")
    return ("tie", name, tie.kind, direction, strength, "".join(sorted(tie.support)), shown(tie.note))


def factor_fact(factor: MapFactor, name: Mapping[str, str]) -> Fact:
    tied = "|".join(sorted(name[node_id] for node_id in factor.nodes))
    owner_name = name[factor.owner_node] if factor.owner_node else ""
    said = (factor.said_by or "", factor.owner or "", owner_name, shown(factor.wish))
    return ("factor", factor.ring, factor.effect, shown(factor.text), tied, *said)


def facts_in_paragraph(paragraph: str, system_map: SystemMap) -> Facts:
    """Read the paragraph back; only the names are taken from the map."""
    return _Reading(system_map).of(paragraph)


def facts_in_list(rings: Iterable[RingList], system_map: SystemMap) -> Facts:
    """Read the list back: ring, title and tags of a line, and its sentences."""
    facts: Facts = Counter()
    for ring in rings:
        for entry in ring.entries:
            if entry.about == "node":
                facts[("node", key(entry.title), ring.ring, *sorted(entry.tags))] += 1
            facts += _Reading(system_map).of(" ".join(entry.sentences))
    return facts


class _Reading:
    """Goes through the sentences in order; a detail ("Dat contact is sterk.") belongs to what came before."""

    def __init__(self, system_map: SystemMap) -> None:
        names = sorted({shown(node.name) for node in system_map.nodes}, key=len, reverse=True)
        one = "(?:" + "|".join(re.escape(name) for name in names or [" "]) + ")"
        tags = r"(?: \((?:[^()“”]*)\))?"
        tagged = f"{one}{tags}"
        self.one = re.compile(f"({one})({tags})(?:, | en |$)", re.IGNORECASE)
        listed = f"{tagged}(?:(?:, {tagged})* en {tagged})?"
        mother = re.escape(shown(system_map.mother))
        codes = "|".join(words.SUPPORT.values())
        self.parts = {
            "names": f"(?P<names>{listed})",
            "first": f"(?P<first>{one})",
            "second": f"(?P<second>{one})",
            "name": f"(?P<name>{one})",
            "mother": mother,
            "codes": f"(?P<codes>(?:{codes})(?:(?:, (?:{codes}))* en (?:{codes}))?)",
            "owner": "(?P<owner>" + "|".join(map(re.escape, self._owners(mother))) + ")",
            "place": "(?P<place>" + "|".join(words.RING_PLACE.values()) + ")",
        }
        self.owners = {
            text.casefold(): owner for text, owner in self._owners(shown(system_map.mother)).items()
        }
        self.patterns = [(what, manner, self._pattern(text)) for what, manner, text in _templates()]

    def of(self, text: str) -> Facts:
        drafts: list[dict[str, str]] = []
        rest = without_isolates(text)
        while rest:
            what, manner, match = self._next(rest)
            self._take(drafts, what, manner, match.groupdict())
            rest = rest[match.end() :].lstrip()
        return Counter(fact for draft in drafts for fact in self._facts(draft))

    def _next(self, rest: str) -> tuple[str, str, re.Match[str]]:
        for what, manner, pattern in self.patterns:
            if match := pattern.match(rest):
                return what, manner, match
        raise ValueError(f"Deze zin is niet terug te lezen: {rest[:80]}")

    def _take(self, drafts: list[dict[str, str]], what: str, manner: str, found: dict[str, str]) -> None:
        if what in ("silence", "centre"):
            return
        if what.startswith("new "):
            drafts.append({"what": what[4:], "manner": manner, **found})
        else:
            drafts[-1].update(found if found else {what: manner})

    def _facts(self, draft: dict[str, str]) -> Iterator[Fact]:
        yield from getattr(self, f"_{draft['what']}")(draft)

    def _node(self, draft: dict[str, str]) -> Iterator[Fact]:
        ring = _ring_at(draft["place"])
        for name, tags in self.one.findall(draft["names"]):
            said = tags.strip(" ()").split(", ") if tags else []
            yield ("node", key(name), ring, *sorted(said))

    def _tie(self, draft: dict[str, str]) -> Iterator[Fact]:
        kind, direction = draft["manner"].split()[0], "".join(draft["manner"].split()[1:])
        strength = draft.get("strength", "moderate") if direction else ""
        said = draft.get("codes", "")
        codes = "".join(sorted(code for code, word in words.SUPPORT.items() if word in said))
        for name, _ in self.one.findall(draft["names"]):
            yield ("tie", key(name), kind, direction, strength, codes, draft.get("note", ""))

    def _between(self, draft: dict[str, str]) -> Iterator[Fact]:
        first, second = sorted((key(draft["first"]), key(draft["second"])))
        owner = self.owners.get(draft.get("owner", "").casefold(), "")
        yield ("between", first, second, draft["manner"], draft.get("lost", ""), owner)

    def _factor(self, draft: dict[str, str]) -> Iterator[Fact]:
        tied = "|".join(sorted(key(name) for name, _ in self.one.findall(draft.get("names", ""))))
        owner = (
            FactorOwner.SIGNAL
            if "signal" in draft
            else self.owners.get(draft.get("owner", "").casefold(), "")
        )
        said = (draft.get("said_by", ""), owner, key(draft.get("name", "")), draft.get("wish", ""))
        yield ("factor", _ring_at(draft["place"]), draft["manner"], draft["text"], tied, *said)

    def _owners(self, mother: str) -> dict[str, FactorOwner]:
        return {words.OWNER[owner].format(mother=mother): owner for owner in FactorOwner}

    def _pattern(self, template: str) -> re.Pattern[str]:
        pattern = ""
        for piece in re.split(r"(\{\w+\})", template):
            if piece.startswith("{"):
                pattern += self.parts.get(piece[1:-1], f"(?P<{piece[1:-1]}>[^”]*)")
            else:
                pattern += re.escape(piece)
        return re.compile(pattern + r"\.?(?= |$)", re.IGNORECASE)


def _ring_at(place: str) -> Ring:
    return next(ring for ring in Ring if words.RING_PLACE[ring].casefold() == place.casefold())


def _templates() -> Iterator[tuple[str, str, str]]:
    """Every sentence the teller may write: what it opens or adds, in which manner, its source."""
    yield "centre", "", words.CENTRE
    yield "silence", "", words.NOBODY
    yield "silence", "", words.NO_TIE
    yield "silence", "", words.WISH_QUESTION
    yield "new node", "", words.PLACE_ONE
    yield "new node", "", words.PLACE_MORE
    for sentences in (words.TIE_SENTENCE, words.TIE_SENTENCE_MORE):
        for manner, text in sentences.items():
            yield "new tie", " ".join(manner), text
    yield "codes", "", words.TIE_CODES
    for strength, text in words.TIE_STRENGTH.items():
        if text:
            yield "strength", strength, text
    yield "note", "", words.TIE_NOTE
    for state, text in words.BETWEEN_SENTENCE.items():
        yield "new between", state, text
    yield "lost", "", words.BETWEEN_LOST
    yield "owner", "", words.BETWEEN_MENDED_BY
    for effect, text in words.FACTOR_SENTENCE.items():
        yield "new factor", effect, text
    yield "names", "", words.FACTOR_TIED_TO
    for speaker, text in words.FACTOR_SAID_BY.items():
        yield "said_by", speaker, text
    yield "owner", "", words.FACTOR_OWNER_IS
    yield "owner", "", words.FACTOR_OWNER
    yield "signal", "ja", words.FACTOR_SIGNAL
    yield "wish", "", words.FACTOR_WISH
