from django.urls import path

from . import views

app_name = "reach"
urlpatterns = [
    path("mensen/<slug:public_id>/bereiken/", views.reach, name="reach"),
    path("mensen/<slug:public_id>/bereiken/houden/", views.keep_address, name="keep_address"),
]
