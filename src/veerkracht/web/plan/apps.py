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
    "plan.promise_made": _("schreef een belofte op"),
    "plan.promise_changed": _("veranderde een belofte"),
    "plan.promise_worded": _("keek na hoe een belofte voor ieder klinkt"),
    "plan.promise_answered": _("schreef het antwoord op een belofte op"),
    "plan.promise_kept": _("gaf aan of een belofte is nagekomen"),
    "plan.promise_confirmed": _("zei of een belofte is nagekomen"),
    "plan.promise_removed": _("haalde een belofte weg"),
    "plan.fixed": _("stelde het plan vast"),
    "plan.confirmed": _("zei ja tegen het vastgestelde plan"),
    "plan.declined": _("is het niet eens met het vastgestelde plan"),
}


class PlanConfig(AppConfig):
    name = "veerkracht.web.plan"
    label = "plan"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from . import binding  # noqa: F401 - its conditions of the matrix register themselves
        from .case_closing import join_plans, keep_name_of_promiser, open_promises, plan_stays
        from .case_list_columns import late_on_our_side
        from .case_panel import plan_panel, plan_tab, promise_from, promises_made, sum_to_plan
        from .fixed_documents import plan_document
        from .map_moves import moves_panel
        from .waiting import rows_of_plan

        fill("before_closing", 10, open_promises)
        fill("document_content", 10, plan_document)
        fill("cases_merge", 50, join_plans)
        fill("klantmanager_leaves", 10, keep_name_of_promiser)
        fill("case_stays", 20, plan_stays)
        fill("case_columns", 10, late_on_our_side)
        fill("case_tabs", 30, plan_tab)
        fill("map_panels", 10, moves_panel)
        fill("case_panels", 10, plan_panel)
        fill("send_to", 10, promise_from)
        fill("made_of", 10, promises_made)
        fill("kept_sum", 10, sum_to_plan)
        fill(SLOT, 20, rows_of_plan)
        supply_words(WORDS)
