"""From what somebody typed to clauses: a suggestion that a person confirms, after seeing the sentences it gives.

"Belt het wijkteam en geeft Samira een naam" → bellen · het wijkteam, geven · {jou} een naam. Only what is certain
is proposed: her own name becomes a token, `haar`, `zij` and `zijn` never, for they may be somebody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .promise import PLACE_OF_THE_PARTICLE, Clause
from .verbs import infinitive_of, known_verbs, particles

_SUBJECTS = re.compile(r"^(?:ik|jij|je|u|wij|we|zij|ze|hij)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z])")
_AND_VERB = re.compile(r",?\s+en\s+(?=(\w+))")
_AMBIGUOUS = re.compile(r"\b(?:haar|zij|ze|zijn|hem)\b", re.IGNORECASE)
# After these words she is the subject of a clause of her own: "als {je} er niet bij {=zijn}".
_JOINING = frozenset(
    [
        *("als", "dat", "of", "omdat", "wanneer", "nadat", "voordat", "zodat", "totdat", "terwijl"),
        *("hoe", "wat", "welke", "wie", "waar", "waarin", "waarmee", "waarvoor", "waarom"),
    ]
)
# Verbs that go with her at the end of "als Samira er niet bij is"; others are left for a person.
_FINITE = {
    "is": "zijn",
    "heeft": "hebben",
    "kan": "kunnen",
    "mag": "mogen",
    "wil": "willen",
    "moet": "moeten",
    "gaat": "gaan",
    "komt": "komen",
    "krijgt": "krijgen",
    "doet": "doen",
    "werkt": "werken",
    "zoekt": "zoeken",
    "vraagt": "vragen",
    "weet": "weten",
    "hoeft": "hoeven",
}


@dataclass(frozen=True, kw_only=True)
class PromiseReading:
    """What was understood. Empty `clauses`: no verb was recognised. `pronouns`: words that may mean her, as typed."""

    clauses: tuple[Clause, ...]
    pronouns: tuple[str, ...] = ()


def read_promise(text: str, *, her_name: str, by_her: bool = False) -> PromiseReading:
    """Understand a typed promise; `by_her`: she typed it, so that mij and mijn are hers."""
    phrase = text.strip().rstrip(".").strip()
    clauses = [
        _clause(part, starts_sentence=number > 0 and place == 0, her_name=her_name, by_her=by_her)
        for number, sentence in enumerate(_SENTENCE_END.split(phrase))
        for place, part in enumerate(_split(_SUBJECTS.sub("", sentence)))
    ]
    if not phrase or any(clause is None for clause in clauses):
        return PromiseReading(clauses=())
    pronouns = () if by_her else tuple(dict.fromkeys(word.lower() for word in _AMBIGUOUS.findall(phrase)))
    return PromiseReading(clauses=tuple(filter(None, clauses)), pronouns=pronouns)


def _split(phrase: str) -> list[str]:
    """Cut at "en" where a verb in the same form follows: "belt het wijkteam | geeft haar een naam"."""
    first = phrase.split(" ", 1)[0].lower()
    ends, start = [], 0
    for joint in _AND_VERB.finditer(phrase):
        word = joint.group(1)
        verb = infinitive_of(word)
        same_form = (word.lower() in known_verbs()) == (first in known_verbs())
        if verb and word[:1].islower() and same_form:
            ends.append((start, joint.start()))
            start = joint.end()
    return [phrase[begin:end] for begin, end in [*ends, (start, len(phrase))]]


def _clause(phrase: str, *, starts_sentence: bool, her_name: str, by_her: bool) -> Clause | None:
    """One verb with what follows it; None where the phrase does not begin with a verb."""
    word, _space, rest = phrase.strip().partition(" ")
    verb, particle = infinitive_of(word), ""
    words = rest.split(" ")
    last = words[-1].lower().rstrip(",")
    if verb is None:
        particle, verb = _parted(word.lower())
    elif last in particles():
        # A preposition at the very end is the bit of a verb that parts: "nodigt Samira uit".
        particle, words = last, words[:-1]
    if not verb:
        return None
    return Clause(
        verb=f"{particle}|{verb}" if particle else verb,
        rest=_tokens(" ".join(words), her_name=her_name, by_her=by_her),
        starts_sentence=starts_sentence,
    )


def _parted(infinitive: str) -> tuple[str, str]:
    """An infinitive with its first bit still on: meehelpen → mee, helpen. Empty where it is none."""
    for particle in sorted(particles(), key=len, reverse=True):
        verb = infinitive.removeprefix(particle)
        if verb != infinitive and verb in known_verbs():
            return particle, verb
    return "", ""


def _tokens(rest: str, *, her_name: str, by_her: bool) -> str:
    rest = rest.replace("{", "(").replace("}", ")")
    rest = re.sub(r"\bzich\b", "{zich}", rest)
    if by_her:
        for word, token in (("mijn", "{jouw}"), ("mij", "{jou}"), ("me", "{jou}"), ("ik", "{je}")):
            rest = re.sub(rf"\b{word}\b", token, rest, flags=re.IGNORECASE)
    if not her_name or not re.search(rf"\b{re.escape(her_name)}\b", rest):
        return rest.replace("(_)", PLACE_OF_THE_PARTICLE)
    rest = re.sub(rf"\b{re.escape(her_name)}(?:['’]s|['’]|s)(?=\s+\w)", "{jouw}", rest)
    words = rest.split(" ")
    for place, word in enumerate(words):
        bare = word.strip(",;:")
        if bare == her_name:
            is_subject = _starts_a_clause(words[:place])
            words[place] = word.replace(her_name, "{je}" if is_subject else "{jou}")
            if is_subject:
                _her_verb(words, place)
    return " ".join(words)


def _starts_a_clause(before: list[str]) -> bool:
    """After als, dat, of, wanneer, waar …: she is the subject there. After a preposition or a verb: the object."""
    word = before[-1].lower().strip(",") if before else ""
    return word in _JOINING


def _her_verb(words: list[str], place: int) -> None:
    """The finite verb of her clause, replaced in place: "als {je} er niet bij is" → "{=zijn}"."""
    for number in range(place + 1, len(words)):
        bare = words[number].strip(",;:")
        if bare in _FINITE:
            words[number] = words[number].replace(bare, f"{{={_FINITE[bare]}}}")
            return
