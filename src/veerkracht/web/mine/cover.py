"""Lijstje: a shopping list over everything of hers, for when somebody looks along.

One tap, and every address gives the list: the same for everybody, never filled from her data. It goes away when her
own word is typed as something to add, or by a normal log-in. A wrong word is just added to the list.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from veerkracht.web.people.doors import SignedInRequest, on_own_case, public
from veerkracht.web.people.models import Account, Case

from .forms import LIST, plain_word
from .models import CoverWord

COVERED, ADDED = "covered", "shopping_list"
MOST_ADDED, LONGEST = 20, 60


def has_cover_word(account: Account) -> bool:
    return CoverWord.objects.filter(account=account).exists()


@on_own_case("persoonsgegevens_kern", post="read")
def cover(request: SignedInRequest, case: Case) -> HttpResponse:
    """Put the list over everything. Without a word of her own there would be no way back but the log-in."""
    if not has_cover_word(request.user):
        return redirect("mine:cover_word")
    request.session[COVERED] = True
    return redirect("mine:shopping_list")


@public("a shopping list; shows nothing of anybody")
def shopping_list(request: HttpRequest) -> HttpResponse:
    added = list(request.session.get(ADDED, []))
    if request.method == "POST":
        typed = request.POST.get("new", "").strip()[:LONGEST]
        if _is_her_word(request, typed):
            request.session.pop(COVERED, None)
            return redirect("mine:start")
        if typed:
            request.session[ADDED] = [*added, typed][-MOST_ADDED:]
        return redirect("mine:shopping_list")
    return render(request, "mine/shopping_list.html", {"groceries": [*LIST, *added]})


def _is_her_word(request: HttpRequest, typed: str) -> bool:
    if not request.user.is_authenticated:
        return False
    row = CoverWord.objects.filter(account=request.user).first()
    return row is not None and check_password(plain_word(typed), row.word_hash)


class Cover:
    """While the list lies over it, every address leads there. Sluit and a log-in still work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.session.get(COVERED):
            return self.get_response(request)
        open_ways = {reverse("mine:shopping_list"), reverse("people:leave"), reverse("people:season")}
        open_ways |= {reverse("people:log_in"), reverse("people:log_out")}
        if request.path in open_ways:
            return self.get_response(request)
        return redirect("mine:shopping_list")
