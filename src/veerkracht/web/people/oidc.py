"""The municipality's own log-in over OpenID Connect, by the NLGov profile: discovery, PKCE, nonce, private_key_jwt.

Authlib does the protocol. Here stands what Veerkracht asks of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.django_client import OAuth
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oauth2.rfc7523.assertion import private_key_jwt_sign
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from requests import RequestException

SIGNED_WITH = ("PS256", "RS256", "ES256", "PS384", "RS384", "ES384", "PS512", "RS512", "ES512")
FAILURES = (OAuthError, JoseError, RequestException, ValueError, KeyError, RuntimeError)
_WAIT = 10  # seconds for the provider to answer


class LogInRefused(Exception):
    """The provider's answer lets nobody in here. The words are for the person in front of the screen."""


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Who the municipality says this is."""

    issuer: str
    subject: str
    login: str
    name: str
    role: str
    id_token: str


def is_on() -> bool:
    return bool(settings.OIDC_ISSUER)


@cache
def _key(path: str) -> RSAKey:
    key = RSAKey.import_key(Path(path).read_bytes(), {"use": "sig", "alg": "RS256"})
    key.ensure_kid()
    return key


def public_keys() -> dict[str, Any]:
    """The key set the provider checks our signature with; the private half never leaves its file."""
    key = _key(settings.OIDC_PRIVATE_KEY)
    return {"keys": [key.as_dict(private=False)]}


class SignedByUs(PrivateKeyJWT):  # type: ignore[misc]
    """A fresh assertion each time, good for a minute. Authlib's own keeps the first `jti` and so works once."""

    def sign(self, auth: Any, token_endpoint: str) -> Any:
        return private_key_jwt_sign(
            auth.client_secret,
            client_id=auth.client_id,
            token_endpoint=settings.OIDC_ISSUER,
            header={"kid": auth.client_secret.kid},
            expires_in=60,
        )


@cache
def _client(issuer: str, client_id: str, key_path: str) -> Any:
    key = _key(key_path)
    client = OAuth().register(
        "municipality",
        server_metadata_url=f"{issuer.rstrip('/')}/.well-known/openid-configuration",
        client_id=client_id,
        client_secret=key,
        client_auth_methods=[SignedByUs()],
        client_kwargs={
            "scope": settings.OIDC_SCOPE,
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": PrivateKeyJWT.name,
            "default_timeout": _WAIT,
        },
    )
    metadata = client.load_server_metadata()
    if metadata["issuer"] != issuer:
        raise ValueError("the provider calls itself something else than OIDC_ISSUER")
    offered = metadata.get("id_token_signing_alg_values_supported", [])
    metadata["id_token_signing_alg_values_supported"] = [one for one in offered if one in SIGNED_WITH]
    return client


def client() -> Any:
    return _client(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_PRIVATE_KEY)


def to_the_provider(request: HttpRequest, back: str) -> HttpResponse:
    asked = {"acr_values": " ".join(settings.OIDC_ACR)} if settings.OIDC_ACR else {}
    return client().authorize_redirect(request, back, **asked)  # type: ignore[no-any-return]


def visitor_of(request: HttpRequest) -> Visitor:
    """What the provider answered, checked: state, signature, issuer, audience, nonce, times; then level and role.

    Raises:
        Refused: it is all in order, but this person may not come in this way.
        one of FAILURES: it is not in order.
    """
    token = client().authorize_access_token(request)
    claims = token.get("userinfo")
    if claims is None:
        raise ValueError("no id_token in the answer")
    if settings.OIDC_ACR and claims.get("acr") not in settings.OIDC_ACR:
        raise LogInRefused("level")
    all_claims = (
        {**client().userinfo(token=token), **claims} if settings.OIDC_ROLE_CLAIM not in claims else claims
    )
    if all_claims.get("sub") != claims["sub"]:
        raise ValueError("userinfo is of somebody else")
    return Visitor(
        issuer=claims["iss"],
        subject=claims["sub"],
        login=str(all_claims.get("preferred_username") or claims["sub"])[:150],
        name=str(all_claims.get("name") or all_claims.get("preferred_username") or claims["sub"])[:100],
        role=_role(all_claims.get(settings.OIDC_ROLE_CLAIM)),
        id_token=token["id_token"],
    )


def _role(claim: Any) -> str:
    """The first role of the settings that the provider names."""
    names = claim if isinstance(claim, list) else str(claim or "").split()
    role = next((ours for theirs, ours in settings.OIDC_ROLES if theirs in names), None)
    if role is None:
        raise LogInRefused("role")
    return str(role)


def address_to_leave_by(request: HttpRequest, id_token: str) -> str:
    """Where the browser goes to be logged out at the provider too; our own log-in page when that cannot be asked."""
    ours = reverse("people:log_in")
    try:
        address = client().create_logout_url(
            post_logout_redirect_uri=request.build_absolute_uri(ours), id_token_hint=id_token
        )
    except FAILURES:
        return ours
    return str(address["url"])
