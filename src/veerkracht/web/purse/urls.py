from django.urls import path

from .choice import views as choice
from .doubts import views as doubts
from .hours import views as hours
from .later import views as later
from .life import views as life
from .months import event_views
from .months import views as months
from .now import views as now
from .own_schemes import views as own_schemes
from .public import views as public
from .questions import views as questions
from .saved_sums import views as saved_sums
from .schemes import views as schemes
from .settlement import views as settlement
from .slips import views as slips

app_name = "purse"
_MONEY = "mensen/<slug:public_id>/geld/"
_MONTHS = f"{_MONEY}maanden/"
_SCHEMES = "regelingen-gemeente/"
urlpatterns = [
    path(_MONEY, now.money, name="money"),
    path(f"{_MONEY}uren/", hours.hours, name="hours"),
    path(f"{_MONEY}regelingen/", schemes.schemes, name="schemes"),
    path(f"{_MONEY}regel/<slug:quantity>/", now.row, name="row"),
    path(f"{_MONEY}uitleg/<slug:quantity>/", now.steps, name="steps"),
    path(f"{_MONEY}vragen/", questions.parts, name="parts"),
    path(f"{_MONEY}vragen/kort/", questions.core, name="core"),
    path(f"{_MONEY}vragen/<slug:part_name>/", questions.part, name="part"),
    path(f"{_MONEY}als/", life.life, name="life"),
    path(f"{_MONEY}als/kiezen/", life.life_choose, name="life_choose"),
    path(f"{_MONEY}later/", later.later, name="later"),
    path(f"{_MONEY}later/invullen/", later.later_tell, name="later_tell"),
    path(f"{_MONEY}keuze/", choice.choice, name="choice"),
    path(f"{_MONEY}keuze/kiezen/", choice.choice_make, name="choice_make"),
    path(f"{_MONEY}keuze/plaatje.svg", choice.choice_picture, name="choice_picture"),
    path(f"{_MONEY}bewaren/", saved_sums.keep, name="keep"),
    path(f"{_MONEY}bewaard/<int:kept_id>/", saved_sums.kept, name="kept"),
    path(f"{_MONEY}bewaard/<int:kept_id>/weg/", saved_sums.remove_kept, name="remove_kept"),
    path(f"{_MONEY}klopt-niet/<slug:quantity>/", doubts.doubt, name="doubt"),
    path(f"{_MONEY}klopt-niet/<int:doubt_id>/antwoord/", doubts.answer_doubt, name="answer_doubt"),
    path(_MONTHS, months.months, name="months"),
    path(f"{_MONTHS}maand/<slug:month>/", months.month, name="month"),
    path(f"{_MONTHS}overnemen/", months.take_over, name="take_over"),
    path(f"{_MONTHS}nieuw/", event_views.event_kinds, name="event_kinds"),
    path(f"{_MONTHS}nieuw/<slug:event_kind>/", event_views.note_event, name="note_event"),
    path(f"{_MONTHS}<int:event_id>/", event_views.change_event, name="change_event"),
    path(f"{_MONTHS}<int:event_id>/weg/", event_views.remove_event, name="remove_event"),
    path(f"{_MONTHS}loonstroken/", slips.slips, name="slips"),
    path(f"{_MONTHS}loonstroken/nieuw/", slips.note_slip, name="note_slip"),
    path(f"{_MONTHS}loonstroken/<int:slip_id>/", slips.change_slip, name="change_slip"),
    path(f"{_MONTHS}loonstroken/<int:slip_id>/weg/", slips.remove_slip, name="remove_slip"),
    path(f"{_MONEY}afrekening/", settlement.settlement, name="settlement"),
    path(_SCHEMES, own_schemes.own_schemes, name="own_schemes"),
    path(f"{_SCHEMES}nieuw/", own_schemes.write_scheme, name="write_scheme"),
    path(f"{_SCHEMES}wacht/", own_schemes.schemes_to_agree, name="schemes_to_agree"),
    path(f"{_SCHEMES}<int:scheme_id>/", own_schemes.own_scheme, name="own_scheme"),
    path(f"{_SCHEMES}<int:scheme_id>/wijzigen/", own_schemes.change_scheme, name="change_scheme"),
    path(f"{_SCHEMES}<int:scheme_id>/vragen/", own_schemes.ask_second_yes, name="ask_second_yes"),
    path(f"{_SCHEMES}<int:scheme_id>/antwoord/", own_schemes.answer_scheme, name="answer_scheme"),
    path(f"{_SCHEMES}<int:scheme_id>/weg/", own_schemes.remove_scheme, name="remove_scheme"),
    path("rekenen", public.money, name="public"),
    path("rekenen/uren", public.hours, name="public_hours"),
    path("rekenen/regelingen", public.schemes, name="public_schemes"),
    path("rekenen/regel/<slug:quantity>/", public.row, name="public_row"),
    path("rekenen/uitleg/<slug:quantity>/", public.steps, name="public_steps"),
]
