"""One clock: only backend/common/clock.py asks what time it is."""

import ast

from parts.places import ROOT
from tests.house import tree

CLOCK = ROOT / "backend" / "common" / "clock.py"
ASKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"),
}  # fmt: skip
SQL_NOW = "django.db.models.functions.Now"


def test_nobody_else_asks_for_the_time() -> None:
    asked = [
        tree.at(file, call.lineno, ast.unparse(call.func))
        for file in tree.python_files("backend", "citizen_app")
        for call in tree.called(file)
        if file != CLOCK and _asks(call.func)
    ]
    assert not asked


def test_no_column_asks_for_the_time_by_itself() -> None:
    keywords = [
        tree.at(file, call.lineno, keyword.arg)
        for file in tree.python_files("backend", "citizen_app")
        for call in tree.called(file)
        for keyword in call.keywords
        if keyword.arg in ("auto_now", "auto_now_add")
    ]
    taken = [
        tree.at(file, line)
        for file in tree.python_files("backend")
        for line, name in tree.imports(file)
        if name == SQL_NOW
    ]
    assert not keywords + taken


def _asks(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value.attr if isinstance(function.value, ast.Attribute) else getattr(function.value, "id", "")
    return (owner, function.attr) in ASKS
