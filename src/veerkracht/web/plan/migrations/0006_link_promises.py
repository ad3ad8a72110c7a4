"""Whoever promised and stands on her map by the same name is linked to that row, once; from here on only the link counts.

Without it the page of who acted looked for equal names each time it was shown. Where two rows have the name, where
only she sees the row, or where nobody may be contacted there, nothing is linked.
"""

from typing import Any

from django.db import migrations

from veerkracht.web.people.models import plain


def names(written: str) -> set[str]:
    """`Welzijn Voorbeeld, taalles` is also simply `taalles`."""
    return {plain(part) for part in (written, *written.split(","))} - {""}


def link(apps: Any, schema_editor: Any) -> None:
    promises = apps.get_model("plan", "Promise").objects.filter(place=None).exclude(owner_name="")
    nodes_of_case: dict[int, list[Any]] = {}
    for node in apps.get_model("map", "Node").objects.filter(only_hers=False, do_not_contact=False):
        nodes_of_case.setdefault(node.case_id, []).append(node)
    for promise in promises.select_related("plan"):
        nodes = nodes_of_case.get(promise.plan.case_id, [])
        same = [node.pk for node in nodes if names(promise.owner_name) & names(node.name)]
        if len(same) == 1:
            promise.place = same[0]
            promise.save(update_fields=["place"])


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0005_promise_moves"),
        ("map", "0003_encrypted_fields"),
    ]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
