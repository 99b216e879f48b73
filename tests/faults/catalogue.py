"""Every fault by name, and what it needs around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.faults.runs import (
    browsers,
    clocks,
    dying,
    files,
    lines,
    meeting,
    outboxes,
    power,
    revoking,
    second_engine,
    storage,
    two,
)
from tests.faults.stage import Stage


@dataclass(frozen=True)
class Run:
    """`options` go to the stage; with `needs_services` it is played on PostgreSQL."""

    play: Callable[[Stage], None]
    needs_services: bool = False
    options: dict[str, Any] = field(default_factory=dict)


TWO = {"processes": 2}
RUNS: dict[str, Run] = {
    "killed": Run(dying.killed),
    "restarted": Run(dying.restarted),
    "files_killed": Run(files.files_killed),
    "in_a_meeting": Run(meeting.in_a_meeting),
    "flapping": Run(lines.flapping),
    "half_open": Run(lines.half_open),
    "answers_lost": Run(lines.answers_lost),
    "doubled_on_the_way": Run(lines.doubled_on_the_way),
    "shuffled": Run(lines.shuffled),
    "queue_of_200": Run(lines.queue_of_200),
    "clocks_of_phones": Run(clocks.clocks_of_phones),
    "clock_of_the_server": Run(clocks.clock_of_the_server),
    "disk_full": Run(storage.disk_full),
    "database_slow": Run(storage.database_slow),
    "backed_up": Run(storage.backed_up),
    "power_lost": Run(power.power_lost),
    "synced_first": Run(power.synced_first),
    "revoked": Run(revoking.revoked),
    "half_typed": Run(browsers.half_typed),
    "offline_told": Run(browsers.offline_told),
    "pages_on_bad_lines": Run(browsers.pages_on_bad_lines),
    "two_tabs": Run(outboxes.two_tabs),
    "refusal_kept": Run(outboxes.refusal_kept),
    "renderer_killed": Run(outboxes.renderer_killed),
    "phone_restarted": Run(outboxes.phone_restarted),
    "page_with_200": Run(outboxes.page_with_200),
    "frame_lost": Run(browsers.frame_lost),
    "second_engine": Run(second_engine.second_engine),
    "redis_killed": Run(two.redis_killed, needs_services=True, options=TWO),
    "revoked_without_redis": Run(revoking.revoked_without_redis, needs_services=True, options=TWO),
    "one_frozen": Run(two.one_frozen, needs_services=True, options=TWO),
    "in_a_meeting_without_redis": Run(meeting.in_a_meeting_without_redis, needs_services=True, options=TWO),
    "row_held": Run(two.row_held, needs_services=True, options=TWO),
}
