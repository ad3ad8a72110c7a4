"""`/rekenen`: the same sum for anybody, without log-in. Nothing is kept: the answers travel in the address."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people.doors import public

from ..domain.outcome import NOW
from ..domain.situation import ChildOf, KnownPerson
from ..hours.page import hours_of
from ..now.page import LookedAtWork, first_words, look_of, money_of
from ..now.views import column_named, row_shown, steps_shown
from ..scheme_queries import schemes_for_anybody
from ..schemes.page import schemes_of
from .forms import PublicForm

CHILDREN = tuple(
    ChildOf(str(number), name)
    for number, name in enumerate(("Eerste kind", "Tweede kind", "Derde kind", "Vierde kind"), start=1)
)
WHY = "a sum with the law, about nobody: nothing is stored"


class AskedSum:
    """What an address asks: the form over it, and the household it describes."""

    def __init__(self, request: HttpRequest) -> None:
        self.day: dt.date = timezone.localdate()
        self.form = PublicForm(request.GET if request.GET else None, children=CHILDREN)
        self.is_right = self.form.is_bound and self.form.is_valid()
        self.answers: dict[str, Any] = self.form.answers if self.is_right else {}
        children = tuple(one for one in CHILDREN if f"leeftijd_{one.key}" in self.answers)
        self.person = KnownPerson(None, children, schemes_for_anybody())
        self.looked_at: LookedAtWork = look_of(request.GET, self.answers, self.person, self.day)
        self.keep = urlencode([*self.form.told_pairs, *self.looked_at.pairs])
        self.links = {
            "hours": reverse("purse:public_hours"),
            "schemes": reverse("purse:public_schemes"),
            "row": reverse("purse:public_row", args=["x"]).removesuffix("x/"),
            "steps": reverse("purse:public_steps", args=["x"]).removesuffix("x/"),
            "doubt": "",
            "part": "",
            "keep": "",
        }

    def page(self, **context: Any) -> dict[str, Any]:
        return {
            "links": self.links,
            "keep": self.keep,
            "form": self.form,
            "hers": True,
            "is_public": True,
            "today": self.day,
            **context,
        }


@public(WHY, costly=True)
def money(request: HttpRequest) -> HttpResponse:
    asked = AskedSum(request)
    calculated = money_of(asked.answers, asked.person, asked.looked_at, asked.day) if asked.is_right else None
    first = first_words(calculated) if calculated else []
    page = asked.page(
        money=calculated, headline=first, look=asked.looked_at, look_pairs=asked.looked_at.pairs
    )
    return render(request, "purse/public.html", page)


@public(WHY, costly=True)
def hours(request: HttpRequest) -> HttpResponse:
    asked = AskedSum(request)
    hours_page = hours_of(asked.answers, asked.person, asked.looked_at, request.GET, asked.day)
    return render(request, "purse/public_hours.html", asked.page(hours=hours_page))


@public(WHY, costly=True)
def schemes(request: HttpRequest) -> HttpResponse:
    asked = AskedSum(request)
    schemes_page = schemes_of(asked.answers, asked.person, asked.day)
    return render(request, "purse/public_schemes.html", asked.page(schemes=schemes_page))


@public(WHY, costly=True)
def row(request: HttpRequest, quantity: str) -> HttpResponse:
    asked = AskedSum(request)
    calculated = money_of(asked.answers, asked.person, asked.looked_at, asked.day)
    if calculated.outcome is None:
        return redirect("purse:public")
    return render(request, "purse/public_row.html", asked.page(**row_shown(calculated, quantity)))


@public(WHY, costly=True)
def steps(request: HttpRequest, quantity: str) -> HttpResponse:
    asked = AskedSum(request)
    calculated = money_of(asked.answers, asked.person, asked.looked_at, asked.day)
    if calculated.outcome is None:
        return redirect("purse:public")
    column = column_named(calculated, request.GET.get("kolom", NOW))
    return render(request, "purse/public_steps.html", asked.page(**steps_shown(calculated, column, quantity)))
