"""For all tests: no network but loopback, both database connections, and the long runs only when asked for."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from pytest_socket import socket_allow_hosts

from tests.migrated import migrating_once

# The people of the tests and the one browser, for the tests beside the code and for those of the whole.
pytest_plugins = ["tests.cast", "tests.browser"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests that take minutes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") is None and "db" in fixtures:
            item.add_marker(pytest.mark.django_db(databases="__all__"))
        if item.get_closest_marker("long") and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="long: run with `make test-long`"))
        if item.get_closest_marker("one_database") and "postgres" in os.environ.get("DATABASE_URL", ""):
            item.add_marker(pytest.mark.skip(reason="the same on every database: run on SQLite"))
    # The long files first: no process sits idle at the end while the other still plays a journey.
    items.sort(key=lambda item: not item.path.is_relative_to(Path(__file__).with_name("tests")))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Asked for before the test database is made."""
    with migrating_once():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """In a test's transaction both names lead to one connection, or the journal could not see what the test wrote.

    Asked anew for each connection: from the moment a browser runs in this thread, Django keeps other ones.
    """
    made, opened = connections.create_connection, []

    def one_for_both(alias: str) -> Any:
        if threading.current_thread() is not threading.main_thread():
            return made(alias)
        if alias == "journal":
            return connections["default"]
        opened.append(made(alias))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "create_connection", one_for_both)
        connections["journal"] = connections["default"]
        yield
        # PostgreSQL keeps a database that somebody is connected to; those of the browser's time nobody else finds.
        for connection in opened:
            connection.close()


@pytest.fixture(autouse=True)
def _only_loopback() -> None:
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
