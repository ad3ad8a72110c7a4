"""Every address of the program. `/api/v1/` stays free for the interface that comes later."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from veerkracht.web.people import log_in_pages as entry
from veerkracht.web.people.doors import public
from veerkracht.web.ui.views import gallery

from . import views
from .health import healthy, ready
from .metrics import metrics

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("gezond", healthy, name="healthy"),
    path("klaar", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("rondleiding/", views.tour, name="tour"),
    path("toegankelijkheid", views.accessibility, name="accessibility"),
    path("huisstijl/<slug:mark>.<slug:part>", views.house_style, name="house_style"),
    path("galerij", public("shows components, nobody's data")(gallery), name="gallery"),
    path("", include("veerkracht.web.today.urls")),
    path("", include("veerkracht.web.mine.urls")),
    path("", include("veerkracht.web.people.urls")),
    path("", include("veerkracht.web.reach.urls")),
    path("", include("veerkracht.web.facts.urls")),
    path("", include("veerkracht.web.map.urls")),
    path("", include("veerkracht.web.purse.urls")),
    path("", include("veerkracht.web.planner.urls")),
    path("", include("veerkracht.web.plan.urls")),
    path("", include("veerkracht.web.guide.urls")),
    path("", include("veerkracht.web.budget.urls")),
    path("", include("veerkracht.web.training.urls")),
    path("", include("veerkracht.web.aftercare.urls")),
    path("", include("veerkracht.web.signals.urls")),
    path("", include("veerkracht.web.policy.urls")),
    path("", include("veerkracht.web.offers.urls")),
    path("", include("veerkracht.web.chain.urls")),
    path("", include("veerkracht.web.reforms.urls")),
    path("", include("veerkracht.web.archive.urls")),
    path("", include("veerkracht.web.privacy.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo", entry.demo, name="demo"))

handler400 = "veerkracht.web.config.views.bad_request"
handler403 = "veerkracht.web.config.views.forbidden"
handler404 = "veerkracht.web.config.views.not_found"
handler500 = "veerkracht.web.config.views.broken"
