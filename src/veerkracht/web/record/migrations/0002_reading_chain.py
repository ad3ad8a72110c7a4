import datetime as dt
from typing import Any

from django.db import migrations, models

from veerkracht.web.record.reading_log import chain_existing_lines


def chain(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    readings = apps.get_model("record", "Reading")._base_manager.using(alias)
    heads = apps.get_model("record", "ReadingHead")._base_manager.using(alias)
    chain_existing_lines(readings=readings, heads=heads)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ReadingHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.CharField(max_length=24, unique=True)),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="ReadingStub",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.CharField(max_length=24)),
                ("until", models.DateField()),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("chain",), name="one_stub_a_chain")],
            },
        ),
        migrations.AlterField(model_name="reading", name="case_id", field=models.BigIntegerField(null=True)),
        migrations.AddField(
            model_name="reading",
            name="selection",
            field=models.CharField(blank=True, max_length=60, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reading",
            name="chain",
            field=models.CharField(max_length=24, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reading",
            name="day",
            field=models.DateField(default=dt.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reading",
            name="number",
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reading",
            name="digest",
            field=models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(chain, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="reading", index=models.Index(fields=["day"], name="record_reading_day_idx")
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(fields=("chain", "number"), name="one_line_a_number"),
        ),
    ]
