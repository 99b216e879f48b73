"""Tests of windows and clocks that were red beside all the others: which of them are asked once more, by themselves."""

import json
from pathlib import Path

# What is right or wrong whatever the machine is busy with, above all who may see what, has no second chance.
TIMED = ("tests/config/", "tests/faults/", "tests/live/", "tests/pages/", "tests/phone/", "tests/shell/")
MOST = 3  # more than these are no accident


def may_be_asked_again(cache: Path) -> list[str]:
    """The names of what failed, by pytest's own note in `cache`; none when what or how many they are is no accident."""
    told = cache / "v" / "cache" / "lastfailed"
    failed = list(json.loads(told.read_text("utf-8"))) if told.exists() else []
    return failed if len(failed) <= MOST and all(name.startswith(TIMED) for name in failed) else []
