from django.urls import path

from . import lever_views, views

app_name = "reforms"
_REFORM = "wat-als/hervorming/<slug:reform>/"
_KEPT = "wat-als/bewaard/<int:page_id>/"
urlpatterns = [
    path("wat-als/", views.choose, name="choose"),
    path("wat-als/vergelijken/", views.compare, name="compare"),
    path("wat-als/hefbomen/", lever_views.levers, name="levers"),
    path("wat-als/hefbomen/bewaren/", lever_views.keep_levers, name="keep_levers"),
    path("wat-als/hefbomen/ernaast/", lever_views.beside, name="beside"),
    path(_REFORM, views.reform, name="reform"),
    path(f"{_REFORM}gezin/", views.family, name="family"),
    path(f"{_REFORM}bewaren/", views.keep, name="keep"),
    path(f"{_REFORM}bestand/<slug:kind>/", views.export, name="export"),
    path(_KEPT, views.kept, name="kept"),
    path(f"{_KEPT}weg/", views.remove, name="remove"),
]
