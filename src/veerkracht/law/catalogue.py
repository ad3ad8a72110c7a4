"""The laws of the book, one by one, and the quantities that others ask for by name."""

from __future__ import annotations

from functools import cache

from .awir import rules as awir
from .beslagvrije_voet import rules as beslagvrije_voet
from .besteedbaar_inkomen import rules as besteedbaar_inkomen
from .economische_zelfstandigheid import rules as economische_zelfstandigheid
from .engine.rules import Book
from .facts import units_of_facts
from .gemeente import rules as gemeente
from .huishouden import rules as huishouden
from .huurtoeslag import rules as huurtoeslag
from .inkomstenbelasting import rules as inkomstenbelasting
from .kinderbijslag import rules as kinderbijslag
from .kinderopvangtoeslag import rules as kinderopvangtoeslag
from .kindgebonden_budget import rules as kindgebonden_budget
from .loonheffing import rules as loonheffing
from .minimumloon import rules as minimumloon
from .participatiewet import rules as participatiewet
from .uitkeringen import rules as uitkeringen
from .zorgtoeslag import rules as zorgtoeslag
from .zorgverzekeringswet import rules as zorgverzekeringswet

LAWS = (
    huishouden,
    minimumloon,
    inkomstenbelasting,
    loonheffing,
    uitkeringen,
    zorgverzekeringswet,
    participatiewet,
    awir,
    zorgtoeslag,
    kindgebonden_budget,
    huurtoeslag,
    kinderopvangtoeslag,
    kinderbijslag,
    besteedbaar_inkomen,
    economische_zelfstandigheid,
    gemeente,
    beslagvrije_voet,
)


@cache
def book() -> Book:
    """The book, opened and checked once."""
    return Book(LAWS, units_of_facts())
