"""Her own door: a code from her klantmanager, with which she makes her own log-in. Nobody else ever knows her password.

The code is in readable form only in the answer to whoever asked for it; the database holds a keyed hash.
"""

from __future__ import annotations

import datetime as dt
import secrets

from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .acting import action
from .models import _ALPHABET, Account, AccountRole, Case, Invitation
from .new_code import use_up
from .second_factor import uncouple
from .sessions import end_sessions

VALID_DAYS = 14


def _hash_of(code: str) -> str:
    signs = "".join(c for c in code.upper() if c.isalnum())
    return salted_hmac("people.invitation", signs, algorithm="sha256").hexdigest()


def invitation_with(*, code: str) -> Invitation | None:
    """The invitation this code opens today; None when it is unknown, used, replaced, too old or not needed any more."""
    waiting = Invitation.objects.filter(
        Q(case__account=None, renews=False) | Q(case__account__isnull=False, renews=True),
        code_hash=_hash_of(code),
        used_at=None,
        expires_on__gte=timezone.localdate(),
    )
    return waiting.select_related("case").order_by("pk").first()


@action("people.invited", allow=("create", "uitnodiging"))
def invite(*, by: Account, case: Case) -> Invitation:
    """A new code for who is guided; an earlier unused one stops working. Its `code` is to be handed over once.

    Raises:
        Http404: she has her own log-in already and no second colleague agreed to a new code that `by` asked.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    renews = locked.account_id is not None
    if renews:
        use_up(by=by, case=locked)
    locked.invitations.filter(used_at=None).delete()
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(12))  # 58 bits
    expires_on = timezone.localdate() + dt.timedelta(days=VALID_DAYS)
    invitation = Invitation.objects.create(
        case=locked, made_by=by, code_hash=_hash_of(signs), expires_on=expires_on, renews=renews
    )
    invitation.code = f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"
    return invitation


# No cell of the matrix: whoever does this has no account yet. The code is the ground.
@action("people.door_opened", allow=None)
def open_her_door(*, by: None, case: Case, code: str, login: str, password: str) -> Invitation:
    """Make her account with the log-in name and password she chose, tie it to her case, and use up the code.

    Raises:
        Http404: the code stopped working in the meantime.
        IntegrityError: the log-in name was taken in the meantime.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    invitation = _use(code=code, case=locked, renews=False)
    account = Account(
        municipality_id=locked.municipality_id, login=login, name=locked.full_name, role=AccountRole.MOEDER
    )
    account.set_password(password)
    account.save()
    locked.account = account
    locked.save(update_fields=["account"])
    return invitation


@action("people.door_renewed", allow=None)
def renew_her_door(*, by: None, case: Case, code: str, login: str, password: str) -> Invitation:
    """A new name and password for the account she has. Every session ends and every passkey is forgotten.

    Raises: as `open_her_door`.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    invitation = _use(code=code, case=locked, renews=True)
    account = Account.objects.get(pk=locked.account_id or 0)
    account.login = login
    account.set_password(password)
    account.save()
    end_sessions(account)
    uncouple(account)
    return invitation


def _use(*, code: str, case: Case, renews: bool) -> Invitation:
    invitation = invitation_with(code=code)
    if invitation is None or invitation.case_id != case.pk or invitation.renews != renews:
        raise Http404
    invitation.used_at = timezone.now()
    invitation.save()
    return invitation
