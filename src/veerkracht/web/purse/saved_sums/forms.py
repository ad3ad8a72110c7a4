"""The name of a sum that is saved."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import Form, LineField


class KeepForm(Form):
    label = LineField(label=_("Hoe noemen we deze som?"), max_length=80)
