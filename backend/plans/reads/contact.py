"""The citizen's consultant: when they can be reached, and how often the two are to meet at the least."""

from dataclasses import dataclass

from backend.common.errors import NotHere
from backend.people.models import ContactRule
from backend.people.models.setting import holding_today
from backend.plans.access import Seat
from backend.plans.models import Member, Plan
from backend.plans.reads.faces import read_table
from backend.plans.reads.today import ConsultantCard


@dataclass(frozen=True, slots=True)
class RuleView:
    """At least `least` meetings of a kind within `within_days`."""

    meeting: str
    least: int
    within_days: int


@dataclass(frozen=True, slots=True)
class Contact:
    """`rules`: those that hold today for the citizen's target group."""

    consultant: ConsultantCard | None
    rules: tuple[RuleView, ...]


def read_contact(seat: Seat) -> Contact:
    """The citizen's alone; raises NotHere for everybody else."""
    if seat.role != "citizen" or seat.is_borrowed:
        raise NotHere
    face = read_table(seat).with_role("consultant")
    card = None
    if face and face.member_id:
        person = Member.objects.select_related("person").get(pk=face.member_id).person
        card = ConsultantCard(face, person.phone, person.hours)
    return Contact(card, _rules(seat.plan_id))


def _rules(plan_id: int) -> tuple[RuleView, ...]:
    group = Plan.objects.filter(pk=plan_id).values("citizen__target_group")
    rules = ContactRule.objects.filter(holding_today(), target_group__in=group)
    rules = rules.filter(holding_today("target_group__"), holding_today("meeting_kind__"))
    rows = rules.order_by("within_days", "meeting_kind__name", "pk")
    return tuple(RuleView(*row) for row in rows.values_list("meeting_kind__name", "least", "within_days"))
