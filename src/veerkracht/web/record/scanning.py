"""The port to a virus scanner: what is uploaded goes past it before anybody keeps it.

`VIRUS_SCANNER` is the `host:port` of a clamd; empty: this installation has none, and the reading of each kind of file
is all there is. A scanner that is set and does not answer lets nothing through.
"""

from __future__ import annotations

import socket
import struct
from typing import Protocol

from django.conf import settings

PATIENCE = 10.0
_PIECE = 64 * 1024
_CLEAN = b"stream: OK"


class Infected(ValueError):
    """The scanner knows something in it."""


class ScannerAway(OSError):
    """The scanner did not answer, or not with a yes or a no."""


class Scanner(Protocol):
    def scan(self, content: bytes) -> None:
        """Raises Infected or ScannerAway."""


class NoScanner:
    def scan(self, content: bytes) -> None:
        """This installation has none."""


class Clamd:
    """Sends the bytes in pieces (`INSTREAM`); the file's name never goes along."""

    def __init__(self, *, host: str, port: int) -> None:
        self.host, self.port = host, port

    def scan(self, content: bytes) -> None:
        answer = self._answer(content)
        if answer.endswith(b"FOUND"):
            raise Infected
        if answer != _CLEAN:
            raise ScannerAway

    def _answer(self, content: bytes) -> bytes:
        try:
            with socket.create_connection((self.host, self.port), timeout=PATIENCE) as line:
                line.sendall(b"zINSTREAM\0")
                for at in range(0, len(content), _PIECE):
                    piece = content[at : at + _PIECE]
                    line.sendall(struct.pack(">I", len(piece)) + piece)
                line.sendall(struct.pack(">I", 0))
                return line.recv(4096).rstrip(b"\0\n")
        except OSError as error:
            raise ScannerAway from error


def scanner() -> Scanner:
    """The one of this installation."""
    host, _, port = settings.VIRUS_SCANNER.rpartition(":")
    return Clamd(host=host, port=int(port)) if host else NoScanner()
