"""Icons from the built set, as markup that inherits size and colour from the text around it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

BUILT_ICONS = Path(__file__).parent / "static" / "built" / "icons.json"


@cache
def paths_by_name() -> dict[str, str]:
    if not BUILT_ICONS.exists():
        raise ImproperlyConfigured("The front end has not been built: run `python frontend/build.py`.")
    icons: dict[str, str] = json.loads(BUILT_ICONS.read_text(encoding="utf-8"))
    return icons


def icon_svg(name: str, *, label: str = "", large: bool = False) -> SafeString:
    """The icon as SVG; hidden from screen readers unless it has a label of its own."""
    paths = paths_by_name().get(name)
    if paths is None:
        raise ValueError(f"There is no icon {name!r}. Add it to frontend/icons.txt and build the front end.")
    meaning = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="vk-icon{}" {} focusable="false" width="20" height="20" viewBox="0 0 24 24" fill="none"'
        ' stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        " vk-icon--l" if large else "",
        meaning,
        mark_safe(paths),  # noqa: S308 -- our own build output, no input of people
    )
