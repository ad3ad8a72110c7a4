"""A logo that is a picture and nothing else: an SVG without anything that runs or fetches, or a PNG."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from .refused import StyleRefused

MOST_BYTES = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 4_000
FORBIDDEN = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\s*(?:\w+:)?(?:script|foreignObject|iframe|object|embed|animate\w*|set|a|"
    r"handler|link|meta)\b|\son\w+\s*=|javascript:|@import|url\(\s*['\"]?\s*(?!#)",
    re.I,
)
POINTS_OUT = re.compile(r"(?:href|src)\s*=\s*(['\"])\s*(?!#|data:image/(?:png|jpeg);base64,)", re.I)


@dataclass(frozen=True, kw_only=True)
class Logo:
    content: bytes
    content_type: str

    @property
    def for_paper(self) -> str:
        """As SVG, which is text: what a document takes."""
        if self.content_type == "image/svg+xml":
            return self.content.decode()
        width, height = png_size(self.content)
        packed = base64.b64encode(self.content).decode()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="data:image/png;base64,{packed}"/></svg>'
        )


def png_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def read_logo(content: bytes, name: str) -> Logo:
    """
    Raises:
        StyleRefused: too large, no picture, or a picture that does more than show itself.
    """
    if len(content) > MOST_BYTES:
        raise StyleRefused(_t("%s is groter dan 200 kB.") % name)
    return _png(content, name) if name.endswith(".png") else _svg(content, name)


def _png(content: bytes, name: str) -> Logo:
    if not content.startswith(PNG) or len(content) < 24:
        raise StyleRefused(_t("%s is geen PNG.") % name)
    if not all(0 < side <= MOST_PIXELS for side in png_size(content)):
        raise StyleRefused(_t("%s is breder of hoger dan 4000 beeldpunten.") % name)
    return Logo(content=content, content_type="image/png")


def _svg(content: bytes, name: str) -> Logo:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StyleRefused(_t("%s is geen UTF-8.") % name) from error
    if not re.match(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg\b", text, re.S):
        raise StyleRefused(_t("%s begint niet met <svg>.") % name)
    if more := FORBIDDEN.search(text) or POINTS_OUT.search(text):
        raise StyleRefused(
            _t(
                "%(name)s doet meer dan zichzelf laten zien: %(what)s. "
                "Sla het op als gewone SVG, met letters als lijnen."
            )
            % {"name": name, "what": more[0].strip()}
        )
    return Logo(content=content, content_type="image/svg+xml")
