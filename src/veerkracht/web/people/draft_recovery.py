"""What somebody typed when the log-in ran out: kept on the server for that same person, given back after log-in."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from veerkracht.web.record.encryption import decrypt, encrypt

_KEY = "kept"
_NEVER = {"csrfmiddlewaretoken", "password", "again", "present", "code", "own_code", "first", "second"}
_MOST = 300_000  # characters; a form of ours holds at most a few texts of 20,000


@dataclass(frozen=True)
class RecoveredDraft:
    path: str
    fields: list[tuple[str, str]]

    @property
    def texts(self) -> list[str]:
        """The pieces somebody wrote, to show that they are still there."""
        return [value for name, value in self.fields if " " in value.strip() and not name.startswith("was")]


def keep_typed(request: HttpRequest) -> None:
    """Put the posted fields in the (new, anonymous) session, bound to the account whose log-in just ended."""
    account_id = getattr(request, "expired_account_id", None)
    fields = [[name, v] for name, values in request.POST.lists() for v in values if name not in _NEVER]
    if account_id is None or not fields or sum(len(v) for _, v in fields) > _MOST:
        return
    sealed = encrypt(json.dumps(fields))
    request.session[_KEY] = {"path": request.path, "fields": sealed, "account": account_id}


def kept_for(request: HttpRequest) -> RecoveredDraft | None:
    """What waits for the account that is logged in now; another account's text is dropped unseen."""
    waiting = request.session.get(_KEY)
    if waiting is None:
        return None
    if waiting["account"] != request.user.pk:
        del request.session[_KEY]
        return None
    return RecoveredDraft(waiting["path"], [(name, value) for name, value in _opened(waiting["fields"])])


def _opened(fields: str | list[list[str]]) -> list[list[str]]:
    """A session from before the upgrade holds them plain."""
    opened: list[list[str]] = json.loads(decrypt(fields)) if isinstance(fields, str) else fields
    return opened


def give_back(request: HttpRequest) -> RecoveredDraft | None:
    """As `kept_for`, and forget it: the page that shows it holds it now."""
    draft = kept_for(request)
    request.session.pop(_KEY, None)
    return draft


def typed_in(posted: QueryDict) -> RecoveredDraft:
    """The same for a form that came too late or without its token: shown again on the spot."""
    return RecoveredDraft("", [(n, v) for n, values in posted.lists() for v in values if n not in _NEVER])
