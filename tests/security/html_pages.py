"""A page as its browser reads it: every tag with its attributes, and the text between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Tag:
    name: str
    attributes: dict[str, str]


@dataclass
class PageReader(HTMLParser):
    tags: list[Tag] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    inside: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.inside.setdefault(self._open, []).append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def shapes(self) -> set[tuple[str, str]]:
        """Which attributes which tags have: what somebody typed must never add one."""
        return {(t.name, a) for t in self.tags for a in (*t.attributes, "")}

    @property
    def addresses(self) -> list[str]:
        """Everything a browser would fetch, follow or send to."""
        names = (
            "href",
            "src",
            "action",
            "formaction",
            "srcset",
            "poster",
            "data",
            "xlink:href",
            "hx-get",
            "hx-post",
        )
        return [t.attributes[n] for t in self.tags for n in names if n in t.attributes]


def read(text: str) -> PageReader:
    reader = PageReader()
    reader.feed(text)
    reader.close()
    return reader


def faults(text: str | PageReader) -> list[str]:
    """What a strict page must not have: inline script or style, handlers, addresses of somewhere else."""
    page: PageReader = read(text) if isinstance(text, str) else text
    found: list[str] = []
    for tag in page.tags:
        if tag.name == "style" or "style" in tag.attributes:
            found.append(f"inline style on <{tag.name}>")
        if tag.name == "script" and not tag.attributes.get("src", "").startswith("/static/"):
            found.append(f"a script that is not ours: {tag.attributes}")
        found += [f"handler {a} on <{tag.name}>" for a in tag.attributes if a.startswith("on")]
        if tag.name in ("iframe", "object", "embed", "base", "frame", "applet", "foreignobject"):
            found.append(f"<{tag.name}>")
        if tag.name == "meta" and tag.attributes.get("http-equiv"):
            found.append(f"meta {tag.attributes}")
    found += [f"inside script: {s}" for s in page.inside.get("script", []) if s.strip()]
    found += [
        f"address {a}" for a in page.addresses if not a.startswith(("/", "#", "?", "tel:", "mailto:")) and a
    ]
    return found + [f"address of elsewhere {a}" for a in page.addresses if a.startswith("//")]
