from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "policy.released": _("gaf de cijfers van een kwartaal uit"),
    "policy.released_together": _("gaf de cijfers van gemeenten samen uit"),
    "policy.together_asked": _("stelde voor om samen met andere gemeenten cijfers uit te geven"),
    "policy.together_answered": _("zei ja of nee op samen cijfers uitgeven"),
    "policy.together_stopped": _("stopte met samen cijfers uitgeven"),
    "policy.scan_answered": _("gaf antwoord op een vraag van de zelfscan"),
    "policy.scan_action_added": _("schreef een actie van de zelfscan op"),
    "policy.scan_action_done": _("zei dat een actie van de zelfscan gedaan is"),
}


class PolicyConfig(AppConfig):
    name = "veerkracht.web.policy"
    label = "policy"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .daily import release_quarter
        from .waiting import rows_of_policy

        every_day("give out the figures of the quarter that ended", release_quarter)
        fill(SLOT, 90, rows_of_policy)
        supply_words(WORDS)
