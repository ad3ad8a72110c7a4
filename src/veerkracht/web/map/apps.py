from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapConfig(AppConfig):
    name = "veerkracht.web.map"
    label = "map"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from . import mistakes  # noqa: F401 - its condition of the matrix registers itself
        from .case_panel import map_panel, map_tab
        from .merging import join_maps

        fill("cases_merge", 20, join_maps)
        fill("case_tabs", 20, map_tab)
        fill("case_panels", 20, map_panel)
        supply_words(
            {
                "map.node_added": _("zette iemand of iets op de kaart"),
                "map.node_changed": _("veranderde iets op de kaart"),
                "map.set_aside": _("verborg iets van de kaart, of liet het weer zien"),
                "map.node_moved": _("verplaatste iets op de kaart"),
                "map.node_removed": _("haalde iets van de kaart"),
                "map.between_added": _("zette een contact tussen anderen op de kaart"),
                "map.between_changed": _("veranderde een contact tussen anderen"),
                "map.between_removed": _("haalde een contact tussen anderen weg"),
                "map.factor_added": _("schreef op wat tegenhoudt of opent"),
                "map.factor_changed": _("veranderde wat tegenhoudt of opent"),
                "map.factor_removed": _("haalde weg wat tegenhoudt of opent"),
                "map.snapshot_taken": _("bewaarde de kaart van die dag"),
                "map.snapshot_removed": _("haalde een bewaarde kaart weg"),
                "map.wish_begun": _("begon een kaart zoals gewenst"),
            }
        )
