"""HTTP strings to typed requests, for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, set_choices

from .domain import age_on, is_readable
from .models import PERSONAL_ROLES, Account, AccountRole, AssignmentKind, plain
from .recovery_codes import SIGNS


class NameField(LineField):
    """A name, with at least one sign that can be seen."""

    def run_validators(self, value: str) -> None:
        super().run_validators(value)
        if value and not is_readable(value):
            raise forms.ValidationError(_t("Hier staat geen leesbaar teken. Vul een naam in."))


class LogInForm(forms.Form):
    login = forms.CharField(
        label=_("Inlognaam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """The code of the app; with `takes_recovery` one of the codes on paper too."""

    code = forms.CharField(
        label=_("Code van zes cijfers"),
        max_length=20,
        help_text=_("Open de app op uw telefoon en typ de code over."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, *args: Any, takes_recovery: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.takes_recovery = takes_recovery
        self.is_recovery_code = False

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).replace(" ", "").replace("-", "").upper()
        if self.takes_recovery and len(code) == SIGNS:
            self.is_recovery_code = True
            return code
        if not (code.isascii() and code.isdigit() and len(code) == 6):
            raise forms.ValidationError(_t("De code bestaat uit zes cijfers."))
        return code


class OpenCaseForm(Form):
    first_name = NameField(label=_("Voornaam"), max_length=120)
    last_name = NameField(
        label=_("Achternaam"),
        max_length=200,
        required=False,
        help_text=_("Heeft zij één naam? Laat dit leeg."),
    )
    born_on = DateField(
        label=_("Geboortedatum"), required=False, purpose=_("Sommige regels hangen af van leeftijd.")
    )
    phone = LineField(
        label=_("Telefoon"),
        max_length=30,
        required=False,
        purpose=_("Om te kunnen bellen over een gesprek."),
    )

    def clean_born_on(self) -> Any:
        born_on = self.cleaned_data["born_on"]
        if born_on and not 12 <= age_on(born_on, timezone.localdate()) <= 110:
            raise forms.ValidationError(
                _t("Deze geboortedatum kan niet kloppen voor een ouder. Kijk het jaar na.")
            )
        return born_on


class CaseForm(OpenCaseForm, EditForm):
    address = LineField(
        label=_("Adres"), max_length=200, required=False, purpose=_("Alleen voor boven de brief.")
    )
    address_is_secret = forms.BooleanField(
        label=_("Dit adres is geheim"),
        required=False,
        help_text=_("Het staat dan op geen scherm en op geen papier."),
    )

    def __init__(self, *args: Any, hides_address: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hides_address:
            self.fields["address"].help_text = _t("Geheim. Laat dit leeg als het adres zo blijft.")

    def differences(self, current: Any) -> list[dict[str, str]]:
        """A secret address is not shown beside what was typed either."""
        rows = super().differences(current)
        return [row for row in rows if row["name"] != "address" or not current.address_is_secret]


class ChildForm(EditForm):
    first_name = NameField(label=_("Voornaam van het kind"), max_length=60)
    born_on = DateField(
        label=_("Geboortedatum van het kind"),
        purpose=_("Opvang, school en regels hangen af van de leeftijd."),
    )

    def clean_born_on(self) -> Any:
        born_on = self.cleaned_data["born_on"]
        if born_on > timezone.localdate():
            raise forms.ValidationError(_t("Deze datum ligt in de toekomst. Kijk het jaar na."))
        return born_on


class CaseloadForm(forms.Form):
    file = forms.FileField(
        label=_("Lijst met mensen"),
        help_text=_("Een CSV-, Excel- of LibreOffice-bestand (.xlsx, .xls, .ods) van hoogstens 5 MB."),
        error_messages={
            "required": _("Kies een bestand van hoogstens 5 MB."),
            "empty": _("Dit bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > 5_000_000:
            raise forms.ValidationError(_t("Dit bestand is groter dan 5 MB. Deel het in kleinere stukken."))
        return bytes(file.read())


class AssignForm(Form):
    public_id = LineField(
        label=_("Dossiernummer"), max_length=20, help_text=_("Acht tekens, bijvoorbeeld V7PNTK53.")
    )
    account_id = forms.TypedChoiceField(label=_("Wie gaat begeleiden?"), coerce=int)
    kind = OneOfField(label=_("Hoe?"), choices=AssignmentKind.choices, widget=forms.RadioSelect)
    starts_on = DateField(label=_("Vanaf"))
    ends_on = DateField(
        label=_("Tot en met"), required=False, help_text=_("Bij een waarnemer altijd invullen.")
    )

    def __init__(
        self, *args: Any, members: list[tuple[int, str]], has_case: Callable[[str], bool], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "account_id", members)
        self.has_case = has_case

    def clean_starts_on(self) -> Any:
        starts_on = self.cleaned_data["starts_on"]
        if abs((starts_on - timezone.localdate()).days) > 366:
            raise forms.ValidationError(_t("Deze dag ligt meer dan een jaar van vandaag. Kijk het jaar na."))
        return starts_on

    def clean_public_id(self) -> str:
        number = str(self.cleaned_data["public_id"]).replace(" ", "").upper()
        if not self.has_case(number):
            raise forms.ValidationError(_t("Dit nummer is er niet bij uw gemeente. Kijk of elk teken klopt."))
        return number

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _t("De laatste dag ligt voor de eerste dag."))
        if values.get("kind") == AssignmentKind.STAND_IN and not ends_on and "ends_on" not in self.errors:
            self.add_error("ends_on", _t("Een waarnemer heeft een laatste dag. Vul die in."))
        return values


STAFF_ROLES = [choice for choice in AccountRole.choices if choice[0] not in PERSONAL_ROLES]


class HandOverAllForm(Form):
    from_id = forms.TypedChoiceField(label=_("Van wie?"), coerce=int)
    account_id = forms.TypedChoiceField(label=_("Naar wie?"), coerce=int)

    def __init__(
        self, *args: Any, givers: list[tuple[int, str]], takers: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "from_id", givers)
        set_choices(self, "account_id", takers)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "from_id" in values and values["from_id"] == values.get("account_id"):
            self.add_error("account_id", _t("Dit is dezelfde klantmanager. Kies een collega."))
        return values


class HandOverSomeForm(Form):
    """Who goes to whom; a number that is not (or no longer) the giver's is refused in a sentence."""

    public_ids = forms.MultipleChoiceField(
        label=_("Wie gaan er mee?"),
        error_messages={
            "required": _("Vink aan wie er naar een collega gaan."),
            "invalid_choice": _("%(value)s hoort intussen bij iemand anders. Kijk de lijst nog eens na."),
        },
    )
    account_id = forms.TypedChoiceField(
        label=_("Naar wie?"), coerce=int, error_messages={"required": _("Kies een collega.")}
    )

    def __init__(
        self, *args: Any, cases: list[tuple[str, str]], takers: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "public_ids", cases)
        self.fields["account_id"].widget = forms.RadioSelect()
        set_choices(self, "account_id", takers)


class AccountForm(Form):
    login = LineField(label=_("Inlognaam"), max_length=150)
    name = LineField(label=_("Naam"), max_length=100)
    role = OneOfField(label=_("Rol"), choices=STAFF_ROLES)
    phone = LineField(
        label=_("Telefoon"),
        max_length=30,
        required=False,
        purpose=_("Staat op de brief die meegaat naar huis."),
    )
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    working_days = LineField(
        label=_("Werkdagen"),
        max_length=100,
        required=False,
        help_text=_("Bijvoorbeeld: maandag tot en met donderdag."),
    )

    def clean_login(self) -> str:
        login = plain(str(self.cleaned_data["login"]))
        if Account.objects.filter(login=login).exists():
            raise forms.ValidationError(_t("Deze inlognaam bestaat al. Kies een andere."))
        return login


class PasswordForm(Form):
    present = forms.CharField(
        label=_("Het wachtwoord van nu"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        max_length=200,
        strip=False,
        help_text=_("Minstens twaalf tekens. Een korte zin is goed te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nog een keer"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_present(self) -> str:
        """Who holds her telephone for a minute does not own her account."""
        if not self.account.check_password(self.cleaned_data["present"]):
            raise forms.ValidationError(_t("Dit is niet het wachtwoord van nu. Typ het nog een keer."))
        return ""

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values.items() if name != "present"}

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.account)
        return password

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("password") and values.pop("again", "") != values["password"]:
            self.add_error("again", _t("Dit is niet twee keer hetzelfde. Typ het wachtwoord nog een keer."))
        return values
