"""Every address of the program. `/api/v1/` stays free for the interface that comes later."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from veerkracht.web.people import entry
from veerkracht.web.people.doors import public
from veerkracht.web.ui.views import gallery

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("gezond", views.healthy, name="healthy"),
    path("galerij", public("shows components, nobody's data")(gallery), name="gallery"),
    path("", include("veerkracht.web.today.urls")),
    path("", include("veerkracht.web.people.urls")),
    path("", include("veerkracht.web.map.urls")),
    path("", include("veerkracht.web.purse.urls")),
    path("", include("veerkracht.web.planner.urls")),
    path("", include("veerkracht.web.plan.urls")),
    path("", include("veerkracht.web.guide.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo", entry.demo, name="demo"))

handler400 = "veerkracht.web.config.views.bad_request"
handler403 = "veerkracht.web.config.views.forbidden"
handler404 = "veerkracht.web.config.views.not_found"
handler500 = "veerkracht.web.config.views.broken"
