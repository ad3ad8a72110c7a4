"""What a message says: a subject and two lines, the same for everybody. No name, no municipality, no reason."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _t

from .domain import Template


def words_of(template: Template, *, link: str, code: str) -> tuple[str, str]:
    """Subject and text."""
    address = settings.PUBLIC_ADDRESS.rstrip("/")
    if template == Template.LINK:
        where = _t("Open deze link:")
        return _t("Er staat iets klaar"), f"{where}\n{address}{link}\n"
    if template == Template.CODE:
        return _t("Je code"), f"{code}\n"
    if template == Template.CONTACT_CHANGES:
        says = _t("Er is een ander adres opgegeven. Was jij dat niet? Log in en kies: stop dit.")
        return _t("Er verandert iets"), f"{says}\n"
    return _t("Er staat iets voor je klaar"), _t("Log in om het te lezen.") + "\n"
