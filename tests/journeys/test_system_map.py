"""The map of three stories: the course that was not official, a bicycle shop, and age in the eyes of employers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from veerkracht.web.map.domain import MapNode, Ring, SystemMap
from veerkracht.web.map.domain.list_and_paragraph import ListEntry, RingList
from veerkracht.web.map.tests.read_back import facts_in_list, facts_in_paragraph
from veerkracht.web.map.tests.read_back_svg import facts_in_svg

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
SAMIRA, ROOS, ASTRID = "V7PNTK53", "W2EYKN7T", "Y7DXV3QB"
GUIDES = {SAMIRA: "Peter van Dongen", ROOS: "Aylin Demir", ASTRID: "Joost Hermans"}
STORIES = pytest.mark.parametrize("case", list(GUIDES), ids=["samira", "roos", "astrid"])
NAMES = {SAMIRA: "Samira", ROOS: "Roos", ASTRID: "Astrid"}
MOTHERS = pytest.mark.parametrize("person", ["Samira Haddad", "Roos Willemsen", "Astrid Molenaar"])
SVG_TEXT = "svg => new XMLSerializer().serializeToString(svg)"
LINES = """sections => sections.map(one => ({
  ring: one.querySelector('h3').id.replace('ring-', ''),
  lines: [...one.querySelectorAll('.map-line')].map(line => ({
    url: line.querySelector('a').getAttribute('href'),
    title: line.querySelector('a').textContent,
    tags: [...line.querySelectorAll('.map-line__tag')].map(tag => tag.textContent),
    words: (line.querySelector('.map-line__words') || {textContent: ''}).textContent,
  })),
}))"""


def open_map(page, case: str) -> None:
    """From the case, as its klantmanager does: the picture is a page of staff."""
    page.goto(f"/mensen/{case}/")
    page.goto(page.locator(f"a[href='/mensen/{case}/kaart/']").first.get_attribute("href"))


def open_her_map(page) -> None:
    """Her own first page has the way to her map, on a phone and on a desk."""
    page.goto(page.get_by_role("link", name="Iedereen om mij heen").get_attribute("href"))
    page.goto(page.get_by_role("link", name="Naar mijn kaart").get_attribute("href"))


def svg_of(page, sheet: str) -> str:
    return page.locator(f"map-board .map-picture--{sheet} svg").evaluate(SVG_TEXT)


@STORIES
@WIDTHS
def test_picture_list_and_story_say_the_same(open_page, check, case, size):
    page = open_page(GUIDES[case], size)
    open_map(page, case)
    check(page)
    drawn = facts_in_svg(svg_of(page, "wide"))
    assert drawn and facts_in_svg(svg_of(page, "narrow")) == drawn
    names = re.findall(r'data-fact="node" data-id="(\w+)" data-name="([^"]+)"', svg_of(page, "wide"))
    system_map = SystemMap(NAMES[case], tuple(MapNode(key, name, Ring.MICRO) for key, name in names))
    assert facts_in_paragraph(page.locator(".map-paragraph").text_content(), system_map) == drawn
    assert facts_in_list(listed(page), system_map) == drawn


def listed(page) -> list[RingList]:
    abouts = {"plekken": "node", "contacten": "between", "factoren": "factor"}
    return [
        RingList(
            Ring(one["ring"]),
            "",
            "",
            tuple(
                ListEntry(
                    abouts[line["url"].split("/")[4]],
                    "",
                    line["title"],
                    tuple(line["tags"]),
                    (line["words"],),
                )
                for line in one["lines"]
            ),
        )
        for one in page.locator("#kaart .map-ring:has(h3)").evaluate_all(LINES)
    ]


@MOTHERS
@WIDTHS
def test_on_her_own_map_everybody_stands_in_the_list(open_page, check, person, size):
    """Names only, each with its page; the picture that klantmanagers move about is not drawn for her."""
    page = open_page(person, size)
    open_her_map(page)
    check(page)
    assert page.locator("map-board, .map-picture").count() == 0
    listed_for_her = {name.strip() for name in page.locator("#kaart .map-lines a").all_text_contents()}
    case = page.url.split("/mensen/")[1].split("/")[0]
    staff = open_page(GUIDES[case])
    open_map(staff, case)
    drawn = set(re.findall(r'data-fact="node" data-id="\w+" data-name="([^"]+)"', svg_of(staff, "wide")))
    assert drawn and drawn <= listed_for_her, drawn - listed_for_her


def test_the_childcare_stop_hangs_on_the_system_and_not_on_samira(open_page):
    page = open_page("Peter van Dongen")
    page.get_by_role("link", name="Samira Haddad").last.click()
    page.get_by_role("link", name="Kaart", exact=True).first.click()
    stop = page.locator('.map-picture--wide .map-factor[data-ring="exo"][data-text*="opvang stopt"]')
    assert stop.get_attribute("data-owner") == "municipality"
    tied = [
        page.locator(f'.map-picture--wide .map-node[data-id="{key}"]').get_attribute("data-name")
        for key in stop.get_attribute("data-nodes").split()
    ]
    assert any("Gemeente" in name for name in tied) and "Toeslagen" in tied
    assert "Donderdag misschien" in page.locator(".map-line:has-text('Oma')").first.text_content()


@STORIES
@WIDTHS
def test_by_keyboard_a_ring_opens_and_somebody_moves(open_page, check, keyboard, case, size):
    page = open_page(GUIDES[case], size)
    open_map(page, case)
    first = page.locator(".map-picture:visible .map-node").first
    name, before = first.get_attribute("data-name"), first.bounding_box()
    tab_to_node(page, name)
    with page.expect_response(re.compile("verplaatsen")):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-status]")).to_contain_text(name)
    assert page.locator(".map-picture:visible .map-node").first.bounding_box() != before
    assert name in page.evaluate("document.activeElement.getAttribute('aria-label')"), (
        "the focus stays with her"
    )

    open_map_again(page, keyboard, "Organisaties en regels")
    check(page)
    assert page.get_by_role("heading", name="Hulp bij deze ring").is_visible()
    keyboard(page, "Terug naar de hele kaart")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("map-board").is_visible()


def tab_to_node(page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if (
            page.evaluate("(document.activeElement.querySelector('.map-node') || {dataset: {}}).dataset.name")
            == name
        ):
            return
    raise AssertionError(f"{name} cannot be reached with Tab")


def open_map_again(page, keyboard, ring: str) -> None:
    page.reload()
    keyboard(page, ring)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@WIDTHS
def test_the_buttons_do_what_dragging_does(open_page, check, size):
    page = open_page("Aylin Demir", size)
    open_map(page, ROOS)
    page.locator(".map-line__title a").first.click()
    check(page)
    current = page.locator("#plek [data-current]")
    where = (current.get_attribute("data-ring"), current.get_attribute("data-closeness"))
    with page.expect_navigation():
        page.get_by_role("button", name="Verder weg").press("Enter")
    assert (current.get_attribute("data-ring"), current.get_attribute("data-closeness")) != where


def test_a_drag_puts_somebody_on_another_ring(open_page):
    page = open_page("Joost Hermans")
    open_map(page, ASTRID)
    wim = page.locator(".map-picture--wide .map-node[data-name^='Wim']")
    wim.scroll_into_view_if_needed()
    at, ring = wim.bounding_box(), page.locator(".map-picture--wide [data-ring-area='macro']").bounding_box()
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.mouse.down()
    page.mouse.move(ring["x"] + 20, ring["y"] + ring["height"] / 2, steps=8)
    with page.expect_response(re.compile("verplaatsen")):
        page.mouse.up()
    expect(page.locator("[data-status]")).to_contain_text("Samenleving")
    assert wim.get_attribute("data-ring") == "macro"


@STORIES
def test_on_paper_the_map_stands_with_its_legend_and_without_buttons(open_page, case):
    page = open_page(GUIDES[case])
    open_map(page, case)
    page.emulate_media(media="print")
    assert page.locator("map-board .map-picture--wide").is_visible()
    assert page.locator(".system-map-legend").first.is_visible()
    for gone in (
        page.get_by_text("Iemand of iets erbij").first,
        page.locator("[data-hint]"),
        page.locator(".map-views"),
    ):
        assert not gone.is_visible()


@WIDTHS
def test_then_and_now_beside_each_other(open_page, check, size):
    page = open_page("Samira Haddad", size)
    open_her_map(page)
    page.get_by_role("link", name="Naast elkaar").click()
    check(page)
    assert page.locator(".map-pair svg").count() == 0, "no letters of nine points on her telephone"
    assert page.get_by_text("Wat er anders is").is_visible()


@WIDTHS
def test_a_stranger_asks_about_the_mesosystem(open_page, check, size):
    page = open_page(size=size)
    page.goto("/ringen")
    check(page)
    page.get_by_role("link", name="Wat vraag ik? Over het mesosysteem").press("Enter")
    expect(page.locator("#vragen-meso .map-question").first).to_be_in_viewport()


def test_the_method_says_where_everything_lives(open_page, check):
    page = open_page()
    page.goto("/methode")
    check(page)
    page.locator("summary", has_text="Vragen voor het gesprek").click()
    assert page.locator("#Q1").is_visible()
