"""Access is taken away at a random moment while everybody writes: dark at once, and not a byte of what came after."""

import time
from random import Random
from threading import Thread

import httpx

from tests.faults import checkers
from tests.faults.people import Person, enter
from tests.faults.phone import Phone
from tests.faults.stage import Stage
from tests.faults.tables import Row, read_tables
from tests.faults.viewers import PAGES, Viewer

DARK_SECONDS = 1.0
UNHEARD_SECONDS = 12.0


def revoked(stage: Stage) -> None:
    """Every supporter and professional of the demo, one after the other, while their plan is written to."""
    tables = read_tables(stage.env)
    citizens = {row["plan_id"]: row for row in tables.members if row["role"] == "citizen"}
    guests = [row for row in tables.members if row["role"] in ("supporter", "professional") and not row["ended_at"]]
    stage.rng.shuffle(guests)
    waits = [_revoke(stage, guest, citizens[guest["plan_id"]], stage.url) for guest in guests[: stage.times(40, 4)]]
    _nothing_came_after(stage)
    stage.measure(f"dark after the revoking answer, {len(waits)} times (slowest)", max(waits), most=DARK_SECONDS)


def revoked_without_redis(stage: Stage) -> None:
    """The one process takes access away, the other holds the sockets, and nothing is carried between them."""
    tables = read_tables(stage.env)
    citizens = {row["plan_id"]: row for row in tables.members if row["role"] == "citizen"}
    guests = [row for row in tables.members if row["role"] == "supporter" and not row["ended_at"]]
    stage.redis.kill()
    elsewhere = stage.processes[1].url
    waits = [_revoke(stage, guest, citizens[guest["plan_id"]], elsewhere) for guest in stage.rng.sample(guests, 3)]
    _nothing_came_after(stage)
    stage.measure("dark after the revoking answer, the layer dead (slowest)", max(waits), most=UNHEARD_SECONDS)


def _nothing_came_after(stage: Stage) -> None:
    found = checkers.after_revoked(stage.history.events())
    assert not found, found


def _revoke(stage: Stage, guest: Row, citizens: Row, url: str) -> float:
    """Seconds from the citizen's answer until the last of the guest's pages is dark; below zero when before it."""
    citizen = enter(stage.url, "citizen", plan_id=guest["plan_id"], person_id=citizens["person_id"])
    person = enter(stage.url, guest["role"], plan_id=guest["plan_id"], person_id=guest["person_id"]).by(url)
    phone = Phone(citizen, stage.history, f"{stage.seed} {guest['id']}", env=stage.env)
    stage.phones.append(phone)
    step_id = _shared_step(phone, guest)
    viewers = [
        Viewer(f"{guest['id']} {n}", person, PAGES[guest["role"]][0], stage.history, stage.seed) for n in range(3)
    ]
    stage.audience.seat(viewers)
    revoking_at, number = _under_load(stage, phone, step_id, guest)
    for viewer in viewers:
        _wait_until_dark(viewer)
        stage.history.note("revoked", who=viewer.name, number=number)
    _finds_nothing(person)
    stage.audience.leaves()
    return max(viewer.dark_at for viewer in viewers) - revoking_at


def _shared_step(phone: Phone, guest: Row) -> str:
    step_id = phone.new_id()
    phone.says("add_step", step_id=step_id, title=f"nr. {step_id} kanarie-table")
    phone.says("share_step", step_id=step_id, member_id=guest["id"])
    phone.drain(20)
    return step_id


def _under_load(stage: Stage, phone: Phone, step_id: str, guest: Row) -> tuple[float, int]:
    """Another device of the citizen remarks on the shared step all the while; (when it was answered, its number)."""
    busy = Phone(phone.person, stage.history, f"{stage.seed} {guest['id']} busy", env=stage.env)
    stage.phones.append(busy)
    is_over: list[bool] = []

    def remark() -> None:
        rng = Random(stage.seed)
        while not is_over:
            number = _next_number(stage, phone)
            words = f"nr. {busy.new_id()} kanarie-table-at-{number}"
            busy.says("remark_on_step", step_id=step_id, remark_id=busy.new_id(), words=words, audience="table")
            busy.send()
            time.sleep(rng.uniform(0, 0.02))

    load = Thread(target=remark, daemon=True)
    load.start()
    time.sleep(stage.rng.uniform(0.2, 0.7))
    change_id = phone.says("end_member", member_id=guest["id"])
    phone.drain(20)
    answered_at = time.monotonic()
    time.sleep(0.3)
    is_over.append(True)
    load.join()
    told = stage.history.events("answered")
    return answered_at, next(event["number"] for event in told if event["change_id"] == change_id)


def _next_number(stage: Stage, phone: Phone) -> int:
    """At least this number the next change of the plan will get."""
    plan_id = phone.person.plan_id
    told = [e["number"] for e in stage.history.events("answered") if e["plan_id"] == plan_id and "number" in e]
    return max(told, default=0) + 1


def _wait_until_dark(viewer: Viewer) -> None:
    deadline = time.monotonic() + 15
    while not viewer.dark_at:
        assert time.monotonic() < deadline, f"{viewer.name} still sees something"
        time.sleep(0.01)


def _finds_nothing(person: Person) -> None:
    with httpx.Client(base_url=person.url, headers=person.headers, timeout=20) as http:
        for path in (f"/plans/{person.plan_id}/", f"/api/plans/{person.plan_id}/catch-up?after=0"):
            assert http.get(path).status_code == 404, path
