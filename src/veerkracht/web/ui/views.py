"""The gallery: every component in every state on one page. It is also what the accessibility test looks at."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .gallery import example_form, examples


def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery.html", {**examples(), "form": example_form()})


def gallery_mistakes(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery_mistakes.html", {"form": example_form(wrong=True)})


def gallery_mine(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/gallery_mine.html", examples())


def gallery_conflict(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/conflict.html", examples())
