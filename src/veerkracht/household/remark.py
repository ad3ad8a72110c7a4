"""What is said beside an answer, as a code with values: the sentence is made at the edge, in `words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing to say beside an answer; `values` what its sentence names. Each code has a sentence in `words`."""

    code: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __hash__(self) -> int:
        return hash(self.code)


def remark(code: str, **values: object) -> Remark:
    """A remark, with its values as they are named in the sentence."""
    return Remark(code=code, values=MappingProxyType(values))
