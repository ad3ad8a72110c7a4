"""The cells of the nine figures in one go: all events together have some six hundred, too many for a loop."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ..domain.life_words import Cell

register = template.Library()


@register.filter
def as_cells(cells: Sequence[Cell]) -> SafeString:
    """`<td>` for each, with its moments as a label for a phone."""
    pairs = ((one.head, one.columns, one.what) for one in cells)
    return format_html_join("", '<td data-label="{}" colspan="{}">{}</td>', pairs)
