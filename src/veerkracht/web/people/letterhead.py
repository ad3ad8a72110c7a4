"""The municipality as it writes itself on paper: its own name, address and logo where it gave them."""

from __future__ import annotations

from veerkracht.documents.people import PaperStyle, PrintedMunicipality
from veerkracht.web.ui.house_style.folder import style_of

from .models import Municipality


def printed_municipality(place: Municipality) -> PrintedMunicipality:
    house = style_of(place.slug)
    lines = house.address or tuple(place.address.splitlines())
    style = PaperStyle(logo=house.logo.for_paper if house.logo else "", accent=house.accent)
    return PrintedMunicipality(house.name or place.name, lines, house.phone or place.phone, style)
