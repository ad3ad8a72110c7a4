"""Her words may find several places; what had one keeps it."""

from __future__ import annotations

from django.db import migrations, models

FIND = """insert into guide_quoteplace (quote_id, kind, became)
select id, destination, became from guide_quote where destination in ('map', 'wish', 'promise')"""
EMPTY = "update guide_quote set destination = '' where destination in ('map', 'wish', 'promise')"


class Migration(migrations.Migration):
    dependencies = [("guide", "0002_encrypted_fields")]

    operations = [
        migrations.CreateModel(
            name="QuotePlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("map", "op de kaart"),
                            ("person", "als iemand op de kaart"),
                            ("about", "bij iemand op de kaart"),
                            ("wish", "in het plan, als wens"),
                            ("promise", "in het plan, als belofte"),
                        ],
                        max_length=8,
                    ),
                ),
                ("became", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "quote",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE, related_name="places", to="guide.quote"
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.AddConstraint(
            model_name="quoteplace",
            constraint=models.UniqueConstraint(
                fields=("quote", "kind", "became"), name="one_place_for_one_quote"
            ),
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
        migrations.RunSQL(EMPTY, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="quote", name="became"),
        migrations.AlterField(
            model_name="quote",
            name="destination",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "nog niet gekozen"),
                    ("report", "alleen in het verslag"),
                    ("between_us", "blijft tussen ons"),
                    ("nowhere", "nergens"),
                ],
                default="",
                max_length=12,
            ),
        ),
    ]
