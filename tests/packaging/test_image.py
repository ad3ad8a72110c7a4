"""The container image is built from Debian's packages and the locked ones, and starts without any rights."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OCI = ROOT / "packaging" / "oci"
MOST_MEGABYTES = 400  # issue 12, "smaller than 400 MB"
TOOLS = [tool for tool in ("mmdebstrap", "buildah", "apt-get") if not shutil.which(tool)]


@pytest.mark.long
@pytest.mark.skipif(bool(TOOLS), reason=f"not on this machine: {TOOLS}; the image was NOT built")
def test_the_image_is_small_and_starts(tmp_path: Path) -> None:
    wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(wheel, cwd=ROOT, check=True, capture_output=True)
    archive = tmp_path / "veerkracht.tar"
    build = ["sh", str(OCI / "build.sh"), str(next(tmp_path.glob("*.whl"))), str(archive)]
    built = subprocess.run(
        build, check=False, capture_output=True, text=True, env={**os.environ, "PYTHON": "python3"}
    )
    assert built.returncode == 0, built.stderr[-2000:]
    unpacked = int(built.stdout.rsplit(":", 1)[1].split()[0])
    assert unpacked < MOST_MEGABYTES
    tried = subprocess.run(
        ["sh", str(OCI / "try.sh"), str(archive), "8179"], check=False, capture_output=True, text=True
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr[-2000:]
