"""Whose own part a line of an agenda is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0031_hours"),
    ]

    operations = [
        migrations.AddField(
            model_name="agendaline",
            name="administration",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="Forvaltningens egen del"),
        ),
    ]
