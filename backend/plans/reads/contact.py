"""The citizen's consultant: when they can be reached, and how often the two are to meet at the least."""

from dataclasses import dataclass

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.models import Member
from backend.plans.reads.faces import read_table
from backend.plans.reads.follow_up import FollowUp, follow_ups_of
from backend.plans.reads.today import ConsultantCard


@dataclass(frozen=True, slots=True)
class Contact:
    """`rules`: those that hold today for the citizen's target group, and by when each must be kept next."""

    consultant: ConsultantCard | None
    rules: tuple[FollowUp, ...]


def read_contact(seat: Seat) -> Contact:
    """The citizen's alone; raises NotHere for everybody else."""
    if seat.role != "citizen" or seat.is_borrowed:
        raise NotHere
    face = read_table(seat).with_role("consultant")
    card = None
    if face and face.member_id:
        person = Member.objects.select_related("person").get(pk=face.member_id).person
        card = ConsultantCard(face, person.phone, person.hours)
    return Contact(card, tuple(one for one in follow_ups_of(seat) if one.meeting))
