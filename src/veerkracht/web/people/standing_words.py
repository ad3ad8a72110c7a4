"""What keeps a case from being taken off as a mistake, as far as people know; upper capabilities add theirs."""

from __future__ import annotations

from django.utils.translation import gettext as _t

from .models import Case


def her_log_in_stays(case: Case) -> str | None:
    return _t("Zij heeft een eigen manier om in te loggen.") if case.account_id else None
