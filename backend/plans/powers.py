"""What each seat may do: asked by the door before a rule runs, and by the reads to show only what is possible."""

from uuid import UUID

from backend.plans.access import Seat
from backend.plans.models import Goal, Step
from backend.plans.protection import is_kept_from

_GUEST = frozenset(
    {
        "add_step",
        "suggest_strength",
        "add_progress_entry",
        "answer_meeting",
        "start_meeting",
        "lead_meeting",
        "rate_meeting",
    }
)
PLAN_POWERS: dict[str, frozenset[str]] = {
    "citizen": frozenset(
        {
            "answer_check_in",
            "write_about_me",
            "write_life_goal",
            "note_step",
            "add_challenge",
            "remove_challenge",
            "restore_challenge",
            "be_proud_of",
            "add_goal",
            "add_step",
            "suggest_strength",
            "accept_strength",
            "decline_strength",
            "remove_strength",
            "restore_strength",
            "share_strength",
            "unshare_strength",
            "add_progress_entry",
            "reword_progress_entry",
            "score_progress_entry",
            "answer_indicator",
            "scale_goal",
            "add_progress_area",
            "rename_progress_area",
            "remove_progress_area",
            "restore_progress_area",
            "keep_progress_area",
            "share_progress_area",
            "show_in_room",
            "hide_from_room",
            "blank_room",
            "show_room",
            "add_network_member",
            "reword_network_member",
            "relate_network_member",
            "move_network_member",
            "link_network_member",
            "remove_network_member",
            "restore_network_member",
            "end_member",
            "pause_member",
            "resume_member",
            "introduce_member",
            "set_member_apart",
            "end_member_on",
            "invite",
            "withdraw_invitation",
            "confirm_invited",
            "give_consent",
            "decline_consent",
            "withdraw_consent",
            "approve_minutes",
            "say_own_view",
            "rate_meeting",
            "show_rating",
            "end_look_in",
            "see_look_in",
            "say_rhythm",
            "move_course",
            "add_outcome",
            "add_offer",
            "say_how_offer_helped",
            "answer_overlap",
            "add_member",
            "replace_consultant",
            "open_screen",
            "close_screen",
            "write_message",
            "show_reading",
            "plan_meeting",
            "say_what_matters",
            "ask_to_meeting",
            "name_starter",
            "start_meeting",
            "lead_meeting",
        }
    ),
    "consultant": frozenset(
        {
            "add_goal",
            "add_step",
            "note_step",
            "suggest_strength",
            "add_progress_entry",
            "answer_indicator",
            "ask_consent",
            "note_discussion",
            "agree_out_of_hours",
            "announce_to_meeting",
            "say_own_view",
            "rate_meeting",
            "say_rhythm",
            "move_course",
            "add_outcome",
            "add_offer",
            "say_how_offer_helped",
            "answer_overlap",
            "add_member",
            "replace_consultant",
            "open_screen",
            "close_screen",
            "write_message",
            "plan_meeting",
            "start_meeting",
            "lead_meeting",
        }
    ),
    "supporter": _GUEST,
    "professional": _GUEST | {"say_how_offer_helped"},
    "screen": frozenset(),
    "invited": frozenset({"answer_invitation"}),
    "clock": frozenset({"end_what_ran_out", "end_forgotten_meeting"}),
    "looking_in": frozenset({"look_in"}),
    "office": frozenset({"replace_consultant", "set_protection"}),
}

GOAL_WORDS = ("title", "community", "challenge")
STEP_WORDS = ("title", "how", "learned")
_GOAL_TOGETHER = frozenset({"set_goal_area", "move_goal", "reach_goal", "reopen_goal"})
_STEP_TOGETHER = frozenset(
    {"move_step", "hang_step", "assign_step", "set_due", "give_voice", "say_carried", "remark_on_step"}
)
_TO_DO = ("wish", "agreed", "doing")
_SHARING = frozenset({"show_in_room", "hide_from_room"})


def goal_powers(seat: Seat, goal: Goal) -> frozenset[str]:
    """The commands this seat may give about a goal it sees (`reword_<field>` for each text)."""
    if not seat.is_broad:
        return frozenset()
    mine = seat.role == "citizen"
    powers = set(_GOAL_TOGETHER) | {f"reword_{f}" for f in GOAL_WORDS if mine or f not in goal.by_citizen}
    if mine:
        powers |= _SHARING | {"share_goal", "unshare_goal"}
    if mine or not goal.by_citizen:
        powers |= {"remove_goal", "restore_goal"}
    return frozenset(powers)


def step_powers(seat: Seat, step: Step) -> frozenset[str]:
    """The commands this seat may give about a step it sees (`reword_<field>` for each text)."""
    if seat.role == "screen" or seat.is_borrowed:
        return frozenset()
    return _broad_step_powers(seat, step) if seat.is_broad else _narrow_step_powers(seat, step)


def _broad_step_powers(seat: Seat, step: Step) -> frozenset[str]:
    mine = seat.role == "citizen"
    powers = set(_STEP_TOGETHER) | {f"reword_{f}" for f in STEP_WORDS if mine or f not in step.by_citizen}
    if mine:
        powers |= _SHARING | {"share_step", "unshare_step", "reword_words"}
    if mine or not step.by_citizen:
        powers |= {"remove_step", "restore_step"}
    if step.responsible_id is None and step.status in _TO_DO:
        powers.add("take_step")
    return frozenset(powers)


def _narrow_step_powers(seat: Seat, step: Step) -> frozenset[str]:
    powers = {"remark_on_step", "notice_step"}
    if is_mine(seat, step.responsible_id):
        powers |= {"give_voice", "move_step"} | ({"give_back_step"} if step.status != "done" else set())
        if "how" not in step.by_citizen and not is_kept_from(seat):
            powers.add("reword_how")
    if step.responsible_id is None and step.status in _TO_DO:
        powers.add("take_step")
    if is_mine(seat, step.suggested_by_id) and step.accepted_at is None:
        powers |= {"remove_step", "restore_step"}
    return frozenset(powers)


def is_mine(seat: Seat, member_id: UUID | None) -> bool:
    """Is that member the one who sits here?"""
    return member_id is not None and member_id == seat.member_id
