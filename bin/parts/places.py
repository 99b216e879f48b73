"""Where things lie in the project, named once."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
STATIC = ROOT / "static"
BUILD = STATIC / "build"
DATA = ROOT / "var"
COLLECTED = DATA / "static"


def translations() -> Iterator[Path]:
    """Every catalogue of translated words."""
    for room in ("backend", "citizen_app"):
        yield from (ROOT / room).rglob("locale/*/LC_MESSAGES/*.po")
