"""A visitor over TLS who keeps cookies, follows redirects and fills in the hidden fields of a form."""

from __future__ import annotations

import html
import http.cookiejar
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from django_otp.oath import TOTP

HIDDEN = re.compile(r'<input type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')
SECRET = re.compile(r"secret=([A-Z2-7]+)")


@dataclass(frozen=True)
class Page:
    status: int
    address: str
    text: str
    headers: dict[str, str]


class Browser:
    """One visitor. Addresses are paths of the site."""

    def __init__(self, site: str, authority: Path) -> None:
        self.site = site
        trust = ssl.create_default_context(cafile=str(authority))
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPSHandler(context=trust),
            urllib.request.HTTPCookieProcessor(self.cookies),
        )

    def get(self, path: str) -> Page:
        return self._open(urllib.request.Request(self.site + path))

    def post(self, path: str, fields: dict[str, str], *, form_at: str | None = None) -> Page:
        """Look at the page with the form, and send it with its hidden fields and these."""
        page = self.get(form_at or path)
        inputs = [dict(ATTRIBUTE.findall(tag)) for tag in HIDDEN.findall(page.text)]
        hidden = {field["name"]: html.unescape(field.get("value", "")) for field in inputs if "name" in field}
        body = urllib.parse.urlencode({**hidden, **fields}).encode()
        headers = {"Referer": self.site + path, "Origin": self.site}
        return self._open(urllib.request.Request(self.site + path, data=body, headers=headers))

    def _open(self, request: urllib.request.Request) -> Page:
        try:
            answer = self._opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error  # type: ignore[assignment]
        text = answer.read().decode("utf-8", "replace")
        address = urllib.parse.urlsplit(answer.geturl()).path
        return Page(answer.status or 0, address, text, {k.lower(): v for k, v in answer.headers.items()})


class Telephone:
    """The app with the codes. A code is good once, and in its own thirty seconds: so the next one is waited for."""

    def __init__(self, set_up_page: str) -> None:
        import base64

        secret = SECRET.search(set_up_page)
        assert secret, "the page shows the secret of the app"
        self.key = base64.b32decode(secret[1] + "=" * (-len(secret[1]) % 8))
        self._last = -1

    def code(self) -> str:
        step = max(int((time.time() + 15) // 30), self._last + 1)  # half of it is there to send it in
        self._last = step
        time.sleep(max(0.0, step * 30 - time.time()))
        app = TOTP(self.key)
        app.time = step * 30
        return f"{app.token():06d}"
