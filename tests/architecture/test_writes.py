"""Every write is an action; every action checks who, and has words for what happened.

All modules of web are read, whatever they are called. An action stands in a module the guard knows for one, so that
the next person finds it; a function of such a module that is not an action is a hole.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from tests.architecture.source import SOURCE, Module, modules
from veerkracht.web.people.authorize import matrix
from veerkracht.web.record.queries import known_kinds

Guard = Callable[[Path], list[str]]

# One subject with its own reads and its few actions, each small: the module is the subject.
ACTIONS_BESIDE_READS = {
    "veerkracht.web.archive.delivery",
    "veerkracht.web.people.access_code",
    "veerkracht.web.people.case_export",
    "veerkracht.web.people.her_door",
    "veerkracht.web.people.merging",
    "veerkracht.web.people.new_code",
    "veerkracht.web.people.passkey_log_in",
    "veerkracht.web.people.recovery_codes",
    "veerkracht.web.people.second_yes",
    "veerkracht.web.people.sessions",
    "veerkracht.web.people.single_sign_on",
    "veerkracht.web.people.setup",
}
# What `action` itself is made of, below everything that has an event.
UNDER_THE_ACTIONS = "veerkracht.web.record."


# A piece of a write that two modules of actions share; anywhere else the write guard refuses it.
PIECES_OF_ACTIONS = {
    "veerkracht.web.people.double_actions.hold",
}


def holds_actions(module: Module) -> bool:
    """By its name: `actions.py`, `double_actions.py`, anything under `actions/`."""
    return bool(module.capability) and any(
        part == "actions" or part.endswith("_actions") for part in module.name.split(".")[3:]
    )


def functions_of(module: Module) -> list[ast.FunctionDef]:
    return [node for node in module.tree.body if isinstance(node, ast.FunctionDef)]


def is_action(node: ast.FunctionDef) -> bool:
    return any(
        isinstance(worn, ast.Call) and ast.unparse(worn.func).split(".")[-1] == "action"
        for worn in node.decorator_list
    )


def undecorated(source: Path) -> list[str]:
    """Public functions of a module of actions that do not wear `@action`."""
    return [
        f"{module.at(node)} {node.name} writes without the @action decorator"
        for module in modules(source)
        if holds_actions(module) and not module.name.startswith(UNDER_THE_ACTIONS)
        for node in functions_of(module)
        if not node.name.startswith("_") and not is_action(node)
        if f"{module.name}.{node.name}" not in PIECES_OF_ACTIONS
    ]


def actions_elsewhere(source: Path) -> list[str]:
    """Actions in a module whose name does not say so."""
    return [
        f"{module.at(node)} {node.name} is an action: it belongs in actions.py"
        for module in modules(source)
        if not holds_actions(module) and module.name not in ACTIONS_BESIDE_READS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and is_action(node)
    ]


def writing_opened_elsewhere(source: Path) -> list[str]:
    """The write guard is opened by `action` and by nothing else."""
    return [
        f"{module.at(node)} opens the write guard itself"
        for module in modules(source)
        if module.capability and module.name != "veerkracht.web.people.acting"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "writing" for alias in node.names)
    ]


@pytest.mark.parametrize("guard", [undecorated, actions_elsewhere, writing_opened_elsewhere])
def test_every_write_is_an_action_where_one_looks_for_it(guard: Guard) -> None:
    assert guard(SOURCE) == []


def actions() -> list[tuple[str, FunctionType]]:
    """Every action of the program: all modules that have one are imported and asked."""
    named = [m.name for m in modules() if any(is_action(f) for f in functions_of(m))]
    imported: list[ModuleType] = [importlib.import_module(name) for name in named]
    return [
        (f"{module.__name__}.{name}", function)
        for module in imported
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and hasattr(function, "event")
    ]


def test_each_action_has_words_and_takes_keywords() -> None:
    for name, function in actions():
        assert function.event in known_kinds(), f"{name}: {function.event} has no words (supply_words)"
        taken = inspect.signature(function).parameters.values()
        by_name = all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in taken)
        assert by_name, f"{name} takes keywords only"


def test_each_action_names_a_cell_of_the_matrix() -> None:
    for name, function in actions():
        if function.allow is not None:
            action, kind = function.allow
            assert action in matrix()["objects"][kind], f"{name}: {action} {kind} is in no cell"


def test_only_setting_up_runs_without_a_person() -> None:
    unasked = {name for name, function in actions() if function.allow is None}
    assert {name.rpartition(".")[0] for name in unasked} <= WITHOUT_A_PERSON


WITHOUT_A_PERSON = {
    "veerkracht.web.people.setup",
    "veerkracht.web.people.her_door",
    "veerkracht.web.policy.releasing_actions",  # a quarter that ended, once
    "veerkracht.web.policy.together_releasing_actions",  # the same, of several municipalities
    "veerkracht.web.signals.sending_actions",  # what waited for company, once a day
    "veerkracht.web.archive.delivery",  # what an allowed action fixed, on its way
    "veerkracht.web.offers.reminding_actions",  # a group that meets tomorrow, once a day
    "veerkracht.web.reach.sending_actions",  # a message an allowed action wrote down
    "veerkracht.web.chain.silence_actions",  # what did not come, told once a day
    "veerkracht.web.chain.link_actions",  # a helper without a log-in: the link and its code are the ground
    # On the server's command line, or with a code in the hand of somebody who cannot be logged in yet.
    "veerkracht.web.people.access_code",
    "veerkracht.web.people.recovery_codes",
    "veerkracht.web.people.second_yes",
    "veerkracht.web.people.single_sign_on",
}

WRITES = "def remove_all(*, case):\n    case.delete()"
HOLES: list[tuple[Guard, str, str]] = [
    (undecorated, "hello/actions.py", WRITES),
    (undecorated, "hello/account_actions.py", WRITES),
    (undecorated, "plan/actions/goals.py", WRITES),
    (undecorated, "plan/actions/goals.py", f"@atomic\n{WRITES}"),
    (undecorated, "plan/actions/goals.py", f"@transaction.atomic()\n{WRITES}"),
    (actions_elsewhere, "plan/goals.py", f'@action("plan.x", allow=("a", "b"))\n{WRITES}'),
    (actions_elsewhere, "plan/views.py", f'@acting.action("plan.x", allow=("a", "b"))\n{WRITES}'),
    (writing_opened_elsewhere, "plan/views.py", "from veerkracht.web.record.guard import writing"),
]


@pytest.mark.parametrize(("guard", "name", "text"), HOLES)
def test_a_planted_hole_is_named(guard: Guard, name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "veerkracht" / "web" / name
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert len(guard(tmp_path)) == 1


def test_an_action_is_no_hole(tmp_path: Path) -> None:
    file = tmp_path / "veerkracht" / "web" / "plan" / "actions.py"
    file.parent.mkdir(parents=True)
    file.write_text('@action("plan.x", allow=("a", "b"))\ndef x(*, case):\n    pass\ndef _y():\n    pass')
    assert [line for guard in (undecorated, actions_elsewhere) for line in guard(tmp_path)] == []
