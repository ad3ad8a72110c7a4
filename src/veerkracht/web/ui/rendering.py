"""How forms are written out: our templates, and the purpose of a field read aloud with it."""

from __future__ import annotations

from django import forms
from django.forms.renderers import TemplatesSetting


class DescribedBoundField(forms.BoundField):
    """Ties the line "Waarom we dit vragen" to its field for people who hear the page."""

    @property
    def aria_describedby(self) -> str | None:
        described: str | None = super().aria_describedby
        purpose = getattr(self.field, "purpose", "")
        if described is None or not purpose or not self.auto_id or self.is_hidden:
            return described
        return f"{described} {self.auto_id}_purpose".strip()


class Renderer(TemplatesSetting):
    """`FORM_RENDERER` of the settings."""

    bound_field_class = DescribedBoundField
