"""What ends by itself: shares, places with a last day, a colleague's hour, a meeting that nobody ended."""

from collections.abc import Collection, Iterable

from backend.common import clock
from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import access
from backend.plans.change import make_change
from backend.plans.commands import Command, EndForgottenMeeting, EndWhatRanOut
from backend.plans.models import LookIn, Meeting, Member, Plan, Share
from backend.plans.models.meeting import forgotten


def end_what_ran_out() -> int:
    """Once a minute, through the door, plan by plan; how many plans had something that was over."""
    over = {"ended_at": None, "until__lt": clock.today()}
    plan_ids = {*Share.objects.filter(**over).values_list("plan_id", flat=True)}
    plan_ids |= {*Member.objects.filter(**over).values_list("plan_id", flat=True)}
    hours_over = LookIn.objects.filter(ended_at=None, until__lte=clock.now())
    plan_ids |= {*hours_over.values_list("plan_id", flat=True)}
    _tell(plan_ids, EndWhatRanOut())
    return len(plan_ids) + end_forgotten_meetings()


def end_forgotten_meetings(plan_ids: Collection[int] | None = None) -> int:
    """Of these plans, or of all: how many there were. The live connection asks so of whatever is being watched."""
    there = Meeting.objects.filter(forgotten(clock.now()))
    over = {*(there if plan_ids is None else there.filter(plan__in=plan_ids)).values_list("plan_id", flat=True)}
    _tell(over, EndForgottenMeeting())
    return len(over)


def _tell(plan_ids: Iterable[int], command: Command) -> None:
    """From the clock's own seat. Two at once: one of them does it."""
    for plan in Plan.objects.filter(pk__in=plan_ids):
        try:
            make_change(access.without_place(plan, access.CLOCK), command, device=new_id(), change_id=new_id())
        except Refused:
            continue
