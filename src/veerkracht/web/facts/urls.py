from django.urls import path

from . import views

app_name = "facts"
_FACTS = "mensen/<slug:public_id>/feiten/"
urlpatterns = [
    path(_FACTS, views.facts, name="facts"),
    path(f"{_FACTS}klopt/", views.settle, name="settle"),
]
