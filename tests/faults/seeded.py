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

from tests.faults.seeds import FAULTS, RUN, Fault

ROOT = Path(__file__).resolve().parents[2]
<<<<<<< HEAD
COPIED = ("backend", "citizen_app", "tests", "bin", "templates", "static", "var/static")
MOST_SECONDS = 180
=======
COPIED = ("backend", "citizen_app", "tests", "bin", "templates", "static")
PLANS = "backend/plans"


@dataclass(frozen=True)
class Fault:
    """One wrong line, and the tests that must notice it."""

    name: str
    file: str
    right: str
    wrong: str
    noticed_by: str


FAULTS = (
    Fault(
        "no unique index on a change's id",
        f"{PLANS}/migrations/0001_initial.py",
        'fields=("plan", "device", "change_id")',
        'fields=("plan", "device", "change_id", "seq")',
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "a repeat is made again",
        f"{PLANS}/change.py",
        "            if known:\n",
        "            if known and known.digest == '':\n",
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "access is not asked again under the lock",
        f"{PLANS}/change.py",
        "    return access.seat_of(member), member.plan\n",
        "    return seat, member.plan\n",
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "woken before the commit",
        f"{PLANS}/change.py",
        "transaction.on_commit(partial(wake, plan.pk, seq=entry.seq, epoch=plan.policy_epoch), robust=True)",
        "wake(plan.pk, seq=entry.seq, epoch=plan.policy_epoch)",
        "tests/plans/test_wake.py",
    ),
    Fault(
        "the number is not raised under the lock",
        f"{PLANS}/change.py",
        '{"head_seq": F("head_seq") + 1}',
        '{"head_seq": F("head_seq") + 2}',
        "tests/plans/test_eight_writers.py",
    ),
    Fault(
        "a refusal leaves a gap",
        f"{PLANS}/change.py",
        "with _writing(), transaction.atomic():\n            _raise_number(seat.plan_id)\n",
        "with _writing():\n          _raise_number(seat.plan_id)\n          with transaction.atomic():\n",
        "tests/plans/test_sent_again.py tests/plans/test_eight_writers.py",
    ),
    Fault(
        "hidden remarks are shown",
        f"{PLANS}/sight.py",
        "    from_us = remark.member.role in BROAD\n",
        "    return True\n    from_us = remark.member.role in BROAD\n",
        "tests/access/test_canaries.py",
    ),
    Fault(
        "what is shared with one is seen by all",
        f"{PLANS}/access.py",
        'Share.objects.filter(member_id=an_id("member_id"), ended_at=None)',
        'Share.objects.filter(member__plan__members=an_id("member_id"), ended_at=None)',
        "tests/access/test_canaries.py",
    ),
    Fault(
        "an ended share still counts",
        f"{PLANS}/access.py",
        'Share.objects.filter(member_id=an_id("member_id"), ended_at=None)',
        'Share.objects.filter(member_id=an_id("member_id"))',
        "tests/access/test_canaries.py",
    ),
    Fault(
        "the epoch is not raised",
        f"{PLANS}/change.py",
        "    if happened.new_policy:\n",
        "    if happened.new_policy and False:\n",
        "tests/access/test_revoked.py",
    ),
    Fault(
        "the epoch is raised only where it is asked for twice",
        f"{PLANS}/commands/step.py",
        "new_policy=shared)",
        "new_policy=False)",
        "tests/access/test_revoked.py",
    ),
    Fault(
        "told to everybody at the table",
        f"{PLANS}/change.py",
        "    told = audience.of_members(own) | happened.also\n",
        "    told = audience.of_everyone(change.plan.pk)\n",
        "tests/access/test_two_worlds.py",
    ),
    Fault(
        "an own number is the plan's",
        f"{PLANS}/access.py",
        "head=plan.head_seq if member.role in BROAD else member.head",
        "head=plan.head_seq",
        "tests/access/test_two_worlds.py",
    ),
    Fault(
        "places tell of hidden cards",
        f"{PLANS}/reads/card.py",
        "replace(card, position=rank,",
        "replace(card, position=card.position,",
        "tests/plans/test_move_step.py",
    ),
    Fault(
        "a consultant rewords the citizen's words",
        f"{PLANS}/powers.py",
        "for f in STEP_WORDS if mine or f not in step.by_citizen",
        "for f in STEP_WORDS",
        "tests/plans/test_reword_step.py",
    ),
    Fault(
        "what is removed is only hidden",
        f"{PLANS}/forget.py",
        "            late.delete()\n",
        "",
        "tests/plans/test_forget.py",
    ),
    Fault(
        "a page forgets to ask for a seat",
        "citizen_app/viewer.py",
        "        if seat.role == access.SCREEN:\n            raise NotHere\n",
        "",
        "tests/access/test_table.py",
    ),
)
>>>>>>> lead


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
