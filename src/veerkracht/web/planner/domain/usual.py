"""What is counted with until somebody says otherwise: dated figures with their source, in `usual.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# Care before school and in holidays is bso for the law.
AS_BSO = ("voorschoolse_opvang", "vakantieopvang")


@cache
def figures() -> dict[str, Any]:
    """Every figure by its name; a group of them under one name."""
    text = files(__package__).joinpath("usual.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def usual(name: str, day: dt.date) -> Any:
    """The value of `sick_days.school` and the like on this day; before its first day the first value."""
    figure: Any = figures()
    for part in name.split("."):
        figure = figure[part]
    held = [line["value"] for line in figure["values"] if line["from"] <= day]
    return held[-1] if held else figure["values"][0]["value"]


def usual_price(care: str, day: dt.date) -> float | None:
    """The price an hour to count with for this kind of care; None for who looks after a child unpaid."""
    kind = "bso" if care in AS_BSO else care
    return float(usual(f"price.{kind}", day)) if kind in figures()["price"] else None


def usual_year(day: dt.date) -> dict[str, Any]:
    """The year as it is taken to be until it is told."""
    sick = {f"sick_{kind}": usual(f"sick_days.{kind}", day) for kind in figures()["sick_days"]}
    return {name: usual(name, day) for name in ("leave_weeks", "study_days")} | sick
