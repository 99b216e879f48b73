"""Where a notice leads: an address of ours, by the name of its page."""

from uuid import UUID

from backend.plans.access import Seat
from backend.plans.reads.check_in import is_asked
from backend.plans.reads.following import is_there
from backend.plans.reads.third import comes_as_third
from backend.reach.models import Notice
from backend.reach.remind import still_the_thirds, still_there

REMINDER = "reminder"
THREE = "three"
_PATHS = {
    "": "",
    "conversation": "conversation/",
    "week": "conversation/?week=1#week",
    "meetings": "meetings/",
    "meeting": "meetings/{}/",
    "me": "me/",
    "step": "steps/{}/",
    "goal": "goals/{}/",
    "strengths": "strengths/",
    "measurements": "measurements/",
    "progress": "progress/",
    "consents": "consents/",
    "invitations": "invitations/",
    "life_goal": "life-goal/",
    "about_me": "about-me/",
    "check_ins": "check-ins/",
    "course": "course/",
    "offers": "offers/",
    "visits": "visits/",
    REMINDER: "reminders/",
}


def path_of(notice: Notice) -> str:
    """The path of the page that this notice is about."""
    name, _, subject = notice.page.partition(":")
    if name == THREE:
        return "/desk/"
    return f"/plans/{notice.plan_id}/" + _PATHS[name].format(subject)


def may_still_know(seat: Seat, notice: Notice) -> bool:
    """Is what this notice is about there, and in this seat's sight, at this moment?"""
    if notice.page == REMINDER or notice.kind == Notice.Sort.MEETING_REMINDER:
        return still_there(seat, notice)
    name, _, subject = notice.page.partition(":")
    if notice.page == "check_ins" and seat.role == "citizen":
        return is_asked(seat)
    return is_there(seat, "meeting" if name == THREE else name, UUID(subject)) if subject else True


def may_know_without_place(notice: Notice) -> bool:
    """Whoever comes to a meeting as the third may know that there is one; whoever has no place, of nothing else."""
    name, _, subject = notice.page.partition(":")
    if name == THREE and notice.kind == Notice.Sort.MEETING_REMINDER:
        return still_the_thirds(notice)
    return name == THREE and comes_as_third(notice.person_id, UUID(subject))
