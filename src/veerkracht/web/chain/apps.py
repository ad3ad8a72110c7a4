from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How each event reads in "Wat veranderde".
WORDS = {
    "chain.helper_added": _("zette iemand op de lijst van wie helpt"),
    "chain.helper_changed": _("veranderde iets op de lijst van wie helpt"),
    "chain.helper_viewed": _("zei of de lijst van wie helpt klopt"),
    "chain.contact_noted": _("schreef op dat er contact was met iemand die helpt"),
    "chain.handover_made": _("maakte een pakketje voor een overdracht"),
    "chain.packet_changed": _("koos wat er in een overdracht meegaat"),
    "chain.handover_released": _("gaf een overdracht vrij"),
    "chain.handover_passed_on": _("gaf de begeleiding door aan een collega"),
    "chain.handover_taken_back": _("nam een overdracht terug"),
    "chain.handover_stopped": _("stopte een overdracht"),
    "chain.handover_begun_again": _("begon een overdracht opnieuw"),
    "chain.handover_accepted": _("nam een overdracht aan"),
    "chain.handover_declined": _("nam een overdracht niet aan"),
    "chain.first_talk_planned": _("koos een dag voor het eerste gesprek"),
    "chain.first_talk_held": _("zei dat het eerste gesprek er was"),
    "chain.repeated_said": _("zei hoe het overdragen ging"),
    "chain.caseload_packed": _("maakte pakketjes voor een collega"),
    "chain.caseload_passed_on": _("gaf pakketjes door aan een collega"),
    "chain.caseload_accepted": _("nam over van een collega"),
    "chain.share_asked": _("vroeg of er iets gedeeld mag worden, of deelde iets"),
    "chain.share_given": _("zei ja: dit mag gedeeld worden"),
    "chain.share_refused": _("zei nee: dit wordt niet gedeeld"),
    "chain.share_withdrawn": _("stopte met delen"),
    "chain.piece_answered": _("kreeg antwoord van wie helpt, op een belofte die gedeeld is"),
    "chain.piece_confirmed": _("zei of iets gedaan is"),
    "chain.more_asked": _("kreeg een vraag om meer te delen"),
    "chain.link_sent": _("stuurde een link naar wie helpt"),
    "chain.code_sent": _("mailde een code bij een link"),
    "chain.code_tried": _("keek naar een code bij een link"),
    "chain.adjust_asked": _("kreeg de vraag of het werk nog past"),
    "chain.late_told": _("kreeg bericht dat een antwoord of gesprek nog niet kwam"),
    "chain.handover_answered": _("kreeg antwoord op een overdracht"),
    "chain.risk_added": _("schreef op dat er iets gaat veranderen"),
    "chain.risk_removed": _("haalde een overgang weg die niet komt"),
    "chain.table_planned": _("plande een gesprek met iedereen aan tafel"),
    "chain.duty_agreed": _("schreef op wie wat doet, aan tafel"),
    "chain.tie_mended": _("zei dat twee anderen weer met elkaar praten"),
    "chain.help_stopped": _("schreef op dat hulp stopt"),
    "chain.minutes_written": _("schreef het verslag van de tafel"),
    "chain.feed_made": _("maakte een adres voor de eigen agenda"),
    "chain.feed_stopped": _("stopte het adres voor de eigen agenda"),
    "chain.sheet_answered": _("kreeg antwoord van een werkgever op de werktijden"),
    "chain.helper_removed": _("haalde iemand van de lijst van wie helpt"),
}


class ChainConfig(AppConfig):
    name = "veerkracht.web.chain"
    label = "chain"

    def ready(self) -> None:
        from veerkracht.web.people.waiting import SLOT
        from veerkracht.web.record.daily import every_day
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from . import conditions  # noqa: F401 - its condition of the matrix registers itself
        from .daily import ask_after_six_weeks, tell_what_is_late
        from .merging import join_helpers
        from .panels import chain_tab, replies_panel
        from .waiting import rows_of_chain

        fill("cases_merge", 70, join_helpers)
        fill("case_tabs", 22, chain_tab)
        fill(SLOT, 30, rows_of_chain)
        every_day("tell who waits for a handover", tell_what_is_late)
        every_day("ask whether work still fits", ask_after_six_weeks)
        fill("week_replies", 10, replies_panel)
        supply_words(WORDS)
