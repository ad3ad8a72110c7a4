"""One way to save a form: once, and never over somebody else's change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from veerkracht.web.ui.forms import EditForm, Form

from .actions import AlreadyDone
from .models import Conflict
from .queries import last_writer

Then = str | Callable[[Any], str]


def save(
    request: HttpRequest, form: Form, act: Callable[..., Any], *, then: Then, said: str, **arguments: Any
) -> HttpResponse | None:
    """Run an action with what the form holds.

    Args:
        act: the action; gets `by`, `once`, the form's values and `given`, for an EditForm also `seen_version`.
        then: where to go afterwards; may depend on what was made (None when an earlier copy of the form made it).
        said: what is said there, only after the write is on disk.

    Returns:
        The answer, or None when the form itself is not right yet: show it again, it says why.
    """
    if not form.is_valid():
        return None
    if isinstance(form, EditForm) and form.changes_something:
        arguments["seen_version"] = form.cleaned_data["seen_version"]
    written = None
    try:
        written = act(by=request.user, **form.values, **arguments)
    except AlreadyDone:
        pass  # the first copy did it; the second only wants to hear that it is done
    except Conflict as conflict:
        assert isinstance(form, EditForm)
        return merge_page(request, form, conflict, back=_address(then, None))
    messages.success(request, said)
    return redirect(_address(then, written))


def _address(then: Then, written: Any) -> str:
    return then if isinstance(then, str) else then(written)


def seen_version(request: HttpRequest) -> int:
    """The version a button without a form was shown with; 0, which nothing has, when it does not say."""
    seen = request.POST.get("seen_version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else 0


def merge_page(request: HttpRequest, form: EditForm, conflict: Conflict, *, back: str) -> HttpResponse:
    """409: what stood there, what stands there now, what was typed; nothing typed is lost."""
    current = conflict.current
    keep = [
        *form.untouched(current),
        ("once", form.data.get("once", "")),
        ("seen_version", str(current.version)),
        ("was", form.was_now(current)),
    ]
    hers, writer = not getattr(request.user, "is_staff_member", False), last_writer(current)
    page = {
        "layout": "ui/mine.html" if hers else "ui/app.html",
        "hers": hers,
        "tabs": [],
        "oneself": writer == request.user.pk,
        "somebody_else": writer not in (None, request.user.pk),
        "differences": form.differences(current),
        "keep": keep,
        "back": back,
    }
    return render(request, "ui/conflict.html", page, status=409)
