"""A picture of one choice for a phone: one tall sheet with her words, the line of the path, and its figures.

Drawn with attributes alone, so that the same file looks the same on the page, as a download and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2000/svg"
ET.register_namespace("", NAMESPACE)
WIDTH, HEIGHT, EDGE = 540, 960, 44
INK, QUIET, TEAL, BAND, PAPER, WHITE, LINE = (
    "#23211e",
    "#5c574f",
    "#0f6063",
    "#c3e0de",
    "#faf9f7",
    "#ffffff",
    "#d8d2c7",
)
FONT = "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', Roboto, sans-serif"
LETTER = 0.52
"""Width of an average letter, in parts of its size."""
MOST_LINES = 6


@dataclass(frozen=True)
class ChoicePicture:
    """What stands on it. No name but the first name."""

    first_name: str
    words: str
    title: str
    figures: tuple[tuple[str, str], ...]
    """Each a large word and what it is."""
    calculated_on: str
    """Day and version of the rules."""
    line: tuple[tuple[float, float, float], ...] = ()
    """Of each year: amount, low and high. Empty for a choice without years."""

    @property
    def told(self) -> str:
        """The same in sentences, for who cannot see it."""
        figures = ". ".join(f"{large} {small}" for large, small in self.figures)
        quote = f"“{self.words}” " if self.words else ""
        return f"De keuze van {self.first_name}. {quote}{self.title}. {figures}. {self.calculated_on}"


def draw(picture: ChoicePicture) -> str:
    """The sheet, from the top down."""
    root = ET.Element(f"{{{NAMESPACE}}}svg")
    _put(root, viewBox=f"0 0 {WIDTH} {HEIGHT}", width=str(WIDTH), height=str(HEIGHT), role="img")
    _put(root, **{"font-family": FONT, "aria-labelledby": "keuze-titel keuze-tekst"})
    ET.SubElement(root, "title", {"id": "keuze-titel"}).text = clean(f"De keuze van {picture.first_name}")
    ET.SubElement(root, "desc", {"id": "keuze-tekst"}).text = clean(picture.told)
    _shape(root, "rect", x="0", y="0", width=str(WIDTH), height=str(HEIGHT), fill=PAPER)
    _shape(root, "rect", x="0", y="0", width=str(WIDTH), height="148", fill=TEAL)
    _text(root, 66, "Mijn keuze", 22, fill=WHITE)
    _text(root, 112, _cut(picture.first_name, 38), 38, fill=WHITE, weight="700")
    y = _words(root, picture, 204)
    if picture.line:
        y = _path(root, picture.line, y)
    _figures(root, picture.figures, y)
    _shape(root, "path", d=f"M{EDGE} {HEIGHT - 76}H{WIDTH - EDGE}", stroke=LINE)
    _text(root, HEIGHT - 46, "Een som met de wet, geen belofte.", 17, fill=QUIET)
    _text(root, HEIGHT - 22, picture.calculated_on, 17, fill=QUIET)
    return ET.tostring(root, encoding="unicode")


def _words(root: ET.Element, picture: ChoicePicture, y: float) -> float:
    """Her words large, what they are about under them; without words that stands alone."""
    size = 30 if len(picture.words) <= 110 else 24
    for line in in_lines(f"“{picture.words}”" if picture.words else "", size):
        _text(root, y, line, size, weight="600")
        y += size * 1.32
    y += 8 if picture.words else 0
    for line in in_lines(picture.title, 21)[:3]:
        _text(root, y, line, 21, fill=QUIET if picture.words else INK)
        y += 28
    return y + 4


def _path(root: ET.Element, line: Sequence[tuple[float, float, float]], y: float) -> float:
    """The years as a line with its band; the amounts stand in the figures."""
    tall, wide = 130.0, float(WIDTH - 2 * EDGE)
    low, high = min(each[1] for each in line), max(each[2] for each in line)
    across = wide / max(1, len(line) - 1)
    tops: list[str] = []
    bottoms: list[str] = []
    middle: list[str] = []
    for place, amounts in enumerate(line):
        x = EDGE + place * across
        m, b, t = (round(y + tall * (1 - (each - low) / ((high - low) or 1)), 1) for each in amounts)
        middle.append(f"{x:.1f},{m}")
        tops.append(f"{x:.1f},{t}")
        bottoms.append(f"{x:.1f},{b}")
    _shape(root, "polygon", points=" ".join([*tops, *bottoms[::-1]]), fill=BAND)
    lasting = {"fill": "none", "stroke": TEAL, "stroke-width": "5", "stroke-linejoin": "round"}
    _shape(root, "polyline", points=" ".join(middle), **lasting)
    return y + tall + 24


def _figures(root: ET.Element, figures: Sequence[tuple[str, str]], y: float) -> None:
    """Two or three, under each other; they take the room that is left."""
    step = min(104.0, (HEIGHT - 96 - y) / max(1, len(figures)))
    for large, small in figures:
        _text(root, y + step * 0.42, _cut(large, 36), 36, fill=TEAL, weight="700")
        _text(root, y + step * 0.72, _cut(small, 19), 19)
        y += step


def in_lines(text: str, size: float) -> list[str]:
    """Words over lines that fit the sheet; a word that is too long is broken."""
    most = int((WIDTH - 2 * EDGE) / (size * LETTER))
    lines: list[str] = []
    for word in text.split():
        pieces = [word[at : at + most] for at in range(0, len(word), most)]
        for piece in pieces:
            if lines and len(lines[-1]) + 1 + len(piece) <= most:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    if len(lines) > MOST_LINES:
        return [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: most - 1]}…"]
    return lines


def _cut(text: str, size: float) -> str:
    most = int((WIDTH - 2 * EDGE) / (size * LETTER))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _text(root: ET.Element, y: float, words: str, size: float, fill: str = INK, weight: str = "400") -> None:
    attributes = {
        "x": str(EDGE),
        "y": f"{y:.1f}",
        "font-size": f"{size:g}",
        "font-weight": weight,
        "fill": fill,
    }
    ET.SubElement(root, "text", attributes).text = clean(words)


def clean(words: str) -> str:
    """Without signs that no drawing may hold."""
    return "".join(sign for sign in words.replace("\u00a0", " ") if sign.isprintable())


def _shape(root: ET.Element, name: str, **attributes: str) -> None:
    ET.SubElement(root, name, attributes)


def _put(element: ET.Element, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(name, value)
