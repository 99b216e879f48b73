"""THE place: who may see and do what. The only maker of seats; nothing of a plan is read or changed without one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.db.models.query import QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.prepared import Prepared, a_number, an_id
from backend.people.models import Person
from backend.plans.models import Goal, Invitation, Member, Plan, Role, Step
from backend.plans.models.member import may_sit
from backend.plans.models.share import still_counts
from backend.plans.open_meeting import OpenMeeting, meeting_as_if_open, open_meetings
from backend.plans.places import Shared, member_at, members_at, shared_at, shared_with

BROAD = frozenset({"citizen", "consultant"})
SCREEN = "screen"
INVITED, CLOCK = "invited", "clock"  # may answer; may note what is over; neither sees anything
OFFICE, NIGHT = "office", "night"  # two orders and no sight; one look a day and no sight
LOOKING_IN = "looking_in"  # a colleague of the consultant's, for an hour and a reason (outside.py)
WITHOUT_PLACE = frozenset({INVITED, CLOCK, OFFICE, NIGHT, LOOKING_IN})


@dataclass(frozen=True, slots=True)
class Seat:
    """A permission to look at one plan as one kind of viewer, true at the moment it was made.

    `head` is the newest number as this seat counts: the plan's own for citizen and consultant, else the reader's own.
    `steps`, `goals`, `strengths`, `areas`: what is shared with a guest. `is_known`: introduced to others who
    are. `meeting`: asked to the one that is open now, and sees what the room sees. `is_blank`: the citizen has made the
    wall blank, which reads nothing. `is_borrowed`: somebody only looks, as the citizen does as another; nothing to do.
    `ends_at`: ends by itself. `unread`: messages that citizen or consultant has not read.
    """

    plan_id: int
    role: str
    member_id: UUID | None
    person_id: int | None
    epoch: int
    head: int
    protected: bool = False
    steps: frozenset[UUID] = frozenset()
    goals: frozenset[UUID] = frozenset()
    strengths: frozenset[UUID] = frozenset()
    areas: frozenset[UUID] = frozenset()
    is_known: bool = False
    meeting: OpenMeeting | None = None
    is_blank: bool = False
    is_borrowed: bool = False
    ends_at: datetime | None = None
    unread: int = 0

    @property
    def is_broad(self) -> bool:
        """Citizen or consultant: sees the whole plan."""
        return self.role in BROAD

    @property
    def key(self) -> str:
        """What viewers of one plan may share: the same key sees the same bytes."""
        if self.is_broad:
            return self.role
        return "room" if self.role == SCREEN else f"member:{self.member_id or self.person_id}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person has a seat."""

    plan_id: int
    role: str


def seat_for(*, person_id: int, plan_id: int) -> Seat:
    """The seat of a signed-in person at one plan's table; none while it is paused, or after its day. Raises NotHere."""
    return seat_of(member_for(person_id=person_id, plan_id=plan_id))


def seats_at(plan_id: int, person_ids: Collection[int]) -> dict[int, Seat]:
    """Person → the seat that `seat_for` gives, for many at once: four queries; whoever has none is not among them."""
    members = [one for one in members_at(plan_id) if one.person_id in person_ids]
    shared, meetings = shared_at(plan_id), open_meetings(members[0].plan) if members else {}
    return {one.person_id: _seat(one, shared.get(one.pk, ()), meetings) for one in members}


def people_at(plan_id: int) -> set[int]:
    """Everybody who has a place at this table now."""
    return {member.person_id for member in members_at(plan_id)}


def seat_and_person(*, person_id: int, plan_id: int) -> tuple[Seat, Person]:
    """As `seat_for`, and who it is, in the same query: whoever asks can tell whether their session still holds."""
    member = member_for(person_id=person_id, plan_id=plan_id)
    return seat_of(member), member.person


def member_for(*, person_id: int, plan_id: int) -> Member:
    """A person's active place at one plan's table, with plan and person. Raises NotHere."""
    member = member_at(plan_id, person_id)
    if member is None:
        raise NotHere
    return member


def seat_of(member: Member) -> Seat:
    """The seat of an active member whose plan is loaded."""
    if member.role in BROAD:
        return _seat(member, (), {})
    return _seat(member, shared_with(member.pk), open_meetings(member.plan))


def _seat(member: Member, shared: Iterable[Shared], meetings: Mapping[UUID, OpenMeeting]) -> Seat:
    """Citizen and consultant see all; others what is shared with them, and what the room sees in their meeting."""
    plan = member.plan
    seat = Seat(
        plan_id=plan.pk,
        role=member.role,
        member_id=member.pk,
        person_id=member.person_id,
        epoch=plan.policy_epoch,
        head=plan.head_seq if member.role in BROAD else member.head,
        protected=plan.protected,
        is_known=member.is_known,
        unread=member.unread,
    )
    if seat.is_broad:
        return seat
    steps, goals, strengths, areas = (_ids(shared, n) for n in range(4))
    return replace(seat, steps=steps, goals=goals, strengths=strengths, areas=areas, meeting=meetings.get(member.pk))


def _ids(shared: Iterable[Shared], n: int) -> frozenset[UUID]:
    return frozenset(one for share in shared if (one := share[n]))


def seat_as(seat: Seat, member_id: UUID, *, meeting_id: UUID | None = None) -> Seat:
    """What one supporter or professional sees, for the citizen to look at: made of their own seat. Raises NotHere.

    With `meeting_id`: what they are to see while that meeting, which they are asked to, is open.
    """
    if seat.role != Role.CITIZEN or seat.is_borrowed:
        raise NotHere
    members = Member.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
    member = members.select_related("plan").exclude(role__in=BROAD).filter(pk=member_id).first()
    if member is None:
        raise NotHere
    borrowed = replace(seat_of(member), is_borrowed=True)
    if meeting_id is None:
        return borrowed
    meeting = meeting_as_if_open(plan_id=seat.plan_id, member_id=member_id, meeting_id=meeting_id)
    if meeting is None:
        raise NotHere
    return replace(borrowed, meeting=meeting)


def seat_for_invited(*, invitation_id: UUID, person_id: int | None) -> Seat:
    """For whoever has shown an open invitation's link or code: answers, and sees nothing. Raises NotHere."""
    there = Invitation.objects.select_related("plan").filter(answered_at=None, withdrawn_at=None)
    invitation = there.filter(pk=invitation_id, until__gt=clock.now()).first()
    if invitation is None:
        raise NotHere
    return without_place(invitation.plan, INVITED, person_id)


def without_place(plan: Plan, role: str, person_id: int | None = None) -> Seat:
    """A seat that sees nothing and stands in no number: for an answer to an invitation, and for the clock."""
    return Seat(plan.pk, role, None, person_id, plan.policy_epoch, 0)


def office_seat(*, person_id: int, plan_id: int) -> Seat:
    """An administrator's seat for what concerns the table alone: it sees nothing of the plan. Raises NotHere."""
    return office_seat_and_plan(person_id=person_id, plan_id=plan_id)[0]


def office_seat_and_plan(*, person_id: int, plan_id: int) -> tuple[Seat, Plan]:
    """As `office_seat`, and the plan, for the door alone. Made from an address by nobody: pages ask `seat_for`."""
    plan = Plan.objects.filter(pk=plan_id).first()
    at_work = Person.objects.filter(pk=person_id, staff_role="administrator", is_active=True)
    if plan is None or not at_work.exists():
        raise NotHere
    return Seat(plan.pk, OFFICE, None, person_id, plan.policy_epoch, 0, plan.protected), plan


def places_of(*, person_id: int) -> list[Place]:
    """Every table where this person has a place, own plan first."""
    places = Member.objects.filter(may_sit(), still_counts(clock.today()), ended_at=None, paused_at=None)
    places = places.filter(person_id=person_id)
    found = [Place(*place) for place in places.order_by("joined_at", "pk").values_list("plan_id", "role")]
    return sorted(found, key=lambda place: place.role != Role.CITIZEN)


def steps_for(seat: Seat) -> QuerySet[Step]:
    """The steps this seat may see."""
    return _seen(seat, Step.objects.filter(plan_id=seat.plan_id, removed_at=None))


def one_step(seat: Seat, step_id: UUID) -> Step | None:
    """A step, with whoever is responsible, if this seat may see it."""
    if seat.is_broad:
        return _STEP.one(plan_id=seat.plan_id, step_id=step_id)
    return steps_for(seat).select_related("responsible").filter(pk=step_id).first()


_STEP = Prepared(
    lambda: Step.objects.select_related("responsible").filter(
        plan_id=a_number("plan_id"), pk=an_id("step_id"), removed_at=None
    )
)


def removed_steps_for(seat: Seat) -> QuerySet[Step]:
    """The steps this seat could see until they were removed."""
    return _seen(seat, Step.objects.filter(plan_id=seat.plan_id, removed_at__isnull=False))


def _seen(seat: Seat, steps: QuerySet[Step]) -> QuerySet[Step]:
    if seat.is_broad:
        return steps
    if seat.is_blank:
        return steps.none()
    if seat.role == SCREEN:
        return steps.filter(in_room=True)
    shared = Q(pk__in=seat.steps) | Q(goal_id__in=seat.goals, goal__removed_at=None)
    return steps.filter(shared | Q(in_room=True) if seat.meeting else shared)


def goals_for(seat: Seat) -> QuerySet[Goal]:
    """The goals this seat may see."""
    goals = Goal.objects.filter(plan_id=seat.plan_id, removed_at=None)
    if seat.is_broad:
        return goals
    if seat.is_blank:
        return goals.none()
    if seat.role == SCREEN:
        return goals.filter(in_room=True)
    return goals.filter(pk__in=seat.goals | (seat.meeting.goals if seat.meeting else frozenset()))
