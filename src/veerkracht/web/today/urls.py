from django.urls import path

from . import views

app_name = "today"
urlpatterns = [
    path("vandaag/", views.today, name="today"),
    path("vandaag/<slug:public_id>/<int:promise_id>/", views.tick, name="tick"),
]
