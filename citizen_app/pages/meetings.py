"""Meetings: those ahead and those that were; and one that is planned."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import SCREEN, Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.discussion import read_discussions
from backend.plans.reads.faces import read_table
from backend.plans.reads.meeting import read_kinds, read_meetings
from backend.plans.reads.removed import read_removed
from backend.plans.reads.rhythm import read_rhythm
from backend.plans.reads.third import read_thirds
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.viewer import seated

PAGE = "meetings"


@seated
def meetings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What lies ahead, what is open, what was."""
    if seat.role == SCREEN:
        raise NotHere
    gone = read_removed(seat)
    template = "meeting/meetings.html"
    return show_page(request, seat, template, page=PAGE, place="board", read=lambda: _context(seat), also=gone)


@seated
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """When, how and where; who else comes is the citizen's to say, on the meeting's own page."""
    if not seat.is_broad:
        raise NotHere

    thirds = read_thirds(seat) if request.GET.get("all") == "three" else ()

    def read() -> dict[str, Any]:
        longest = {"line": texts.TITLE, "link": 300}
        today = clock.today()
        open_now = read_meetings(seat).open  # whoever plans the next one from within a meeting comes back to it
        ways = {
            "back": path_of(seat.plan_id, f"meeting:{open_now.id}" if open_now else PAGE),
            "made": path_of(seat.plan_id, f"meeting:{open_now.id if open_now else 'made'}"),
        }
        return {"kinds": read_kinds(), "longest": longest, "today": today, "thirds": thirds, **ways}

    return show_page(
        request, seat, "meeting/new.html", page="meeting_new", place="board", read=read, also=(clock.today(), thirds)
    )


def _context(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    gone = [one for one in read_removed(seat) if one.kind in ("meeting", "discussion")]
    between_us: dict[str, Any] = {}
    if seat.is_broad:
        between_us = {"discussions": read_discussions(seat), "rhythm": read_rhythm(seat, table), "today": clock.today()}
    told = {"whose": table.with_role("citizen"), "meetings": read_meetings(seat, table), "removed": gone}
    return {**told, **between_us}


def _rooms(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("meeting/_meetings.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _concerns(entry: EntryView, subject: str) -> bool:
    """Meetings, and who sits at the table."""
    beside = ("ran_out", "rhythm_said", "discussion_noted", "discussion_removed", "discussion_restored")
    return (entry.meeting_id or entry.member_id) is not None or entry.kind in beside


page_of_one_room(PAGE, _rooms, concerns=_concerns, regions={"waits": WAITS})
