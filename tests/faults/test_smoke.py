"""A few of the faults, for seconds each; all of them, and longer: python -m tests.faults."""

from pathlib import Path

import pytest

from tests.faults.catalogue import RUNS
from tests.faults.stage import stage
from tests.server import Prepared

SMOKE = ("killed", "shuffled", "disk_full", "power_lost", "revoked", "frame_lost", "in_a_meeting")


@pytest.mark.parametrize("name", SMOKE)
def test_nothing_acknowledged_is_lost_or_doubled_and_nobody_sees_what_they_should_not(
    name: str, planted: Prepared, tmp_path: Path
) -> None:
    run = RUNS[name]
    with stage(planted, tmp_path / name, f"smoke {name}", is_short=True, **run.options) as staged:
        run.play(staged)
        troubles = staged.troubles()
    assert not troubles, "\n".join(troubles[:12])
