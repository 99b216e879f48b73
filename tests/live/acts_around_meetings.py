"""What is agreed around meetings, and what else stands beside the board, in the scene."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import AgendaItem
from backend.plans.models.meeting import LONGEST
from tests.live.acts_of_conversation import CONVERSATION
from tests.live.acts_of_course import COURSE
from tests.live.acts_of_looking_in import CONSENTS_AND_LOOKS
from tests.live.acts_of_offers import OFFERS
from tests.live.acts_of_progress import PROGRESS
from tests.live.scene import Scene


def _proposed(scene: Scene) -> c.SayRhythm:
    scene.cast.does("citizen", c.SayRhythm(days=7))
    return c.SayRhythm(days=7)


def _talked(scene: Scene) -> c.NoteDiscussion:
    return c.NoteDiscussion(discussion_id=new_id(), day=clock.today(), professions="Læge og jobkonsulent")


def _noted(scene: Scene) -> UUID:
    talked = _talked(scene)
    scene.cast.does("consultant", talked)
    return talked.discussion_id


def _taken_back(scene: Scene) -> c.RestoreDiscussion:
    noted = _noted(scene)
    scene.cast.does("consultant", c.RemoveDiscussion(discussion_id=noted))
    return c.RestoreDiscussion(discussion_id=noted)


def _gone_item(scene: Scene) -> c.RestoreAgendaItem:
    item = {"meeting_id": scene.meeting, "item_id": _item(scene)}
    scene.cast.does("citizen", c.RemoveAgendaItem(**item))
    return c.RestoreAgendaItem(**item)


def _item(scene: Scene) -> UUID:
    return AgendaItem.objects.filter(meeting=scene.meeting, removed_at=None)[0].pk


def _forgotten(scene: Scene) -> c.EndForgottenMeeting:
    """Begun so long ago that it is over by the clock."""
    with clock.standing_at(clock.now() - LONGEST):
        scene.cast.does("citizen", c.StartMeeting(meeting_id=scene.meeting))
    return c.EndForgottenMeeting()


BESIDE_THE_BOARD: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    **CONSENTS_AND_LOOKS,
    **CONVERSATION,
    **COURSE,
    **OFFERS,
    **PROGRESS,
    "add_agenda_item": [("consultant", lambda s: c.AddAgendaItem(meeting_id=s.meeting, item_id=new_id(), words="Jul"))],
    "reword_agenda_item": [
        ("citizen", lambda s: c.RewordAgendaItem(meeting_id=s.meeting, item_id=_item(s), words="Min bil", minutes=9))
    ],
    "move_agenda_item": [("citizen", lambda s: c.MoveAgendaItem(meeting_id=s.meeting, item_id=_item(s)))],
    "remove_agenda_item": [("citizen", lambda s: c.RemoveAgendaItem(meeting_id=s.meeting, item_id=_item(s)))],
    "restore_agenda_item": [("consultant", _gone_item)],
    "name_part": [
        (
            "citizen",
            lambda s: c.NamePart(
                meeting_id=s.meeting, item_id=_item(s), administration="Jobcenter", member_id=s.member["supporter"]
            ),
        )
    ],
    "notice_step": [("supporter", lambda s: c.NoticeStep(remark_id=new_id(), step_id=s.steps["doing"]))],
    "end_forgotten_meeting": [("clock", _forgotten)],
    "note_discussion": [("consultant", _talked)],
    "remove_discussion": [("consultant", lambda s: c.RemoveDiscussion(discussion_id=_noted(s)))],
    "restore_discussion": [("consultant", _taken_back)],
    "say_rhythm": [("citizen", lambda s: c.SayRhythm(days=14)), ("consultant", _proposed)],
}
