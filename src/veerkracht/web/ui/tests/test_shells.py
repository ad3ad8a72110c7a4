"""The frames around pages: complete, without inline style or script, kind when something goes wrong."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from veerkracht.web.ui import views
from veerkracht.web.ui.gallery import examples

PARTS = list(views.PARTS)
ERRORS = [400, 403, 404, 409, 500, 503]


def as_visitor(rf: RequestFactory, part: str = "") -> HttpRequest:
    request = rf.get("/galerij", {"toon": part})
    request.user = SimpleNamespace()  # nobody is logged in
    return request


def page(rf: RequestFactory, part: str) -> str:
    return views.gallery(as_visitor(rf, part)).content.decode()


def test_there_is_no_other_part(rf: RequestFactory) -> None:
    with pytest.raises(Http404):
        page(rf, "iets-anders")


@pytest.mark.parametrize("part", PARTS)
def test_no_inline_style_or_script(rf: RequestFactory, part: str) -> None:
    html = page(rf, part)
    assert not re.search(r"<[^>]+\sstyle\s*=", html)
    assert not re.search(r"<[^>]+\son\w+\s*=", html)
    assert "<style" not in html
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("part", PARTS)
def test_every_frame_speaks_dutch_and_can_be_skipped_into(rf: RequestFactory, part: str) -> None:
    html = page(rf, part)
    assert '<html lang="nl"' in html
    assert 'href="#inhoud"' in html
    assert html.count('id="inhoud"') == 1
    assert html.count("<h1") == 1
    assert 'name="viewport"' in html


def test_htmx_may_not_evaluate_nor_keep_pages(rf: RequestFactory) -> None:
    html = page(rf, "")
    for setting in ('"allowEval":false', '"includeIndicatorStyles":false', '"historyCacheSize":0'):
        assert setting in html


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_page_is_kind_and_shows_a_way_on(rf: RequestFactory, status: int) -> None:
    html = render_to_string("ui/error.html", {"status": status}, as_visitor(rf))
    assert "Naar het begin" in html
    assert "!" not in re.sub(r"<[^>]*>", "", html)
    assert str(status) not in re.sub(r"<[^>]*>", "", html)


def test_error_pages_differ(rf: RequestFactory) -> None:
    titles = {
        re.search(r"<h1>(.*?)</h1>", render_to_string("ui/error.html", {"status": s}, as_visitor(rf))).group(
            1
        )  # type: ignore[union-attr]
        for s in ERRORS
    }
    assert len(titles) == len(ERRORS)


def test_the_merge_view_sends_each_field_once_and_carries_the_rest(rf: RequestFactory) -> None:
    html = render_to_string(
        "ui/conflict.html", {**examples(), "keep": [("seen_version", "7")]}, as_visitor(rf)
    )
    assert '<input type="hidden" name="seen_version" value="7">' in html
    assert html.count('name="wish"') == 2  # two radio buttons, one answer
    assert "<textarea name=" not in html


def test_a_question_before_something_final(rf: RequestFactory) -> None:
    asked = {
        "title": "Yara weghalen?",
        "sentence": "Haar gegevens verdwijnen uit dit dossier.",
        "action_label": "Ja, weghalen",
        "cancel_url": "/terug",
    }
    html = render_to_string("ui/confirm.html", asked, as_visitor(rf))
    assert "Ja, weghalen" in html
    assert 'href="/terug"' in html
    assert "csrfmiddlewaretoken" in html
