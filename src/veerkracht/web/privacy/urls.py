from django.urls import path

from . import views

app_name = "privacy"
urlpatterns = [
    path("mensen/<slug:public_id>/alles/", views.own_data, name="own_data"),
    path("mensen/<slug:public_id>/alles/meenemen/", views.take_along, name="take_along"),
    path("mensen/<slug:public_id>/alles/langer/", views.keep_longer, name="keep_longer"),
    path("verzoeken/", views.request_list, name="request_list"),
    path("verzoeken/<int:data_request_id>/", views.decide, name="decide"),
    path("verzoeken/<int:data_request_id>/meer-tijd/", views.extend, name="extend"),
    path("leeslog/", views.reading_log, name="reading_log"),
    path("bewaren/", views.terms, name="terms"),
    path("bewaren/anders/", views.ask_term, name="ask_term"),
    path("bewaren/<int:term_id>/", views.agree_term, name="agree_term"),
]
