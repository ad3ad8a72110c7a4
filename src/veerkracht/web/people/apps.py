from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# In her history, after the name of who did it.
WHAT_HAPPENED = {
    "people.case_opened": _("opende het dossier"),
    "people.list_exported": _("nam de eigen lijst mee als bestand"),
    "people.person_held": _("voerde iemand in die er misschien al is"),
    "people.double_settled": _("keek of iemand er al was"),
    "people.case_changed": _("paste de gegevens aan"),
    "people.child_added": _("zette een kind erbij"),
    "people.child_changed": _("paste de gegevens van een kind aan"),
    "people.child_removed": _("haalde een kind weg"),
    "people.invited": _("maakte een code om zelf in te loggen"),
    "people.door_opened": _("maakte een eigen manier om in te loggen"),
    "people.new_code_asked": _("vroeg een nieuwe code om zelf in te loggen"),
    "people.new_code_answered": _("antwoordde op de vraag om een nieuwe code"),
    "people.door_renewed": _("verving na een nieuwe code het wachtwoord en sloot wat nog open stond"),
    "people.account_change_asked": _("vroeg een tweede ja om een account te openen"),
    "people.account_change_answered": _("antwoordde op een vraag over een account"),
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

        fill("case_tabs", 10, first_tab)
        fill("case_tabs", 90, changes_tab)
        fill("case_tabs", 95, looked_tab)

        supply_words(WHAT_HAPPENED)
