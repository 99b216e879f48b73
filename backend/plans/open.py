"""A plan begins: the one write that has no plan to lock yet."""

from django.db import transaction

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans.models import ConsentQuestion, Entry, Member, Plan, ProgressArea, Standard


def open_plan(*, citizen: Person, consultant: Person, protected: bool = False) -> int:
    """Open a citizen's plan with a consultant beside them; returns the plan's id. Entry 1 tells it.

    Whether they say yes to a plan is asked from the first day, and has no answer yet.
    """
    now = clock.now()
    with transaction.atomic():
        plan = Plan.objects.create(citizen=citizen, head_seq=1, protected=protected, opened_at=now)
        Member.objects.create(plan=plan, person=citizen, role="citizen", joined_at=now)
        place = Member.objects.create(plan=plan, person=consultant, role="consultant", joined_at=now)
        ConsentQuestion.objects.create(plan=plan, kind="holistic_plan", asked_at=now)
        ProgressArea.objects.bulk_create(ProgressArea(plan=plan, standard=one, at=now) for one in Standard.values)
        Entry.objects.create(
            plan=plan, seq=1, kind="plan_opened", at=now, by=place, device=new_id(), change_id=new_id(), digest=""
        )
    return int(plan.pk)
