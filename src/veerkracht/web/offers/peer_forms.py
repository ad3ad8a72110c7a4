"""Forms of parents who want to know each other."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, Form, LineField, TextField

_NAME_HELP = _("Een voornaam of een andere naam. Geen achternaam.")


class ParentProfileForm(EditForm):
    name = LineField(label=_("Hoe wil je genoemd worden?"), max_length=40, help_text=_NAME_HELP)
    words = TextField(
        label=_("Wat heb jij gedaan, of waar weet je van?"),
        rows=4,
        max_length=500,
        help_text=_(
            "Dit lezen anderen. Zet er niets in waaraan iemand je herkent: geen straat, geen school."
        ),
    )


class AskParentForm(Form):
    name = LineField(label=_("Hoe wil je genoemd worden?"), max_length=40, help_text=_NAME_HELP)
    words = TextField(
        label=_("Wat wil je vragen of vertellen?"),
        rows=4,
        max_length=500,
        help_text=_("De ander leest dit en je naam. Daarna zegt die ja of nee."),
    )


class MessageForm(Form):
    words = TextField(label=_("Je bericht"), rows=3, max_length=1000)
