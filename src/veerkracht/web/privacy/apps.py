from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "privacy.asked": _("vroeg om inzage of om te wissen"),
    "privacy.extended": _("nam meer tijd voor een verzoek, met de reden"),
    "privacy.decided": _("besliste over een verzoek"),
    "privacy.taken_along": _("nam alles mee wat er staat"),
    "privacy.erased": _("wiste wat er stond"),
    "privacy.held": _("hield het dossier vast vanwege bezwaar of beroep"),
    "privacy.let_go": _("hield het dossier niet langer vast"),
    "privacy.term_asked": _("vroeg om een andere bewaartermijn"),
    "privacy.term_agreed": _("stelde een bewaartermijn vast"),
    "privacy.destroyed": _("vernietigde wat lang genoeg bewaard was"),
}


class PrivacyConfig(AppConfig):
    name = "veerkracht.web.privacy"
    label = "privacy"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.daily import after_restore, every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .case_panel import everything_panel, take_along_panel, take_along_row
        from .erasure import apply_tombstones
        from .retention import destroy_what_is_due
        from .waiting import rows_of_privacy

        every_day("destroy what was kept long enough", destroy_what_is_due)
        after_restore("erase again who was erased", apply_tombstones)
        fill("case_panels", 90, everything_panel)
        fill("her_rows", 10, take_along_row)
        fill(SLOT, 50, rows_of_privacy)
        fill("take_along", 10, take_along_panel)
        supply_words(WORDS)
