"""Dutch names for sorting, searching and comparing, the same on every database: prefixes, quotes, accents, IJ."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_PREFIX_WORDS = """aan af al am auf aus bei ben bij bin boven da dal dalla das de degli dei del della den der des di do
dos du el en het im in la las le les lo los nel onder op over s t te ten ter tho thoe thor to toe tot uijt uit van
vander vanden ver voor von vom zu zum zur d l"""
_PREFIXES = frozenset(_PREFIX_WORDS.split())
_QUOTES = dict.fromkeys(map(ord, "’‘`´ʼʹ′‛＇"), "'")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def bare(text: str) -> str:
    """Lower case, every quote the same, no accents, no invisible signs, single spaces."""
    apart = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    seen = (c for c in apart if c.isspace() or (c.isprintable() and not unicodedata.combining(c)))
    return " ".join("".join(seen).translate(_QUOTES).casefold().translate(_LETTERS).split())


def main_name(last_name: str) -> str:
    """The last name without the prefixes in front: `van den Berg` is `berg`; a name of prefixes alone stays."""
    words = bare(last_name).replace("'", "' ").replace("' t ", "'t ").replace("' s ", "'s ").split()
    while len(words) > 1 and words[0].strip("'") in _PREFIXES:
        words = words[1:]
    return " ".join(words)


def sort_key(first_name: str, last_name: str) -> str:
    """What a list of people is sorted by: main name, first name, prefixes.

    Letters and digits alone, for collations differ in what they do with a space: 0 parts the names, 1 the words.
    """
    names = (main_name(last_name or first_name), first_name, last_name)
    return "0".join(_words(name).replace(" ", "1") for name in names)[:300]


def same_person(first_name: str, last_name: str, born_on: dt.date | None) -> tuple[str, dt.date | None]:
    """Equal for two ways of typing one person: accents, capitals, spaces, quotes, hyphens and prefixes aside."""
    name = f"{first_name} {main_name(last_name)}" if last_name else first_name
    return _words(name).replace(" ", ""), born_on


def former_names(earlier: str, last_name: str, new_last_name: str) -> str:
    """The last names from before, parted by `; `, the newest first; the present one is not among them."""
    names = [name for name in earlier.split("; ") if name and name not in (last_name, new_last_name)]
    if last_name and bare(last_name) != bare(new_last_name):
        names = [last_name, *names]
    while len("; ".join(names)) > 400:
        names.pop()
    return "; ".join(names)


def search_text(first_name: str, last_name: str, public_id: str, phone: str) -> str:
    """What a search looks in: the name, the number of the case, the digits of the telephone."""
    return f"{bare(first_name)} {bare(last_name)} {public_id.casefold()} {digits(phone)}"


def search_words(text: str) -> list[str]:
    """The words to look for; a telephone typed with spaces, hyphens or +31 is one word."""
    if re.fullmatch(r"[+\d][\d\s()./-]{3,}", text.strip()):
        return [digits(text)]
    return bare(text).split()


def digits(phone: str) -> str:
    """A telephone as its digits alone, +31 as the nought it stands for."""
    return re.sub(r"^(?:0031|31)(?=\d{9}$)", "0", re.sub(r"\D", "", phone.replace("(0)", "")))


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", bare(text)).split())
