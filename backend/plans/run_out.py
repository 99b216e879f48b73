"""Once a minute: shares, places with a last day and a colleague's hour end by themselves when they are over."""

from backend.common import clock
from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import access
from backend.plans.change import make_change
from backend.plans.commands import EndWhatRanOut
from backend.plans.models import LookIn, Member, Plan, Share


def end_what_ran_out() -> int:
    """Through the door, plan by plan; how many plans had something that was over. Two at once: one of them does it."""
    over = {"ended_at": None, "until__lt": clock.today()}
    plan_ids = {*Share.objects.filter(**over).values_list("plan_id", flat=True)}
    plan_ids |= {*Member.objects.filter(**over).values_list("plan_id", flat=True)}
    hours_over = LookIn.objects.filter(ended_at=None, until__lte=clock.now())
    plan_ids |= {*hours_over.values_list("plan_id", flat=True)}
    for plan in Plan.objects.filter(pk__in=plan_ids):
        try:
            make_change(access.without_place(plan, access.CLOCK), EndWhatRanOut(), device=new_id(), change_id=new_id())
        except Refused:
            continue
    return len(plan_ids)
