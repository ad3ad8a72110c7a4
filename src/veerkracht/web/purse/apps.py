from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurseConfig(AppConfig):
    name = "veerkracht.web.purse"
    label = "purse"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .panels import purse_panel, purse_tab

        fill("case_tabs", 25, purse_tab)
        fill("case_panels", 30, purse_panel)
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
            }
        )
