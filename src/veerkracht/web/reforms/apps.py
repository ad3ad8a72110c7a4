from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "reforms.run_started": _("liet een hervorming doorrekenen"),
    "reforms.page_kept": _("bewaarde de uitkomst van een hervorming"),
    "reforms.page_removed": _("haalde een bewaarde uitkomst weg"),
}


class ReformsConfig(AppConfig):
    name = "veerkracht.web.reforms"
    label = "reforms"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words

        supply_words(WORDS)
