"""PRV-05 and PRV-07: what must not be asked is asked nowhere, and the log of the program holds no content."""

from __future__ import annotations

import importlib
import inspect
import io
import json
import logging
import pkgutil
import re

import pytest
import structlog
from django import forms
from django.apps import apps
from django.template.backends.django import Template
from django.utils.safestring import SafeString

import veerkracht.web
from tests.security.addresses import addresses
from tests.security.conftest import Life
from veerkracht.web.config.logging import ALLOWED

# What a field may never be called, in Dutch or English, whole words of a name in lower_snake.
FORBIDDEN = {
    "nationality",
    "nationaliteit",
    "ethnicity",
    "etniciteit",
    "origin",
    "herkomst",
    "afkomst",
    "race",
    "ras",
    "religion",
    "religie",
    "geloof",
    "culture",
    "cultuur",
    "diagnosis",
    "diagnose",
    "disorder",
    "stoornis",
    "iq",
    "risk",
    "risico",
    "score",
    "readiness",
    "motivation",
    "motivatie",
    "distance",
    "afstand",
    "trede",
    "level",
    "profile",
    "profiel",
    "prediction",
    "voorspelling",
    "fraud",
    "fraude",
    "sanction",
    "sanctie",
    "maatregel",
    "attendance",
    "aanwezigheid",
    "compliance",
    "criminal",
    "strafblad",
    "bsn",
    "birthplace",
    "geboorteland",
}
# `origin` of a row on the wished map is the row it was copied from; not where anybody comes from.
# The level of a training is that of a diploma (mbo 2, hbo); never how far a person is.
MEANT_OTHERWISE = {("map", "origin"), ("training", "level")}


def words(name: str) -> set[str]:
    return set(re.split(r"[_\W]+", name.lower()))


def test_no_table_has_a_field_that_must_not_exist() -> None:
    ours = [m for m in apps.get_models() if m.__module__.startswith("veerkracht.")]
    assert len(ours) > 8
    for model in ours:
        for name in (f.name for f in model._meta.get_fields()):
            if (model._meta.app_label, name) not in MEANT_OTHERWISE:
                assert not words(name) & FORBIDDEN, f"{model.__name__}.{name}"


def form_classes() -> list[type[forms.BaseForm]]:
    found = []
    for module in pkgutil.walk_packages(veerkracht.web.__path__, "veerkracht.web."):
        if module.name.endswith(".forms"):
            held = vars(importlib.import_module(module.name)).values()
            found += [c for c in held if inspect.isclass(c) and issubclass(c, forms.BaseForm)]
    return found


def test_no_form_asks_what_must_not_be_asked() -> None:
    assert len(form_classes()) > 8
    for form in form_classes():
        for name, field in form.base_fields.items():
            app_label = form.__module__.split(".")[2]
            if (app_label, name) not in MEANT_OTHERWISE:
                assert not words(name) & FORBIDDEN, f"{form.__name__}.{name}"
            assert not words(str(field.label or "")) & (FORBIDDEN - {"level", "distance"}), (
                f"{form.__name__}.{name}"
            )


CANARY = "Kanarie-Kwetterman"


@pytest.fixture
def log() -> io.StringIO:
    """Everything the program would write to its log, in the form in which it writes it."""
    held = io.StringIO()
    ours = logging.getLogger("veerkracht")
    handler = logging.StreamHandler(held)
    handler.setFormatter(ours.handlers[0].formatter)
    loggers = [ours, logging.getLogger()]
    for logger in loggers:
        logger.addHandler(handler)
    yield held
    for logger in loggers:
        logger.removeHandler(handler)


def render_or_break(page: Template, context=None, request=None):  # type: ignore[no-untyped-def]
    """No page can be made any more, but for the one that says so."""
    if page.origin.name.endswith("error.html"):
        return SafeString("")
    raise ValueError(f"{CANARY} {request.path} {dict(request.POST)}")


def test_the_log_holds_ids_and_never_content(as_, peter, samira, samiras: Life, log, monkeypatch) -> None:
    """Every address with the canary in every place where somebody could type, first well and then broken."""
    samiras.case.change(1, first_name=CANARY, last_name=CANARY, address=CANARY)
    form = dict.fromkeys(
        ("first_name", "what", "wish", "name", "text", "login", "password", "zoek", "token"), CANARY
    )
    for broken in (False, True):
        if broken:
            monkeypatch.setattr(Template, "render", render_or_break)
        for who in (peter, samira):
            browser = as_(who)
            browser.raise_request_exception = False
            for address in addresses():
                url = address.url(samiras.given)
                browser.get(url, {"zoek": CANARY})
                browser.post(url, form)
        browser.get(f"/{CANARY}/")
    lines = log.getvalue().splitlines()
    assert len(lines) > 10, "the broken round should have been logged"
    for line in lines:
        assert CANARY.lower() not in line.lower() and samiras.case.public_id not in line, line
        assert set(json.loads(line)) <= ALLOWED, line


def test_a_careless_line_loses_what_it_may_not_hold(log) -> None:
    structlog.get_logger("veerkracht").info("saved", name=CANARY, text=CANARY, case=7, account=3)
    line = json.loads(log.getvalue())
    assert line["event"] == "saved" and line["case"] == 7 and CANARY not in log.getvalue()


def test_addresses_hold_no_names(as_, peter, samiras: Life) -> None:
    for address in addresses():
        url = address.url(samiras.given).lower()
        assert not any(word in url for word in ("samira", "haddad", "yara", "oma"))
