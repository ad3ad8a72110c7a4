from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.slots import fill

# What she does with what is hers alone stands in no history: these words are for her own eyes and the auditor's.
WORDS = {
    "mine.cover_word_chosen": _("koos een woord"),
    "mine.looks_chosen": _("koos een taal en de grootte van de letters"),
    "mine.private_written": _("schreef een notitie"),
    "mine.private_removed": _("gooide een notitie weg"),
    "mine.own_answer_written": _("schreef in het eigen plan"),
    "mine.brought_in": _("koos iets uit het eigen plan om te laten lezen"),
    "mine.strength_written": _("schreef op wat zij of hij kan"),
    "mine.strength_brought_in": _("koos iets om te laten lezen"),
    "mine.strength_removed": _("haalde weg wat zij of hij kan"),
}


class MineConfig(AppConfig):
    name = "veerkracht.web.mine"
    label = "mine"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words

        from .panels import brought_panel

        supply_words(WORDS)
        fill("case_panels", 8, brought_panel)
