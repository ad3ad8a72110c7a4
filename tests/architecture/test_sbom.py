"""WEB-05: the list of what is in the wheel names every locked package, with its hashes, as CycloneDX 1.6."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-population.lock"])
def test_every_locked_package_is_on_the_list_with_its_hashes(file: str) -> None:
    bom = runpy.run_path(str(ROOT / "scripts" / "sbom.py"))["bill"]("1.2.3", file)
    assert bom["bomFormat"] == "CycloneDX" and bom["specVersion"] == "1.6"
    listed = {c["name"]: c for c in bom["components"] if c["purl"].startswith("pkg:pypi/")}
    lock = (ROOT / file).read_text()
    pinned = dict(re.findall(r"^([\w.-]+)(?:\[.*?\])?==([^\s;]+)", lock, re.M))
    assert {name: c["version"] for name, c in listed.items()} == pinned
    assert sum(len(c["hashes"]) for c in listed.values()) == lock.count("--hash=sha256:")


def test_what_the_front_end_is_built_from_is_on_the_list() -> None:
    bom = runpy.run_path(str(ROOT / "scripts" / "sbom.py"))["bill"]("1.2.3")
    listed = {c["purl"] for c in bom["components"]}
    for name, version in json.loads((ROOT / "frontend" / "package.json").read_text())[
        "devDependencies"
    ].items():
        assert f"pkg:npm/{name.replace('@', '%40')}@{version.lstrip('^~')}" in listed


def test_what_computes_for_millions_is_in_no_municipalitys_own_install() -> None:
    """`population` is an extra: the web starts without it, and the image stays small."""
    own, whole = (
        set(re.findall(r"^([\w.-]+)(?:\[.*?\])?==", (ROOT / name).read_text(), re.M))
        for name in ("requirements.lock", "requirements-population.lock")
    )
    assert own < whole
    assert {"numpy", "numba", "llvmlite", "pyarrow", "dask", "distributed"} <= whole - own
    assert "psycopg-binary" in own
