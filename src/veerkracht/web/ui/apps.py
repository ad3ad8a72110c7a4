"""The look of the house: templates, components, fields and the gallery."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "veerkracht.web.ui"
    label = "ui"
