"""A wall that was opened for a meeting, and one that the citizen makes blank."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0040_after_meetings"),
    ]

    operations = [
        migrations.AddField(
            model_name="screen",
            name="meeting",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="screens",
                to="plans.meeting",
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="room_blank",
            field=models.BooleanField(default=False),
        ),
    ]
