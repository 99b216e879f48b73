"""Proves everything, in order, and ends with what did not hold. Arguments go to pytest, on both databases."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from parts import audit, outside, say, setup
from parts.places import COLLECTED, PYTHON, ROOT

BOTH_DATABASES = ("tests/plans", "tests/access", "tests/live")
# A file's tests share a server, and stay together; the files begin as tests/conftest.py has put them in order.
TESTS = ("-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
IMPORT_LAW = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"


def main() -> None:
    with say.clear_ending():
        setup.ensure(tests=True)
        sys.exit(prove(sys.argv[1:]))


def prove(arguments: list[str]) -> int:
    """Runs every check, also after one has failed; gives the exit code."""
    began = time.monotonic()
    failed = [name for name, holds in _checks(arguments) if not _holds(name, holds)]
    minutes = (time.monotonic() - began) / 60
    say.line("")
    if failed:
        say.line(f"Does not hold after {minutes:.1f} min: {', '.join(failed)}.")
        return 1
    say.line(f"Everything holds ({minutes:.1f} min).")
    return 0


def _checks(arguments: list[str]) -> list[tuple[str, Callable[[], bool]]]:
    both = arguments or [folder for folder in BOTH_DATABASES if (ROOT / folder).is_dir()]
    return [
        ("Style", lambda: _python("-m", "ruff", "check", ".")),
        ("Form", lambda: _python("-m", "ruff", "format", "--check", "--output-format=concise", ".")),
        ("Types", lambda: _python("-m", "mypy")),
        ("Import law", lambda: _python("-c", IMPORT_LAW)),
        ("Migrations", lambda: _python("manage.py", "makemigrations", "--check", "--dry-run")),
        ("Deployment", _deployment_holds),
        ("Known weaknesses", audit.holds),
        ("Tests on SQLite", lambda: _python(*TESTS, *arguments)),
        ("Tests on PostgreSQL and Redis", lambda: _python("-m", "tests.services", str(PYTHON), *TESTS, *both)),
    ]


def _holds(name: str, check: Callable[[], bool]) -> bool:
    say.heading(name)
    return check()


def _deployment_holds() -> bool:
    """Django's own questions to a server in public, asked of the settings such a server would have."""
    return _python(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING",
        TAVLEN_BASE_URL="https://tavlen.example.dk", TAVLEN_STATIC_DIR=str(COLLECTED),
    )  # fmt: skip


def _python(*command: str, **ours: str) -> bool:
    """Runs Python of .venv in a data folder that goes away, untouched by what this shell has set for Tavlen."""
    kept = {name: os.environ[name] for name in ("TAVLEN_CHROMIUM",) if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="tavlen-check-") as scratch:
        made = {
            "TAVLEN_DATA_DIR": scratch,
            "TAVLEN_SECRET_KEY": secrets.token_urlsafe(64),
            "PYTHONPATH": str(ROOT / "bin"),
        }
        env = {**outside.environment(), **kept, **made, **ours, "PYTHONUNBUFFERED": "1"}
        return subprocess.run([PYTHON, *command], cwd=ROOT, env=env).returncode == 0


if __name__ == "__main__":
    main()
