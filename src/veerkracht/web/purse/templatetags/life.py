"""The cells of the nine figures in one go: all events together have some six hundred, too many for a loop."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from ..life.words import LifeCell

register = template.Library()


@register.filter
def as_cells(cells: Sequence[LifeCell]) -> SafeString:
    """`<td>` for each, with its moments as a label for a phone. Both texts are escaped here."""
    cells_html = (
        f'<td data-label="{escape(one.head)}" colspan="{one.columns}">{escape(str(one.what))}</td>'
        for one in cells
    )
    return mark_safe("".join(cells_html))  # noqa: S308
