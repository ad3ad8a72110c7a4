from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "guide.talk_planned": _("plande een gesprek"),
    "guide.talk_changed": _("verzette een gesprek"),
    "guide.talk_answered": _("antwoordde op een gepland gesprek"),
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

        from .case_closing import report_stays
        from .case_list_columns import last_contact, next_talk
        from .case_panel import first_steps, next_talk_in_words, talk_bar, talk_panel, talks_tab
        from .fixed_documents import report_document
        from .merging import join_talks

        fill("case_stays", 30, report_stays)
        fill("case_columns", 20, last_contact)
        fill("case_columns", 30, next_talk)
        fill("document_content", 20, report_document)
        fill("cases_merge", 60, join_talks)
        fill("case_tabs", 15, talks_tab)
        fill("next_talk", 10, next_talk_in_words)
        fill("case_bar", 10, talk_bar)
        fill("case_panels", 1, first_steps)
        fill("case_panels", 5, talk_panel)
        supply_words(WORDS)
