"""What a talk says when a case is about to be taken off."""

from __future__ import annotations

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Case

from .models import Report


def report_stays(case: Case) -> str | None:
    is_signed = Report.objects.filter(talk__case=case).exists()
    return _t("Er is een verslag van een gesprek. Dat bewaart de gemeente.") if is_signed else None
