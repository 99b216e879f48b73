"""The tests under test: known faults are put into a copy of the code, and what guards against each must fail.

    python -m tests.faults.seeded            every fault, some minutes
    python -m tests.faults.seeded epoch      those whose name holds the word

Run by hand when the door, access, the outbox or the suites around them change. Exit 0: every fault was noticed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.fault import RUN, Fault
from tests.faults.seeds import FAULTS

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("backend", "citizen_app", "tests", "bin", "templates", "static", "var/static")
MOST_SECONDS = 600


def main(word: str = "") -> int:
    chosen = [fault for fault in FAULTS if word in fault.name]
    missed = [fault.name for fault in chosen if not _is_noticed(fault)]
    print(f"\n{len(chosen) - len(missed)} of {len(chosen)} faults noticed.")
    for name in missed:
        print(f"NOT NOTICED: {name}")
    return 1 if missed or not chosen else 0


def _is_noticed(fault: Fault) -> bool:
    with tempfile.TemporaryDirectory(prefix="tavlen-fault-") as folder:
        tree = Path(folder)
        _copy(tree)
        _seed(tree / fault.file, fault)
        if fault.file.startswith("static/"):
            _run(tree, "-m", "parts.build")
        noticed, words = _guard(tree, fault.noticed_by)
    print(f"| {fault.name} | {f'`{fault.noticed_by}`' if noticed else '**nobody**'} |", flush=True)
    if not noticed:
        print(words[-1500:])
    return noticed


def _copy(tree: Path) -> None:
    """A tree of its own, with the same Python and packages; what it builds is its own."""
    for name in COPIED:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for name in ("pyproject.toml", "manage.py", "package.json", "package-lock.json", "requirements.txt"):
        shutil.copy(ROOT / name, tree / name)
    (tree / "node_modules").symlink_to(ROOT / "node_modules")
    (tree / ".venv").mkdir()
    for part in (ROOT / ".venv").iterdir():
        if not part.name.startswith("."):
            (tree / ".venv" / part.name).symlink_to(part)


def _seed(file: Path, fault: Fault) -> None:
    text = file.read_text(encoding="utf-8")
    if text.count(fault.right) != 1:
        raise SystemExit(f"{fault.name}: its line stands {text.count(fault.right)} times in {fault.file}")
    file.write_text(text.replace(fault.right, fault.wrong), encoding="utf-8")


def _guard(tree: Path, noticed_by: str) -> tuple[bool, str]:
    """pytest ends with 1 when a test failed, otherwise when it could not run; a fault run says what did not hold."""
    if noticed_by.startswith(RUN):
        done = _run(tree, "-m", "tests.faults", *noticed_by.removeprefix(RUN).split())
        return "does NOT hold" in done.stdout, done.stdout + done.stderr
    done = _run(tree, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *noticed_by.split())
    return done.returncode == 1, done.stdout + done.stderr


def _run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What hangs has noticed something, too, but it is not asked what: it counts as not noticed."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("TAVLEN_")}
    env["PYTHONPATH"] = str(tree / "bin")
    python = str(tree / ".venv" / "bin" / "python")
    try:
        return subprocess.run(
            [python, *command], cwd=tree, env=env, capture_output=True, text=True, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 2, "", f"not done after {MOST_SECONDS} s")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
