"""Which red tests are asked once more: a few, of windows and clocks, and never who may see what."""

import json
from pathlib import Path

import pytest

from parts.wavering import MOST, may_be_asked_again

TIMED = "tests/pages/test_wall.py::test_it_fits"


def noted(cache: Path, names: list[str]) -> Path:
    note = cache / "v" / "cache" / "lastfailed"
    note.parent.mkdir(parents=True)
    note.write_text(json.dumps(dict.fromkeys(names, True)))
    return cache


def test_a_few_of_windows_and_clocks_are(tmp_path: Path) -> None:
    assert may_be_asked_again(noted(tmp_path, [TIMED])) == [TIMED]


@pytest.mark.parametrize(
    "names",
    [
        [f"{TIMED}[{number}]" for number in range(MOST + 1)],
        [TIMED, "tests/access/test_every_cell.py::test_every_cell"],
        ["tests/plans/test_journal.py::test_numbers_have_no_gaps"],
        [],
    ],
    ids=["many", "one of access", "the plan's own", "none that failed by name"],
)
def test_others_are_not(tmp_path: Path, names: list[str]) -> None:
    assert may_be_asked_again(noted(tmp_path, names)) == []


def test_nothing_is_when_nothing_was_noted(tmp_path: Path) -> None:
    assert may_be_asked_again(tmp_path) == []
