"""Every view says who may enter, with one of three decorators; the `Doors` middleware refuses a view without one.

`public` for pages anybody may see, `signed_in` for things of no case, `on_case` for everything of one person.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from .authorize import require, roles_of
from .models import Account, Case

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Access:
    """Who may enter a view: `door` is public, account or case; `actions` maps the method to the matrix's action."""

    door: str
    kind: str
    actions: Mapping[str, str]


def public(why: str) -> Callable[[View], View]:
    """Anybody may enter; `why` says why that is right."""
    return _with_access(Access("public", why, {}), lambda view: functools.partial(view))


def signed_in(kind: str, *, get: str = "", post: str = "") -> Callable[[View], View]:
    """Somebody who is logged in and may do this to an object of no case (a list, her own account)."""
    access = Access("account", kind, _actions(get, post))

    def wrap(view: View) -> View:
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            action = access.actions.get(_method(request))
            if action is None:
                return HttpResponseNotAllowed(list(access.actions))
            require(request.user, action, kind, obj=request.user)
            return view(request, *args, **kwargs)

        return enter

    return _with_access(access, wrap)


def on_case(kind: str, *, get: str = "", post: str = "") -> Callable[[View], View]:
    """Somebody who may do this to a thing of this case. The view gets the case; a reading is logged afterwards."""
    access = Access("case", kind, _actions(get, post))

    def wrap(view: View) -> View:
        def enter(request: HttpRequest, public_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
            action = access.actions.get(_method(request))
            if action is None:
                return HttpResponseNotAllowed(list(access.actions))
            case = find_case(request.user, public_id)
            require(request.user, action, kind, case=case)
            request.looked_at = (case.pk, kind, case.viewer_role)  # type: ignore[attr-defined]
            return view(request, case, *args, **kwargs)

        return enter

    return _with_access(access, wrap)


def find_case(account: Account, public_id: str) -> Case:
    """The case with this id if the account may see it at all.

    Raises:
        Http404: absent and forbidden look the same, and take the same queries.
    """
    found = Case.objects.visible_to(account).filter(public_id=public_id)
    case = found.select_related("municipality", "household").first()
    if case is None:
        raise Http404
    case.viewer_role = next(iter(roles_of(account, case)))  # type: ignore[attr-defined]
    return case


def _method(request: HttpRequest) -> str:
    return "GET" if request.method == "HEAD" else str(request.method)


def _actions(get: str, post: str) -> dict[str, str]:
    return {method: action for method, action in (("GET", get), ("POST", post)) if action}


def _with_access(access: Access, wrap: Callable[[View], View]) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        entered = functools.wraps(view)(wrap(view))
        entered.access = access  # type: ignore[attr-defined]
        return entered

    return decorate
