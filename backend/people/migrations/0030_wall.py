"""Walls that wait to be told what to show."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0009_agenda"),
    ]

    operations = [
        migrations.CreateModel(
            name="Wall",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("room_name", models.CharField(max_length=80)),
                ("round", models.PositiveIntegerField(default=0)),
                ("screen_id", models.UUIDField(null=True)),
                ("named_at", models.DateTimeField()),
            ],
        ),
    ]
