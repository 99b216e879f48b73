"""Proves everything and ends with what did not hold. Arguments go to pytest, on both databases.

The tests on SQLite are said as they run; all the rest goes on beside them, each said whole when it is known.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from parts import outside, say, setup, wavering
from parts.places import COLLECTED, PYTHON, ROOT

BOTH_DATABASES = ("tests/plans", "tests/access", "tests/live")
# What these look at is made of what others read there: bytes of pages, manners of a line, files and words.
ALIKE = (
    "tests/access/test_canaries_in_bytes.py",
    "tests/access/test_wall_bytes.py",
    "tests/access/test_way_out.py",
    "tests/live/test_manners.py",
    "tests/live/test_packed.py",
    "tests/live/test_same_person.py",
    "tests/live/test_wall_stages.py",
    "tests/live/test_writing.py",
    "tests/plans/test_attachments_refused.py",
    "tests/plans/test_whereabouts.py",
)
# A file's tests share a server, and stay together; the files begin as tests/conftest.py has put them in order.
TESTS = ("-m", "pytest", "--dist", "loadfile", "--no-loadscope-reorder", "--durations", "25")
ALONE = ("-m", "pytest")
IMPORT_LAW = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"
WEAKNESSES = "import sys; from parts import audit; sys.exit(not audit.holds())"
MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3  # bytes: what a whole run leaves behind until it ends, and more


@dataclass(frozen=True)
class Check:
    """What is asked, by which arguments to Python; `ours` is set for it besides."""

    name: str
    command: tuple[str, ...]
    ours: dict[str, str] = field(default_factory=dict)
    again: tuple[str, ...] = ()  # with the names of a few tests behind it: asks those once more, by themselves


def main() -> None:
    with say.clear_ending():
        setup.ensure(tests=True)
        sys.exit(prove(sys.argv[1:]))


def prove(arguments: list[str]) -> int:
    """Runs every check, also after one has failed; gives the exit code."""
    began = time.monotonic()
    with ThreadPoolExecutor(1) as beside:
        rest = beside.submit(lambda: [check.name for check in _rest(arguments) if not _holds_quietly(check)])
        failed = [check.name for check in [_on_sqlite(arguments)] if not _holds_aloud(check)] + rest.result()
    minutes = (time.monotonic() - began) / 60
    say.line("")
    if failed:
        say.line(f"Does not hold after {minutes:.1f} min: {', '.join(failed)}.")
        return 1
    say.line(f"Everything holds ({minutes:.1f} min).")
    return 0


def _on_sqlite(arguments: list[str]) -> Check:
    return Check("Tests on SQLite", (*TESTS, "-n", "2", *arguments), again=() if arguments else ALONE)


def _rest(arguments: list[str]) -> list[Check]:
    both = arguments or [*BOTH_DATABASES, *(f"--ignore={file}" for file in ALIKE)]
    # Django's own questions to a server in public, asked of the settings such a server would have.
    letters = {"TAVLEN_MAIL_URL": "smtps://mail.example.dk", "TAVLEN_SMS_URL": "https://sms.example.dk/rest/mtsms"}
    public = {"TAVLEN_BASE_URL": "https://tavlen.example.dk", "TAVLEN_STATIC_DIR": str(COLLECTED), **letters}
    with_services = ("-m", "tests.services", str(PYTHON))
    return [
        Check("Style", ("-m", "ruff", "check", ".")),
        Check("Form", ("-m", "ruff", "format", "--check", "--output-format=concise", ".")),
        Check("Types", ("-m", "mypy")),
        Check("Import law", ("-c", IMPORT_LAW)),
        Check("Migrations", ("manage.py", "makemigrations", "--check", "--dry-run")),
        Check("Deployment", ("manage.py", "check", "--deploy", "--fail-level", "WARNING"), public),
        Check("Known weaknesses", ("-c", WEAKNESSES)),
        Check(
            "Tests on PostgreSQL and Redis",
            (*with_services, *TESTS, "-n", "1", *both),
            again=() if arguments else (*with_services, *ALONE),
        ),
    ]


def _holds_aloud(check: Check) -> bool:
    say.heading(check.name)
    return _run(check, told=None)


def _holds_quietly(check: Check) -> bool:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        holds = _run(check, told=told)
        told.seek(0)
        say.heading(check.name)
        shutil.copyfileobj(told, sys.stdout)
        sys.stdout.flush()
    return holds


def _run(check: Check, *, told: IO[str] | None) -> bool:
    """Runs Python of .venv in a data folder that goes away, untouched by what this shell has set for Tavlen."""
    kept = {name: os.environ[name] for name in ("TAVLEN_CHROMIUM",) if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="tavlen-check-", dir=_in_memory()) as scratch:
        Path(scratch).chmod(0o711)  # PostgreSQL runs as somebody else, and has a folder of its own in here
        made = {
            "TAVLEN_DATA_DIR": scratch,
            "TAVLEN_SECRET_KEY": secrets.token_urlsafe(64),
            "PYTHONPATH": str(ROOT / "bin"),
            "TMPDIR": scratch,
        }
        env = {**outside.environment(), **kept, **made, **check.ours, "PYTHONUNBUFFERED": "1"}
        cache = Path(scratch, "pytest")
        env["PYTEST_ADDOPTS"] = f"{os.environ.get('PYTEST_ADDOPTS', '')} -o cache_dir={cache}"

        def holds(*command: str) -> bool:
            return subprocess.run([PYTHON, *command], cwd=ROOT, env=env, stdout=told, stderr=told).returncode == 0

        if holds(*check.command):
            return True
        wavered = wavering.may_be_asked_again(cache) if check.again else []
        if not wavered or not holds(*check.again, *wavered):
            return False
        print("\nWavered, red beside the others and green by themselves:", *wavered, sep="\n  ", file=told, flush=True)
        return True


def _in_memory() -> Path | None:
    """Where nothing waits for a disk; what a killed server had told the system is still there, as it is on a disk."""
    is_roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if is_roomy else None


if __name__ == "__main__":
    main()
