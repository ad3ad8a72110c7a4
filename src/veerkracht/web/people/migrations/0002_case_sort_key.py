"""A key to sort names by and a text to search in, for every case there is; names may be as long as names are."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from veerkracht.web.people.dutch_names import search_text, sort_key


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    cases = apps.get_model("people", "Case").objects
    for case in cases.order_by("pk").iterator(chunk_size=500):
        text = search_text(case.first_name, case.last_name, case.public_id, case.phone)
        cases.filter(pk=case.pk).update(search_name=text, sort_key=sort_key(case.first_name, case.last_name))


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        migrations.AlterField("case", "first_name", models.CharField(max_length=120)),
        migrations.AlterField("case", "last_name", models.CharField(blank=True, max_length=200)),
        migrations.AddField(
            "case",
            "sort_key",
            models.CharField(default="", editable=False, max_length=300),
            preserve_default=False,
        ),
        migrations.RemoveIndex("case", "people_case_municip_84db8f_idx"),
        migrations.AddIndex(
            "case", models.Index(fields=["municipality", "sort_key"], name="people_case_municip_3adba6_idx")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
