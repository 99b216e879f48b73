"""What of a thing that a seat sees it may also read: the rules for single texts, beside access, which opens the things.

Supporters and professionals read titles, who, when and how. The wall reads no remark and nothing that anybody said
about themself. What a protected address takes away besides is said in `protection`.
"""

from uuid import UUID

from django.db.models import Q
from django.db.models.query import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.plans.access import BROAD, LOOKING_IN, SCREEN, Seat, steps_for
from backend.plans.models import (
    Attachment,
    Challenge,
    Measurement,
    Message,
    Offer,
    Plan,
    ProgressArea,
    ProgressEntry,
    Remark,
    Role,
    Step,
    Strength,
)
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


def progress_areas_for(seat: Seat) -> QuerySet[ProgressArea]:
    """Everybody with a place knows the three that all have; the citizen's own, the citizen and whom they let.

    A community is a place: while the address is protected it is there for citizen and consultant alone.
    """
    areas = ProgressArea.objects.filter(plan_id=seat.plan_id, removed_at=None)
    if seat.protected and not seat.is_broad:
        areas = areas.filter(is_community=False)
    if seat.role == Role.CITIZEN:
        return areas
    if seat.role == Role.CONSULTANT:
        return areas.filter(~Q(standard="") | Q(is_kept=False))
    return areas.filter(~Q(standard="") | Q(pk__in=seat.areas)) if seat.member_id else areas.none()


def may_see_into(seat: Seat, area: ProgressArea) -> bool:
    """Of an area that this seat knows: may it see what the citizen noted there?"""
    if seat.role == Role.CITIZEN:
        return True
    return not area.is_kept if seat.role == Role.CONSULTANT else area.pk in seat.areas


def measurements_for(seat: Seat) -> QuerySet[Measurement]:
    """The citizen's alone until they let others see; the consultant always sees what they said themself.

    Of a goal that a guest does not see there is no line, either.
    """
    measured = Measurement.objects.filter(plan_id=seat.plan_id).filter(Q(goal=None) | Q(goal__removed_at=None))
    if seat.role == Role.CITIZEN:
        return measured
    if seat.role == Role.CONSULTANT:
        return measured.filter(Q(area__is_kept=False) | Q(by_id=seat.member_id))
    if not seat.member_id:
        return measured.none()
    return measured.filter(Q(goal=None) | Q(goal_id__in=seat.goals), area_id__in=seat.areas)


def progress_entries_for(seat: Seat) -> QuerySet[ProgressEntry]:
    """One's own in the areas that one knows; in those shared what citizen and consultant noted, never another guest.

    And what the room may see, for whoever is there.
    """
    entries = ProgressEntry.objects.filter(plan_id=seat.plan_id, removed_at=None, area__removed_at=None)
    if seat.role == Role.CITIZEN:
        return entries
    if seat.role == Role.CONSULTANT:
        return entries.filter(Q(area__is_kept=False) | Q(by_id=seat.member_id) & ~Q(area__standard=""))
    if seat.protected:
        entries = entries.filter(area__is_community=False)
    shared = Q(area_id__in=seat.areas)
    seen = shared & Q(by__role__in=BROAD)
    if seat.member_id:
        seen |= Q(by_id=seat.member_id) & (shared | ~Q(area__standard=""))
    if _is_in_room(seat):
        seen |= Q(in_room=True)
    return entries.filter(seen)


def entries_to_count_for(seat: Seat) -> QuerySet[ProgressEntry]:
    """As above, in the areas that the seat sees into: for the two all there is, found without reading a row of it."""
    if not seat.is_broad:
        return progress_entries_for(seat)
    areas = ProgressArea.objects.filter(plan_id=seat.plan_id, removed_at=None)
    into = areas if seat.role == Role.CITIZEN else areas.filter(is_kept=False)
    return ProgressEntry.objects.filter(plan_id=seat.plan_id, removed_at=None, area__in=into)


def removed_progress_entries_for(seat: Seat) -> QuerySet[ProgressEntry]:
    """Those that this seat removed itself, in the areas that it knows."""
    entries = ProgressEntry.objects.filter(plan_id=seat.plan_id, removed_at__isnull=False, removed_by=seat.member_id)
    return entries.filter(area__in=progress_areas_for(seat)).select_related("area", "by")


def offers_for(seat: Seat) -> QuerySet[Offer]:
    """All for citizen and consultant. Of the others whoever delivers one sees that one, if they see its goal.

    Where somebody takes part tells where they are: while the address is protected nobody else sees any.
    """
    offers = Offer.objects.filter(plan_id=seat.plan_id, removed_at=None)
    if seat.is_broad:
        return offers
    if seat.role != Role.PROFESSIONAL or seat.protected:
        return offers.none()
    return offers.filter(deliverer_id=seat.member_id, goal_id__in=seat.goals, goal__removed_at=None)


def messages_for(seat: Seat) -> QuerySet[Message]:
    """The conversation is citizen's and consultant's. Nobody else has a way in, whatever they are shown."""
    messages = Message.objects.filter(plan_id=seat.plan_id, removed_at=None)
    return messages if seat.is_broad else messages.none()


def attachments_for(seat: Seat) -> QuerySet[Attachment]:
    """What goes with a message goes where its message goes; what no message has named yet is nowhere."""
    return Attachment.objects.filter(message__in=messages_for(seat))


def may_know(seat: Seat, *, member_id: UUID | None, role: str, is_known: bool) -> bool:
    """May this seat know who that member is? Supporters and professionals only when both are introduced, or meet."""
    of_all = seat.is_broad or seat.role in (SCREEN, LOOKING_IN)
    meets = seat.meeting is not None and member_id in seat.meeting.members
    return of_all or role in BROAD or member_id == seat.member_id or meets or (is_known and seat.is_known)


def may_know_of_room(seat: Seat) -> bool:
    """May this seat know what the wall shows? Supporters and professionals may not."""
    return seat.is_broad or seat.role == SCREEN
