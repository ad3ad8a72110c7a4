from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "aftercare.start_written": _("schreef op dat er iets nieuws begint"),
    "aftercare.start_changed": _("veranderde een start"),
    "aftercare.moments_chosen": _("koos wanneer er gebeld wordt na de start"),
    "aftercare.relapse_planned": _("maakte een plan voor als het tegenzit"),
    "aftercare.talk_held": _("schreef een nazorggesprek op"),
    "aftercare.week_noted": _("schreef op hoe een week echt was"),
    "aftercare.stopped": _("schreef op dat het stopt, en volgde het plan"),
    "aftercare.goes_on": _("schreef op dat het toch doorgaat"),
    "aftercare.end_written": _("schreef aan een goed einde"),
}


class AftercareConfig(AppConfig):
    name = "veerkracht.web.aftercare"
    label = "aftercare"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .panels import aftercare_row, aftercare_tab, before_closing, end_row, join_aftercare

        fill("before_closing", 5, before_closing)
        fill("cases_merge", 64, join_aftercare)
        fill("case_tabs", 34, aftercare_tab)
        fill("her_rows", 5, aftercare_row)
        fill("her_rows", 6, end_row)
        supply_words(WORDS)
