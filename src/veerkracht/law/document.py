"""Write docs/law.md: every law, rule, parameter with source and confidence, and what is not modelled.

`python -m veerkracht.law.document > docs/law.md`
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections.abc import Iterator

from .catalogue import book
from .choices import CHOICES
from .engine.parameters import Parameter, Value
from .engine.rules import Book, Law, Rule
from .engine.units import Table
from .facts import FACTS, OF_A_CHILD

HEAD = """# The law book

Made by `python -m veerkracht.law.document`; a test fails when this page is not what the book says.

Sentences and names are Dutch, as the law spells them. Each rule stands with its article and the sentence that a
mother reads under the amount. Each parameter stands with its source and how sure we are of it:
**bevestigd** two or more separately made sources agree · **één bron** one source · **afgeleid** follows by arithmetic
from other amounts · **uit het geheugen** not yet checked · **voorbeeld** a local setting made up as an example.
Proposals for 2027 are not law and are not in the book: a question about a day without amounts is an error.

| confidence | parameters |
|---|---|
"""


def document(of: Book) -> str:
    """The whole page."""
    parts = [HEAD + counted(of), facts_table()]
    parts += [law_section(law, of) for law in of.laws]
    parts += [choices_section(of), cliffs_section(of)]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def counted(of: Book) -> str:
    """How many parameters rest on what, by the least sure of their versions."""
    confidences = [
        min((v.confidence for v in p.versions), key=sure) for p in of.parameters.values() if p.versions
    ]
    return "\n".join(
        f"| {word} | {confidences.count(word)} |" for word in sorted(set(confidences), key=sure, reverse=True)
    )


def sure(confidence: str) -> tuple[int, str]:
    order = (
        "voorbeeld",
        "onbekend",
        "uit het geheugen",
        "afgeleid",
        "één bron",
        "ingangsdatum",
        "wettekst",
        "bevestigd",
    )
    return next(i for i, word in enumerate(order) if confidence.startswith(word)), confidence


def facts_table() -> str:
    lines = [
        "## Facts",
        "",
        "What can be asked. Any quantity below may be given as a fact, too: then its rule is not run.",
        "",
    ]
    lines += ["| fact | unit | meaning |", "|---|---|---|"]
    lines += [f"| `{name}` | {fact.unit} | {fact.meaning}{words(name)} |" for name, fact in FACTS.items()]
    lines += [
        "",
        "Each of `kinderen` (`geboortedatum` may stand for both ages):",
        "",
        "| fact | unit | meaning |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{name}` | {fact.unit} | {fact.meaning}{words(name)} |" for name, fact in OF_A_CHILD.items()
    ]
    return "\n".join(lines)


def words(name: str) -> str:
    return f" ({', '.join(CHOICES[name])})" if name in CHOICES else ""


def law_section(law: Law, of: Book) -> str:
    source = f" · [{law.bwb}]({law.source})" if law.bwb else ""
    lines = [f"## {law.title}", "", f"Folder `law/{law.folder.name}`{source}", "", "Not modelled:", ""]
    lines += [f"- {part}" for part in law.not_modelled]
    lines += ["", "| rule | unit | article | sentence |", "|---|---|---|---|"]
    lines += [rule_row(rule) for rule in of.rules if rule.law is law]
    mine = [p for name, p in of.parameters.items() if name.split(".")[0] == law.folder.name]
    if mine:
        lines += [
            "",
            "| parameter | unit | from | value | article | source | confidence |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [row for parameter in mine for row in parameter_rows(parameter)]
    return "\n".join(lines)


def rule_row(rule: Rule) -> str:
    held = []
    if rule.since != dt.date.min:
        held.append(f"from {rule.since}")
    if rule.until != dt.date.max:
        held.append(f"until {rule.until}")
    when = f" ({', '.join(held)})" if held else ""
    return f"| `{rule.name}`{when} | {rule.unit} | {rule.article} | {rule.sentence} |"


def parameter_rows(parameter: Parameter) -> Iterator[str]:
    name, article = parameter.name.split(".")[1], parameter.article
    if parameter.year_mean_of:
        of = parameter.year_mean_of.split(".")[1]
        yield f"| `{name}` | {parameter.unit} | | | {article} | mean of `{of}` over the calendar year | |"
    last = "" if parameter.until == dt.date.max else f"; until {parameter.until}"
    for version in parameter.versions:
        value = shown(version.value, parameter.unit)
        since = f"{version.since}{last if version is parameter.versions[-1] else ''}"
        sure_of = f"{version.source} | {version.confidence} |"
        yield f"| `{name}` | {parameter.unit} | {since} | {value} | {article} | {sure_of}"


def shown(value: Value, unit: str) -> str:
    if isinstance(value, Table):
        known = [row for row in zip(*value, strict=True) if row[1] == row[1]]
        missing = "" if len(known) == len(value.bases) else "; not known above the last"
        return f"table of {len(known)} rows, from {known[0][1]:g} to {known[-1][1]:g}{missing}"
    if unit == "day":
        return dt.date.fromordinal(int(value)).isoformat()
    return "not known" if value != value else f"{value:.12g}"


def choices_section(of: Book) -> str:
    lines = [
        "## Where law or practice leaves room",
        "",
        "What we chose there; the answer shows it beside the article.",
        "",
    ]
    lines += ["| rule | what we chose |", "|---|---|"]
    chosen = [rule for rule in of.rules if "rekenwijze" in rule.article]
    return "\n".join(lines + [f"| `{rule.name}` | {rule.article} |" for rule in chosen])


def cliffs_section(of: Book) -> str:
    lines = [
        "## Where more wage can leave less",
        "",
        "Steps of 300 euros a year; a test knows no others.",
        "",
    ]
    lines += ["| name | article | sentence |", "|---|---|---|"]
    cliffs = (of.laws[0].folder.parent / "cliffs.toml").read_text(encoding="utf-8")
    lines += [f"| {c['name']} | {c['article']} | {c['sentence']} |" for c in tomllib.loads(cliffs)["cliff"]]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(document(book()))
