"""Compile the languages of her pages: each .po becomes the .mo that gettext reads. With Babel, no system packages."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "src" / "veerkracht" / "web" / "config" / "locale"


def compile_languages() -> None:
    """Write what is older than its source."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as words, compiled.open("wb") as out:
            write_mo(out, read_po(words, locale=source.parent.parent.name))
