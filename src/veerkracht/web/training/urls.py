from django.urls import path

from . import asking_views, decide_views, views

app_name = "training"
CASE = "mensen/<slug:public_id>/opleiding/"
urlpatterns = [
    path(CASE, views.training, name="training"),
    path(f"{CASE}wens/", views.wish, name="wish"),
    path(f"{CASE}eerder/", views.add_study, name="add_study"),
    path(f"{CASE}eerder/<int:study_id>/", views.change_study, name="change_study"),
    path(f"{CASE}eerder/<int:study_id>/weg/", views.remove_study, name="remove_study"),
    path(f"{CASE}kiezen/", views.examples, name="examples"),
    path(f"{CASE}erbij/", views.add_route, name="add_route"),
    path(f"{CASE}erbij/<slug:example_code>/", views.add_route, name="add_example"),
    path(f"{CASE}<int:route_id>/", views.change_route, name="change_route"),
    path(f"{CASE}<int:route_id>/weg/", views.remove_route, name="remove_route"),
    path(f"{CASE}<int:route_id>/vragen/", asking_views.ask_permission, name="ask_permission"),
    path(f"{CASE}<int:route_id>/reactie/", asking_views.answer_decision, name="answer_decision"),
    path(f"{CASE}<int:route_id>/kosten/", asking_views.ask_cost, name="ask_cost"),
    path(f"{CASE}later/", asking_views.lay_beside_years, name="lay_beside_years"),
    path("besluit/opleiding/<int:route_id>/", decide_views.decide_route, name="decide_route"),
]
