"""Every address of the program, found by walking the URL configuration, with the door its view wears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from veerkracht.web.people.doors import Access


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    arguments: tuple[str, ...]
    access: Access | None

    @property
    def of_a_case(self) -> bool:
        return self.access is not None and self.access.door == "case"

    @property
    def methods(self) -> list[str]:
        return sorted(self.access.actions) if self.access else []

    def url(self, given: dict[str, Any]) -> str:
        missing = [a for a in self.arguments if a not in given]
        assert not missing, f"{self.name}: tests/security/conftest.py does not say what {missing} is"
        return reverse(self.name, kwargs={a: given[a] for a in self.arguments})


def _walk(patterns: list[Any], route: str, namespace: str) -> Iterator[Address]:
    for each in patterns:
        here = route + str(each.pattern)
        if isinstance(each, URLResolver):
            below = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _walk(each.url_patterns, here, below)
        elif isinstance(each, URLPattern):
            arguments = tuple(re.findall(r"<(?:\w+:)?(\w+)>", here))
            yield Address(f"{namespace}{each.name}", here, arguments, getattr(each.callback, "access", None))


# Things of one klantmanager and nobody else: not of a case, so no role of a case says who may open them. The guide's
# own tests walk every address with them for everybody else.
PRIVATE_TO_ONE = ("guide:forget_reflection", "guide:card")


def addresses() -> list[Address]:
    found = _walk(get_resolver().url_patterns, "", "")
    return [a for a in found if a.name not in PRIVATE_TO_ONE]


def of_cases() -> list[Address]:
    return [a for a in addresses() if a.of_a_case]


def body(answer: HttpResponse) -> str:
    """What stands on a page, without the tokens that differ in every answer."""
    text = answer.content.decode()
    text = re.sub(r'("x-csrftoken": ")[^"]+', r"\1", text)
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", text)
    return re.sub(r'nonce="[^"]+"', "nonce", text)
