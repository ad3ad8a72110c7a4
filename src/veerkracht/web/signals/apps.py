from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

WORDS = {
    "signals.handed_in": _("gaf een signaal door"),
    "signals.read_over": _("las een signaal na"),
    "signals.withdrawn": _("nam een signaal terug"),
    "signals.sent": _("stuurde signalen verder"),
    "signals.stepped": _("gaf antwoord op een signaal"),
    "signals.forwarded": _("stuurde een signaal door naar wie het kan veranderen"),
    "signals.joined": _("legde signalen over hetzelfde bij elkaar"),
    "signals.named": _("gaf een onderwerp een naam"),
    "signals.card_shared": _("legde een kaartje voor intervisie op tafel"),
    "signals.card_answered": _("reageerde op een kaartje"),
    "signals.card_taken_off": _("nam een kaartje van tafel"),
    "signals.reopened": _("opende een signaal opnieuw"),
}


class SignalsConfig(AppConfig):
    name = "veerkracht.web.signals"
    label = "signals"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from . import conditions  # noqa: F401 - its conditions of the matrix register themselves
        from .buttons import card_to_table, signal_from
        from .daily import send_who_waited
        from .joining import join_tickets
        from .waiting import rows_of_signals

        fill("send_signal", 10, signal_from)
        fill("send_card", 10, card_to_table)
        fill("cases_merge", 60, join_tickets)
        every_day("send signals that waited for company", send_who_waited)
        fill(SLOT, 40, rows_of_signals)
        supply_words(WORDS)
