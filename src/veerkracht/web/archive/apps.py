from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "archive.delivered": _("gaf een stuk aan het zaaksysteem"),
    "archive.tried_again": _("gaf stukken opnieuw aan het zaaksysteem"),
}


class ArchiveConfig(AppConfig):
    name = "veerkracht.web.archive"
    label = "archive"

    def ready(self) -> None:
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .delivery import carry_out, queue

        every_day("give papers to the case system", carry_out)
        fill("document_fixed", 10, queue)
        supply_words(WORDS)
