from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurseConfig(AppConfig):
    name = "veerkracht.web.purse"
    label = "purse"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .case_panel import page_of_fact, purse_panel, purse_tab
        from .merging import join_purses
        from .waiting_schemes import waiting_schemes

        fill("cases_merge", 30, join_purses)
        fill("case_tabs", 25, purse_tab)
        fill("case_panels", 30, purse_panel)
        fill("fact_page", 20, page_of_fact)
        fill("waiting_for_you", 10, waiting_schemes)
        supply_words(
            {
                "purse.told": _("vulde iets in over geld"),
                "purse.scenario_kept": _("bewaarde een som"),
                "purse.scenario_removed": _("haalde een bewaarde som weg"),
                "purse.doubted": _("schreef op dat een bedrag niet klopt"),
                "purse.doubt_answered": _("schreef op wat er met een bedrag aan de hand is"),
                "purse.event_noted": _("schreef op wat er met het geld gebeurt"),
                "purse.event_changed": _("veranderde wat er met het geld gebeurt"),
                "purse.event_removed": _("haalde weg wat er met het geld gebeurt"),
                "purse.work_taken_over": _("zette werk waar naar gekeken is in de maanden"),
                "purse.slip_noted": _("schreef een loonstrook op"),
                "purse.slip_changed": _("veranderde een loonstrook"),
                "purse.slip_removed": _("haalde een loonstrook weg"),
                "purse.scheme_written": _("schreef een regeling van de gemeente op"),
                "purse.scheme_changed": _("veranderde een regeling van de gemeente"),
                "purse.scheme_asked": _("vroeg het tweede ja op een regeling van de gemeente"),
                "purse.scheme_answered": _("zei ja of nee op een regeling van de gemeente"),
                "purse.scheme_removed": _("haalde een regeling van de gemeente weg"),
            }
        )
