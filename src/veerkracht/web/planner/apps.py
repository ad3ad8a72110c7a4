from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlannerConfig(AppConfig):
    name = "veerkracht.web.planner"
    label = "planner"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .case_panel import page_of_fact, week_panel, week_tab
        from .merging import join_weeks

        fill("cases_merge", 40, join_weeks)
        fill("case_tabs", 25, week_tab)
        fill("case_panels", 15, week_panel)
        fill("fact_page", 10, page_of_fact)
        supply_words(
            {
                "planner.part_told": _("vulde iets in over de week"),
                "planner.part_removed": _("haalde iets weg uit de week"),
                "planner.block_moved": _("verplaatste beschermde tijd"),
                "planner.put_on_map": _("zette een signaal op de kaart"),
                "planner.care_checked": _("keek na wie de opvang betaalt"),
                "planner.profile_written": _("schreef het blad voor een werkgever"),
            }
        )
