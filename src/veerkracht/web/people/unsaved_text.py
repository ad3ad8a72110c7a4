"""What is typed and not sent yet, saved while somebody types: a dead battery, a time-out or a reload takes no sentence.

A page with JavaScript sends the texts of a form two seconds after the last key (`ui/elements/draft-recovery.js`) and
asks for them when the form is opened again. A form that was saved has nothing unsaved any more.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from .doors import SignedInRequest, signed_in
from .models import Account, UnsavedText

MOST_CHARACTERS, MOST_FORMS = 100_000, 30
OLDEST = dt.timedelta(days=7)
HAS_UNSAVED = "has_unsaved_text"


@signed_in("account_eigen", post="update")
def unsaved_text(request: SignedInRequest) -> HttpResponse:
    """Keep, give back or drop what was typed in one form: `what` is save, find or drop."""
    address = request.POST.get("address", "")[:300]
    rows = UnsavedText.objects.filter(account=request.user, address=address)
    deed = request.POST.get("what", "")
    if deed == "save":
        return _save(request, address)
    if deed == "drop":
        rows.delete()
        return HttpResponse(status=204)
    waiting = rows.filter(saved_at__gte=timezone.now() - OLDEST).first()
    if deed != "find" or waiting is None:
        return HttpResponse(status=204)
    moment = timezone.localtime(waiting.saved_at)
    return JsonResponse({"fields": waiting.fields, "at": moment.strftime("%-d-%-m, %H.%M")})


def _save(request: SignedInRequest, address: str) -> HttpResponse:
    fields = _texts(request.POST.get("fields", ""))
    if not address.startswith("/") or fields is None:
        return HttpResponse(status=400)
    now = timezone.now()
    UnsavedText.objects.update_or_create(
        account=request.user, address=address, defaults={"fields": fields, "saved_at": now}
    )
    _drop_the_oldest(request.user, now)
    request.session[HAS_UNSAVED] = True
    return HttpResponse(status=204)


def _texts(sent: str) -> dict[str, str] | None:
    """Names and texts of the fields; None when that is not what was sent."""
    if len(sent) > MOST_CHARACTERS:
        return None
    try:
        fields: Any = json.loads(sent)
    except ValueError:
        return None
    if not isinstance(fields, dict) or not all(isinstance(text, str) for text in fields.values()):
        return None
    return fields


def _drop_the_oldest(account: Account, now: dt.datetime) -> None:
    rows = UnsavedText.objects.filter(account=account)
    rows.filter(saved_at__lt=now - OLDEST).delete()
    newest = list(rows.order_by("-saved_at", "-pk").values_list("pk", flat=True)[:MOST_FORMS])
    rows.exclude(pk__in=newest).delete()


def forget_when_sent(request: HttpRequest, response: HttpResponse) -> None:
    """A form that was saved leads elsewhere: what was kept of it while typing is not needed any more."""
    is_saved = request.method == "POST" and response.status_code in (204, 302, 303)
    if is_saved and request.user.is_authenticated and request.session.get(HAS_UNSAVED):
        UnsavedText.objects.filter(account=request.user, address=request.path).delete()
