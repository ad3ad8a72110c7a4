"""The folder of the setting: read once, checked before the program serves."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _t

from .logo import Logo, read_logo
from .refused import StyleRefused
from .tokens import as_css, as_her_css, own_tokens, read_tokens, resolved

FILES = ("tokens.css", "logo.svg", "logo.png", "house.toml")


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """What a municipality laid over ours; everything may be absent. `mark` changes with the files."""

    tokens: dict[str, str] = field(default_factory=dict)
    logo: Logo | None = None
    name: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    mark: str = ""

    @property
    def sheets(self) -> dict[str, str]:
        """Style sheets by the name in their address: for the pages of staff, and for hers."""
        return {"css": as_css(self.tokens), "hers": as_her_css(self.tokens)} if self.tokens else {}

    @property
    def accent(self) -> str:
        """The colour of headings on paper; empty: ours."""
        return resolved({**own_tokens(), **self.tokens}, "--vk-action") if self.tokens else ""


def style_of(slug: str) -> HouseStyle:
    """Of this municipality; of the only one there is when `slug` is empty, as before the log-in."""
    return _read(settings.HOUSE_STYLE, slug)


@lru_cache(maxsize=64)
def _read(setting: str, slug: str) -> HouseStyle:
    if not setting:
        return HouseStyle()
    place = Path(setting)
    if not place.is_dir():
        raise StyleRefused(_t("de map %s is er niet.") % setting)
    own = place / slug if slug else place
    return read_folder(own if slug and own.is_dir() else place)


def read_folder(place: Path) -> HouseStyle:
    """
    Raises:
        StyleRefused: a file that is not what it should be.
    """
    contents = {name: (place / name).read_bytes() for name in FILES if (place / name).is_file()}
    if not contents:
        return HouseStyle()
    name = next((name for name in ("logo.svg", "logo.png") if name in contents), "")
    return HouseStyle(
        tokens=read_tokens(_text(contents, "tokens.css")),
        logo=read_logo(contents[name], name) if name else None,
        mark=hashlib.sha256(b"\0".join(contents.values())).hexdigest()[:16],
        **_who(_text(contents, "house.toml")),
    )


def _text(contents: dict[str, bytes], name: str) -> str:
    try:
        return contents.get(name, b"").decode("utf-8")
    except UnicodeDecodeError as error:
        raise StyleRefused(_t("%s is geen UTF-8.") % name) from error


def _who(text: str) -> dict[str, Any]:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StyleRefused(f"house.toml: {error}") from error
    address = said.pop("address", [])
    lines = (said.pop("name", ""), said.pop("phone", ""), *(address if isinstance(address, list) else [0]))
    if said or not all(isinstance(line, str) and len(line) <= 100 for line in lines):
        words = _t(
            "house.toml kent name, phone en address (een lijst), met korte regels tekst; niets anders."
        )
        raise StyleRefused(words)
    return {"name": lines[0], "phone": lines[1], "address": lines[2:]}


def style_with(mark: str) -> HouseStyle | None:
    """The style whose files have this mark: what an address names."""
    if not settings.HOUSE_STYLE:
        return None
    slugs = ["", *(place.name for place in sorted(Path(settings.HOUSE_STYLE).iterdir()) if place.is_dir())]
    return next((style for style in map(style_of, slugs) if style.mark == mark), None)


def why_refused() -> str:
    """Empty when every folder of the setting can be used; else the sentence of the first one that cannot."""
    _read.cache_clear()
    try:
        style_of("")
        if settings.HOUSE_STYLE:
            for place in sorted(Path(settings.HOUSE_STYLE).iterdir()):
                if place.is_dir():
                    read_folder(place)
    except (StyleRefused, OSError) as error:
        return str(error)
    return ""
