from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "offers.offer_added": _("zette aanbod in de lijst"),
    "offers.offer_changed": _("veranderde aanbod in de lijst"),
    "offers.offer_stopped": _("stopte aanbod, of zette het terug"),
    "offers.centre_added": _("zette een opvang in de lijst"),
    "offers.centre_changed": _("veranderde een opvang in de lijst"),
    "offers.centre_stopped": _("stopte een opvang, of zette hem terug"),
    "offers.file_read": _("las een bestand met aanbod of opvang in"),
    "offers.examples_added": _("zette voorbeelden in de lijst"),
    "offers.examples_removed": _("stopte de voorbeelden"),
    "offers.taken": _("zette aanbod in het plan"),
    "offers.group_joined": _("doet mee aan een groep"),
    "offers.group_left": _("doet niet meer mee aan een groep"),
    "offers.reminded": _("kreeg een bericht dat er iets klaarstaat"),
    "offers.parent_open": _("iemand wil iets vertellen aan een andere ouder"),
    "offers.parent_closed": _("iemand nam dat terug"),
    "offers.parent_asked": _("iemand vroeg iets aan een andere ouder"),
    "offers.parent_answered": _("iemand gaf antwoord aan een andere ouder"),
    "offers.parent_stopped": _("iemand stopte een contact"),
    "offers.parent_written": _("iemand schreef een andere ouder"),
}


class OffersConfig(AppConfig):
    name = "veerkracht.web.offers"
    label = "offers"

    def ready(self) -> None:
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .daily import remind_of_tomorrow
        from .joining import join_offers
        from .panels import (
            from_factor,
            from_goal,
            from_lever,
            groups_row,
            offers_row,
            offers_tab,
            parents_row,
            to_finder,
            together_panel,
        )

        fill("cases_merge", 65, join_offers)
        fill("case_tabs", 35, offers_tab)
        fill("factor_ways", 10, from_factor)
        fill("goal_ways", 10, from_goal)
        fill("lever_ways", 10, from_lever)
        fill("care_ways", 10, to_finder)
        fill("plan_together", 10, together_panel)
        fill("more_rows", 20, offers_row)
        fill("more_rows", 21, groups_row)
        fill("more_rows", 22, parents_row)
        every_day("remind who goes to a group tomorrow", remind_of_tomorrow)
        supply_words(WORDS)
