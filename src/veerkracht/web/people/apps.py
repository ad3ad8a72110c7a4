from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# In her history, after the name of who did it.
WHAT_HAPPENED = {
    "people.case_opened": _("opende het dossier"),
    "people.list_exported": _("nam de eigen lijst mee als bestand"),
    "people.person_held": _("voerde iemand in die er misschien al is"),
    "people.double_settled": _("keek of iemand er al was"),
    "people.case_changed": _("paste de gegevens aan"),
    "people.case_closed": _("sloot het dossier af"),
    "people.case_reopened": _("heropende het dossier"),
    "people.case_paused": _("liet de begeleiding even rusten"),
    "people.case_resumed": _("begon de begeleiding weer"),
    "people.case_removed": _("haalde het dossier weg als vergissing"),
    "people.put_back": _("zette terug wat was weggehaald"),
    "people.merged": _("voegde twee dossiers samen"),
    "people.case_put_back": _("zette het dossier terug"),
    "people.child_added": _("zette een kind erbij"),
    "people.child_changed": _("paste de gegevens van een kind aan"),
    "people.child_removed": _("haalde een kind weg"),
    "people.invited": _("maakte een code om zelf in te loggen"),
    "people.door_opened": _("maakte een eigen manier om in te loggen"),
    "people.new_code_asked": _("vroeg een nieuwe code om zelf in te loggen"),
    "people.new_code_answered": _("antwoordde op de vraag om een nieuwe code"),
    "people.door_renewed": _("verving na een nieuwe code het wachtwoord en sloot wat nog open stond"),
    "people.account_change_asked": _("vroeg een tweede ja over een account"),
    "people.account_change_answered": _("antwoordde op een vraag over een account"),
    "people.access_half_made": _("maakte een halve code voor een collega"),
    "people.access_opened": _("koos met een code een nieuw wachtwoord"),
    "people.access_half_tried": _("probeerde een code met een goede en een verkeerde helft"),
    "people.administrator_rescued": _("maakte op de server een code voor een beheerder"),
    "people.session_ended": _("logde een ander apparaat uit"),
    "people.sessions_ended": _("logde alle andere apparaten uit"),
    "people.recovery_codes_made": _("maakte nieuwe herstelcodes"),
    "people.recovery_code_used": _("logde in met een herstelcode"),
    "people.passkey_added": _("maakte een passkey"),
    "people.passkey_removed": _("haalde een passkey weg"),
    "people.single_sign_on_made": _("kwam voor het eerst binnen via de gemeente"),
    "people.single_sign_on_role": _("kreeg van de gemeente een andere rol"),
    "people.single_sign_on_linked": _("koppelde het account aan het inloggen van de gemeente"),
    "people.role_asked": _("vroeg een andere rol voor een collega"),
    "people.account_made": _("maakte een account"),
    "people.account_changed": _("paste een account aan"),
    "people.password_chosen": _("koos een nieuw wachtwoord"),
    "people.municipality_made": _("maakte de gemeente aan"),
    "people.handed_over": _("gaf iedereen van een klantmanager door"),
    "people.assigned": _("regelde wie er begeleidt"),
    "people.caseload_imported": _("las een lijst met mensen in"),
}


class PeopleConfig(AppConfig):
    name = "veerkracht.web.people"
    label = "people"

    def ready(self) -> None:
        from veerkracht.web.record.queries import supply_words
        from veerkracht.web.ui.slots import fill

        from .pages import changes_tab, first_tab, looked_tab
        from .standing_words import her_log_in_stays
        from .waiting import SLOT, rows_of_people

        fill("case_stays", 10, her_log_in_stays)
        fill("case_tabs", 10, first_tab)
        fill("case_tabs", 90, changes_tab)
        fill("case_tabs", 95, looked_tab)
        fill(SLOT, 10, rows_of_people)

        supply_words(WHAT_HAPPENED)
