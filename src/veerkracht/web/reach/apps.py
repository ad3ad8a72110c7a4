from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "reach.contact_chosen": _("schreef op hoe bellen en schrijven mag"),
    "reach.contact_kept": _("hield het adres zoals het was"),
    "reach.phone_asked": _("gaf een ander telefoonnummer op, dat na zeven dagen geldt"),
    "reach.phone_changed": _("zette het andere telefoonnummer erin"),
    "reach.sent": _("verstuurde een bericht dat er iets klaarstaat"),
    "reach.forgotten": _("ruimde oude berichten op"),
}


class ReachConfig(AppConfig):
    name = "veerkracht.web.reach"
    label = "reach"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .outbox import carry_out
        from .panels import reach_panel
        from .waiting import rows_of_reach

        every_day("send what waited, forget what is a month old", carry_out)
        fill("case_panels", 3, reach_panel)
        fill(SLOT, 15, rows_of_reach)
        supply_words(WORDS)
