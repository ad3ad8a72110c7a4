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
from ..domain.situation import ChildOf, Person
from ..forms import PublicForm
from ..hours import hours_of
from ..schemes import schemes_of
from ..showing import Look, first_words, look_of, money_of
from .whole import column_named, row_shown, steps_shown

CHILDREN = tuple(
    ChildOf(str(number), name)
    for number, name in enumerate(("Eerste kind", "Tweede kind", "Derde kind", "Vierde kind"), start=1)
)
WHY = "a sum with the law, about nobody: nothing is stored"


class Asked:
    """What an address asks: the form over it, and the household it describes."""

    def __init__(self, request: HttpRequest) -> None:
        self.day: dt.date = timezone.localdate()
        self.form = PublicForm(request.GET if request.GET else None, children=CHILDREN)
        self.is_right = self.form.is_bound and self.form.is_valid()
        self.answers: dict[str, Any] = self.form.answers if self.is_right else {}
        children = tuple(one for one in CHILDREN if f"leeftijd_{one.key}" in self.answers)
        self.person = Person(None, children)
        self.look: Look = look_of(request.GET, self.answers, self.person, self.day)
        self.keep = urlencode([*self.form.told_pairs, *self.look.pairs])
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
            "today": self.day,
            **context,
        }


@public(WHY)
def money(request: HttpRequest) -> HttpResponse:
    asked = Asked(request)
    shown = money_of(asked.answers, asked.person, asked.look, asked.day) if asked.is_right else None
    first = first_words(shown) if shown else []
    page = asked.page(money=shown, headline=first, look=asked.look, look_pairs=asked.look.pairs)
    return render(request, "purse/public.html", page)


@public(WHY)
def hours(request: HttpRequest) -> HttpResponse:
    asked = Asked(request)
    shown = hours_of(asked.answers, asked.person, asked.look, request.GET, asked.day)
    return render(request, "purse/public_hours.html", asked.page(hours=shown))


@public(WHY)
def schemes(request: HttpRequest) -> HttpResponse:
    asked = Asked(request)
    found = schemes_of(asked.answers, asked.person, asked.day)
    return render(request, "purse/public_schemes.html", asked.page(schemes=found))


@public(WHY)
def row(request: HttpRequest, quantity: str) -> HttpResponse:
    asked = Asked(request)
    shown = money_of(asked.answers, asked.person, asked.look, asked.day)
    if shown.outcome is None:
        return redirect("purse:public")
    return render(request, "purse/public_row.html", asked.page(**row_shown(shown, quantity)))


@public(WHY)
def steps(request: HttpRequest, quantity: str) -> HttpResponse:
    asked = Asked(request)
    shown = money_of(asked.answers, asked.person, asked.look, asked.day)
    if shown.outcome is None:
        return redirect("purse:public")
    column = column_named(shown, request.GET.get("kolom", NOW))
    return render(request, "purse/public_steps.html", asked.page(**steps_shown(shown, column, quantity)))
