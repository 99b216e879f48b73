"""The line is bad: it flaps, it is half open, it loses answers, it doubles and shuffles what is sent."""

import time
from itertools import cycle

from tests.faults.stage import Stage
from tests.faults.work import drain, while_working
from tests.phone.line import Line

QUEUE_SECONDS = 3.0


def flapping(stage: Stage) -> None:
    """Cut, reset, slow and mended again, several times a second or two."""
    line = stage.line()
    stage.watch(url=line.url, citizen=3, consultant=2, supporter=1)

    def faults() -> None:
        for _ in range(stage.times(25, 6)):
            stage.rng.choice((line.cut, line.reset))()
            time.sleep(stage.rng.uniform(0, 0.6))
            line.mend()
            line.delay = stage.rng.choice((0, 0, 0.05, 0.2))
            time.sleep(stage.rng.uniform(0.1, 1.2))
        line.delay = 0

    while_working(stage.writers(urls=(line.url, stage.url)), faults)
    stage.audience.compare(within=45)


def half_open(stage: Stage) -> None:
    """Lines that stand open and carry nothing; later calls get through again, the old lines never end by themselves."""
    line = stage.line()
    stage.watch(url=line.url, citizen=2, supporter=1)

    def faults() -> None:
        for _ in range(stage.times(3, 1)):
            time.sleep(stage.rng.uniform(0.5, 1.5))
            line.hold()
            time.sleep(stage.rng.uniform(1, 3))
            line.strand()

    while_working(stage.writers(("citizen", "consultant") * 2, urls=(line.url, stage.url), patience=4), faults)
    stage.audience.compare(within=45)


def answers_lost(stage: Stage) -> None:
    """Everything arrives, and for a while no answer comes back: everything is sent again."""
    line = stage.line()
    stage.watch(citizen=1, consultant=1)

    def faults() -> None:
        for _ in range(stage.times(6, 2)):
            line.mute()
            time.sleep(stage.rng.uniform(0.5, 2))
            line.mend()
            time.sleep(stage.rng.uniform(0.3, 1))

    while_working(stage.writers(urls=(line.url,), patience=4), faults)
    assert stage.answered("repeated"), "no answer was lost"


def doubled_on_the_way(stage: Stage) -> None:
    """The line itself delivers every letter three times."""
    line = stage.line()
    line.copies = 3
    stage.watch(citizen=1, consultant=1, supporter=1)
    while_working(stage.writers(urls=(line.url,)), lambda: time.sleep(stage.times(8, 2)))
    _let_the_copies_arrive(line)


def shuffled(stage: Stage) -> None:
    """Every change in a letter of its own, one to three times, in no order."""
    stage.watch(citizen=1, consultant=1, supporter=1)
    writers = stage.writers(copies=3)
    for writer in writers:
        for _ in range(stage.times(12, 4)):
            writer.adds()
    drain([writer.phone for writer in writers], shuffled=True)
    for writer in writers:
        for step_id in writer.steps:
            writer.remarks()
            if writer.phone.person.role == "citizen":
                writer.phone.says("move_step", step_id=step_id, status="doing")
    drain([writer.phone for writer in writers], shuffled=True)


def queue_of_200(stage: Stage) -> None:
    """A day without signal: 200 changes wait, and go when it is back."""
    [writer] = stage.writers(("citizen",))
    made = cycle((writer.adds, writer.moves, writer.rewords, writer.remarks))
    for _ in range(200):
        next(made)()
    began = time.monotonic()
    writer.phone.drain(30)
    stage.measure("200 changes that waited, sent and acknowledged", time.monotonic() - began, most=QUEUE_SECONDS)


def _let_the_copies_arrive(line: Line) -> None:
    deadline = time.monotonic() + 20
    while line.on_their_way and time.monotonic() < deadline:
        time.sleep(0.05)
