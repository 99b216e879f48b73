"""Makes ready what the other commands stand on: .venv, node_modules, the built static files; for tests, services."""

import argparse
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from parts import build, node_env, python_env, say, services
from parts.places import ROOT


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/setup", description=__doc__)
    parser.add_argument("--tests", action="store_true", help="also what the tests need: Chromium, PostgreSQL, Redis")
    asked = parser.parse_args()
    with say.clear_ending():
        ensure(tests=asked.tests)
        say.line("Tavlen is set up.")


def ensure(*, tests: bool = False) -> None:
    with _alone():
        python_env.ensure(tests=tests)
        node_env.ensure()
        build.ensure()
        if tests:
            services.ensure()


@contextmanager
def _alone() -> Iterator[None]:
    """One setup at a time in this folder; a second one waits and then finds everything done."""
    with (ROOT / ".setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say.line("Another setup is running here; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    main()
