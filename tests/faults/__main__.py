"""Breaks everything that can break, on purpose, and says what held.

    python -m tests.faults                     every fault, some minutes
    python -m tests.faults killed power        these
    python -m tests.faults --seed 7 revoked    another schedule

A run that does not hold keeps its history, its database and the server's log.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import services
from tests.faults.catalogue import RUNS, Run
from tests.faults.stage import Figure, stage
from tests.server import Prepared, prepare


@dataclass(frozen=True)
class Result:
    """What one run came to."""

    name: str
    seconds: float
    acknowledged: int
    troubles: list[str]
    figures: list[Figure]


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(RUNS)}")
    asked.add_argument("--seed", default="1", help="of the schedules; the same seed breaks the same things")
    given = asked.parse_args()
    if unknown := set(given.names) - set(RUNS):
        asked.error(f"no such fault: {', '.join(sorted(unknown))}")
    chosen = {name: run for name, run in RUNS.items() if name in (given.names or RUNS)}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whoever stops this also stops what it started
    folder = Path(tempfile.mkdtemp(prefix="tavlen-faults-"))
    try:
        results = [result for needs in (False, True) for result in _group(chosen, folder, given.seed, needs)]
    except (KeyboardInterrupt, SystemExit):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _tell(results)
    if any(result.troubles for result in results):
        print(f"\nHistories, databases and logs are kept in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


def _group(chosen: dict[str, Run], folder: Path, seed: str, needs_services: bool) -> Iterator[Result]:
    """The runs of one kind of database; it is prepared once and copied for each."""
    runs = {name: run for name, run in chosen.items() if run.needs_services is needs_services}
    if not runs:
        return
    with ExitStack() as around:
        if needs_services:
            around.enter_context(_services())
        prepared = prepare(folder / f"prepared-{needs_services}", planted=True)
        for name, run in runs.items():
            yield _run(name, run, prepared, folder / name, seed)


@contextmanager
def _services() -> Iterator[None]:
    with services.postgres() as database_url:
        os.environ["TAVLEN_DATABASE_URL"] = database_url
        try:
            yield
        finally:
            del os.environ["TAVLEN_DATABASE_URL"]


def _run(name: str, run: Run, prepared: Prepared, folder: Path, seed: str) -> Result:
    print(f"{name} … ", end="", flush=True)
    began = time.monotonic()
    with stage(prepared, folder, f"{seed} {name}", **run.options) as staged:
        try:
            run.play(staged)
            troubles = staged.troubles()
        except Exception as failed:
            troubles = [f"{type(failed).__name__}: {failed}"]
            (folder / "failure.txt").write_text(traceback.format_exc())
        acknowledged, figures = staged.answered("accepted"), staged.figures
    took = time.monotonic() - began
    print(f"{'does NOT hold' if troubles else 'holds'} ({took:.0f} s, {acknowledged} changes)", flush=True)
    for trouble in troubles[:12]:
        print(f"    {trouble}")
    if not troubles:
        shutil.rmtree(folder)
    return Result(name, took, acknowledged, troubles, figures)


def _tell(results: list[Result]) -> None:
    print("\n| fault | changes made | lost | doubled | else | |\n|---|---|---|---|---|---|")
    for result in results:
        lost = sum(trouble.startswith("lost") for trouble in result.troubles)
        doubled = sum(trouble.startswith("twice") for trouble in result.troubles)
        rest = len(result.troubles) - lost - doubled
        verdict = "does **not** hold" if result.troubles else "holds"
        print(f"| {result.name} | {result.acknowledged} | {lost} | {doubled} | {rest} | {verdict} |")
    print("\n| measured | aim | value | |\n|---|---|---|---|")
    for result in results:
        for figure in result.figures:
            aim = "" if figure.most is None else f"≤ {figure.most:g} {figure.unit}"
            verdict = ("holds" if figure.holds else "**falls short**") if aim else ""
            print(f"| {result.name}: {figure.what} | {aim} | {figure.value:.2f} {figure.unit} | {verdict} |")


if __name__ == "__main__":
    sys.exit(main())
