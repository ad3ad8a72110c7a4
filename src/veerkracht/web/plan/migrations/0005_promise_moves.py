"""Which thing on her map a promise moves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0004_promise_place")]

    operations = [
        migrations.AddField(
            model_name="promise",
            name="moves",
            field=models.CharField(blank=True, max_length=30),
        ),
    ]
