"""A meeting's page arrives in pieces: a change brings what it touched, and many seats are drawn as each is alone."""

import pytest

from backend.common.ids import new_id
from backend.common.reading import one_reading
from backend.plans import access, every
from backend.plans import commands as c
from backend.plans.models import AgendaItem
from backend.plans.reads.meeting import meetings_for
from citizen_app.catch_up import Frame, catch_up
from tests.live.scene import Scene, set_the_scene

pytestmark = pytest.mark.django_db
EVERYBODY = ("citizen", "consultant", "supporter", "professional", "screen")
AT_TABLE = EVERYBODY[:4]


@pytest.fixture
def scene() -> Scene:
    """The meeting is open, both guests sit in it, and one card has been let into the room."""
    scene = set_the_scene()
    scene.cast.does("citizen", c.AskToMeeting(meeting_id=scene.meeting, member_id=scene.member["professional"]))
    scene.cast.does("citizen", c.StartMeeting(meeting_id=scene.meeting))
    return scene


def _at(scene: Scene, stage: str) -> None:
    item = AgendaItem.objects.get(meeting=scene.meeting, stage=stage)
    scene.cast.does("citizen", c.GoToItem(meeting_id=scene.meeting, item_id=item.pk))


def _frame(scene: Scene, role: str) -> Frame:
    seat = scene.cast.seat(role)
    page = "screen" if role == "screen" else f"meeting:{scene.meeting}"
    return catch_up(seat, language="da", page=page, after=seat.head - 1)


def _told(scene: Scene, role: str) -> list[str]:
    return [fragment["id"] for fragment in _frame(scene, role)["fragments"]]


def test_a_card_that_is_lit_is_all_that_anybody_is_sent(scene: Scene) -> None:
    for stage in ("welcome", "who_when", "agreed"):
        _at(scene, stage)
        scene.cast.does("citizen", c.LightStep(meeting_id=scene.meeting, step_id=scene.steps["wish"]))
        assert {role: _told(scene, role) for role in AT_TABLE} == {role: ["mt-lit"] for role in AT_TABLE}


def test_a_step_that_is_noted_is_sent_by_itself_wherever_it_stands(scene: Scene) -> None:
    for stage in ("welcome", "who_when"):
        _at(scene, stage)
        step = new_id()
        scene.cast.does("consultant", c.NoteStep(step_id=step, line="Ring til lægen"))
        for role in AT_TABLE:
            told = _told(scene, role)
            assert {f"s-{step}", f"r-{step}"} <= {*told} <= {f"s-{step}", f"r-{step}", "n-rest", "waits"}
        scene.cast.does("citizen", c.RemoveStep(step_id=step))
        gone = [fragment for fragment in _frame(scene, "supporter")["fragments"] if fragment.get("gone")]
        assert {fragment["id"] for fragment in gone} == {f"s-{step}", f"r-{step}"}


def test_what_the_meeting_is_not_about_sends_nothing_of_it(scene: Scene) -> None:
    scene.cast.does("citizen", c.WriteMessage(message_id=new_id(), words="Jeg er på vej"))
    assert _told(scene, "consultant") == ["unread"]


@pytest.mark.parametrize("stage", ["since_last", "strengths", "hard", "who_when", "agreed", "take_home"])
def test_drawn_together_everybody_is_sent_what_they_are_sent_alone(scene: Scene, stage: str) -> None:
    _at(scene, stage)
    step = scene.steps["second"]
    for role, command in (
        ("citizen", c.ShowInRoom(subject="step", subject_id=step)),
        ("citizen", c.AssignStep(step_id=step, responsible=scene.member["supporter"])),
        ("supporter", c.SayWord(meeting_id=scene.meeting, words="Håb")),
    ):
        scene.cast.does(role, command)
        alone = {who: _frame(scene, who) for who in EVERYBODY}
        with one_reading():
            together = {who: _frame(scene, who) for who in EVERYBODY}
        assert together == alone


def test_every_step_goal_and_meeting_is_what_access_says(scene: Scene) -> None:
    scene.cast.does("citizen", c.ShowInRoom(subject="goal", subject_id=scene.other))
    scene.cast.does("citizen", c.RemoveGoal(goal_id=scene.goal))  # shared with the supporter, with steps
    scene.cast.plans_meeting()  # the guests are not asked to this one
    for role in EVERYBODY:
        seat = scene.cast.seat(role)
        assert list(every.every_step(seat)) == list(access.steps_for(seat))
        assert list(every.every_goal(seat)) == list(access.goals_for(seat))
        assert list(every.every_meeting(seat)) == list(meetings_for(seat))
