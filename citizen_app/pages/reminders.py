"""Husk: what is on tomorrow and today for me, to do, to be reminded of again, or to find another day for."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.reads.board import read_board
from backend.plans.reads.following import meetings_between, my_steps_due
from backend.plans.reads.meeting import MeetingView, read_meeting
from backend.reach.snooze import snooze
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.ways import see_other
from citizen_app.viewer import seated

PAGE = "reminders"
DAY = timedelta(days=1)


@seated
def reminders(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read anew each time: what is on changes with the clock."""
    if request.method == "POST":
        _again(seat, request.POST)
        return see_other(f"{path_of(seat.plan_id, PAGE)}?again={request.POST['until']}")
    again = {"hour": _("Du hører fra os igen om en time."), "tomorrow": _("Du hører fra os igen i morgen kl. 9.")}
    said = again.get(request.GET.get("again", ""), "")
    also = (clock.now().replace(second=0, microsecond=0), said)
    told = {"again": said}
    return show_page(
        request,
        seat,
        "notices/reminders.html",
        page=PAGE,
        place="today",
        read=lambda: {**_context(seat), **told},
        also=also,
    )


def _again(seat: Seat, told: Any) -> None:
    try:
        day = date.fromisoformat(told.get("day", ""))
    except ValueError:
        raise NotHere from None
    snooze(seat, sort=told.get("sort", ""), day=day, until=told.get("until", ""))


def _context(seat: Seat) -> dict[str, Any]:
    board, today = read_board(seat), clock.today()
    days = [today - DAY, today]  # what was put off yesterday is still there today
    steps = [(day, board.card(step_id)) for day in days for step_id in my_steps_due(seat, day)]
    return {
        "whose": board.whose,
        "waits": board.waits,
        "meetings": _meetings(seat, today),
        "steps": [(day, card) for day, card in steps if card],
        "today": today,
        "tomorrow": today + DAY,
        "next_week": today + 7 * DAY,
    }


def _meetings(seat: Seat, today: date) -> list[tuple[date, MeetingView]]:
    since = clock.now()
    before = datetime.combine(today + 2 * DAY, time(), tzinfo=clock.COPENHAGEN)
    found = [read_meeting(seat, one) for one in meetings_between(seat, since, before)]
    return [(clock.day_of(one.starts_at), one) for one in found if one.starts_at]


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("notices/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
