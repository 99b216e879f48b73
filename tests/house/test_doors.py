"""One door: a plan's rows are written by the plan's commands and by nobody else."""

import ast
from pathlib import Path

from parts.places import ROOT
from tests.house import tree

PLANS = ROOT / "backend" / "plans"
MAY_WRITE = [
    PLANS / name
    for name in (
        "commands",
        "change.py",
        "journal.py",
        "open.py",
        "forget.py",
        "visits.py",
        "reading.py",
        "later.py",
        "drafts.py",
        "search_index.py",
        "attach.py",
        "migrations",
    )
]
WRITES = {"save", "delete", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
WRITES |= {f"a{name}" for name in WRITES} | {
    "_raw_delete",
    "executemany",
    "PreparedUpdate",
    "PreparedInsert",
    "PreparedInserts",
}
SCREENS_MAY_TAKE = {
    "access", "attach", "change", "commands", "drafts", "intake", "intake_lines", "reading", "reads", "journal",
    "later", "outside", "room", "run_out", "visits", "wake",
}  # fmt: skip


def test_no_plan_row_is_written_outside_the_door() -> None:
    writes = [(file, call) for file in _near_the_tables() for call in tree.called(file) if _writes(call)]
    assert not [tree.at(file, call.lineno) for file, call in writes if not _is_of_another_table(file, call)]


def test_screens_take_only_what_the_plan_hands_out() -> None:
    prefix = "backend.plans."
    taken = [
        (file, line, name.removeprefix(prefix).split(".")[0])
        for file in tree.python_files("citizen_app")
        for line, name in tree.imports(file)
        if name.startswith(prefix)
    ]
    assert not [tree.at(file, line, what) for file, line, what in taken if what not in SCREENS_MAY_TAKE]


def _near_the_tables() -> list[Path]:
    """All of backend/plans, and whoever else imports its models, except those who may write."""
    rooms = tree.python_files("backend", "citizen_app")
    near = [file for file in rooms if PLANS in file.parents or _imports_models(file)]
    return [file for file in near if not any(writer in (file, *file.parents) for writer in MAY_WRITE)]


def _imports_models(file: Path) -> bool:
    return any(name.startswith("backend.plans.models") for _, name in tree.imports(file))


def _writes(call: ast.Call) -> bool:
    """A write by name; `update` only with keywords, as querysets have them and hashes do not."""
    if not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr in WRITES or (call.func.attr in ("update", "aupdate") and bool(call.keywords))


def _is_of_another_table(file: Path, call: ast.Call) -> bool:
    """`Organisation.objects.create(…)`: begins with a model that is not the plan's."""
    root: ast.expr = call.func
    while isinstance(root, ast.Attribute | ast.Call):
        root = root.value if isinstance(root, ast.Attribute) else root.func
    plans_models = {
        name.rpartition(".")[2] for _, name in tree.imports(file) if name.startswith("backend.plans.models")
    }
    return isinstance(root, ast.Name) and root.id[0].isupper() and root.id not in plans_models
