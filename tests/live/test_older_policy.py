"""What was found out under an older policy is thrown away, and what could not be found out is no permission."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError, connection

from backend.plans import commands as c
from backend.plans.wake import Wake
from citizen_app import hub as hubs
from citizen_app.owed import Answer, Question, owed
from citizen_app.passes import Pass
from citizen_app.viewer import Viewer
from citizen_app.watcher import NOT_HERE
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Sockets, cookie_of

SECRET = "Det så hun aldrig"


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    return set_the_scene()


def question_of(scene: Scene, role: str) -> Question:
    """Somebody who watches, and stands one change behind."""
    seat, person = scene.cast.seat(role), scene.cast.person_of(role)
    held = Pass(cookie_of(person), Viewer(person_id=person.pk))
    return Question(held, seat, "shared", "da", seat.head - 1, "")


def when_asked_for(table: str, deed: Callable[[], None]) -> AbstractContextManager[None]:
    """The deed is done, once, just before this connection first asks that table."""
    done: list[str] = []

    def before(execute: Any, sql: str, *rest: Any) -> Any:
        if f'FROM "{table}"' in sql and not done:
            done.append(sql)
            deed()
        return execute(sql, *rest)

    return connection.execute_wrapper(before)


def elsewhere(scene: Scene, command: Any) -> None:
    """By another thread, on a connection of its own, which is closed."""

    def does() -> None:
        scene.cast.does("citizen", command)
        connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(does).result()


def test_a_frame_drawn_while_access_ended_is_thrown_away(scene: Scene) -> None:
    asked = question_of(scene, "supporter")
    end = c.EndMember(member_id=scene.member["supporter"])
    with when_asked_for("plans_delivery", lambda: elsewhere(scene, end)):
        _present, answers = owed(scene.cast.plan_id, [asked])
    assert answers == [Answer(close=NOT_HERE)]


def test_a_seat_that_cannot_be_asked_for_is_no_seat(scene: Scene) -> None:
    asked = question_of(scene, "supporter")

    def fail() -> None:
        raise OperationalError("disk I/O error")

    with when_asked_for("plans_member", fail), pytest.raises(OperationalError):
        owed(scene.cast.plan_id, [asked])


async def test_an_answer_older_than_what_was_heard_since_is_not_handed_on(sockets: Sockets) -> None:
    scene = await sync_to_async(set_the_scene)()
    plan_id, seat = scene.cast.plan_id, await sync_to_async(scene.cast.seat)("supporter")
    socket = await sockets.open(scene.cast.supporter, plan_id, after=seat.head, page="shared")
    assert await socket.is_silent()
    hub = hubs.present()
    room = hub.rooms[plan_id]
    [watcher] = room.watchers
    hub.heard(Wake(plan_id, room.seq, seat.epoch + 1))
    hub._deliver(room, watcher, Answer(seat=seat, text=SECRET, upto=seat.head))
    assert watcher in room.due
    assert await socket.is_silent()
