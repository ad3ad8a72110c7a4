from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "budget.wish_asked": _("vroeg iets uit het eigen budget"),
    "budget.wish_changed": _("veranderde een wens voor het eigen budget"),
    "budget.wish_withdrawn": _("nam een wens voor het eigen budget terug"),
    "budget.decided": _("nam een besluit over het eigen budget"),
    "budget.decision_answered": _("zei iets over een besluit"),
    "budget.spent": _("schreef een uitgave op"),
    "budget.corrected": _("verbeterde een bedrag"),
    "budget.proof_brought": _("bracht een bon"),
    "budget.proof_checked": _("bekeek een bon en gooide het bestand weg"),
    "budget.proof_removed": _("gooide een bon weg"),
}


class BudgetConfig(AppConfig):
    name = "veerkracht.web.budget"
    label = "budget"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT as WAITING
        from veerkracht.web.plan.owed_answers import SLOT as OWED
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .panels import budget_row, budget_tab, join_budgets, owed, undecided
        from .waiting import rows_of_budget

        fill("before_closing", 30, undecided)
        fill("cases_merge", 60, join_budgets)
        fill("case_tabs", 32, budget_tab)
        fill("her_rows", 4, budget_row)
        fill(OWED, 20, owed)
        fill(WAITING, 30, rows_of_budget)
        supply_words(WORDS)
