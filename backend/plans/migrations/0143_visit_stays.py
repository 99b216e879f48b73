"""What is sealed of the list of looks stays as it is: the database says no to everybody, our own code included."""

from typing import Any

from django.db import migrations

SAYS = "a look that is noted stays as it is"
# A row is sealed once: its number and digest come, and nothing else ever changes.
SQLITE = (
    f"CREATE TRIGGER plans_visit_changes BEFORE UPDATE ON plans_visit WHEN old.number IS NOT NULL"
    f" OR (new.id, new.plan_id, new.person_id, new.screen_id, new.role, new.what, new.subject_id, new.at)"
    f" IS NOT (old.id, old.plan_id, old.person_id, old.screen_id, old.role, old.what, old.subject_id, old.at)"
    f" BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
    f"CREATE TRIGGER plans_visit_goes BEFORE DELETE ON plans_visit WHEN old.number IS NOT NULL"
    f" BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
)
POSTGRESQL = (
    f"CREATE FUNCTION plans_visit_stays() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER plans_visit_changes BEFORE UPDATE ON plans_visit FOR EACH ROW WHEN (old.number IS NOT NULL"
    " OR (new.id, new.plan_id, new.person_id, new.screen_id, new.role, new.what, new.subject_id, new.at)"
    " IS DISTINCT FROM (old.id, old.plan_id, old.person_id, old.screen_id, old.role, old.what, old.subject_id, old.at))"
    " EXECUTE FUNCTION plans_visit_stays()",
    "CREATE TRIGGER plans_visit_goes BEFORE DELETE ON plans_visit FOR EACH ROW WHEN (old.number IS NOT NULL)"
    " EXECUTE FUNCTION plans_visit_stays()",
)


def let_them_stay(apps: Any, schema_editor: Any) -> None:
    for one in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(one)


def let_them_go(apps: Any, schema_editor: Any) -> None:
    on_table = "" if schema_editor.connection.vendor == "sqlite" else " ON plans_visit"
    for name in ("plans_visit_changes", "plans_visit_goes"):
        schema_editor.execute(f"DROP TRIGGER {name}{on_table}")
    if on_table:
        schema_editor.execute("DROP FUNCTION plans_visit_stays")


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0142_measurement_wording"),
    ]

    operations = [
        migrations.RunPython(let_them_stay, let_them_go),
    ]
