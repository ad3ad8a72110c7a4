"""A certified provider (npm `oidc-provider`) beside the program: real redirects, real signatures, nothing imitated."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

HERE = Path(__file__).parent
ROLES = [("vk-teamleider", "teamleider"), ("vk-klantmanager", "klantmanager")]


def _build() -> ModuleType:
    """The front end's builder knows where Node is."""
    folder = HERE.parents[1] / "frontend"
    spec = importlib.util.spec_from_file_location("frontend_build", folder / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["frontend_build"] = module
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))  # it stands beside what it imports
        spec.loader.exec_module(module)
    return module


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def node() -> list[str]:
    build = _build()
    tools = build.system_node() or build.wheel_node()
    if not (HERE / "node_modules" / "oidc-provider").exists():
        subprocess.run([*tools.npm, "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)
    return list(tools.node)


@pytest.fixture
def provider(
    node: list[str], live_server: Any, settings: Any, tmp_path: Path, voorbeeld: Any
) -> Iterator[str]:
    """The address of the provider; the program is told of it and has a key of its own."""
    port, key = free_port(), tmp_path / "key.pem"
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    form = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    key.write_bytes(made.private_bytes(serialization.Encoding.PEM, *form))
    settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID = f"http://127.0.0.1:{port}", "veerkracht"
    settings.OIDC_PRIVATE_KEY, settings.OIDC_MUNICIPALITY = str(key), voorbeeld.slug
    settings.OIDC_SCOPE, settings.OIDC_ROLE_CLAIM = "openid profile", "roles"
    settings.OIDC_ROLES, settings.OIDC_ACR = ROLES, []
    command = [*node, str(HERE / "provider.mjs"), str(port), live_server.url]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout
        assert process.stdout.readline().strip() == "ready", (tmp_path / "log").read_text()
        yield settings.OIDC_ISSUER
        process.terminate()
        process.wait(60)
        process.stdout.close()
