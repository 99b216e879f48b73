"""What the laws of the house are asked of: our own files, never what was installed, built or left by a run."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from parts.places import BUILD, ROOT

MADE_BY_MACHINE = ("__pycache__", "node_modules")
ROOMS = ("backend", "citizen_app", "bin", "tests", "bench", "static", "templates", "docs", ".ci")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is ours, sorted."""
    top = [file for file in ROOT.iterdir() if file.is_file() and not file.name.startswith(".setup")]
    return tuple(sorted(top + [file for room in ROOMS for file in _below(ROOT / room)]))


def python_files(*rooms: str) -> list[Path]:
    wanted = [ROOT / room for room in rooms] or [ROOT]
    return [file for file in files() if file.suffix == ".py" and any(room in (file, *file.parents) for room in wanted)]


@cache
def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """(line, full dotted name) of all that a file imports; `from a import b` is a.b."""
    for node in ast.walk(syntax(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def called(file: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(syntax(file)) if isinstance(node, ast.Call))


def at(file: Path, line: int, why: str = "") -> str:
    return f"{file.relative_to(ROOT)}:{line} {why}".rstrip()


def _below(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry == BUILD or entry.name in MADE_BY_MACHINE or entry.name.endswith("_cache"):
            continue
        if entry.is_dir():
            yield from _below(entry)
        elif entry.suffix not in (".mo", ".pyc"):
            yield entry
