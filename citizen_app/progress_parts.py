"""What the three pages of small steps share: parts kept by all that they show, and which entries move all of them."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.faces import Table
from citizen_app.fragments import slim
from citizen_app.page import page_context
from citizen_app.shelf import Shelf

_OF_ENTRIES = "progress_entry_"
_OF_EVERYTHING = (
    "progress_area_", "member_", "invited_confirmed", "consultant_replaced", "ran_out", "meeting_started",
    "meeting_ended", "asked_to_meeting", "unasked_from_meeting", "shown_in_room", "hidden_from_room",
)  # fmt: skip
_kept: Shelf[SafeString] = Shelf(room=4 * 1024 * 1024)


def moves_all(entries: Sequence[EntryView]) -> bool:
    """Is it another who sees, or more that is seen, or another area?"""
    return any(entry.kind.startswith(_OF_EVERYTHING) or "began" in entry.facts for entry in entries)


def moves_entries(entries: Sequence[EntryView]) -> bool:
    """Is there another small step, or one less, or one said otherwise?"""
    return any(entry.kind.startswith(_OF_ENTRIES) for entry in entries)


def told_on(page: str, seat: Seat, table: Table) -> dict[str, Any]:
    """What a part of any of them is told."""
    return {**page_context(seat, page=page), "whose": table.with_role("citizen")}


def draw(part: str, told: dict[str, Any]) -> SafeString:
    """The part of the page that has this name."""
    return slim(render_to_string(f"progress/_{part}.html", told))


def at_number(html: SafeString, number: int) -> SafeString:
    """What was drawn at number 0, at this one: its forms carry the plan's number, and nothing else of it does.

    In what somebody wrote there is no such end of a tag.
    """
    return mark_safe(html.replace("name=after value=0>", f"name=after value={number}>"))  # noqa: S308


def drawn_once(shown: Hashable, make: Callable[[], SafeString]) -> SafeString:
    """Kept by all that it shows."""
    key = (shown, get_language(), clock.today())
    html = _kept.take(key)
    if html is None:
        html = make()
        _kept.put(key, html, weight=2 * len(html) + 500)
    return html
