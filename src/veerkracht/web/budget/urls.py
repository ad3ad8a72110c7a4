from django.urls import path

from . import decide_views, views

app_name = "budget"
CASE = "mensen/<slug:public_id>/budget/"
urlpatterns = [
    path(CASE, views.budget, name="budget"),
    path(f"{CASE}vragen/", views.ask_wish, name="ask_wish"),
    path(f"{CASE}<int:wish_id>/", views.change_wish, name="change_wish"),
    path(f"{CASE}<int:wish_id>/terugnemen/", views.withdraw_wish, name="withdraw_wish"),
    path(f"{CASE}<int:wish_id>/reactie/", views.answer_decision, name="answer_decision"),
    path(f"{CASE}<int:wish_id>/uitgave/", views.spend, name="spend"),
    path(f"{CASE}uitgave/<int:line_id>/klopt-niet/", views.correct, name="correct"),
    path(f"{CASE}uitgave/<int:line_id>/bon/", views.proof, name="proof"),
    path(f"{CASE}uitgave/<int:line_id>/bon/brengen/", views.bring_proof, name="bring_proof"),
    path(f"{CASE}uitgave/<int:line_id>/bon/gezien/", views.check_proof, name="check_proof"),
    path(f"{CASE}uitgave/<int:line_id>/bon/weg/", views.remove_proof, name="remove_proof"),
    path("besluit/budget/<int:wish_id>/", decide_views.decide_wish, name="decide_wish"),
    path("besluit/budget/", decide_views.decided, name="decided"),
]
