"""Which rules were used: a short mark over every sentence and number of the law book."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from veerkracht.law.catalogue import book


@cache
def rules_version() -> str:
    """Eight signs that change as soon as a rule or an amount changes."""
    files = {
        path
        for law in book().laws
        for path in Path(law.folder).iterdir()
        if path.suffix == ".py" or path.name == "parameters.toml"
    }
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda file: (file.parent.name, file.name)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:8]
