"""How the states and steps of the chain read, and why a step is refused: to her in `je`, to staff in `u`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .domain.handover import HandoverState, HandoverStep
from .domain.share import PieceState, PieceStep, ShareState
from .domain.silence import RiskKind
from .domain.steps import Refusal, StepRefused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

S, T = HandoverState, HandoverStep
STATES: dict[str, StrOrPromise] = {
    S.WITH_HER: _("wacht op haar"),
    S.OFFERED: _("gevraagd"),
    S.ACCEPTED: _("aangenomen"),
    S.TALK_PLANNED: _("eerste gesprek gepland"),
    S.TALKED: _("klaar"),
    S.DECLINED: _("niet aangenomen"),
    S.WITHDRAWN: _("gestopt"),
}
STATES_TO_HER: dict[str, StrOrPromise] = {**STATES, S.WITH_HER: _("wacht op jou")}
STEPS: dict[str, StrOrPromise] = {
    T.RELEASE: _("vrijgegeven"),
    T.PASS_ON: _("doorgegeven aan een collega"),
    T.TAKE_BACK: _("teruggenomen"),
    T.ACCEPT: _("aangenomen"),
    T.DECLINE: _("niet aangenomen"),
    T.BEGIN_AGAIN: _("opnieuw begonnen"),
    T.PLAN_TALK: _("dag voor het eerste gesprek gekozen"),
    T.HOLD_TALK: _("eerste gesprek gehouden"),
    T.WITHDRAW: _("gestopt"),
}
# What is so, when a step does not fit: the reason and the way on.
_HANDOVER: dict[str, StrOrPromise] = {
    S.WITH_HER: _("Dit kan nog niet: eerst wordt het pakketje gelezen en vrijgegeven."),
    S.OFFERED: _("Dit kan nu niet: het pakketje ligt bij de ontvanger. Terugnemen kan wel."),
    S.ACCEPTED: _("Dit kan niet meer: de overdracht is al aangenomen. Kies een dag voor het eerste gesprek."),
    S.TALK_PLANNED: _("Dit kan niet meer: de overdracht is al aangenomen en het gesprek staat gepland."),
    S.TALKED: _("Dit kan niet meer: deze overdracht is klaar."),
    S.DECLINED: _("Dit kan nu niet: de ontvanger zei nee. Begin opnieuw, of stop de overdracht."),
    S.WITHDRAWN: _("Dit kan niet meer: deze overdracht is gestopt."),
}
_SHARE: dict[str, StrOrPromise] = {
    ShareState.ASKED: _("Dit kan nog niet: er is nog geen ja of nee gezegd."),
    ShareState.GIVEN: _("Dit is al gedeeld. Stoppen kan op elk moment."),
    ShareState.REFUSED: _("Hier is nee op gezegd. Alsnog delen kan."),
    ShareState.WITHDRAWN: _("Dit delen is gestopt. Deel het opnieuw als dat weer goed is."),
}
_PIECE: dict[str, StrOrPromise] = {
    PieceState.WAITING: _("Dit kan nog niet: zeg eerst of u dit doet."),
    PieceState.ACCEPTED: _("U zei hier al ja op. Zeg het als het gedaan is, of stel een andere dag voor."),
    PieceState.DECLINED: _("U zei hier nee op. Alsnog ja zeggen kan."),
    PieceState.REPORTED: _("U zei al dat dit gedaan is. Zij zegt of het klopt."),
    PieceState.CONFIRMED: _("Dit is gedaan, en zij zei dat het klopt. Er is niets meer te doen."),
}
NOT_NOW = {"handover": _HANDOVER, "share": _SHARE, "piece": _PIECE}
PIECE_STATES: dict[str, StrOrPromise] = {
    PieceState.WAITING: _("nog geen antwoord"),
    PieceState.ACCEPTED: _("ja gezegd"),
    PieceState.DECLINED: _("nee gezegd"),
    PieceState.REPORTED: _("gedaan, volgens de ander"),
    PieceState.CONFIRMED: _("gedaan"),
}
PIECE_STEPS: dict[str, StrOrPromise] = {
    PieceStep.ACCEPT: _("Ja, dit doe ik"),
    PieceStep.REPORT_DONE: _("Dit is gedaan"),
    PieceStep.PROPOSE_DAY: _("Ik stel een andere dag voor"),
    PieceStep.DECLINE: _("Nee, dit kan ik niet doen"),
}
RISKS: dict[str, StrOrPromise] = {
    RiskKind.INTAKE: _("net begonnen: van de intake naar de klantmanager"),
    RiskKind.KLANTMANAGER: _("andere klantmanager, vakantie of ziekte"),
    RiskKind.REINTEGRATION: _("naar een re-integratiebedrijf, Werkcentrum of UWV, of terug"),
    RiskKind.DEBT_HELP: _("schuldhulp begint of stopt"),
    RiskKind.STUDY: _("opleiding begint, stopt of is klaar"),
    RiskKind.PLACEMENT: _("aan het werk bij een werkgever"),
    RiskKind.CARE: _("jeugdhulp of ggz: wachttijd, of het houdt op"),
    RiskKind.MOVING: _("verhuizing naar een andere gemeente"),
    RiskKind.END_OF_BENEFIT: _("einde van de uitkering: dan is er geen klantmanager meer"),
    RiskKind.RETURN: _("terug in de uitkering"),
}
PACKET: dict[str, StrOrPromise] = {
    "own": _("In haar eigen woorden"),
    "story": _("Haar verhaal, in haar woorden"),
    "wish": _("Wat zij wil, in haar woorden"),
    "goal": _("Een doel van haar"),
    "promise": _("Afgesproken en nog open"),
    "helper": _("Wie er helpt"),
    "between": _("Wat er tussen anderen verloren gaat"),
}
PACKET_TO_HER: dict[str, StrOrPromise] = {
    **PACKET,
    "own": _("In jouw eigen woorden"),
    "story": _("Jouw verhaal"),
    "wish": _("Wat jij wilt"),
    "goal": _("Een doel van jou"),
}


def refusal_sentence(error: StepRefused) -> str:
    """Why a step is refused, in one sentence."""
    if error.why == Refusal.NOT_YOURS:
        return _t("Deze stap is aan iemand anders.")
    return str(NOT_NOW[error.table][error.state])
