from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "policy.released": _("gaf de cijfers van een kwartaal uit"),
    "policy.scan_answered": _("gaf antwoord op een vraag van de zelfscan"),
    "policy.scan_action_added": _("schreef een actie van de zelfscan op"),
    "policy.scan_action_done": _("zei dat een actie van de zelfscan gedaan is"),
}


class PolicyConfig(AppConfig):
    name = "veerkracht.web.policy"
    label = "policy"

    def ready(self) -> None:
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words

        from .daily import release_quarter

        every_day("give out the figures of the quarter that ended", release_quarter)
        supply_words(WORDS)
