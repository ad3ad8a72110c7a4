from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "training.wish_written": _("schreef op wat iemand wil leren"),
    "training.study_added": _("schreef op wat eerder geleerd is"),
    "training.study_changed": _("veranderde wat eerder geleerd is"),
    "training.study_removed": _("haalde een eerdere opleiding weg"),
    "training.route_added": _("zette een opleiding erbij"),
    "training.route_changed": _("veranderde een opleiding"),
    "training.route_removed": _("haalde een opleiding weg"),
    "training.permission_asked": _("vroeg of een opleiding mag"),
    "training.decided": _("nam een besluit over een opleiding"),
    "training.decision_answered": _("zei iets over een besluit"),
    "training.cost_asked": _("vroeg de kosten van een opleiding uit het eigen budget"),
    "training.compared_later": _("zette opleidingen naast elkaar over de jaren"),
}


class TrainingConfig(AppConfig):
    name = "veerkracht.web.training"
    label = "training"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT as WAITING
        from veerkracht.web.plan.owed_answers import SLOT as OWED
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .panels import join_trainings, owed, training_row, training_tab, undecided
        from .waiting import decided_rows, rows_of_training

        fill("before_closing", 31, undecided)
        fill("cases_merge", 62, join_trainings)
        fill("case_tabs", 31, training_tab)
        fill("her_rows", 3, training_row)
        fill(OWED, 21, owed)
        fill(WAITING, 31, rows_of_training)
        fill("decided_before", 10, decided_rows)
        supply_words(WORDS)
