"""What comes after the start shows elsewhere: its tab, a row on her own pages, and what is said before closing."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Link

from .models import GoodEnd, WorkStart
from .queries import good_end_of, open_talks_of


def aftercare_tab(account: Account) -> tuple[str, str, str, str]:
    label = _t("Wennen en daarna") if is_hers(account) else _t("Wennen en nazorg")
    return (label, "heart-handshake", "aftercare:aftercare", "nazorg")


def aftercare_row(*, case: Case) -> Link:
    return Link(
        _t("Wennen en daarna"), reverse("aftercare:aftercare", args=[case.public_id]), "heart-handshake"
    )


def end_row(*, case: Case) -> Link | None:
    """The good end, from the day the guidance stopped or somebody wrote it."""
    if not case.is_closed and good_end_of(case=case) is None:
        return None
    return Link(_t("Zo eindigde het"), reverse("aftercare:good_end", args=[case.public_id]), "star")


def before_closing(case: Case, day: object) -> str | None:
    """What is still to be done for a good end."""
    sentences = []
    if open_talks := open_talks_of(case=case):
        says = ngettext(
            "Er staat nog %(n)s nazorggesprek open: in een gesloten dossier komt dat niet meer op Vandaag.",
            "Er staan nog %(n)s nazorggesprekken open: in een gesloten dossier komen die niet meer op Vandaag.",
            open_talks,
        )
        sentences.append(says % {"n": open_talks})
    if good_end_of(case=case) is None:
        sentences.append(
            _t("Er is nog geen goed einde opgeschreven. Dat kan bij Wennen en nazorg, samen met haar.")
        )
    return " ".join(sentences) or None


def join_aftercare(keep: Case, double: Case) -> None:
    """Every start moves; the end where there is none yet."""
    move_rows(WorkStart, keep=keep, double=double, is_list=True)
    move_rows(GoodEnd, keep=keep, double=double)
