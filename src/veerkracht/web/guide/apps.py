from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "guide.talk_planned": _("maakte een afspraak voor een gesprek"),
    "guide.talk_changed": _("veranderde de afspraak voor een gesprek"),
    "guide.talk_prepared": _("bereidde een gesprek voor"),
    "guide.talk_started": _("begon een gesprek"),
    "guide.talk_ended": _("rondde een gesprek af"),
    "guide.quote_noted": _("schreef op wat er in het gesprek gezegd werd"),
    "guide.quote_placed": _("gaf woorden uit het gesprek een plek"),
    "guide.draft_kept": _("was aan het schrijven"),
    "guide.agenda_point_added": _("zette een punt klaar voor het gesprek"),
    "guide.agenda_point_closed": _("vinkte een gesprekspunt af"),
    "guide.contact_noted": _("schreef een kort contact op"),
    "guide.report_signed": _("ondertekende het gespreksverslag"),
    "guide.report_confirmed": _("ondertekende de eigen woorden in het verslag"),
    "guide.remark_written": _("schreef een reactie bij het verslag"),
    "guide.heard_said": _("vertelde hoe het gesprek was"),
    # Of what somebody keeps for herself not even the kind is told.
    "guide.own_note_kept": _("werkte iets van zichzelf bij"),
}


class GuideConfig(AppConfig):
    name = "veerkracht.web.guide"
    label = "guide"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .columns import last_contact, next_talk
        from .panels import talk_panel, talks_tab

        fill("case_columns", 20, last_contact)
        fill("case_columns", 30, next_talk)
        fill("case_tabs", 15, talks_tab)
        fill("case_panels", 5, talk_panel)
        supply_words(WORDS)
