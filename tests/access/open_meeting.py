"""An open meeting at the cast's table, and a wall that waits in the room next to it."""

from typing import Any
from uuid import UUID

from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans.models import AgendaItem, Meeting, Stage
from tests.cast import Cast

STAGES = tuple(Stage.values)


def begin(cast: Cast, **fields: Any) -> UUID:
    """A meeting that is open, with every stage on its agenda; returns its id."""
    kind, _ = MeetingKind.objects.get_or_create(code="follow_up", defaults={"name": "Opfølgning"})
    now, meeting_id = clock.now(), new_id()
    citizen = cast.members["citizen"]
    planned = {"kind": kind, "starts_at": now, "started_at": now, "planned_by_id": citizen, "pen_id": citizen}
    meeting = Meeting.objects.create(pk=meeting_id, plan_id=cast.plan_id, **planned, **fields)
    for place, stage in enumerate(STAGES):
        AgendaItem.objects.create(meeting=meeting, words=f"Punkt {place}", stage=stage, position=place)
    return meeting_id


def come_to(meeting_id: UUID, stage: str) -> None:
    item = AgendaItem.objects.get(meeting_id=meeting_id, stage=stage)
    Meeting.objects.filter(pk=meeting_id).update(item=item, item_since=clock.now())


def end(meeting_id: UUID) -> None:
    Meeting.objects.filter(pk=meeting_id).update(ended_at=clock.now())


def named_wall(room_name: str = "Mødelokale 2") -> Client:
    """A browser on a wall that was asked which room it hangs in."""
    browser = Client()
    assert browser.post("/wall/", {"room_name": room_name}).status_code == 303
    return browser


def code_on(wall: Client) -> str:
    """What stands on it now, read off the page as a person would."""
    halves = wall.get("/wall/").content.decode().partition('class="wall-waits__code"')[2].split("<b>")[1:3]
    return " ".join(half.partition("<")[0] for half in halves)
