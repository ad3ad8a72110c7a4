"""The walks of docs/data-flow.md are true: every station is there, is named by one before it, and there are few."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from tests.architecture.source import ROOT

MOST_STATIONS = 10
TEXT = (ROOT / "docs" / "data-flow.md").read_text(encoding="utf-8")
WALKS = {
    title: re.findall(r"^\d+\. (\*later\* )?`([\w.]+):(\w+)`", body, re.MULTILINE)
    for title, body in re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", TEXT, re.MULTILINE | re.DOTALL)
}


def test_the_walks_are_there() -> None:
    assert list(WALKS) == ["A promise", "A euro", "A school time"]
    written = len(re.findall(r"^\d+\. ", TEXT, re.MULTILINE))
    assert sum(map(len, WALKS.values())) == written, "a station is written `package.module:name`"


@pytest.mark.parametrize("walk", WALKS)
def test_a_walk_is_short_and_each_station_leads_to_the_next(walk: str) -> None:
    stations = WALKS[walk]
    assert 1 < len(stations) <= MOST_STATIONS
    passed = ""
    for later, module_name, name in stations:
        module = importlib.import_module(module_name)
        assert hasattr(module, name), f"{walk}: {module_name} has no {name}"
        if passed and not later:
            assert re.search(rf"\b{name}\b", passed), f"{walk}: nothing before it names {name}"
        passed += inspect.getsource(module)
