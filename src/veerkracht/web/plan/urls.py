from django.urls import path

from . import views

app_name = "plan"
_PLAN = "mensen/<slug:public_id>/plan/"
urlpatterns = [
    path(_PLAN, views.plan, name="plan"),
    path(f"{_PLAN}wens/", views.write_wish, name="wish"),
    path(f"{_PLAN}afspraken/nieuw/", views.make_promise, name="make_promise"),
    path(f"{_PLAN}afspraken/<int:promise_id>/", views.change_promise, name="change_promise"),
    path(f"{_PLAN}afspraken/<int:promise_id>/antwoord/", views.answer_promise, name="answer"),
    path(f"{_PLAN}afspraken/<int:promise_id>/gedaan/", views.mark_done, name="mark_done"),
    path(f"{_PLAN}afspraken/<int:promise_id>/weg/", views.remove_promise, name="remove_promise"),
    path(f"{_PLAN}vaststellen/", views.fix_plan, name="fix"),
    path(f"{_PLAN}versies/<int:number>/", views.fixed_plan, name="fixed"),
    path(f"{_PLAN}brief.pdf", views.letter, name="letter"),
]
