"""Templates: each is used, each variable is given, none carries its own style or script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines

WEB = Path(__file__).parents[2] / "src" / "veerkracht" / "web"
TEMPLATES = sorted(p for p in WEB.rglob("templates/**/*") if p.suffix in (".html", ".svg", ".txt"))
CODE = "\n".join(p.read_text() for p in [*WEB.rglob("*.py"), *TEMPLATES])


def name_of(template: Path) -> str:
    parts = template.parts
    return "/".join(parts[len(parts) - parts[::-1].index("templates") :])


@pytest.mark.parametrize("template", TEMPLATES, ids=map(name_of, TEMPLATES))
def test_each_template_is_used(template: Path) -> None:
    name = name_of(template)
    if name.startswith("django/forms/"):
        return  # Django asks for these by itself
    assert f'"{name}"' in CODE or f"'{name}'" in CODE, f"no code and no template uses {name}: delete it"


def test_an_unknown_variable_is_an_error_that_names_it() -> None:
    template = engines["django"].from_string("Dag {{ nobody }}")
    with pytest.raises(LookupError, match="nobody"):
        template.render({})


@pytest.mark.parametrize("template", TEMPLATES, ids=map(name_of, TEMPLATES))
def test_no_template_has_its_own_style_or_script(template: Path) -> None:
    text = template.read_text()
    assert not re.search(r"<style|\sstyle=", text), "style belongs in a stylesheet"
    assert not re.search(r"\son\w+=", text), "behaviour belongs in a custom element"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "script belongs in a file"
    assert "|safe" not in text or template.name == "set_up_code.html", (
        "what people typed is never marked safe"
    )
