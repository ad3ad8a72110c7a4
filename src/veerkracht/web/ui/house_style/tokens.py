"""Custom properties out of a tokens file: read strictly, written anew, refused where nobody could read the result."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext as _t

from .contrast import contrast
from .refused import StyleRefused

OURS = Path(__file__).parents[1] / "styles" / "tokens.css"
COMMENT = re.compile(r"/\*.*?\*/", re.S)
BLOCK = re.compile(r"\s*(?::root|\.[\w-]+)\s*\{([^{}]*)\}\s*", re.S)
NAME = re.compile(r"--[a-z][a-z0-9-]{0,80}")
_NUMBER = r"[+-]?\d*\.?\d+(?:px|rem|em|ch|%|ms|s|deg)?"
_PART = rf"(?:#[0-9a-fA-F]{{3,8}}|{_NUMBER}|[A-Za-z][A-Za-z0-9-]*|\"[A-Za-z0-9 .-]*\"|'[A-Za-z0-9 .-]*')"
_CALL = rf"(?:var\(\s*--[a-z][a-z0-9-]*\s*\)|(?:rgba?|hsla?)\((?:\s|,|/|{_NUMBER})+\))"
VALUE = re.compile(rf"(?:{_CALL}|{_PART})(?:[\s,]+(?:{_CALL}|{_PART}))*")
KEPT = re.compile(r"--vk-(?:size|target|leading|measure|[1-9]$)")
"""What a municipality leaves alone: sizes by which people read and press."""
MOST_BYTES = 100_000
READABLE = 4.5
"""WCAG 2.2, 1.4.3, for text of ordinary size."""
PAIRS = (
    ("--vk-text", "--vk-page"),
    ("--vk-text", "--vk-surface"),
    ("--vk-text", "--vk-surface-quiet"),
    ("--vk-text-quiet", "--vk-page"),
    ("--vk-text-quiet", "--vk-surface"),
    ("--vk-action", "--vk-page"),
    ("--vk-action", "--vk-surface"),
    ("--vk-white", "--vk-action"),
    ("--vk-white", "--vk-action-strong"),
    ("--vk-attention", "--vk-surface"),
    ("--vk-action", "#faf9f7"),
    ("#ffffff", "--vk-action"),
    ("--vk-action-strong", "--vk-teal-100"),
    ("--vk-teal-800", "--vk-teal-100"),
    ("--vk-terracotta-800", "--vk-terracotta-100"),
)
"""Text and what it stands on; the fixed grounds are of her pages (mine/her.css)."""


def read_tokens(text: str) -> dict[str, str]:
    """Name and value of each custom property, the last one where a name comes twice.

    Raises:
        StyleRefused: anything else than custom properties, or a colour on which text cannot be read.
    """
    if len(text.encode()) > MOST_BYTES:
        raise StyleRefused(_t("tokens.css is groter dan 100 kB."))
    rest, tokens = COMMENT.sub("", text), dict[str, str]()
    while rest.strip():
        block = BLOCK.match(rest)
        if block is None:
            raise StyleRefused(
                _t("tokens.css: hier staat iets anders dan ':root { --naam: waarde; }': %s") % _start(rest)
            )
        tokens |= dict(_declaration(line) for line in block[1].split(";") if line.strip())
        rest = rest[block.end() :]
    check_readable(tokens)
    return tokens


def _start(text: str) -> str:
    return repr(" ".join(text.split())[:60])


def _declaration(line: str) -> tuple[str, str]:
    name, _, value = (part.strip() for part in line.partition(":"))
    if not NAME.fullmatch(name):
        raise StyleRefused(_t("tokens.css: alleen eigenschappen die met -- beginnen, niet %s") % _start(line))
    if KEPT.match(name):
        raise StyleRefused(
            _t("tokens.css: %s ligt vast, want daarmee lezen en drukken mensen. Haal de regel weg.") % name
        )
    if not VALUE.fullmatch(value):
        raise StyleRefused(
            _t(
                "tokens.css: de waarde van %(name)s is geen kleur, maat of lettertype: %(value)s. "
                "Adressen (url) en functies kunnen hier niet."
            )
            % {"name": name, "value": _start(value)}
        )
    return name, value


def resolved(tokens: Mapping[str, str], name: str) -> str:
    """The value behind `var(--…)`, however deep; a colour stands for itself."""
    if name.startswith("#"):
        return name
    for _ in range(10):
        value = tokens.get(name, "")
        pointed = re.fullmatch(r"var\(\s*(--[a-z0-9-]+)\s*\)", value)
        if pointed is None:
            return value
        name = pointed[1]
    raise StyleRefused(_t("tokens.css: %s verwijst in een kring naar zichzelf.") % name)


def own_tokens() -> dict[str, str]:
    """Ours, over which theirs are laid."""
    block = BLOCK.match(COMMENT.sub("", OURS.read_text(encoding="utf-8")))
    assert block is not None
    pairs = (line.split(":", 1) for line in block[1].split(";") if ":" in line)
    return {name.strip(): value.strip() for name, value in pairs}


def check_readable(tokens: Mapping[str, str]) -> None:
    """
    Raises:
        StyleRefused: text on its ground has less contrast than 4,5 : 1, or a colour is not written as #rrggbb.
    """
    together = {**own_tokens(), **tokens}
    for text, ground in PAIRS:
        above, below = resolved(together, text), resolved(together, ground)
        try:
            ratio = contrast(above, below)
        except ValueError as error:
            words = _t(
                "tokens.css: schrijf %(text)s en %(ground)s als #rrggbb, dan is na te rekenen of het leest."
            )
            raise StyleRefused(words % {"text": text, "ground": ground}) from error
        if ratio < READABLE:
            raise StyleRefused(
                _t(
                    "tokens.css: %(text)s (%(above)s) is op %(ground)s (%(below)s) niet te lezen: %(ratio).1f op 1, "
                    "het moet 4,5 op 1 zijn."
                )
                % {"text": text, "above": above, "ground": ground, "below": below, "ratio": ratio}
            )


def as_css(tokens: Mapping[str, str]) -> str:
    """In the layer above ours; the picture behind the log-in page is in our colours, so it goes."""
    lines = "".join(f"  {name}: {value};\n" for name, value in tokens.items())
    return f"@layer municipality {{\n:root {{\n{lines}}}\n.vk-public {{ background: var(--vk-page); }}\n}}\n"


def as_her_css(tokens: Mapping[str, str]) -> str:
    """For her own sheet, which has three names for the colour of what one can press. Her dark screen keeps ours."""
    together = {**own_tokens(), **tokens}
    hers = {"--teal": "--vk-action", "--teal-strong": "--vk-action-strong", "--tint": "--vk-teal-100"}
    lines = "".join(f"  {name}: {resolved(together, theirs)};\n" for name, theirs in hers.items())
    return f"@media (prefers-color-scheme: light) {{\n:root {{\n{lines}}}\n}}\n"
