"""Who has a place at a table, and what stands shared with them. For access.py, which makes seats of it."""

from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.prepared import Prepared, a_day, a_number, an_id
from backend.plans.models import Member, Share
from backend.plans.models.member import may_sit
from backend.plans.models.share import still_counts

Shared = tuple[UUID | None, UUID | None, UUID | None, UUID | None]  # one of step, goal, strength, area of progress


def member_at(plan_id: int, person_id: int) -> Member | None:
    """A person's active place, with plan and person; none while it is paused, or after its day."""
    return _MEMBER.one(plan_id=plan_id, person_id=person_id, today=clock.today())


def members_at(plan_id: int) -> list[Member]:
    """Every active place at a table, with its plan."""
    return _MEMBERS.all(plan_id=plan_id, today=clock.today())


def shared_with(member_id: UUID) -> list[Shared]:
    """What stands shared with one member today."""
    return _SHARED_WITH.all(member_id=member_id, today=clock.today())


def shared_at(plan_id: int) -> dict[UUID, list[Shared]]:
    """Member → what stands shared with them today, of a whole plan."""
    shared: dict[UUID, list[Shared]] = {}
    for member_id, *what in _SHARED_AT.all(plan_id=plan_id, today=clock.today()):
        shared.setdefault(member_id, []).append(tuple(what))
    return shared


def _active() -> QuerySet[Member]:
    there = Member.objects.filter(still_counts(a_day("today")), ended_at=None, paused_at=None)
    return there.filter(may_sit(), plan_id=a_number("plan_id")).select_related("plan")


def _standing() -> QuerySet[Share]:
    return Share.objects.filter(still_counts(a_day("today")), ended_at=None)


_WHAT = ("step_id", "goal_id", "strength_id", "progress_area_id")
_MEMBER = Prepared(lambda: _active().select_related("person").filter(person_id=a_number("person_id")))
_MEMBERS = Prepared(_active)
_SHARED_WITH = Prepared(lambda: _standing().filter(member_id=an_id("member_id")).values_list(*_WHAT))
_SHARED_AT = Prepared(lambda: _standing().filter(plan_id=a_number("plan_id")).values_list("member_id", *_WHAT))
