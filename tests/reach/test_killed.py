"""The sender killed while it sends: every notice is on its phone once. 10,000 of them: python -m tests.reach.killed."""

from pathlib import Path

from tests.reach.killed import kill_over
from tests.server import Prepared


def test_every_notice_is_on_its_phone_once_however_often_the_sender_is_killed(
    migrated: Prepared, tmp_path: Path
) -> None:
    came = kill_over(migrated, tmp_path / "run", many=200, kills=1, lease=1.0)
    assert not came.troubles()
    assert came.kills == 1
