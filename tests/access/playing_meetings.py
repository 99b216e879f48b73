"""What is said of a meeting when orders are played."""

from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.plans.models import AgendaItem


def plan_meeting(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    said = {"meeting_id": play.new("meeting", a), "purpose": play.text(), "place": play.text()}
    return {**said, "meeting_kind": "network_meeting", "starts_at": clock.now()}


def go_to_item(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    meeting_id = play.old("meeting", a)
    items = list(AgendaItem.objects.filter(meeting=meeting_id).values_list("pk", flat=True))
    play.world.items[meeting_id] = items
    return {"meeting_id": meeting_id, "item_id": items[b % len(items)] if items and c % 7 else new_id()}
