from django.urls import path

from .views import facts, kept, life, public, whole

app_name = "purse"
_MONEY = "mensen/<slug:public_id>/geld/"
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
    path(f"{_MONEY}bewaren/", kept.keep, name="keep"),
    path(f"{_MONEY}bewaard/<int:kept_id>/", kept.kept, name="kept"),
    path(f"{_MONEY}bewaard/<int:kept_id>/weg/", kept.remove_kept, name="remove_kept"),
    path(f"{_MONEY}klopt-niet/<slug:quantity>/", kept.doubt, name="doubt"),
    path(f"{_MONEY}klopt-niet/<int:doubt_id>/antwoord/", kept.answer_doubt, name="answer_doubt"),
    path("rekenen", public.money, name="public"),
    path("rekenen/uren", public.hours, name="public_hours"),
    path("rekenen/regelingen", public.schemes, name="public_schemes"),
    path("rekenen/regel/<slug:quantity>/", public.row, name="public_row"),
    path("rekenen/uitleg/<slug:quantity>/", public.steps, name="public_steps"),
]
