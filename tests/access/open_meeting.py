"""An open meeting at the cast's table, and a wall that waits in the room next to it."""

from uuid import UUID

from django.test import Client

from backend.people.models import Stage
from backend.plans import commands as do
from backend.plans.models import AgendaItem
from tests.cast import Cast

STAGES = tuple(Stage.values)


def begin(cast: Cast, *guests: str, purpose: str = "") -> UUID:
    """A meeting that is open, with every stage on its agenda; returns its id."""
    meeting_id = cast.plans_meeting(*guests)
    cast.does("citizen", do.RewordMeeting(meeting_id=meeting_id, field="purpose", text=purpose))
    cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    there = set(AgendaItem.objects.filter(meeting_id=meeting_id).values_list("stage", flat=True))
    for place, stage in enumerate(STAGES, start=100):
        if stage not in there:
            AgendaItem.objects.create(meeting_id=meeting_id, words=stage, stage=stage, position=place << 20)
    return meeting_id


def come_to(cast: Cast, meeting_id: UUID, stage: str) -> None:
    item = AgendaItem.objects.filter(meeting_id=meeting_id, stage=stage).latest("position")
    cast.does("citizen", do.GoToItem(meeting_id=meeting_id, item_id=item.pk))


def end(cast: Cast, meeting_id: UUID) -> None:
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))


def named_wall(room_name: str = "Mødelokale 2") -> Client:
    """A browser on a wall that was asked which room it hangs in."""
    browser = Client()
    assert browser.post("/wall/", {"room_name": room_name}).status_code == 303
    return browser


def code_on(wall: Client) -> str:
    """What stands on it now, read off the page as a person would."""
    halves = wall.get("/wall/").content.decode().partition('class="wall-waits__code"')[2].split("<b>")[1:3]
    return " ".join(half.partition("<")[0] for half in halves)
