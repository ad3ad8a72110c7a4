"""Every view says who may enter, with one of three decorators; the `Doors` middleware refuses a view without one.

`public` for pages anybody may see, `signed_in` for things of no case, `on_case` for everything of one person,
`on_own_case` for her own pages, which carry no number in their address.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.translation import gettext as _t
from django_htmx.middleware import HtmxDetails

from .authorize import changes_closed, require, roles_of
from .models import Account, Case
from .public_pace import paced

View = Callable[..., HttpResponse]


# Pages that show several people at once: a look at one is one line in the log, of nobody's case.
LISTS_OF_PEOPLE = frozenset(
    {
        "caseload_overzicht",
        "vandaag",
        "weggehaald",
        "mogelijk_dubbel",
        "toewijzing",
        "avg_verzoek",
        "auditlog",
        "gedeeld_met_mij",
        "mijn_overdracht",
        "wacht_op_u",
    }
)


class SignedInRequest(HttpRequest):
    """A request that came through a door other than `public`: somebody is logged in. Only its type is said here."""

    user: Account
    htmx: HtmxDetails


@dataclass(frozen=True)
class Access:
    """Who may enter a view: `door` is public, account, case or own; `actions` maps the method to the action."""

    door: str
    kind: str
    actions: Mapping[str, str]


def public(why: str, *, costly: bool = False) -> Callable[[View], View]:
    """Anybody may enter; `why` says why that is right. A costly page has a pace, see `public_pace`."""
    return _with_access(
        Access("public", why, {}), lambda view: paced(view) if costly else functools.partial(view)
    )


def signed_in(kind: str, *, get: str = "", post: str = "") -> Callable[[View], View]:
    """Somebody who is logged in and may do this to an object of no case (a list, her own account)."""
    access = Access("account", kind, _actions(get, post))

    def wrap(view: View) -> View:
        def enter(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            action = access.actions.get(_method(request))
            if action is None:
                return HttpResponseNotAllowed(list(access.actions))
            require(request.user, action, kind, obj=request.user)
            if kind in LISTS_OF_PEOPLE:
                request.listed = kind  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        return enter

    return _with_access(access, wrap)


def on_case(kind: str, *, get: str = "", post: str = "") -> Callable[[View], View]:
    """Somebody who may do this to a thing of this case. The view gets the case; a reading is logged afterwards."""
    access = Access("case", kind, _actions(get, post))

    def wrap(view: View) -> View:
        def enter(request: SignedInRequest, public_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
            action = access.actions.get(_method(request))
            if action is None:
                return HttpResponseNotAllowed(list(access.actions))
            case = find_case(request.user, public_id)
            if case.is_closed and changes_closed(action, kind):
                return closed_answer(request, case)
            require(request.user, action, kind, case=case)
            request.looked_at = (case.pk, kind, case.viewer_role)  # type: ignore[attr-defined]
            return view(request, case, *args, **kwargs)

        return enter

    return _with_access(access, wrap)


def keeps_nothing(view: View) -> View:
    """What is typed on this page stands nowhere under an account, not even until it is sent: it must lead back to
    nobody. When the log-in ended meanwhile the text goes back to the page instead of waiting on the server."""
    view.keeps_nothing = True  # type: ignore[attr-defined]
    return view


def closed_answer(request: HttpRequest, case: Case) -> HttpResponse:
    """Nothing changes in a closed case: back to its first page, with the way on."""
    if request.user.pk == case.account_id:
        says = _t(
            "Je begeleiding is gestopt. Daarom kun je hier niets veranderen. Bel je gemeente als dat wel moet."
        )
    else:
        says = _t("Dit dossier is afgesloten. Heropen het eerst, dan kunt u weer iets veranderen.")
    messages.warning(request, says)
    return redirect("people:case", case.public_id)


def on_own_case(kind: str, *, get: str = "", post: str = "") -> Callable[[View], View]:
    """Her own page: the case is that of whoever is logged in, so that the address tells nothing. Nobody else enters."""
    access = Access("own", kind, _actions(get, post))

    def wrap(view: View) -> View:
        def enter(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            action = access.actions.get(_method(request))
            if action is None:
                return HttpResponseNotAllowed(list(access.actions))
            case = own_case(request.user)
            if case.is_closed and changes_closed(action, kind):
                return closed_answer(request, case)
            require(request.user, action, kind, case=case)
            request.looked_at = (case.pk, kind, case.viewer_role)  # type: ignore[attr-defined]
            return view(request, case, *args, **kwargs)

        return enter

    return _with_access(access, wrap)


def own_case(account: Account) -> Case:
    """The case of the one who is logged in.

    Raises:
        Http404: she has none yet, or this is somebody who works here.
    """
    own = Case.objects.visible_to(account).filter(account=account)
    case = own.select_related("municipality", "household").first()
    if case is None:
        raise Http404
    case.viewer_role = next(iter(roles_of(account, case)))  # type: ignore[attr-defined]
    return case


def find_case(account: Account, public_id: str) -> Case:
    """The case with this id if the account may see it at all.

    Raises:
        Http404: absent and forbidden look the same, and take the same queries.
    """
    cases = Case.objects.visible_to(account).filter(public_id=public_id)
    case = cases.select_related("municipality", "household").first()
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
