"""An administration's own part of an agenda; what is taken back; and *Det så jeg* known by more than its words."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

SAID_BY_ONE_TAP = ("Det så jeg", "I saw that")


def mark_what_was_seen(apps: Any, schema_editor: Any) -> None:
    apps.get_model("plans", "Remark").objects.filter(words__in=SAID_BY_ONE_TAP).update(is_seen=True, words="")


def write_it_out(apps: Any, schema_editor: Any) -> None:
    apps.get_model("plans", "Remark").objects.filter(is_seen=True).update(words=SAID_BY_ONE_TAP[0])


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0071_out_of_hours"),
    ]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="administration",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="answers",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.member"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="discussion",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="remark",
            name="is_seen",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="remark",
            name="words",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.RunPython(mark_what_was_seen, write_it_out),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("is_seen", True), ("words", "")),
                    models.Q(("is_seen", False), models.Q(("words", ""), _negated=True)),
                    _connector="OR",
                ),
                name="remark_seen_or_words",
            ),
        ),
    ]
