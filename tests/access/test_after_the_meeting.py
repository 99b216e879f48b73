"""From the number that ends a meeting, whoever was asked to it finds no more than what is shared with them."""

import re
from uuid import UUID

import pytest
from django.test import Client

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.access.everything import everything
from tests.access.visitors import signed_in
from tests.cast import Cast, gather

IN_THE_ROOM = {"kanarie1x", "kanarie2x", "kanarie3x"}
CANARY = re.compile(r"kanarie\d+x")
PAGES = ("shared", "today", "strengths", "meetings")


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


class Room:
    """An open meeting: a card, a goal and the life goal that the room alone sees, and one card that is shared."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.step, self.goal = cast.adds_step(title="Kort kanarie1x"), cast.adds_goal(title="Mål kanarie2x")
        self.shared = cast.adds_step(title="Delt kanarie4x")
        cast.does("citizen", do.WriteLifeGoal(words="Drøm kanarie3x"))
        cast.shares(self.shared)
        cast.does("citizen", do.ShowInRoom(subject="life_goal"))
        for subject, thing in (("step", self.step), ("goal", self.goal), ("step", self.shared)):
            cast.does("citizen", do.ShowInRoom(subject=subject, subject_id=thing))  # type: ignore[arg-type]
        self.meeting = cast.meets("supporter")
        cast.does("citizen", do.LightStep(meeting_id=self.meeting, step_id=self.step))

    def urls(self, head: int) -> list[str]:
        plan = f"/plans/{self.cast.plan_id}/"
        pages = ["", "today/", "strengths/", "meetings/", f"meetings/{self.meeting}/", f"steps/{self.step}/",
                 f"goals/{self.goal}/", f"steps/{self.shared}/"]  # fmt: skip
        drawn = [*PAGES, f"meeting:{self.meeting}", f"step:{self.step}", f"goal:{self.goal}", f"step:{self.shared}"]
        api = [f"/api/plans/{self.cast.plan_id}/catch-up?after={n}&page={page}" for n in range(head) for page in drawn]
        return [*(plan + page for page in pages), *api]

    def everything(self) -> str:
        steps, goals = (self.step, self.shared), (self.goal,)
        return everything(self.cast.seat("supporter"), steps=steps, goals=goals)


def heard(client: Client, urls: list[str]) -> set[str]:
    return set(CANARY.findall("".join(client.get(url).content.decode() for url in urls)))


def test_what_the_room_alone_saw_is_gone_from_every_page_answer_and_number(cast: Cast) -> None:
    room, phone = Room(cast), signed_in(cast.supporter)
    assert heard(phone, room.urls(1)) | set(CANARY.findall(room.everything())) == {*IN_THE_ROOM, "kanarie4x"}
    cast.does("citizen", do.EndMeeting(meeting_id=room.meeting))
    head = cast.seat("supporter").head
    assert heard(phone, room.urls(head)) == {"kanarie4x"}
    assert set(CANARY.findall(room.everything())) == {"kanarie4x"}
    hidden, never = phone.get(_step(cast, room.step)), phone.get(_step(cast, new_id()))
    assert (hidden.status_code, hidden.content) == (404, never.content)
    cast.does("citizen", do.RewordStep(step_id=room.step, field="title", text="Ny kanarie5x", was="Kort kanarie1x"))
    cast.does("citizen", do.HideFromRoom(subject="goal", subject_id=room.goal))
    assert cast.seat("supporter").head == head
    assert heard(phone, room.urls(head)) == {"kanarie4x"}


def _step(cast: Cast, step_id: UUID) -> str:
    return f"/plans/{cast.plan_id}/steps/{step_id}/"


def test_their_page_of_the_meeting_is_the_minutes_of_what_they_may_see(cast: Cast) -> None:
    room, phone = Room(cast), signed_in(cast.supporter)
    cast.does("supporter", do.TakeStep(step_id=room.shared, due=None))
    cast.does("citizen", do.EndMeeting(meeting_id=room.meeting))
    page = phone.get(f"/plans/{cast.plan_id}/meetings/{room.meeting}/").content.decode()
    assert 'data-state="over"' in page and "kanarie4x" in page
    assert not IN_THE_ROOM & set(CANARY.findall(page))
