"""A document one capability makes and another gives on (slots `document_fixed` and `document_content`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class MadeDocument:
    """Its bytes and the ending of its name; or why it cannot be made, in a sentence."""

    content: bytes = b""
    ending: str = ""
    problem: str = ""
