"""The program as a municipality runs it: a wheel in a clean environment, gunicorn, nginx with TLS, a real database.

Nothing of the tests' shortcuts is used: no mirrored connections, no demo, no Django in this process. It runs with
`make test-installed`; each database is a parameter, PostgreSQL only where DATABASE_URL names a server.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from .browsing import Browser, Telephone
from .logging_in import PASSWORD, choose_password, code_of, step_one

ROOT = Path(__file__).parents[2]
WAIT = 60  # seconds for a server to come up


@dataclass(frozen=True)
class Program:
    """The installed command, and the settings it runs with."""

    command: Path
    settings: dict[str, str]
    home: Path

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(self.command), *arguments],
            env={"PATH": os.environ["PATH"], **self.settings},
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done


@pytest.fixture(scope="session")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, with exactly the locked packages, in an environment of its own."""
    place = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
    python = place / "venv" / "bin" / "python"
    uv = Path(sys.executable).parent / "uv"
    pip = [str(uv), "pip", "install", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    wheel = next(place.glob("*.whl"))
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return place / "venv" / "bin" / "veerkracht"


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        with empty_database("sqlite", tmp_path_factory.mktemp("data")) as address:
            yield address
        return
    server_url = os.environ.get("DATABASE_URL", "")
    if not server_url.startswith("postgres"):
        pytest.skip(
            "no DATABASE_URL of a PostgreSQL server: the installed program was not tried on PostgreSQL"
        )
    with empty_database(server_url, tmp_path_factory.mktemp("data")) as address:
        yield address


@contextmanager
def empty_database(like: str, folder: Path) -> Iterator[str]:
    """The address of a new database of the same sort, gone afterwards."""
    name = f"installed_{uuid.uuid4().hex[:12]}"
    if like.startswith("sqlite"):
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    import psycopg

    with psycopg.connect(like, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(like)._replace(path=f"/{name}"))
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def program(command: Path, database: str, tmp_path_factory: pytest.TempPathFactory) -> Program:
    home = tmp_path_factory.mktemp("home")
    settings = {
        "DATABASE_URL": database,
        "SECRET_KEY": "installed-suite-" + "0123456789abcdef" * 3,
        "FIELD_KEYS": "b25seS1mb3ItdGVzdHMtMDEyMzQ1Njc4OS1hYmNkZWY=",
        "SIGNAL_KEYS": "b25seS1mb3ItdGVzdHMtc2lnbmFscy0wMTIzNDU2Nzg=",
        "FIGURES_KEY": "b25seS1mb3ItdGVzdHMtZmlndXJlcy0wMTIzNDU2Nzg=",
        "VEERKRACHT_HOME": str(home),
        "BEHIND_PROXY": "1",
        "ALLOWED_HOSTS": "localhost",
        "PORT": str(free_port()),
    }
    return Program(command, settings, home)


@pytest.fixture(scope="session")
def migrated(program: Program) -> Program:
    program.run("web", "migrate", "--verbosity", "0")
    return program


@pytest.fixture(scope="session")
def site(migrated: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running program, through nginx with TLS."""
    place, tls_port = tmp_path_factory.mktemp("nginx"), free_port()
    certificate(place)
    port = migrated.settings["PORT"]
    server_settings = shipped_settings(place, tls_port=tls_port, port=port)
    (place / "nginx.conf").write_text(NGINX.format(place=place, server=server_settings))
    log = (place / "serve.log").open("w")
    environment = {"PATH": os.environ["PATH"], **migrated.settings}
    server = subprocess.Popen(
        [str(migrated.command), "web", "serve"], env=environment, cwd=migrated.home, stdout=log, stderr=log
    )
    nginx = subprocess.Popen(["nginx", "-p", str(place), "-c", str(place / "nginx.conf")], stderr=log)
    try:
        wait_for(f"https://localhost:{tls_port}", place, server)
        yield f"https://localhost:{tls_port}"
    finally:
        for process in (nginx, server):
            process.terminate()
            process.wait(20)
        log.close()


@pytest.fixture(scope="session")
def authority(site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next(tmp_path_factory.getbasetemp().glob("nginx*/certificate.pem"))


@pytest.fixture(scope="session")
def administrator(migrated: Program, site: str, authority: Path) -> Telephone:
    """The first account of the municipality, coupled to a telephone, with a password of its own."""
    made = migrated.run(
        "web",
        "first_account",
        "--gemeente",
        "Gemeente Proef",
        "--telefoon",
        "085 000 00 00",
        "--inlognaam",
        "beheer",
        "--naam",
        "Bea Beheer",
    )
    browser = Browser(site, authority)
    choose_password(browser, "beheer", code_of(made.stdout))
    telephone = Telephone(step_one(browser, "beheer", PASSWORD))
    page = browser.post("/inloggen/app-koppelen/", {"code": telephone.code()})
    assert page.address == "/mijn-account/herstelcodes/", "codes on paper are offered at once"
    assert "Bea Beheer" in browser.get("/accounts/").text
    return telephone


@pytest.fixture
def browser(site: str, authority: Path) -> Browser:
    return Browser(site, authority)


def wait_for(address: str, place: Path, server: subprocess.Popen[bytes]) -> None:
    visitor, end = Browser(address, place / "certificate.pem"), time.monotonic() + WAIT
    while True:
        assert server.poll() is None, (place / "serve.log").read_text()
        try:
            if visitor.get("/gezond").status == 200:
                return
        except OSError:
            pass
        assert time.monotonic() < end, (place / "serve.log").read_text()
        time.sleep(0.2)


def shipped_settings(place: Path, *, tls_port: int, port: str) -> str:
    """The settings of nginx that we ship, for port 443, with this test's own ports, name and certificate."""
    text = (ROOT / "packaging" / "nginx" / "veerkracht.conf").read_text().rsplit("server {", 1)[0]
    instead = {
        "listen 443 ssl": f"listen 127.0.0.1:{tls_port} ssl",
        "veerkracht.example.nl": "localhost",
        "/etc/veerkracht": str(place),
        "127.0.0.1:8000": f"127.0.0.1:{port}",
    }
    for name, ours in instead.items():
        assert name in text, name
        text = text.replace(name, ours)
    return text


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def certificate(place: Path) -> None:
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(place / "key.pem"), "-out", str(place / "certificate.pem")]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*new, *subject, *files], check=True, capture_output=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only where it was asked for, and only where nginx and openssl are."""
    here = [item for item in items if Path(item.path).is_relative_to(Path(__file__).parent)]
    if os.environ.get("VEERKRACHT_INSTALLED") != "1":
        why = "as installed: run with `make test-installed`"
    elif not (shutil.which("nginx") and shutil.which("openssl")):
        why = "nginx or openssl is not on this machine: the installed program was NOT tried"
    else:
        return
    for item in here:
        item.add_marker(pytest.mark.skip(reason=why))


NGINX = """
daemon off;
pid {place}/nginx.pid;
error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/f;
  uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;
  {server}
}}
"""
