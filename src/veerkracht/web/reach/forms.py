"""How somebody wants to be reached, as a form; hers and that of who works with her."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, Form, LineField, OneOfField

from .domain import Channel
from .models import CHANNELS, DAYS, Calling, Voicemail

_HOURS = [(str(hour), f"{hour}.00") for hour in range(7, 23)]
_RADIO = forms.RadioSelect


class NewPhoneForm(Form):
    phone = LineField(
        label=_("Nieuw telefoonnummer"),
        max_length=30,
        help_text=_("Het oude nummer geldt nog 7 dagen. Tot dan kun je dit stoppen."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )


class SafeContactForm(EditForm):
    """An address that is known stays unseen; an empty field leaves it as it is."""

    channel = OneOfField(label=_("Bericht als er iets klaarstaat"), choices=CHANNELS, widget=_RADIO)
    email = LineField(
        label=_("E-mailadres"),
        max_length=200,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    days = OneOfField(label=_("Op welke dagen?"), choices=DAYS, widget=_RADIO)
    from_hour = OneOfField(label=_("Vanaf"), choices=_HOURS)
    until_hour = OneOfField(label=_("Tot"), choices=_HOURS)
    calling = OneOfField(label=_("Bellen"), choices=Calling.choices, widget=_RADIO)
    voicemail = OneOfField(label=_("Als de voicemail opneemt"), choices=Voicemail.choices, widget=_RADIO)
    code_word = LineField(
        label=_("Codewoord"),
        max_length=40,
        required=False,
        help_text=_("Een woord dat alleen jullie kennen. Wie belt, zegt dat eerst."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, has_email: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_email = has_email

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip()
        if email:
            try:
                validate_email(email)
            except forms.ValidationError as error:
                says = _t("Dit is geen e-mailadres. Een adres ziet er zo uit: naam@voorbeeld.nl.")
                raise forms.ValidationError(says) from error
        return email

    def clean_from_hour(self) -> int:
        return int(self.cleaned_data["from_hour"])

    def clean_until_hour(self) -> int:
        return int(self.cleaned_data["until_hour"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        has_address = self.has_email or typed.get("email") or "email" in self.errors
        if typed.get("channel") == Channel.EMAIL and not has_address:
            self.add_error("email", _t("Vul een e-mailadres in, of kies: geen bericht."))
        if typed.get("channel") == Channel.NONE and typed.get("email") and self.has_email:
            # Who wants no message cannot be warned either: another address only comes with messages on.
            self.add_error(
                "email", _t("Kies eerst e-mail. Dan krijgt het oude adres bericht van de verandering.")
            )
        if typed.get("from_hour", 0) >= typed.get("until_hour", 24):
            self.add_error("until_hour", _t("Deze tijd moet later zijn dan de eerste."))
        return typed
