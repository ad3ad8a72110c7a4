"""Build hook: the wheel contains the built front end, made with the sources it belongs to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = "src/veerkracht/web/ui/static/built"


class FrontendBuildHook(BuildHookInterface):
    """Runs frontend/build.py before packing, and adds its output although git ignores it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        script = Path(self.root) / "frontend" / "build.py"
        subprocess.run([sys.executable, str(script)], check=True)
        build_data["artifacts"].append(f"{BUILT}/**")
