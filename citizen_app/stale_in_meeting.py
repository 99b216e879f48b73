"""Entry kind → what went stale on the page of an open meeting. A kind that is not in the table makes the room stale."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from backend.plans.journal import EntryView
from backend.plans.reads.meeting import MeetingView

ROOM = "room"  # all of it
CARD, CARDS = "card", "cards"  # the step's own places in the lists; all lists of cards
LIT, STAGE, NEXT, PEN, WALL = "mt-lit", "mt-stage", "mt-next", "mt-pen", "mt-wall"
AGENDA, WHO, END, NOTES, SEEN = "fold-agenda", "fold-who", "mt-end", "mt-notes", "fold-room"
SINCE_LAST, STRENGTHS, GOALS, HARD, TAKE_HOME = "since_last", "strengths", "life_goal", "hard", "take_home"
PARTS = (LIT, STAGE, NOTES, NEXT, PEN, WALL, AGENDA, SEEN, WHO, END)

_STEP = frozenset({CARD, SINCE_LAST})
_GOAL = frozenset({CARDS, GOALS, HARD})
_LED = frozenset({LIT, STAGE, NOTES, NEXT, PEN, AGENDA, SEEN, WHO, END})
_NOTHING: frozenset[str] = frozenset()

STALE_IN_MEETING: dict[str, frozenset[str]] = {
    "item_reached": frozenset({LIT, STAGE, NOTES, NEXT, AGENDA, END}),
    "step_lit": frozenset({LIT}),
    "pen_passed": _LED,
    "meeting_answered": frozenset({WHO}),
    "proud_said": frozenset({SINCE_LAST}),
    "word_said": frozenset({TAKE_HOME}),
    "challenge_added": frozenset({HARD}),
    "challenge_removed": frozenset({HARD}),
    "challenge_restored": frozenset({HARD}),
    "agenda_item_added": frozenset({AGENDA, STAGE, NEXT, END}),
    "agenda_item_reworded": frozenset({AGENDA, STAGE, NEXT}),
    "agenda_item_moved": frozenset({AGENDA, STAGE, NEXT, END}),
    "agenda_item_removed": frozenset({AGENDA, STAGE, NOTES, NEXT, END}),
    "agenda_item_restored": frozenset({AGENDA, STAGE, NOTES, NEXT, END}),
    "part_named": frozenset({AGENDA, STAGE, NEXT}),
    "meeting_planned": frozenset({TAKE_HOME}),
    "meeting_moved": frozenset({TAKE_HOME}),
    "meeting_cancelled": frozenset({TAKE_HOME}),
    "meeting_restored": frozenset({TAKE_HOME}),
    "room_blanked": frozenset({WALL}),
    "room_shown": frozenset({WALL}),
    "screen_opened": frozenset({WALL}),
    "screen_closed": frozenset({WALL}),
    "wall_paired": frozenset({WALL}),
    "shown_in_room": frozenset({CARDS, LIT, STRENGTHS, GOALS, HARD}),
    "hidden_from_room": frozenset({CARDS, LIT, STRENGTHS, GOALS, HARD}),
    "about_me_written": _NOTHING,
    "check_in_answered": _NOTHING,
    "life_goal_written": frozenset({GOALS}),
    "goal_added": _GOAL,
    "goal_moved": _GOAL,
    "goal_reached": _GOAL,
    "goal_reopened": _GOAL,
    "goal_reworded": _GOAL,
    "goal_area_set": _GOAL | {LIT},
    "goal_removed": _GOAL | {LIT},
    "goal_restored": _GOAL | {LIT},
    "goal_shared": _GOAL | {LIT},
    "goal_unshared": _GOAL | {LIT},
    "step_added": frozenset({CARD}),
    "step_noted": frozenset({CARD}),
    "voice_given": frozenset({CARD}),
    "step_reworded": _STEP,
    "step_moved": _STEP,
    "step_hung": _STEP,
    "step_assigned": _STEP,
    "step_taken": _STEP,
    "step_given_back": _STEP,
    "step_due_set": _STEP,
    "carried_said": _STEP,
    "step_removed": _STEP | {LIT},
    "step_restored": _STEP | {LIT},
    "step_shared": _STEP | {LIT},
    "step_unshared": _STEP | {LIT},
    "remark_made": frozenset({SINCE_LAST}),
    "step_noticed": frozenset({SINCE_LAST}),
    "remark_removed": frozenset({SINCE_LAST}),
    "remark_restored": frozenset({SINCE_LAST}),
    "strength_suggested": frozenset({STRENGTHS}),
    "strength_accepted": frozenset({STRENGTHS}),
    "strength_declined": frozenset({STRENGTHS}),
    "strength_removed": frozenset({STRENGTHS}),
    "strength_restored": frozenset({STRENGTHS}),
    "strength_shared": frozenset({STRENGTHS}),
    "strength_unshared": frozenset({STRENGTHS}),
    "progress_entry_added": frozenset({SINCE_LAST}),
    "progress_entry_reworded": frozenset({SINCE_LAST}),
    "progress_entry_removed": frozenset({SINCE_LAST}),
    "progress_entry_restored": frozenset({SINCE_LAST}),
    "indicator_answered": _NOTHING,
    "goal_scaled": _NOTHING,
    "progress_entry_scored": _NOTHING,
    "progress_area_added": _NOTHING,
    "progress_area_renamed": frozenset({SINCE_LAST}),
    "progress_area_removed": frozenset({SINCE_LAST}),
    "progress_area_restored": frozenset({SINCE_LAST}),
    "progress_area_kept": frozenset({SINCE_LAST}),
    "progress_area_opened": frozenset({SINCE_LAST}),
    "progress_area_shared": frozenset({SINCE_LAST}),
    "progress_area_unshared": frozenset({SINCE_LAST}),
    "kept": _NOTHING,
    "message_written": _NOTHING,
    "message_reworded": _NOTHING,
    "message_removed": _NOTHING,
    "message_restored": _NOTHING,
    "messages_read": _NOTHING,
    "network_member_added": _NOTHING,
    "network_member_reworded": _NOTHING,
    "network_member_moved": _NOTHING,
    "rhythm_said": _NOTHING,
    "course_moved": _NOTHING,
    "outcome_added": _NOTHING,
    "outcome_changed": _NOTHING,
    "outcome_removed": _NOTHING,
    "outcome_restored": _NOTHING,
    "offer_added": _NOTHING,
    "offer_help_said": _NOTHING,
    "overlap_answered": _NOTHING,
    "offer_changed": _NOTHING,
    "offer_removed": _NOTHING,
    "offer_restored": _NOTHING,
}
_OF_STAGES = frozenset({SINCE_LAST, STRENGTHS, GOALS, HARD, TAKE_HOME})


@dataclass(slots=True)
class StaleInMeeting:
    """Whole parts by the id of their element, and the steps whose cards changed, in the journal's order."""

    parts: set[str] = field(default_factory=set)
    steps: dict[UUID, None] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return ROOM in self.parts


def stale_in_meeting(meeting: MeetingView, entries: Iterable[EntryView]) -> StaleInMeeting:
    """What these entries made stale on this meeting's page; before and after it is open it comes whole."""
    stale = StaleInMeeting()
    for entry in entries:
        marks = STALE_IN_MEETING.get(entry.kind, frozenset({ROOM}))
        if marks and meeting.state != "open":
            marks = frozenset({ROOM})
        _fold(stale, meeting, entry, marks)
    return stale


def _fold(stale: StaleInMeeting, meeting: MeetingView, entry: EntryView, marks: frozenset[str]) -> None:
    stale.parts |= marks & {ROOM, *PARTS}
    if CARDS in marks:
        stale.parts |= {STAGE, NOTES, SEEN}
    if meeting.stage in marks & _OF_STAGES:
        stale.parts.add(STAGE)
    if CARD in marks and entry.step_id:
        stale.steps[entry.step_id] = None
        if meeting.lit and meeting.lit.id == entry.step_id:
            stale.parts.add(LIT)
