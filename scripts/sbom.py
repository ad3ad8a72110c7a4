"""Which software goes out with the wheel, as CycloneDX 1.6: the locked Python packages with their hashes, and what the
front end is built from. `make build` writes it beside the wheel: one for a municipality's install and the image, one
with the extra `population`.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"


def python_packages(lock: str) -> list[dict[str, Any]]:
    """One component a pinned package; every file that may be installed for it is among its hashes."""
    components: list[dict[str, Any]] = []
    for line in lock.splitlines():
        if pinned := PINNED.match(line):
            name, version = pinned[1].lower(), pinned[2]
            components.append(component("pypi", name, version) | licence_of(name))
        elif components:
            hashes = [{"alg": "SHA-256", "content": found} for found in HASH.findall(line)]
            components[-1].setdefault("hashes", []).extend(hashes)
    return components


def npm_packages(lock: dict[str, Any]) -> list[dict[str, Any]]:
    """What `frontend/` is built from and with, by its own lock file."""
    found = []
    for path, entry in lock["packages"].items():
        if not path:
            continue
        name = path.rsplit("node_modules/", 1)[-1]
        licence = {"licenses": [{"license": {"name": entry["license"]}}]} if "license" in entry else {}
        found.append(component("npm", name, entry["version"]) | licence)
    return found


def component(kind: str, name: str, version: str) -> dict[str, Any]:
    purl = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}


def licence_of(name: str) -> dict[str, Any]:
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return {}
    named = told.get("License-Expression") or told.get("License") or ""
    short = named.strip().splitlines()[0][:60] if named.strip() else ""
    return {"licenses": [{"license": {"name": short}}]} if short else {}


def bill(version: str, lock: str = "requirements.lock") -> dict[str, Any]:
    python = python_packages((ROOT / lock).read_text())
    npm = npm_packages(json.loads((ROOT / "frontend" / "package-lock.json").read_text()))
    return {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "component": component("pypi", "veerkracht", version) | {"type": "application"},
        },
        "components": [*python, *npm],
    }


def main(arguments: list[str]) -> int:
    """`sbom.py OUT.json [LOCK]`"""
    bom = bill(importlib.metadata.version("veerkracht"), *arguments[1:])
    Path(arguments[0]).write_text(json.dumps(bom, indent=1))
    print(f"{arguments[0]}: {len(bom['components'])} components")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
