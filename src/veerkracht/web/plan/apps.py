from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanConfig(AppConfig):
    name = "veerkracht.web.plan"
    label = "plan"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .panels import plan_panel, plan_tab

        fill("case_tabs", 30, plan_tab)
        fill("case_panels", 10, plan_panel)
        supply_words(
            {
                "plan.wish_written": _("schreef de wens op"),
                "plan.promise_made": _("schreef een afspraak op"),
                "plan.promise_changed": _("veranderde een afspraak"),
                "plan.promise_answered": _("schreef het antwoord op een afspraak op"),
                "plan.promise_kept": _("gaf aan of een afspraak is nagekomen"),
                "plan.promise_removed": _("haalde een afspraak weg"),
                "plan.fixed": _("stelde het plan vast"),
                "plan.confirmed": _("zei ja tegen het vastgestelde plan"),
            }
        )
