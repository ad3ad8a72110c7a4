"""INP-04: what says it is far too large is refused before a byte of it is read."""

from __future__ import annotations

from typing import Any

from django.test import RequestFactory

from veerkracht.web.config.middleware import not_too_large


class NeverRead:
    def read(self, *_: Any) -> bytes:
        raise AssertionError("read")


def refused(length: str) -> Any:
    request = RequestFactory().post("/")
    request.META |= {"CONTENT_LENGTH": length, "wsgi.input": NeverRead()}
    return not_too_large(lambda _: None)(request)  # type: ignore[arg-type,return-value]


def test_ten_gigabytes_are_refused_unread() -> None:
    response = refused(str(10 * 1024**3))
    assert response.status_code == 413 and response["Connection"] == "close"
    assert "Dit bestand is te groot" in response.content.decode()


def test_a_length_that_is_no_number_is_refused() -> None:
    assert refused("-1").status_code == 413


def test_what_fits_goes_on() -> None:
    assert refused("5999999") is None
    assert refused("") is None
