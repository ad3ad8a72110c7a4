"""How one picture is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.words import Translate, identity
from veerkracht.web.map.drawing.style import MapSheet

_SAFE_BEGINNINGS = ("/", "#", "?", "https://")


@dataclass(frozen=True, slots=True)
class Options:
    """`urls` by node id (or by "factor …" and "between …" with their id); `id_prefix` keeps two pictures
    on one page apart; `focus` enlarges one ring; `current` marks one node. A page that says the caption itself
    leaves it out of the picture, and a small picture beside a form leaves out the key."""

    sheet: MapSheet = MapSheet.WIDE
    focus: Ring | None = None
    urls: Mapping[str, str] = field(default_factory=dict)
    ring_urls: Mapping[Ring, str] = field(default_factory=dict)
    caption: str = ""
    writes_caption: bool = True
    has_key: bool = True
    current: str = ""
    id_prefix: str = "map"
    translate: Translate = identity

    def __post_init__(self) -> None:
        for url in (*self.urls.values(), *self.ring_urls.values()):
            if not url.startswith(_SAFE_BEGINNINGS):
                raise ValueError(f"A link on the map must begin with /, #, ? or https://, not: {url}")

    def with_caption(self, caption: str, id_prefix: str) -> "Options":
        return replace(self, caption=caption, id_prefix=id_prefix)


PLAIN = Options()
