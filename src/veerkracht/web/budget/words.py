"""Why an entry of the budget is refused, and what would do, in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _t

from .domain import EntryRefused, Reason, euros


def refusal_sentence(error: EntryRefused) -> str:
    left = {"left": euros(max(0, error.left))}
    match error.why:
        case Reason.NOT_DECIDED:
            return _t("Dit kan nog niet: er is nog geen besluit. Tot dan is er niets om uit te geven.")
        case Reason.MORE_THAN_LEFT:
            return _t("Dit is meer dan er over is: %(left)s. Vraag de rest als nieuwe wens.") % left
        case Reason.GRANT_BELOW_SPENT:
            return _t("Er is al meer uitgegeven. Zeg erbij dat de gemeente het verschil draagt.")
        case Reason.NOTHING_TO_CORRECT:
            return _t("Deze uitgave staat er niet meer. Kijk hoe het er nu staat.")
        case _:
            return _t("Vul een bedrag in dat hoger is dan nul.")
