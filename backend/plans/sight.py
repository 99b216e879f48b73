"""What of a thing that a seat sees it may also read: the rules for single texts, beside access, which opens the things.

Supporters and professionals read titles, who, when and how. The wall reads no remark and nothing that anybody said
about themself. What a protected address takes away besides is said in `protection`.
"""

from uuid import UUID

from django.db.models import Q
from django.db.models.query import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.plans.access import BROAD, LOOKING_IN, SCREEN, Seat, steps_for
from backend.plans.models import Challenge, Message, Plan, Remark, Step, Strength
from backend.plans.open_meeting import open_meeting_at


def may_read_life_goal(seat: Seat, plan: Plan) -> bool:
    """Citizen and consultant, who looks in for them; room and open meeting when the citizen lets them."""
    return seat.is_broad or seat.role == LOOKING_IN or (_is_in_room(seat) and plan.life_goal_in_room)


def _is_in_room(seat: Seat) -> bool:
    """The wall, unless it is blank, and whoever is asked to the open meeting."""
    return (seat.role == SCREEN and not seat.is_blank) or seat.meeting is not None


def how_of(seat: Seat, step: Step) -> str:
    """How a step is done: not for the wall."""
    return "" if seat.role == SCREEN else step.how


def may_read_remark(seat: Seat, remark: Remark) -> bool:
    """A supporter reads their own, and what citizen and consultant say to the table; the wall reads none."""
    if seat.is_broad or remark.member_id == seat.member_id:
        return True
    from_us = remark.member.role in BROAD
    return seat.role != SCREEN and from_us and remark.audience == Remark.Audience.TABLE


def words_of(remark: Remark) -> str:
    """What was written; or, said by one tap, that they saw it."""
    return str(_("Det så jeg")) if remark.is_seen else remark.words


def remarks_to_take_back(seat: Seat) -> QuerySet[Remark]:
    """Remarks, also removed ones, on the steps this seat sees: all for citizen and consultant, else one's own."""
    remarks = Remark.objects.filter(plan_id=seat.plan_id, step__in=steps_for(seat)).select_related("member")
    if seat.is_broad:
        return remarks
    return remarks.filter(member_id=seat.member_id) if seat.member_id else remarks.none()


def strengths_for(seat: Seat) -> QuerySet[Strength]:
    """All for citizen and consultant; a supporter sees what they suggested and what is shared; the room what it may."""
    strengths = Strength.objects.filter(plan_id=seat.plan_id, removed_at=None)
    if seat.is_broad:
        return strengths
    seen = Q(pk__in=seat.strengths)
    if seat.member_id:
        seen |= Q(suggested_by_id=seat.member_id)
    if _is_in_room(seat):
        seen |= Q(in_room=True, status=Strength.Status.ACCEPTED)
    return strengths.filter(seen)


def challenges_for(seat: Seat) -> QuerySet[Challenge]:
    """All for citizen and consultant; the room those chosen for it, while its meeting is open; nobody else any."""
    challenges = Challenge.objects.filter(plan_id=seat.plan_id, removed_at=None)
    if seat.is_broad:
        return challenges
    meeting_id = open_meeting_at(seat.plan_id) if _is_in_room(seat) else None
    return challenges.filter(in_room=True, meeting_id=meeting_id) if meeting_id else challenges.none()


def messages_for(seat: Seat) -> QuerySet[Message]:
    """The conversation is citizen's and consultant's. Nobody else has a way in, whatever they are shown."""
    messages = Message.objects.filter(plan_id=seat.plan_id, removed_at=None)
    return messages if seat.is_broad else messages.none()


def may_know(seat: Seat, *, member_id: UUID | None, role: str, is_known: bool) -> bool:
    """May this seat know who that member is? Supporters and professionals only when both are introduced, or meet."""
    of_all = seat.is_broad or seat.role in (SCREEN, LOOKING_IN)
    meets = seat.meeting is not None and member_id in seat.meeting.members
    return of_all or role in BROAD or member_id == seat.member_id or meets or (is_known and seat.is_known)


def may_know_of_room(seat: Seat) -> bool:
    """May this seat know what the wall shows? Supporters and professionals may not."""
    return seat.is_broad or seat.role == SCREEN
