"""How the commands speak: short plain lines, and one clear sentence when something is missing."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Missing(Exception):
    """Something this machine lacks; the text is a whole sentence that says what to do."""


def line(text: str) -> None:
    print(text, flush=True)


def heading(text: str) -> None:
    line(f"\n── {text} ──")


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Says what begins, and how many seconds it took."""
    line(f"{what} …")
    began = time.monotonic()
    yield
    line(f"  done in {time.monotonic() - began:.0f} s")


@contextmanager
def clear_ending() -> Iterator[None]:
    """Turns a missing piece into its sentence, and Ctrl-C into quiet."""
    try:
        yield
    except Missing as missing:
        print(f"\n{missing}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
