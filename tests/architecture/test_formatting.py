"""One layout, made by the formatter: nobody folds a table by hand, and no line is left out."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.source import ROOT, SOURCE

SKIP, OFF = "# fmt: " + "skip", "# fmt: " + "off"


def skipped(source: Path) -> list[str]:
    """Where a line or a block is kept from the formatter."""
    folders = (
        [source] if source != SOURCE else [ROOT / name for name in ("src", "tests", "benchmarks", "scripts")]
    )
    return [
        f"{file.name}:{number}"
        for folder in folders
        for file in sorted(folder.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if SKIP in line or OFF in line
    ]


def test_the_formatter_lays_out_every_line() -> None:
    assert skipped(SOURCE) == []


def test_a_planted_skip_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"x = [\n1]  {SKIP}\n{OFF}\n")
    assert skipped(tmp_path) == ["a.py:2", "a.py:3"]
