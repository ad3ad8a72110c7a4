"""Passkeys (WebAuthn): making one, and logging in with one. The checking is py_webauthn's.

A passkey asks the device for a fingerprint, a face or its own code (user verification), so for staff it stands for
password and second step together.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _t
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from .acting import action
from .doors import SignedInRequest
from .models import Account, Passkey
from .second_factor import JOURNAL

_CHALLENGE = "passkey_challenge"
MOST = 10  # passkeys of one account


def options_to_make(request: SignedInRequest) -> str:
    """What the browser needs to make a passkey for who is logged in, as JSON; its challenge waits in the session."""
    account = request.user
    options = generate_registration_options(
        rp_id=_host(request),
        rp_name="Veerkracht",
        user_name=account.login,
        user_display_name=account.name,
        user_id=salted_hmac("people.passkey", str(account.pk), algorithm="sha256").digest(),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id))
            for key in account.passkeys.all()
        ],
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def options_to_enter(request: HttpRequest) -> str:
    """What the browser needs to log in with whatever passkey it has for this program."""
    options = generate_authentication_options(
        rp_id=_host(request), user_verification=UserVerificationRequirement.REQUIRED
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def verified_registration(request: HttpRequest, credential: str) -> dict[str, Any] | None:
    """What to store of a new passkey; None when the answer is not to our challenge. A challenge is good once."""
    try:
        registration = verify_registration_response(
            credential=credential,
            expected_challenge=_challenge(request),
            expected_rp_id=_host(request),
            expected_origin=_origin(request),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None
    return {
        "credential_id": bytes_to_base64url(registration.credential_id),
        "public_key": registration.credential_public_key,
        "sign_count": registration.sign_count,
    }


def account_with_passkey(request: HttpRequest, credential: str) -> Account | None:
    """Whose passkey signed our challenge; None when it is nobody's, or not signed as it should be."""
    challenge = _challenge(request)
    with transaction.atomic(using=JOURNAL):
        rows = Passkey.objects.using(JOURNAL).select_for_update()
        key = rows.filter(credential_id=_named(credential)).first()
        if key is None:
            return None
        try:
            checked = verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=_host(request),
                expected_origin=_origin(request),
                credential_public_key=bytes(key.public_key),
                credential_current_sign_count=key.sign_count,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, KeyError, TypeError):
            return None
        key.sign_count, key.used_at = checked.new_sign_count, timezone.now()
        key.save()
    return Account.objects.filter(pk=key.account_id, is_active=True).first()


def _named(credential: str) -> str:
    try:
        name = json.loads(credential)["id"]
    except (ValueError, KeyError, TypeError):
        return ""
    return name if isinstance(name, str) and "\x00" not in name else ""


def _challenge(request: HttpRequest) -> bytes:
    return base64url_to_bytes(request.session.pop(_CHALLENGE, "") or bytes_to_base64url(b"none"))


def _host(request: HttpRequest) -> str:
    return (
        request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    )


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


@action("people.passkey_added", allow=("update", "account_eigen"))
def add_passkey(*, by: Account, name: str, credential_id: str, public_key: bytes, sign_count: int) -> Account:
    """Keep a passkey of one's own.

    Raises:
        Http404: there are ten already, or this one is known.
    """
    keys = Passkey.objects.using("default")
    if keys.filter(account=by).count() >= MOST or keys.filter(credential_id=credential_id).exists():
        raise Http404
    keys.create(
        account=by,
        name=name or _t("Passkey"),
        credential_id=credential_id,
        public_key=public_key,
        sign_count=sign_count,
    )
    return by


@action("people.passkey_removed", allow=("update", "account_eigen"))
def remove_passkey(*, by: Account, passkey_id: int) -> Account:
    """
    Raises:
        Http404: no such passkey of one's own.
    """
    if not Passkey.objects.using("default").filter(account=by, pk=passkey_id).delete()[0]:
        raise Http404
    return by
