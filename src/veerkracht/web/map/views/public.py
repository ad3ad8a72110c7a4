"""For everybody, without log-in: the five rings as a guide, and the method with where each item lives."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from veerkracht.web.people.doors import public

from .. import ring_guide as guide
from ..method_page import chapters


@public("the method itself, nobody's data: for anyone who wants to work this way, with paper too")
def rings(request: HttpRequest) -> HttpResponse:
    guides = guide.all_guides()
    return render(request, "map/rings.html", {"guides": guides, "circles": guide.circles(guides)})


@public("the method itself and where it stands in the program; nobody's data")
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "map/method.html", {"chapters": chapters()})
