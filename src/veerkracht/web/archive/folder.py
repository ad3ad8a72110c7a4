"""The port that is in the box: a folder from which the case system takes documents. Another way is another port."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from django.conf import settings

from .mdto import Document, metadata


class CannotDeliver(Exception):
    """It did not arrive; `str` says why, in a Dutch sentence without a name or a path in it."""


class Port(Protocol):
    def put(self, document: Document) -> None:
        """Give the document and its metadata, both or neither.

        Raises:
            CannotDeliver: with what is wrong and how to mend it.
        """


class FolderPort:
    """Two files: the document, then `….mdto.xml`. Whoever sees the metadata, finds the document whole."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def put(self, document: Document) -> None:
        if not self.folder.is_dir():
            raise CannotDeliver("De map van het zaaksysteem is er niet. Kijk of de schijf gekoppeld is.")
        try:
            self._write(document.file_name, document.content)
            self._write(f"{document.file_name}.mdto.xml", metadata(document))
        except OSError as error:
            why = error.strerror or "onbekende fout"
            raise CannotDeliver(
                f"In de map van het zaaksysteem kan niet geschreven worden ({why})."
            ) from error

    def _write(self, name: str, content: bytes) -> None:
        """Under another name first, on disk, then in one step under its own: never half a file."""
        half = self.folder / f".{name}.half"
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(self.folder / name)


def port() -> Port | None:
    """The port the settings name; None when the municipality has none."""
    return FolderPort(settings.CASE_SYSTEM_FOLDER) if settings.CASE_SYSTEM_FOLDER else None
