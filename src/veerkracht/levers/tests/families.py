"""Ten families of the demo municipality: their week, their facts and the wage of the job they look at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Raw = dict[str, Any]
DATA = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.json"))
DAY = "2026-03-01"


def family(name: str) -> Raw:
    """`hourly_wage`, `facts` and `family`; a fresh copy each time."""
    loaded: Raw = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return loaded
