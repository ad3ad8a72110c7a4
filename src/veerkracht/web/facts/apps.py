from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactsConfig(AppConfig):
    name = "veerkracht.web.facts"
    label = "facts"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .merging import join_facts
        from .page import facts_tab

        fill("cases_merge", 10, join_facts)
        fill("case_tabs", 40, facts_tab)
        supply_words({"facts.settled": _("zei wat klopt, waar Geld en Week verschilden")})
