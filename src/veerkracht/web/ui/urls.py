"""Addresses of the gallery of components."""

from __future__ import annotations

from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [
    path("galerij", views.gallery, name="gallery"),
    path("galerij/fouten", views.gallery_mistakes, name="gallery_mistakes"),
    path("galerij/haar-telefoon", views.gallery_mine, name="gallery_mine"),
    path("galerij/twee-versies", views.gallery_conflict, name="gallery_conflict"),
]
