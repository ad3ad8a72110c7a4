"""The settings of single sign-on, refused at the start when they could let the wrong people in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

STAFF = (
    *("klantmanager", "teamleider", "keten", "werkgever", "beleid"),
    *("func_beheer", "tech_beheer", "fg", "inkomen_handhaving"),
)


class SingleSignOn(NamedTuple):
    issuer: str
    client_id: str
    private_key: str
    municipality: str
    scope: str
    role_claim: str
    roles: list[tuple[str, str]]
    acr: list[str]


def single_sign_on(env: environ.Env) -> SingleSignOn:
    """
    Raises:
        ImproperlyConfigured: no https, a key that is not there, or a role that nobody gets this way.
    """
    pairs = [pair.partition("=") for pair in env.list("OIDC_ROLES", default=[])]
    settings = SingleSignOn(
        issuer=env.str("OIDC_ISSUER", default=""),
        client_id=env.str("OIDC_CLIENT_ID", default="veerkracht"),
        private_key=env.str("OIDC_PRIVATE_KEY", default=""),
        municipality=env.str("OIDC_MUNICIPALITY", default=""),
        scope=env.str("OIDC_SCOPE", default="openid profile"),
        role_claim=env.str("OIDC_ROLE_CLAIM", default="roles"),
        roles=[(theirs.strip(), ours.strip()) for theirs, _, ours in pairs],
        acr=env.list("OIDC_ACR", default=[]),
    )
    if settings.issuer:
        _check(settings)
    return settings


def _check(settings: SingleSignOn) -> None:
    address = urlsplit(settings.issuer)
    if address.scheme != "https" and address.hostname not in ("127.0.0.1", "localhost"):
        raise ImproperlyConfigured("OIDC_ISSUER must be an https address.")
    if not Path(settings.private_key).is_file():
        raise ImproperlyConfigured("OIDC_PRIVATE_KEY must name a file with an RSA private key (PEM).")
    if not settings.municipality:
        raise ImproperlyConfigured("OIDC_MUNICIPALITY must be the short name of the municipality (its slug).")
    wrong = [ours for _, ours in settings.roles if ours not in STAFF]
    if wrong or not settings.roles:
        raise ImproperlyConfigured(
            f"OIDC_ROLES must be pairs like 'their-role=klantmanager'. Wrong: {wrong}."
        )


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
