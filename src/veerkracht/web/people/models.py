"""Municipality, accounts, households, cases and who works with whom.

One case is one person. A partner has a case of his or her own, or none; a household only links the children that
both may see.
"""

from __future__ import annotations

import datetime as dt
import secrets
import unicodedata
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .account_request import AccountRequest as AccountRequest
from .dutch_names import bare, former_names, search_text, search_words, sort_key
from .held_person import HeldPerson as HeldPerson
from .log_in_session import LogInSession as LogInSession
from .passkey import Passkey as Passkey
from .recovery_code import RecoveryCode as RecoveryCode
from .single_sign_on_link import SingleSignOnLink as SingleSignOnLink
from .standing_models import Standing
from .standing_models import Turn as Turn
from .taken_off import TakenOff as TakenOff
from .unsaved_model import UnsavedText as UnsavedText

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0/O, 1/I/L, U: read out loud without mistakes


def new_public_id() -> str:
    """A case id that says nothing about the person and nothing about how many cases there are."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(8))


def plain(text: str) -> str:
    """Text for looking up: lower case, without accents and invisible signs, single spaces."""
    bare = unicodedata.normalize("NFKD", text)
    seen = (c for c in bare if c.isspace() or (c.isprintable() and not unicodedata.combining(c)))
    return " ".join("".join(seen).casefold().split())


class Municipality(models.Model):
    """A tenant: nobody of one municipality sees anything of another."""

    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    address = models.TextField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    # Made by the demo, with invented people in it: the only kind of database that demo mode opens.
    is_demo = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class AccountRole(models.TextChoices):
    MOEDER = "moeder", _("ouder")
    GEMACHTIGDE = "gemachtigde", _("gemachtigde")
    NETWERKPERSOON = "netwerkpersoon", _("iemand uit het netwerk")
    KLANTMANAGER = "klantmanager", _("klantmanager")
    TEAMLEIDER = "teamleider", _("teamleider")
    KETEN = "keten", _("ketenpartner")
    WERKGEVER = "werkgever", _("werkgever")
    BELEID = "beleid", _("beleidsmedewerker")
    FUNC_BEHEER = "func_beheer", _("functioneel beheerder")
    TECH_BEHEER = "tech_beheer", _("technisch beheerder")
    FG = "fg", _("functionaris gegevensbescherming")
    INKOMEN_HANDHAVING = "inkomen_handhaving", _("inkomen en handhaving")


# The person who is guided and those who stand beside her. No administrator lists, opens or changes their accounts.
PERSONAL_ROLES = (AccountRole.MOEDER, AccountRole.GEMACHTIGDE, AccountRole.NETWERKPERSOON)


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(login=plain(username or ""))


class Account(AbstractBaseUser):
    """Somebody who can log in. What she or he may do follows from the role and from the cases, never from a flag."""

    login = models.CharField(_("inlognaam"), max_length=150, unique=True)
    name = models.CharField(_("naam"), max_length=100)
    role = models.CharField(max_length=20, choices=AccountRole.choices)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="accounts")
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    working_days = models.CharField(_("werkdagen"), max_length=100, blank=True)
    is_active = models.BooleanField(default=True)

    new_codes: tuple[str, ...] = ()  # on the answer of the action that made them; never a column
    last_login = None  # who looked when stands in the reading log; a second trail would only be a second leak
    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff_member(self) -> bool:
        """Works for the municipality or the chain: needs a second factor and has the longer time-outs."""
        return self.role not in PERSONAL_ROLES


class Household(models.Model):
    """People under one roof. Holds the children; nothing of one adult is visible to the other through it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)

    def __str__(self) -> str:
        return f"huishouden {self.pk}"


class Child(Versioned):
    """A child, with as little as the work needs: a first name and a date of birth."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="children")
    first_name = models.CharField(max_length=60)
    born_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["born_on", "pk"]

    def __str__(self) -> str:
        return self.first_name


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, account: Account) -> CaseQuerySet:
        """The cases this account may see in a list today; for everyone without a ground: none."""
        there = self.filter(removed_on=None, merged_into=None)
        if account.role == AccountRole.MOEDER:
            return there.filter(account=account)
        if account.role != AccountRole.KLANTMANAGER:
            return self.none()
        mine = Assignment.objects.active(timezone.localdate()).filter(account=account)
        return there.filter(municipality=account.municipality_id, pk__in=mine.values("case"))

    def guided_now(self, day: dt.date) -> CaseQuerySet:
        """Not closed and not resting on that day: who is waited for, and who waits."""
        return self.filter(Q(paused_until=None) | Q(paused_until__lt=day), closed_on=None)

    def named(self, words: str) -> CaseQuerySet:
        """Cases whose name, number or telephone holds every word of the search; accents and quotes aside."""
        cases = self
        for word in search_words(words):
            cases = cases.filter(search_name__contains=word)
        return cases

    def by_name(self) -> CaseQuerySet:
        """In the order of a Dutch list: Berg (van den), Boer (de), Hart (’t), the same on every database."""
        return self.order_by("sort_key", "pk")


class Case(Standing, Versioned):
    """One person who is being guided. Called "zaak" nowhere on her own screen."""

    public_id = models.CharField(max_length=8, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="cases")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="cases")
    account = models.OneToOneField(Account, null=True, blank=True, on_delete=models.SET_NULL)
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=200, blank=True)
    former_names = models.CharField(max_length=400, blank=True, editable=False)  # found by the search as well
    search_name = models.TextField(editable=False)  # names, number and telephone: see dutch_names.search_text
    sort_key = models.CharField(max_length=300, editable=False)
    born_on = models.DateField(null=True, blank=True)
    address = EncryptedText(blank=True)
    address_is_secret = models.BooleanField(default=False)
    phone = models.CharField(max_length=30, blank=True)
    opened_on = models.DateField(default=timezone.localdate)

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["municipality", "sort_key"])]

    def __str__(self) -> str:
        return self.public_id

    def save(self, *args: object, **kwargs: object) -> None:
        columns = self.look_up_columns(self.first_name, self.last_name, self.phone, self.former_names)
        for name, value in columns.items():
            setattr(self, name, value)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def look_up_columns(
        self, first_name: str, last_name: str, phone: str, former: str | None = None
    ) -> dict[str, str]:
        """The columns that follow from what a person is called; written with every change of these."""
        if former is None:
            former = former_names(self.former_names, self.last_name, last_name)
        text = f"{search_text(first_name, last_name, self.public_id, phone)} {bare(former)}".strip()
        return {"search_name": text, "sort_key": sort_key(first_name, last_name), "former_names": former}

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def active(self, day: dt.date) -> AssignmentQuerySet:
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class AssignmentKind(models.TextChoices):
    OWN = "own", _("eigen klantmanager")
    STAND_IN = "stand_in", _("waarnemer")


class Assignment(models.Model):
    """Who works with her, from which day to which. Both days count; no end means: until further notice."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assignments")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assignments")
    kind = models.CharField(max_length=10, choices=AssignmentKind.choices, default=AssignmentKind.OWN)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="assignment_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(kind="own", ends_on=None), name="one_own_klantmanager"
            ),
            models.CheckConstraint(
                condition=~Q(kind="stand_in", ends_on=None), name="a_stand_in_has_an_end_date"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Invitation(models.Model):
    """A code with which who is guided makes her own log-in, once. Only a keyed hash of it is stored."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invitations_made")
    code_hash = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField()  # the last day it works
    used_at = models.DateTimeField(null=True, blank=True)
    renews = models.BooleanField(default=False)  # for a log-in that exists: two colleagues stood behind it

    code = ""  # on the answer of the action that made it; never a column

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class NewCodeGround(models.TextChoices):
    FACE_TO_FACE = "face_to_face", _("Zij zit tegenover mij")
    CODE_WORD = "code_word", _("Zij noemde haar codewoord")


class NewCodeRequest(models.Model):
    """Somebody who works with her asks a second colleague to agree to a new code for a log-in that exists."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="new_code_requests")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    ground = models.CharField(max_length=20, choices=NewCodeGround.choices)
    answered_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    is_agreed = models.BooleanField(null=True)  # None: nobody answered yet
    code_made_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="new_code_by_two_people"
            )
        ]

    def __str__(self) -> str:
        return f"new code {self.pk}"
