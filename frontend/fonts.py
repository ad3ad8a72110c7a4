"""Join the fonts of the npm packages into the TrueType files that the PDFs need.

The packages hold a font as a handful of WOFF2 files, one for each script; typst reads TrueType only and
takes one file per family and weight. So the files of a font are joined, and beside them stands
`coverage.json`: which characters each font can draw, so that a document can be checked before it is made.

The licence of Source Sans 3 (OFL 1.1) reserves the name "Source" for its unaltered form. A joined font is
an altered one; it gets a name of ours, and so do the headings. The licences are copied beside the fonts.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules" / "@fontsource"
# Made beside the packages and put in place whole: a program that is printing never meets half a set.
WORKSHOP = HERE / "node_modules" / ".document-fonts"
TARGET = HERE.parent / "src" / "veerkracht" / "documents" / "fonts"

COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT, LICENCE, LICENCE_URL = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    13,
    14,
)
STYLE_NAMES = {(400, False): "Regular", (600, False): "SemiBold", (700, False): "Bold", (400, True): "Italic"}


class Font(NamedTuple):
    """A family of the documents, and the package and scripts it is joined from."""

    family: str
    package: str
    scripts: tuple[str, ...]
    styles: tuple[tuple[int, bool], ...]


EUROPEAN = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese")
FONTS = (
    Font(
        "Veerkracht Tekst", "source-sans-3", EUROPEAN, ((400, False), (600, False), (700, False), (400, True))
    ),
    Font("Veerkracht Kop", "figtree", ("latin", "latin-ext"), ((600, False), (700, False))),
    Font("Noto Sans", "noto-sans", (*EUROPEAN, "devanagari"), ((400, False),)),
    Font("Noto Sans Arabic", "noto-sans-arabic", ("arabic",), ((400, False), (700, False))),
    Font("Noto Sans Ethiopic", "noto-sans-ethiopic", ("ethiopic",), ((400, False), (700, False))),
    Font("Noto Emoji", "noto-emoji", ("emoji",), ((400, False),)),
)


def opened(path: Path) -> TTFont:
    if not path.exists():
        sys.exit(
            f"The font file {path.name} is not there. "
            f"Run `npm ci --ignore-scripts` in {path.parents[4].name}/ and try again."
        )
    # Without the moment of writing: it would make every build differ.
    return TTFont(path, recalcTimestamp=False)


def joined(font: Font, weight: int, italic: bool) -> TTFont:
    """One font out of the files of its scripts."""
    slant = "italic" if italic else "normal"
    folder = PACKAGES / font.package / "files"
    sources = [folder / f"{font.package}-{script}-{weight}-{slant}.woff2" for script in font.scripts]
    if len(sources) == 1:
        return opened(sources[0])
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for source in sources:
            part = opened(source)
            part.flavor = None
            paths.append(str(Path(scratch) / f"{source.stem}.ttf"))
            part.save(paths[-1])
        whole = Merger().merge(paths)
        whole["head"].created = whole["head"].modified = TTFont(paths[0])["head"].modified
        return whole


def name(made: TTFont, font: Font, weight: int, italic: bool) -> None:
    """typst finds a font by its family, weight and slant: say them once, plainly."""
    style = STYLE_NAMES[weight, italic]
    table = made["name"]
    kept = {number: table.getDebugName(number) for number in (COPYRIGHT, VERSION, LICENCE, LICENCE_URL)}
    table.names = []
    written = {
        **{number: text for number, text in kept.items() if text},
        FAMILY: font.family,
        STYLE: style,
        UNIQUE: f"{font.family} {style}",
        FULL: f"{font.family} {style}",
        POSTSCRIPT: f"{font.family.replace(' ', '')}-{style}",
    }
    for number, text in sorted(written.items()):
        table.setName(text, number, 3, 1, 0x409)
    made["OS/2"].usWeightClass = weight
    if "STAT" in made:
        del made["STAT"]


def ranges(characters: set[int]) -> list[list[int]]:
    """Runs of characters as [first, last], which is a tenth of the size of the list."""
    runs: list[list[int]] = []
    for character in sorted(characters):
        if runs and runs[-1][1] == character - 1:
            runs[-1][1] = character
        else:
            runs.append([character, character])
    return runs


def make(font: Font) -> list[list[int]]:
    """Write the styles of one family; return the characters that all of them can draw."""
    shared: set[int] | None = None
    for weight, italic in font.styles:
        made = joined(font, weight, italic)
        made.flavor = None
        name(made, font, weight, italic)
        made.recalcTimestamp = False
        made.save(WORKSHOP / f"{font.family.replace(' ', '')}-{STYLE_NAMES[weight, italic]}.ttf")
        drawn = set(made.getBestCmap())
        shared = drawn if shared is None else shared & drawn
    shutil.copyfile(PACKAGES / font.package / "LICENSE", WORKSHOP / f"LICENSE-{font.package}.txt")
    return ranges(shared or set())


def main() -> None:
    shutil.rmtree(WORKSHOP, ignore_errors=True)
    WORKSHOP.mkdir(parents=True)
    coverage = {font.family: make(font) for font in FONTS}
    (WORKSHOP / "coverage.json").write_text(json.dumps(coverage, separators=(",", ":")), encoding="utf-8")
    shutil.rmtree(TARGET, ignore_errors=True)
    WORKSHOP.rename(TARGET)


if __name__ == "__main__":
    main()
