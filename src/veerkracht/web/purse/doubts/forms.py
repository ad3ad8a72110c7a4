"""What is not right about an amount, and the answer."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, Form, TextField


class DoubtForm(Form):
    words = TextField(label=_("Wat klopt er niet?"), rows=4, max_length=2000)


class DoubtAnswerForm(EditForm):
    answer = TextField(label=_("Wat is er gevonden?"), rows=4, max_length=2000)
