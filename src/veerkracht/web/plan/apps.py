from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "plan.story_written": _("schreef het verhaal op"),
    "plan.wish_written": _("schreef de wens op"),
    "plan.rhythm_agreed": _("schreef op hoe vaak er contact is"),
    "plan.laws_chosen": _("koos welke wetsteksten in het plan staan"),
    "plan.sum_added": _("zette een som over geld in het plan"),
    "plan.sum_removed": _("haalde een som over geld uit het plan"),
    "plan.weighed": _("woog zorg en werk"),
    "plan.activity_added": _("zette een activiteit met anderen in het plan"),
    "plan.activity_changed": _("veranderde een activiteit met anderen"),
    "plan.activity_removed": _("haalde een activiteit met anderen weg"),
    "plan.goal_added": _("schreef een doel op"),
    "plan.goal_changed": _("veranderde een doel"),
    "plan.goal_place_said": _("schreef op waar zij nu staat bij een doel"),
    "plan.goal_removed": _("haalde een doel weg"),
    "plan.proposal_added": _("schreef een voorstel op"),
    "plan.proposal_changed": _("veranderde een voorstel"),
    "plan.proposal_removed": _("nam een voorstel terug"),
    "plan.proposal_replied": _("gaf antwoord op een voorstel"),
    "plan.reply_answered": _("schreef op wat zij van het antwoord vindt"),
    "plan.exemption_asked": _("vroeg om een tijd niet te hoeven solliciteren"),
    "plan.promise_made": _("schreef een afspraak op"),
    "plan.promise_changed": _("veranderde een afspraak"),
    "plan.promise_worded": _("keek na hoe een afspraak voor ieder klinkt"),
    "plan.promise_answered": _("schreef het antwoord op een afspraak op"),
    "plan.promise_kept": _("gaf aan of een afspraak is nagekomen"),
    "plan.promise_confirmed": _("zei of een belofte is nagekomen"),
    "plan.promise_removed": _("haalde een afspraak weg"),
    "plan.fixed": _("stelde het plan vast"),
    "plan.confirmed": _("zei ja tegen het vastgestelde plan"),
    "plan.declined": _("is het niet eens met het vastgestelde plan"),
}


class PlanConfig(AppConfig):
    name = "veerkracht.web.plan"
    label = "plan"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from . import binding  # noqa: F401 - its conditions of the matrix register themselves
        from .columns import late_on_our_side
        from .panels import plan_panel, plan_tab, promise_from, sum_to_plan

        fill("case_columns", 10, late_on_our_side)
        fill("case_tabs", 30, plan_tab)
        fill("case_panels", 10, plan_panel)
        fill("send_to", 10, promise_from)
        fill("kept_sum", 10, sum_to_plan)
        supply_words(WORDS)
