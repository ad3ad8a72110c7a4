"""PRV-01: every field the program stores of a person has a word she reads, or is named technical; each has a term."""

from __future__ import annotations

import tomllib

from django.apps import apps

from veerkracht.web.privacy.personal_data import HERE, personal_tables, retention_classes


def unclassified() -> list[str]:
    """Tables and fields of the program that stand nowhere in the table, with the line to add."""
    known = {table.label: table for table in personal_tables()}
    others = tomllib.loads((HERE / "personal_data.toml").read_text())["others"]
    missing = []
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        if not model.__module__.startswith("veerkracht.") or label in others:
            continue
        if label not in known:
            missing.append(f'["{label}"] with path, term, title, fields, technical; or a line under [others]')
            continue
        table = known[label]
        named = {*table.fields, *table.technical, *table.shield}
        own = {f.name for f in [*model._meta.concrete_fields, *model._meta.many_to_many]} - {"id", "version"}
        missing += [f"{label}.{name}: a word in fields, or technical" for name in sorted(own - named)]
        missing += [f"{label}.{name} is no field" for name in sorted(named - own)]
    return missing


def test_every_table_and_field_is_accounted_for() -> None:
    assert unclassified() == [], (
        "web/privacy/personal_data.toml: add what is named here (a table, a word, a mark)"
    )


def test_every_table_has_a_term_with_its_article_and_source() -> None:
    terms = retention_classes()
    assert {table.term for table in personal_tables()} <= set(terms)
    for each in terms.values():
        assert each.months > 0 and each.article and each.source, each.key


def test_what_counts_from_its_own_day_says_which() -> None:
    by_day = {key for key, each in retention_classes().items() if each.starts == "day"}
    undated = [t.label for t in personal_tables() if t.term in by_day and not t.day]
    assert undated == ["guide.Draft"], "a draft goes with its talk's words, or when it is saved"
