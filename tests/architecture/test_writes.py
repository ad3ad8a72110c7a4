"""Every write is an action; every action checks who, and has words for what happened."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path
from types import FunctionType

import pytest

from veerkracht.web.people.authorize import matrix
from veerkracht.web.record.queries import known_kinds

WEB = Path(__file__).parents[2] / "src" / "veerkracht" / "web"
MODULES = sorted(
    f"veerkracht.web.{p.relative_to(WEB).with_suffix('').as_posix().replace('/', '.')}"
    for p in WEB.glob("*/actions*.py")
    if p.parent.name != "record"
) + sorted(
    f"veerkracht.web.{p.relative_to(WEB).with_suffix('').as_posix().replace('/', '.')}"
    for p in WEB.glob("*/actions/*.py")
)


def actions_of(module_name: str) -> list[FunctionType]:
    module = importlib.import_module(module_name)
    found = [f for _, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module_name]
    return [f for f in found if not f.__name__.startswith("_")]


@pytest.mark.parametrize("module", MODULES)
def test_each_public_function_is_an_action_with_words(module: str) -> None:
    for function in actions_of(module):
        event = getattr(function, "event", None)
        assert event, f"{module}.{function.__name__} writes without the @action decorator"
        assert event in known_kinds(), f"{event} has no words (supply_words in apps.py)"
        taken = inspect.signature(function).parameters.values()
        by_name = all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in taken)
        assert by_name, f"{module}.{function.__name__} takes keywords only"


@pytest.mark.parametrize("module", MODULES)
def test_each_action_names_a_cell_of_the_matrix(module: str) -> None:
    for function in actions_of(module):
        action, kind = function.allow
        assert action in matrix()["objects"][kind], (
            f"{module}.{function.__name__}: {action} {kind} is in no cell"
        )
