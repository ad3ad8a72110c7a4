"""A municipality's own colours and logo: only what they should be, readable, and on screen and paper alike."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from veerkracht.web.config.serve import not_ready
from veerkracht.web.people.letterhead import printed_municipality
from veerkracht.web.ui.house_style import folder
from veerkracht.web.ui.house_style.contrast import contrast
from veerkracht.web.ui.house_style.logo import read_logo
from veerkracht.web.ui.house_style.refused import StyleRefused
from veerkracht.web.ui.house_style.tokens import as_css, own_tokens, read_tokens

PURPLE = """/* Gemeente Voorbeeld */
:root {
  --vk-teal-700: #5b2a86;
  --vk-teal-800: #43206a;
  --vk-teal-100: #eee6f5;
  --vk-radius: 0.25rem;
  --vk-font-heading: "Open Sans", Arial, sans-serif;
  --utrecht-button-border-radius: var(--vk-radius);
}
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#5b2a86" d="M0 0h40v20H0z"/></svg>'


def png(width: int = 2, height: int = 1) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x5b\x2a\x86" * width for _ in range(height))
    body = chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body


@pytest.fixture
def house(tmp_path: Path, settings) -> Path:
    (tmp_path / "tokens.css").write_text(PURPLE)
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "house.toml").write_text(
        'name = "Stad Voorbeeld"\naddress = ["Postbus 1", "5000 AA Voorbeeld"]\n'
    )
    settings.HOUSE_STYLE = str(tmp_path)
    folder._read.cache_clear()
    yield tmp_path
    folder._read.cache_clear()


# WCAG 2.2, relative luminance: black on white is 21, #767676 on white the known edge of 4.54.
def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


def test_our_own_colours_pass_their_own_test() -> None:
    assert read_tokens("") == {} and len(own_tokens()) > 60


def test_what_is_served_is_written_anew() -> None:
    tokens = read_tokens(PURPLE)
    assert tokens["--vk-teal-700"] == "#5b2a86" and len(tokens) == 6
    css = as_css(tokens)
    assert "Gemeente Voorbeeld" not in css and css.startswith("@layer municipality {")


@pytest.mark.parametrize(
    "text",
    [
        ":root { --vk-page: url(https://elders.example/x.png); }",
        ":root { --a: url(/uitloggen/) }",
        ":root { --a: red; } body { display: none }",
        "@import 'https://elders.example'; :root { --a: red }",
        ":root { color: red }",
        ":root { --a: expression(alert(1)) }",
        ":root { --a: red\\3b } }",
        ":root { --a: '</style><script>' }",
        ":root { --A: red }",
        ":root { --a: }",
        ":root { --a",
        "a[href^=x] { --a: red }",
        ":root { --vk-target: 10px }",
        ":root { --vk-size-m: 8px }",
        ":root { --a: image-set('x' 1x) }",
        ":root { --a: attr(x) }",
        ":root { --vk-text: #cccccc }",
        ":root { --vk-action: #9fd }",
        ":root { --vk-text: var(--vk-text) }",
        ":root { --vk-text: red }",
        ":root { --a: red }" + "x" * 100_000,
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(StyleRefused, match="tokens.css"):
        read_tokens(text)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<svg:script>alert(1)</svg:script>",
        '<path onload="alert(1)"/>',
        '<image href="https://elders.example/spion.png"/>',
        '<image xlink:href="//elders.example/spion.png"/>',
        '<use href="elders.svg#x"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<a href="#x"><path/></a>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        "<style>@import url(https://elders.example)</style>",
        "<style>path { fill: url(https://elders.example/#x) }</style>",
        '<image href="data:image/svg+xml;base64,AAAA"/>',
    ],
)
def test_a_picture_that_does_more_is_refused(inside: str) -> None:
    with pytest.raises(StyleRefused, match="meer dan zichzelf"):
        read_logo(SVG.replace(b"</svg>", inside.encode() + b"</svg>"), "logo.svg")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", b"<html><svg></svg></html>"),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'),
        ("logo.svg", b"\xff\xfe<svg/>"),
        ("logo.svg", b"<svg>" + b" " * 200_000),
        ("logo.png", SVG),
        ("logo.png", b"\x89PNG\r\n\x1a\n"),
        ("logo.png", png(5_000, 1)),
    ],
)
def test_what_is_no_picture_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(StyleRefused, match=name):
        read_logo(content, name)


def test_it_stands_on_every_page_and_is_safe_by_itself(
    as_: Callable[..., Client], peter, samira, samira_case, house: Path
) -> None:
    mark = folder.style_of("").mark
    text = as_(peter).get("/mensen/").content.decode()
    assert f'href="/huisstijl/{mark}.css"' in text and f'src="/huisstijl/{mark}.logo"' in text
    hers = {page: as_(samira).get(page).content.decode() for page in ("/mijn/", "/mijn/meer/")}
    hers["/inloggen/"] = Client().get("/inloggen/").content.decode()
    assert all(f'href="/huisstijl/{mark}.hers"' in text for text in hers.values())
    assert "logo" not in hers["/mijn/"] + hers["/inloggen/"], (
        "nothing of the municipality: somebody may look along"
    )
    assert f'src="/huisstijl/{mark}.logo"' in hers["/mijn/meer/"] and "Stad Voorbeeld" in hers["/mijn/meer/"]
    assert "--teal: #5b2a86" in Client().get(f"/huisstijl/{mark}.hers").content.decode()
    css, logo = (Client().get(f"/huisstijl/{mark}.{part}") for part in ("css", "logo"))
    assert "--vk-teal-700: #5b2a86" in css.content.decode() and css["Content-Type"].startswith("text/css")
    assert logo.content == SVG and logo["Content-Type"] == "image/svg+xml"
    for answer in (css, logo):
        assert (
            "sandbox" in answer["Content-Security-Policy"]
            and "script-src" not in answer["Content-Security-Policy"]
        )
        assert answer["X-Content-Type-Options"] == "nosniff" and "immutable" in answer["Cache-Control"]
    assert Client().get("/huisstijl/0123456789abcdef.css").status_code == 404
    assert Client().get(f"/huisstijl/{mark}.toml").status_code == 404
    assert "Stad Voorbeeld" in as_(peter).get("/mensen/").content.decode()


def test_the_letter_wears_it(as_: Callable[..., Client], peter, samira_case, house: Path) -> None:
    as_(peter).post(reverse("plan:wish", args=[samira_case.public_id]), {"wish": "Koken", "seen_version": 1})
    ours, letter = (
        printed_municipality(samira_case.municipality),
        reverse("plan:letter", args=[samira_case.public_id]),
    )
    assert ours.name == "Stad Voorbeeld" and ours.address_lines[0] == "Postbus 1"
    assert ours.style.accent == "#5b2a86" and ours.style.logo.startswith("<svg")
    with_logo = as_(peter).get(letter)
    assert with_logo["Content-Type"] == "application/pdf" and b"Logo van" not in with_logo.content[:200]
    (house / "logo.svg").unlink()
    (house / "logo.png").write_bytes(png())
    folder._read.cache_clear()
    assert as_(peter).get(letter)["Content-Type"] == "application/pdf", "a PNG is wrapped for paper"


def test_each_municipality_has_its_own(house: Path, voorbeeld) -> None:
    own = house / voorbeeld.slug
    own.mkdir()
    (own / "house.toml").write_text('name = "Eigen naam"')
    folder._read.cache_clear()
    assert folder.style_of(voorbeeld.slug).name == "Eigen naam" and not folder.style_of(voorbeeld.slug).tokens
    assert folder.style_of("elders").name == "Stad Voorbeeld"


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("tokens.css", ":root { --vk-text: #eee }", "niet te lezen"),
        ("house.toml", "name = 7", "house.toml"),
        ("house.toml", "kleur = 'rood'", "house.toml"),
        ("house.toml", "name = ", "house.toml"),
    ],
)
def test_the_program_does_not_start_on_a_wrong_file(house: Path, db, file: str, text: str, says: str) -> None:
    assert not_ready() == ""
    (house / file).write_text(text)
    assert says in not_ready() and "HOUSE_STYLE" in not_ready()


def test_a_folder_that_is_not_there_is_said(settings, db) -> None:
    settings.HOUSE_STYLE = "/nergens/huisstijl"
    assert "is er niet" in not_ready()
    settings.HOUSE_STYLE = ""
    assert not_ready() == ""
