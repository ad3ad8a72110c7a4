"""Writing SVG as a tree: escaped by construction, presentation attributes only."""

from xml.etree import ElementTree as ET

from veerkracht.web.map.domain.text import runs_right_to_left, shown
from veerkracht.web.map.drawing.style import FONT, INK, WHITE

NAMESPACE = "http://www.w3.org/2000/svg"
ET.register_namespace("", NAMESPACE)
Value = str | float | int | None


def add(parent: ET.Element, tag: str, **attributes: Value) -> ET.Element:
    """A child element; `stroke_width=2` becomes stroke-width, `class_` class, and None is left out."""
    child = ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    put(child, **attributes)
    return child


def put(element: ET.Element, **attributes: Value) -> None:
    for name, value in attributes.items():
        if value is not None:
            element.set(name.removesuffix("_").replace("_", "-"), _written(value))


def say(parent: ET.Element, tag: str, text: str, **attributes: Value) -> ET.Element:
    """An element with text, such as <title>."""
    element = add(parent, tag, **attributes)
    element.text = shown(text)
    return element


def write(
    parent: ET.Element,
    text: str,
    at: tuple[float, float],
    size: float,
    *,
    side: int = 0,
    weight: int = 400,
    fill: str = INK,
    halo: bool = False,
    slanted: bool = False,
) -> None:
    """One line of text. `side`: 1 begins at the point, -1 ends there, 0 is centred; Arabic is turned round."""
    turned = runs_right_to_left(text)
    anchor = {0: "middle", 1: "end" if turned else "start", -1: "start" if turned else "end"}[side]
    say(
        parent,
        "text",
        text,
        x=at[0],
        y=at[1],
        font_family=FONT,
        font_size=size,
        font_weight=weight,
        fill=fill,
        text_anchor=anchor,
        direction="rtl" if turned else None,
        font_style="italic" if slanted else None,
        paint_order="stroke" if halo else None,
        stroke=WHITE if halo else None,
        stroke_width=3.5 if halo else None,
        stroke_linejoin="round" if halo else None,
    )


def new_svg(width: float, height: float) -> ET.Element:
    root = ET.Element(f"{{{NAMESPACE}}}svg")
    put(root, viewBox=f"0 0 {_written(width)} {_written(height)}")
    return root


def as_text(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode")


def _written(value: str | float) -> str:
    return shown(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
