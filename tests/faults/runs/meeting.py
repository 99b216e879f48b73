"""A meeting in which a phone, a wall, the server and what two processes tell each other drop out."""

import time
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from tests.faults.runs.dying import BACK_SECONDS, EQUAL_SECONDS, newest
from tests.faults.stage import Stage
from tests.faults.viewers import Viewer
from tests.faults.work import Writer, while_working

OUT_SECONDS, SHORTLY = 6.0, 2.0


def in_a_meeting(stage: Stage) -> None:
    """Phone and wall out and back in the middle of writing, then kill -9; each holds what it had meanwhile."""
    out = stage.line()
    everybody, writers = _all_are_there(stage, out.url), stage.writers(("citizen", "consultant", "supporter"))
    writers.append(Writer(stage.phone("citizen", url=out.url, patience=2)))
    back: list[float] = []

    def faults() -> None:
        time.sleep(1)
        out.cut()
        time.sleep(stage.times(int(OUT_SECONDS), int(SHORTLY)))
        out.mend()
        time.sleep(1)
        back.append(stage.kill_and_start(dead_for=0.5))

    while_working(writers, faults)
    _all_are_equal(stage, everybody)
    stage.measure("a meeting's server answers again after kill -9", max(back), most=BACK_SECONDS)


def in_a_meeting_without_redis(stage: Stage) -> None:
    """Two processes; what one should tell the other is lost for good: the heartbeat tells it."""
    everybody = [*_all_are_there(stage, stage.url), *_all_are_there(stage, stage.processes[1].url, begin=False)]
    writers = stage.writers(("citizen", "consultant"), urls=tuple(process.url for process in stage.processes))

    def faults() -> None:
        time.sleep(1)
        stage.redis.kill()
        time.sleep(2)

    while_working(writers, faults)
    _all_are_equal(stage, everybody, within=12)


def _all_are_there(stage: Stage, out: str, *, begin: bool = True) -> list[Viewer]:
    """Twelve on the open meeting's page and two walls; a phone of the citizen's and a wall by the line `out`."""
    if begin:
        phone, stage.meeting_id = stage.phone("citizen"), str(uuid4())
        soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        told = {"meeting_kind": "network_meeting", "starts_at": soon}
        phone.says("plan_meeting", meeting_id=stage.meeting_id, **told)
        phone.says("start_meeting", meeting_id=stage.meeting_id)
        phone.drain(10)
    page, wall = (f"meeting:{stage.meeting_id}", f"meetings/{stage.meeting_id}/"), ("screen", "screen/")
    who = [("citizen", page, out), ("screen", wall, out), ("screen", wall, stage.url)]
    who += [(role, page, stage.url) for role in ("citizen", "consultant") for _ in range(5)]
    seated = [
        Viewer(f"{role} {number} by {url}", stage.person(role).by(url), where, stage.history, stage.seed)
        for number, (role, where, url) in enumerate(who)
    ]
    stage.audience.seat(seated)
    return seated


def _all_are_equal(stage: Stage, viewers: list[Viewer], *, within: float = EQUAL_SECONDS) -> None:
    """Counted from the last acknowledgement; on a busy machine they get longer, and the figure tells."""
    last = max(event["at"] for event in stage.history.events("answered"))
    late = stage.audience.wait_for(newest(stage), within=30)
    assert not late, [viewer.name for viewer in late]
    stage.audience.compare()
    there = max(max(at for at, _number in viewer.moments) for viewer in viewers)
    stage.measure("every screen of the meeting equal", max(0.0, there - last), most=within)
