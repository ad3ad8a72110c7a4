"""Build hook: a wheel gets a front end built from the very sources it holds.

What comes out is ignored by git; `artifacts` in pyproject.toml names it for the wheel.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendBuildHook(BuildHookInterface):
    """Runs frontend/build.py before packing."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if os.environ.get("VEERKRACHT_NO_FRONTEND"):
            return  # installed for development: `make` builds the front end itself, when it changed
        script = Path(self.root) / "frontend" / "build.py"
        subprocess.run([sys.executable, str(script)], check=True)
