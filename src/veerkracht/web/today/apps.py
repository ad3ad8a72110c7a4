from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "veerkracht.web.today"
    label = "today"
