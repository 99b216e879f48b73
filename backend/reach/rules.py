"""The one place that decides who is nudged about what; docs/notices.md says the same, which a test holds."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from backend.plans import access
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.reach.models import Notice

Sort = Notice.Sort
OF_THE_ROOM = frozenset({Sort.MEETING, Sort.STEP, Sort.CHEER})  # what whoever sits in the meeting hears there


class Whom(StrEnum):
    """Who is nudged, of those who were told; in the words of docs/notices.md."""

    CITIZEN = "the citizen"
    CONSULTANT = "the consultant"
    BOTH = "citizen and consultant"
    BOTH_AND_THIRD = "citizen, consultant, and who comes as the third"
    ALL_TOLD = "everybody it is told to"
    ALL_AND_THIRD = "everybody it is told to, and who comes as the third"
    NAMED = "the one it is about"
    RESPONSIBLE = "whoever is to do it"


@dataclass(frozen=True, slots=True)
class Rule:
    """Of one kind of entry: which sort of notice, who gets it (never whoever did it), and the page it leads to.

    `{}` in `page` is the entry's own step, goal or meeting. `only_to`: a move counts when it ends there.
    """

    sort: Sort
    whom: Whom
    page: str
    only_to: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """What a rule comes to for one person."""

    sort: Sort
    seq: int
    page: str


MEETING, STEP, GOAL = "meeting:{}", "step:{}", "goal:{}"
NOBODY = None
RULES: dict[str, Rule | None] = {
    "message_written": Rule(Sort.MESSAGE, Whom.BOTH, "conversation"),
    "meeting_planned": Rule(Sort.MEETING, Whom.BOTH_AND_THIRD, MEETING),
    "meeting_moved": Rule(Sort.MEETING, Whom.ALL_AND_THIRD, MEETING),
    "meeting_cancelled": Rule(Sort.MEETING, Whom.ALL_AND_THIRD, "meetings"),
    "meeting_restored": Rule(Sort.MEETING, Whom.ALL_AND_THIRD, MEETING),
    "asked_to_meeting": Rule(Sort.MEETING, Whom.NAMED, MEETING),
    "meeting_announced": Rule(Sort.MEETING, Whom.ALL_TOLD, MEETING),
    "meeting_answered": Rule(Sort.MEETING, Whom.CITIZEN, MEETING),
    "what_matters_said": Rule(Sort.MEETING, Whom.CONSULTANT, MEETING),
    "rhythm_said": Rule(Sort.MEETING, Whom.BOTH, "me"),
    "step_added": Rule(Sort.STEP, Whom.CITIZEN, STEP),
    "step_assigned": Rule(Sort.STEP, Whom.NAMED, STEP),
    "step_due_set": Rule(Sort.STEP, Whom.RESPONSIBLE, STEP),
    "step_taken": Rule(Sort.STEP, Whom.BOTH, STEP),
    "step_given_back": Rule(Sort.STEP, Whom.BOTH, STEP),
    "step_shared": Rule(Sort.STEP, Whom.NAMED, STEP),
    "goal_shared": Rule(Sort.STEP, Whom.NAMED, GOAL),
    "voice_given": Rule(Sort.STEP, Whom.BOTH, STEP),
    "remark_made": Rule(Sort.STEP, Whom.ALL_TOLD, STEP),
    "step_moved": Rule(Sort.CHEER, Whom.BOTH, STEP, only_to="done"),
    "step_noticed": Rule(Sort.CHEER, Whom.CITIZEN, STEP),
    "strength_suggested": Rule(Sort.CHEER, Whom.CITIZEN, "strengths"),
    "strength_shared": Rule(Sort.CHEER, Whom.NAMED, "strengths"),
    "progress_entry_added": Rule(Sort.CHEER, Whom.CITIZEN, "progress"),
    "progress_area_shared": Rule(Sort.CHEER, Whom.NAMED, "progress"),
    "goal_reached": Rule(Sort.CHEER, Whom.BOTH, GOAL),
    "consent_asked": Rule(Sort.QUESTION, Whom.CITIZEN, "consents"),
    "consent_given": Rule(Sort.QUESTION, Whom.CONSULTANT, "consents"),
    "consent_declined": Rule(Sort.QUESTION, Whom.CONSULTANT, "consents"),
    "consent_withdrawn": Rule(Sort.QUESTION, Whom.CONSULTANT, "consents"),
    "invitation_answered": Rule(Sort.QUESTION, Whom.CITIZEN, "invitations"),
    "invited_confirmed": Rule(Sort.QUESTION, Whom.NAMED, ""),
    "life_goal_written": Rule(Sort.PLAN, Whom.CONSULTANT, "life_goal"),
    "check_in_answered": Rule(Sort.CHECK_IN, Whom.CONSULTANT, "check_ins", only_to="badly"),
    "about_me_written": Rule(Sort.PLAN, Whom.CONSULTANT, "about_me"),
    "course_moved": Rule(Sort.PLAN, Whom.BOTH, "course"),
    "outcome_added": Rule(Sort.PLAN, Whom.BOTH, "course"),
    "outcome_changed": Rule(Sort.PLAN, Whom.BOTH, "course"),
    "offer_added": Rule(Sort.PLAN, Whom.BOTH, "offers"),
    "offer_changed": Rule(Sort.PLAN, Whom.BOTH, "offers"),
    "consultant_replaced": Rule(Sort.PLAN, Whom.BOTH, ""),
    "looked_in": Rule(Sort.PLAN, Whom.CITIZEN, "visits"),
    "discussion_noted": Rule(Sort.PLAN, Whom.CITIZEN, "meetings"),
    "out_of_hours_agreed": Rule(Sort.PLAN, Whom.CITIZEN, "conversation"),
} | dict.fromkeys(
    (
        "agenda_item_added", "agenda_item_moved", "agenda_item_removed", "agenda_item_restored",
        "agenda_item_reworded", "carried_said", "challenge_added", "challenge_removed", "challenge_restored",
        "discussion_removed", "discussion_restored", "goal_added", "goal_area_set", "goal_moved", "goal_removed",
        "goal_reopened", "goal_restored", "goal_reworded", "goal_unshared", "hidden_from_room", "invitation_made",
        "invitation_withdrawn", "item_reached", "look_in_ended", "look_in_seen", "meeting_ended", "meeting_rated",
        "meeting_reworded", "meeting_started", "member_added", "member_end_set", "member_ended", "member_introduced",
        "member_paused", "member_resumed", "member_set_apart", "message_removed", "message_restored",
        "message_reworded", "messages_read", "minutes_approved", "network_member_added", "network_member_linked",
        "network_member_moved", "network_member_related", "network_member_removed", "network_member_restored",
        "network_member_reworded", "own_view_said", "outcome_removed", "outcome_restored",
        "offer_help_said", "overlap_answered", "offer_removed", "offer_restored",
        "part_named", "pen_passed", "plan_opened", "protection_set",
        "goal_scaled", "indicator_answered",
        "progress_area_added", "progress_area_kept", "progress_area_opened", "progress_area_removed",
        "progress_area_renamed", "progress_area_restored", "progress_area_unshared", "progress_entry_removed",
        "progress_entry_restored", "progress_entry_reworded", "progress_entry_scored",
        "proud_said", "ran_out", "rating_hidden", "rating_shown", "reading_hidden", "reading_shown",
        "remark_removed", "remark_restored", "room_blanked", "room_shown", "screen_closed", "screen_opened",
        "shown_in_room", "starter_named", "step_hung", "step_lit", "step_noted", "step_removed", "step_restored",
        "step_reworded", "step_unshared", "strength_accepted", "strength_declined", "strength_removed",
        "strength_restored", "strength_unshared", "unasked_from_meeting", "wall_paired", "word_said",
    ),
    NOBODY,
)  # fmt: skip

_THIRD = (Whom.BOTH_AND_THIRD, Whom.ALL_AND_THIRD)
OF_THE_THIRD = frozenset(kind for kind, rule in RULES.items() if rule and rule.whom in _THIRD)
THREE = "three:{}"  # for whoever has no place at the table: their own list, which tells when


def nudge_of(seat: Seat, entry: EntryView) -> Nudge | None:
    """What whoever sits here is nudged about by this entry; nothing by what they did themself."""
    rule = RULES.get(entry.kind)
    if rule is None or (entry.by is not None and entry.by == seat.member_id):
        return None
    if (rule.only_to and entry.facts.get("to") != rule.only_to) or not _is_meant(rule.whom, seat, entry):
        return None
    subject = _subject(rule, entry)
    if subject is None and "{}" in rule.page:
        return None
    return Nudge(rule.sort, entry.number, rule.page.format(subject))


def _is_meant(whom: Whom, seat: Seat, entry: EntryView) -> bool:
    match whom:
        case Whom.NAMED:
            return entry.member_id is not None and entry.member_id == seat.member_id
        case Whom.RESPONSIBLE:
            step = access.one_step(seat, entry.step_id) if entry.step_id else None
            return step is not None and step.responsible_id == seat.member_id
        case Whom.BOTH | Whom.BOTH_AND_THIRD:
            return seat.is_broad
        case Whom.ALL_TOLD | Whom.ALL_AND_THIRD:
            return True
    return seat.role == whom.name.lower()


def _subject(rule: Rule, entry: EntryView) -> UUID | None:
    return {MEETING: entry.meeting_id, STEP: entry.step_id, GOAL: entry.goal_id}.get(rule.page)
