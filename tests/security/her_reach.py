"""Every page she can reach from her start page, and what is wrong with one: frame, weight, requests, person, `u`."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

MOST_BYTES, MOST_REQUESTS = 25_000, 5
# Of her as of a stranger, or to her as to one. What people wrote stands in quotes or says its own direction.
NOT_TO_HER = re.compile(r"\b(zijzelf|de moeder|deze moeder|de cliënt|de klant|u|U|uw|Uw)\b")
_QUOTED = re.compile(
    r"<(q|blockquote|textarea|option|script|style|template|svg)\b.*?</\1>|“[^”]*”|‘[^’]*’|<[^>]*dir=\"auto\"[^>]*>[^<]*<",
    re.DOTALL,
)
_FILE = re.compile(r"\.(pdf|docx|ics|svg|json|xlsx|csv)(\?|$)")


def words_of(page: str) -> str:
    """What she reads of ours."""
    main = page[page.index("<main") : page.index("</main>")] if "<main" in page else page
    return html.unescape(re.sub(r"<[^>]+>", " ", _QUOTED.sub(" ", main)))


def pages_in_reach(browser: Client, *, start: str = "/mijn/", each: int = 1) -> Iterator[tuple[str, str]]:
    """Address and page of everything her links lead to; `each` of those that differ in a number only."""
    ahead, counted, seen = [start], {}, set()
    while ahead:
        address = ahead.pop(0)
        shape = re.sub(r"\d+|/[A-Z0-9]{8}/|\?.*", "0", address)
        if address in seen or counted.get(shape, 0) >= each or _FILE.search(address):
            continue
        seen.add(address)
        counted[shape] = counted.get(shape, 0) + 1
        answer = browser.get(address, follow=True)
        assert answer.status_code == 200, address
        page = answer.content.decode() if "html" in answer["Content-Type"] else ""
        yield address, page
        for link in re.findall(r'<a [^>]*href="([^"#]*)', page):
            link = html.unescape(link)
            ahead.append(address.split("?")[0] + link if link.startswith("?") else link)
        ahead = [link for link in ahead if link.startswith("/") and not link.startswith("/static/")]


def files_of(page: str) -> set[str]:
    """The papers, calendars and exports it links to."""
    links = map(html.unescape, re.findall(r'href="(/[^"#]*)', page))
    return {link for link in links if _FILE.search(link) and not link.startswith("/static/")}


@cache
def _weight(path: str) -> int:
    return len(gzip.compress(Path(str(finders.find(path))).read_bytes()))


def faults_of(page: str) -> list[str]:
    """What a page of hers must not be."""
    fetched = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
    sheets = [name for name in fetched if name.endswith((".css", ".js"))]
    wrong = [
        f"loads {name}" for name in sheets if not name.startswith(("built/her", "built/passkey", "mine/"))
    ]
    if 'action="/sluit/"' not in page or "<title>Mijn overzicht</title>" not in page:
        wrong.append("not her frame")
    if 1 + len(set(fetched)) > MOST_REQUESTS:
        wrong.append(f"{1 + len(set(fetched))} requests")
    weight = len(gzip.compress(page.encode())) + sum(_weight(name) for name in set(fetched))
    if weight > MOST_BYTES:
        wrong.append(f"{weight} bytes")
    return wrong + NOT_TO_HER.findall(words_of(page))
