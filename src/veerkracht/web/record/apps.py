from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "veerkracht.web.record"
    label = "record"
