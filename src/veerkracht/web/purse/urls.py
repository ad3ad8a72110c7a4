from django.urls import path

from .views import choice, facts, kept, later, life, money_events, months, public, slips, whole

app_name = "purse"
_MONEY = "mensen/<slug:public_id>/geld/"
_MONTHS = f"{_MONEY}maanden/"
urlpatterns = [
    path(_MONEY, whole.money, name="money"),
    path(f"{_MONEY}uren/", whole.hours, name="hours"),
    path(f"{_MONEY}regelingen/", whole.schemes, name="schemes"),
    path(f"{_MONEY}regel/<slug:quantity>/", whole.row, name="row"),
    path(f"{_MONEY}uitleg/<slug:quantity>/", whole.steps, name="steps"),
    path(f"{_MONEY}vragen/", facts.parts, name="parts"),
    path(f"{_MONEY}vragen/<slug:part_name>/", facts.part, name="part"),
    path(f"{_MONEY}als/", life.life, name="life"),
    path(f"{_MONEY}als/kiezen/", life.life_choose, name="life_choose"),
    path(f"{_MONEY}later/", later.later, name="later"),
    path(f"{_MONEY}later/invullen/", later.later_tell, name="later_tell"),
    path(f"{_MONEY}keuze/", choice.choice, name="choice"),
    path(f"{_MONEY}keuze/kiezen/", choice.choice_make, name="choice_make"),
    path(f"{_MONEY}keuze/plaatje.svg", choice.choice_picture, name="choice_picture"),
    path(f"{_MONEY}bewaren/", kept.keep, name="keep"),
    path(f"{_MONEY}bewaard/<int:kept_id>/", kept.kept, name="kept"),
    path(f"{_MONEY}bewaard/<int:kept_id>/weg/", kept.remove_kept, name="remove_kept"),
    path(f"{_MONEY}klopt-niet/<slug:quantity>/", kept.doubt, name="doubt"),
    path(f"{_MONEY}klopt-niet/<int:doubt_id>/antwoord/", kept.answer_doubt, name="answer_doubt"),
    path(_MONTHS, months.months, name="months"),
    path(f"{_MONTHS}maand/<slug:month>/", months.month, name="month"),
    path(f"{_MONTHS}overnemen/", months.take_over, name="take_over"),
    path(f"{_MONTHS}nieuw/", money_events.event_kinds, name="event_kinds"),
    path(f"{_MONTHS}nieuw/<slug:event_kind>/", money_events.note_event, name="note_event"),
    path(f"{_MONTHS}<int:event_id>/", money_events.change_event, name="change_event"),
    path(f"{_MONTHS}<int:event_id>/weg/", money_events.remove_event, name="remove_event"),
    path(f"{_MONTHS}loonstroken/", slips.slips, name="slips"),
    path(f"{_MONTHS}loonstroken/nieuw/", slips.note_slip, name="note_slip"),
    path(f"{_MONTHS}loonstroken/<int:slip_id>/", slips.change_slip, name="change_slip"),
    path(f"{_MONTHS}loonstroken/<int:slip_id>/weg/", slips.remove_slip, name="remove_slip"),
    path(f"{_MONEY}afrekening/", slips.settlement, name="settlement"),
    path("rekenen", public.money, name="public"),
    path("rekenen/uren", public.hours, name="public_hours"),
    path("rekenen/regelingen", public.schemes, name="public_schemes"),
    path("rekenen/regel/<slug:quantity>/", public.row, name="public_row"),
    path("rekenen/uitleg/<slug:quantity>/", public.steps, name="public_steps"),
]
