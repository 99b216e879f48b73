"""Every fault by name, and what it needs around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.faults.runs import dying
from tests.faults.stage import Stage


@dataclass(frozen=True)
class Run:
    """`options` go to the stage; with `needs_services` it is played on PostgreSQL."""

    play: Callable[[Stage], None]
    needs_services: bool = False
    options: dict[str, Any] = field(default_factory=dict)


RUNS: dict[str, Run] = {
    "killed": Run(dying.killed),
    "restarted": Run(dying.restarted),
}
