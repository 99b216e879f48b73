"""The server dies: kill -9 under writers, and a restart before a full meeting."""

import time

from tests.faults.stage import Stage
from tests.faults.work import while_working

BACK_SECONDS = 3.0
EQUAL_SECONDS = 5.0


def killed(stage: Stage) -> None:
    """kill -9 every few seconds under eight writers, whose letters arrive one to three times."""
    stage.watch(citizen=2, consultant=1, supporter=1, screen=1)
    back: list[float] = []

    def faults() -> None:
        for _ in range(stage.times(8, 2)):
            time.sleep(stage.rng.uniform(0.8, 3.0))
            back.append(stage.kill_and_start(dead_for=stage.rng.choice((0, 0, 0.5))))

    while_working(stage.writers(copies=3), faults)
    stage.measure("server answers again after kill -9 (slowest)", max(back), most=BACK_SECONDS)
    stage.audience.wait_for(newest(stage), within=15)


def restarted(stage: Stage) -> None:
    """A restart in a meeting of 60 sockets, while changes wait to be sent."""
    size = stage.times(60, 12)
    viewers = stage.watch(citizen=size // 2, consultant=size // 4, supporter=size // 4)
    writers = stage.writers(("citizen", "consultant"))
    killed_at = time.monotonic()
    took = stage.kill_and_start(dead_for=0.3)
    back_at = time.monotonic()
    for writer in writers:
        for _ in range(3):
            writer.says_something()
        writer.phone.drain(20)
    late = stage.audience.wait_for(newest(stage), within=30)
    assert not late, [viewer.name for viewer in late]
    stage.audience.compare()
    last = sorted(max(at for at, _number in viewer.moments) for viewer in viewers)
    p95 = last[int(len(last) * 0.95)]
    stage.measure("server answers again", took, most=BACK_SECONDS)
    stage.measure(f"{size} viewers equal after a restart (p95)", p95 - back_at, most=EQUAL_SECONDS)
    stage.measure(f"{size} viewers equal, from the kill (p95)", p95 - killed_at, most=EQUAL_SECONDS)


def newest(stage: Stage) -> int:
    """The newest number that a broad phone was told."""
    answered = stage.history.events("answered")
    return max((event["number"] for event in answered if event["is_broad"] and "number" in event), default=0)
