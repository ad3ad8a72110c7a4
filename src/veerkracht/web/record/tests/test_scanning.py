"""The port to the virus scanner, against a stub that speaks clamd's INSTREAM."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from veerkracht.web.record.scanning import Clamd, Infected, NoScanner, ScannerAway, scanner

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR"


def received(line: socket.socket) -> bytes:
    """What came in pieces, after the command."""
    with line.makefile("rb") as stream:
        assert stream.read(10) == b"zINSTREAM\0"
        parts = []
        while size := struct.unpack(">I", stream.read(4))[0]:
            parts.append(stream.read(size))
    return b"".join(parts)


@pytest.fixture
def clamd() -> Iterator[str]:
    """A scanner that knows EICAR, and answers a third word to what begins with a question mark."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = server.accept()
            except OSError:
                return
            with line:
                content = received(line)
                word = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
                line.sendall(b"stream: " + (b"ERROR" if content[:1] == b"?" else word) + b"\0")

    worker = threading.Thread(target=serve, daemon=True)
    worker.start()
    yield f"127.0.0.1:{server.getsockname()[1]}"
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    worker.join()


def test_what_is_clean_goes_past_and_what_is_known_does_not(clamd: str, settings) -> None:
    settings.VIRUS_SCANNER = clamd
    scanner().scan(b"een bon" * 30_000)
    with pytest.raises(Infected):
        scanner().scan(b"x" * 70_000 + EICAR)


def test_no_yes_and_no_no_lets_nothing_through(clamd: str, settings) -> None:
    settings.VIRUS_SCANNER = clamd
    with pytest.raises(ScannerAway):
        scanner().scan(b"?")


def test_a_scanner_that_is_away_lets_nothing_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ScannerAway):
        Clamd(host="127.0.0.1", port=port).scan(b"bon")


def test_without_one_nothing_is_sent_anywhere(settings) -> None:
    settings.VIRUS_SCANNER = ""
    assert isinstance(scanner(), NoScanner)
