"""Her words at the table: who is named in them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.utils.translation import gettext as _t

from ..domain.people_said import known_in, people_in
from ..models import PlaceKind, Quote, QuotePlace

register = template.Library()
WITH_SOMEBODY = (PlaceKind.PERSON, PlaceKind.ABOUT)


@register.simple_tag
def people_named(
    quote: Quote, names: Mapping[int, str], places: Iterable[QuotePlace]
) -> list[tuple[str, bool]]:
    """Who is named in these words and not yet beside them: the name, and whether she or he is new on the map."""
    beside = {names.get(place.became or 0) for place in places if place.kind in WITH_SOMEBODY}
    known = [(name, False) for name in known_in(quote.words, names.values()) if name not in beside]
    return known + [(who.name, True) for who in people_in(quote.words, names.values())]


@register.simple_tag
def place_words(place: QuotePlace, names: Mapping[int, str]) -> str:
    """Where words stand: `bij Zus Marva`, `in het plan, als wens`."""
    name = names.get(place.became or 0) if place.kind in WITH_SOMEBODY else None
    return _t("bij %(name)s") % {"name": name} if name else str(place.get_kind_display())
