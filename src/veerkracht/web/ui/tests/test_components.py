"""The components: what they say to a browser and to a screen reader, and that they refuse what is not in the look."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from veerkracht.web.ui.slots import Link
from veerkracht.web.ui.templatetags.ui import initials


def shown(source: str, **context: object) -> str:
    """What a template with our components becomes."""
    request = RequestFactory().get("/mensen/", {"zoek": "sami", "bladzijde": "2"})
    return engines["django"].from_string("{% load ui %}" + source).render(context, request)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Samira Bouzid", "SB"),
        ("Joke van Dam", "JD"),
        ("Fatima", "F"),
        ("de buurvrouw", "DB"),
        ("أمينة", "أ"),
        ("", ""),
    ],
)
def test_initials_take_first_and_last_name(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_an_icon_is_hidden_from_screen_readers_unless_it_says_something() -> None:
    assert 'aria-hidden="true"' in shown('{% icon "users" %}')
    labelled = shown('{% icon "lock" label="Alleen voor haar" %}')
    assert 'role="img"' in labelled
    assert 'aria-label="Alleen voor haar"' in labelled
    assert "aria-hidden" not in labelled


def test_an_unknown_icon_says_where_to_add_it() -> None:
    with pytest.raises(ValueError, match=r"no icon 'unicorn'.*icons\.txt"):
        shown('{% icon "unicorn" %}')


@pytest.mark.parametrize(
    "source",
    [
        '{% badge "x" tone="red" %}',
        '{% owner "x" "client" %}',
        '{% button "x" variant="danger" %}',
        '{% alert "error" %}x{% endalert %}',
        '{% card tone="red" %}x{% endcard %}',
        '{% empty "x" picture="graph" %}',
    ],
)
def test_only_the_tones_of_the_look_exist(source: str) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        shown(source)


def test_words_of_people_are_never_markup() -> None:
    evil = "<script>alert(1)</script>"
    page = shown(
        "{% quote x %}{% person x %}{% badge x %}{% button x title=x %}{% owner x %}"
        "{% card title=x %}{{ x }}{% endcard %}{% empty x %}{% facts pairs %}",
        x=evil,
        pairs=[(evil, evil)],
    )
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 11


def test_a_button_passes_attributes_on_and_leaves_out_what_is_false() -> None:
    page = shown('{% button "Ja" hx_post="/ja" aria_pressed="true" disabled=True hidden=False %}')
    assert 'hx-post="/ja"' in page
    assert 'aria-pressed="true"' in page
    assert 'disabled=""' in page
    assert "hidden=" not in page


def test_a_quote_follows_the_direction_of_its_script() -> None:
    assert 'dir="auto"' in shown("{% quote x %}", x="أمي تساعدني")


def test_a_card_without_heading_has_none() -> None:
    assert "<h2" not in shown("{% card %}tekst{% endcard %}")
    assert "<h3>Kaart</h3>" in shown('{% card title="Kaart" level=3 %}tekst{% endcard %}')


def test_pages_of_a_list_keep_the_search() -> None:
    page = shown("{% pagination pages %}", pages=Paginator(range(100), 10).get_page(2))
    assert "?zoek=sami&amp;bladzijde=3" in page
    assert page.count('aria-current="page"') == 1


def test_one_page_needs_no_links() -> None:
    assert "<nav" not in shown("{% pagination pages %}", pages=Paginator(range(3), 10).get_page(1))


def test_the_bar_of_a_phone_holds_five_and_puts_the_rest_under_more() -> None:
    links = [Link(f"Deel {n}", f"/{n}", "users") for n in range(7)]
    few, many = shown("{% phone_bar links %}", links=links[:5]), shown("{% phone_bar links %}", links=links)
    assert "Meer" not in few
    assert few.count("vk-bar__link") == 5
    assert "Meer" in many
    assert many.count("vk-nav__link") == 3


def test_tabs_say_which_one_is_open() -> None:
    links = [Link("Kaart", "/kaart", "circles"), Link("Plan", "/plan", "heart-handshake", current=True)]
    page = shown('{% tabs links "Onderdelen" %}', links=links)
    assert "<summary>Plan " in page
    assert page.count('aria-current="page"') == 2  # the row of the desk and the list of the phone


def test_her_page_is_named_after_the_part_she_is_in() -> None:
    links = [Link("Kaart", "/kaart", "circles"), Link("Plan", "/plan", "heart-handshake", current=True)]
    assert shown("{% her_heading %}", tabs=links) == "<h1>Plan</h1>"
    assert shown("{% her_heading %}") == ""


def test_a_timeline_tells_when_who_and_what() -> None:
    at = dt.datetime(2026, 11, 12, 10, 15, tzinfo=dt.UTC)
    page = shown("{% timeline lines %}", lines=[SimpleNamespace(at=at, who="Samira", words="zei ja.")])
    assert "12 november 2026, 11.15 uur" in page
    assert "<strong>Samira</strong> zei ja." in page
