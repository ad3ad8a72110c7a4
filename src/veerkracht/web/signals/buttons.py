"""The one press on a lower page that begins a signal."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.case_panel import SendTo
from veerkracht.web.ui.slots import Link

from .domain.rounding import whole_hours, whole_tens


def signal_from(
    account: Account,
    case: Case,
    what: str,
    helps: str = "",
    ring: str = "exo",
    seed: str = "",
    minutes: int = 0,
    euros: float = 0.0,
) -> SendTo | None:
    """A button that opens the signal with what stands on the page filled in; nothing is sent by it.

    Args:
        minutes, euros: what the change is worth to one family, in a week and in a month.
    """
    if not authorize(account, "create", "beleidssignaal", case=case):
        return None
    hours, amount = whole_hours(minutes / 60), whole_tens(euros)
    fields = [("wrong", what), ("helps", helps), ("ring", ring), ("seed", seed)]
    fields += [("hours", str(hours))] if hours else []
    fields += [("euros", str(amount))] if amount else []
    label = _t("Geef dit door als signaal")
    return SendTo(label, "speakerphone", reverse("signals:hand_in", args=[case.public_id]), tuple(fields))


def card_to_table(account: Account, card_id: int) -> Link | None:
    """From a private card to the table of colleagues: first shown as they will read it."""
    if not authorize(account, "create", "intervisiecasus"):
        return None
    return Link(
        _t("Met collega’s delen, zonder namen"), reverse("signals:share_card", args=[card_id]), "users-group"
    )
