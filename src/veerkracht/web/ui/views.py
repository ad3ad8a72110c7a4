"""The gallery: every component in every state. It is also what the accessibility test looks at."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .gallery import example_form, examples

PARTS = {
    "": "ui/gallery.html",
    "fouten": "ui/gallery_mistakes.html",
    "haar-telefoon": "ui/gallery_mine.html",
    "twee-versies": "ui/conflict.html",
}


def gallery(request: HttpRequest) -> HttpResponse:
    """`?toon=` one of the parts; whole frames cannot stand inside another page."""
    part = request.GET.get("toon", "")
    if part not in PARTS:
        raise Http404
    return render(request, PARTS[part], {**examples(), "form": example_form(wrong=part == "fouten")})
