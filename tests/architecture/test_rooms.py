"""Which room may know which: what the contracts of pyproject.toml cannot see, because it stands inside one
capability, behind a name, or in a string."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, SOURCE, Module, imports, modules

Guard = Callable[[Path], list[str]]

# From below to above; what a file is called is what it may know. A file with another name is followed through.
INSIDE = ("domain", "models", "queries", "actions", "forms", "views", "urls")
# Everybody may name a person, a case, and the ways a change can be refused; their rows are asked of `queries`.
GROUND = ("people", "record")
# Makes households from nothing, and moves what was written to an earlier day: it may know every table.
DEMO = "veerkracht.web.config.demo"


ROWS = ("objects", "_default_manager", "_base_manager")


def capabilities() -> list[str]:
    """The capabilities in their order, the lowest first, as the layers of pyproject.toml say."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    web = next(c for c in contracts if c.get("containers") == ["veerkracht.web"])
    return [name for layer in reversed(web["layers"]) for name in layer.split(" | ")]


def rank(module: Module) -> int | None:
    """The place of a file inside its capability; None when its name is not one of the fixed ones."""
    parts = module.name.split(".")[3:]
    if not parts:
        return None
    file = parts[-1] if len(parts) == 1 or is_of_a_page(module) else ""
    ranks = (k for k, name in enumerate(INSIDE) if parts[0] == name or f"_{file}".endswith(f"_{name}"))
    own = next(ranks, None)
    if own is None and is_of_a_page(module) and not f"_{file}".endswith("_page"):
        return INSIDE.index("domain")
    return own


def is_of_a_page(module: Module) -> bool:
    """Whether it stands in the folder of one page: what it shows is called `page`, and may be known by nobody below;
    what has no fixed name there is pure, as in `domain`."""
    return module.path.name != "__init__.py" and module.name.count(".") > 3 and _has_views(module.path.parent)


@cache
def _has_views(folder: Path) -> bool:
    """The folder of a page has views of its own, and stands in a capability; `views/` itself is no page."""
    return folder.name not in INSIDE and (folder / "views.py").exists()


def models_of_another(source: Path) -> list[str]:
    """Tables of another capability, and rows of a person or a case asked past `queries`."""
    known = {m.name: m for m in modules(source)}
    return [line for m in known.values() if m.capability for line in _models_of_another(m, known)]


def _models_of_another(module: Module, known: dict[str, Module]) -> Iterator[str]:
    if module.name.startswith(DEMO):
        return
    of_others = set()
    for each in imports(module, known):
        parts = each.module.split(".")
        if parts[:2] != ["veerkracht", "web"] or "models" not in parts[3:4] or parts[2] == module.capability:
            continue
        of_others.add(each.name)
        if parts[2] not in GROUND or not each.name:
            yield f"{module.at(each.node)} imports {each.module}: ask its queries or actions"
    for node in ast.walk(module.tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in ROWS
            and getattr(node.value, "id", "") in of_others
        ):
            yield f"{module.at(node)} reads rows of {ast.unparse(node.value)}: ask its queries"


def out_of_order_inside(source: Path) -> list[str]:
    """Inside a capability: urls → views → forms → actions → queries → models → domain, and never back up."""
    known = {m.name: m for m in modules(source)}
    return [line for m in known.values() if m.capability for line in _out_of_order(m, known)]


def _out_of_order(module: Module, known: dict[str, Module]) -> Iterator[str]:
    own, seen, ahead = rank(module), {module.name}, [module]
    while own is not None and ahead:
        for each in imports(ahead.pop(), known):
            target = known.get(each.module)
            if target is None or target.capability != module.capability or target.name in seen:
                continue
            seen.add(target.name)
            other = rank(target)
            if other is None:
                ahead.append(target)
            elif other > own:
                yield f"{module.name} comes to {target.name}, which stands above it"


def domain_with_django(source: Path) -> list[str]:
    """`domain` is pure: no Django, no tables, and nothing of web but domains and their words."""
    known = {m.name: m for m in modules(source)}
    return [
        f"{m.at(each.node)} imports {each.module}"
        for m in known.values()
        if m.capability and rank(m) == INSIDE.index("domain")
        for each in imports(m, known)
        if each.module.split(".")[0] == "django" or ".models" in each.module
    ]


def upward_by_string(source: Path) -> list[str]:
    """The name of an upper capability in a string: an address, an event, a template or a module of it."""
    order = capabilities()
    below = {name: order.index(name) for name in order}
    named = re.compile(rf"(?:veerkracht\.web\.)?({'|'.join(order)})[:./][a-z_]+(?:[/.][\w./]+)?")
    found = []
    for module in modules(source):
        for node in ast.walk(module.tree) if module.capability in below else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                match = named.fullmatch(node.value)
                if match and below[match[1]] > below[module.capability]:
                    found.append(f"{module.at(node)} names {node.value!r}")
    for template in sorted((source / "veerkracht" / "web").glob("**/templates/**/*.*")):
        capability = template.relative_to(source / "veerkracht" / "web").parts[0]
        for number, line in enumerate(template.read_text().splitlines(), 1):
            for text in re.findall(r"""["']([\w:./-]+)["']""", line):
                match = named.fullmatch(text)
                if match and below[match[1]] > below.get(capability, 0):
                    found.append(f"{template.relative_to(source)}:{number} names {text!r}")
    return found


def capabilities_without_a_floor(source: Path) -> list[str]:
    """Every folder of web stands in the layers of pyproject.toml."""
    there = {m.capability for m in modules(source) if m.capability}
    return [
        f"web/{name} has no place in the layers of pyproject.toml"
        for name in sorted(there - set(capabilities()))
    ]


GUARDS = (
    models_of_another,
    out_of_order_inside,
    domain_with_django,
    upward_by_string,
    capabilities_without_a_floor,
)


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_rooms_hold(guard: Guard) -> None:
    assert guard(SOURCE) == []


HOLES: list[tuple[Guard, dict[str, str]]] = [
    (
        models_of_another,
        {"today/columns.py": "from veerkracht.web.map.models import Node\nNode.objects.get()"},
    ),
    (models_of_another, {"today/columns.py": "from veerkracht.web.map import models"}),
    (models_of_another, {"today/columns.py": "import veerkracht.web.map.models"}),
    (models_of_another, {"today/columns.py": "def late():\n    from ..guide.models import Talk"}),
    (models_of_another, {"hello/views.py": "from veerkracht.web.map.models import Node"}),
    (
        models_of_another,
        {"plan/queries.py": "from veerkracht.web.people.models import Case\nCase.objects.all()"},
    ),
    (out_of_order_inside, {"plan/queries.py": "from . import views", "plan/views.py": ""}),
    (
        out_of_order_inside,
        {"plan/models.py": "from .actions.goals import add", "plan/actions/goals.py": "add = 1"},
    ),
    (out_of_order_inside, {"plan/domain/a.py": "from ..queries import x", "plan/queries.py": "x = 1"}),
    (
        out_of_order_inside,
        {
            "plan/queries.py": "from .shown import x",
            "plan/shown.py": "from .forms import x",
            "plan/forms.py": "x = 1",
        },
    ),
    (
        out_of_order_inside,
        {"people/a_queries.py": "from .b_actions import x", "people/b_actions.py": "x = 1"},
    ),
    (domain_with_django, {"plan/domain/goals.py": "from django.utils import timezone"}),
    (domain_with_django, {"plan/domain.py": "import django.db"}),
    (domain_with_django, {"plan/domain.py": "from .models import Plan", "plan/models.py": "Plan = 1"}),
    (domain_with_django, {"purse/later/chart.py": "import django", "purse/later/views.py": ""}),
    (out_of_order_inside, {"purse/later/forms.py": "from . import views", "purse/later/views.py": ""}),
    (out_of_order_inside, {"purse/queries.py": "from .later import views", "purse/later/views.py": ""}),
    (upward_by_string, {"purse/later/templates/purse/a.html": "<a href=\"{% url 'plan:plan' %}\">"}),
    (upward_by_string, {"purse/page.py": "url = reverse('plan:plan', args=[1])"}),
    (upward_by_string, {"purse/queries.py": "rows.filter(kind='plan.promise_removed')"}),
    (upward_by_string, {"people/queries.py": "import_module('veerkracht.web.guide.queries')"}),
    (upward_by_string, {"people/views.py": "render(request, 'plan/whole.html')"}),
    (upward_by_string, {"ui/templates/ui/menu.html": "<a href=\"{% url 'people:log_out' %}\">"}),
    (capabilities_without_a_floor, {"hello/views.py": "x = 1"}),
]


@pytest.mark.parametrize(
    ("guard", "planted"), HOLES, ids=[f"{g.__name__}-{k}" for k, (g, _) in enumerate(HOLES)]
)
def test_a_planted_hole_is_named(guard: Guard, planted: dict[str, str], tmp_path: Path) -> None:
    for name, text in planted.items():
        file = tmp_path / "veerkracht" / "web" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    if guard is models_of_another:
        package = tmp_path / "veerkracht" / "web" / "map"
        package.mkdir()
        (package / "models.py").write_text("Node = 1")
    assert len(guard(tmp_path)) >= 1


def test_an_arrow_down_is_no_hole(tmp_path: Path) -> None:
    web = tmp_path / "veerkracht" / "web"
    (web / "plan").mkdir(parents=True)
    (web / "plan" / "views.py").write_text(
        "from .queries import x\nreverse('map:whole')\nrender(r, 'plan/a.html')"
    )
    (web / "plan" / "queries.py").write_text("from veerkracht.web.people.models import Case\nx = Case")
    assert [line for guard in GUARDS for line in guard(tmp_path)] == []
