"""Entry kind → what went stale on a page with cards. A kind that is not in the table makes the page reload."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from backend.plans.access import SCREEN, Seat
from backend.plans.journal import EntryView
from backend.plans.reads.card import SETTLED

CARD, CARDS_OF_GOAL, ALL_CARDS = "card", "cards of goal", "all cards"
GOAL, WAY, LIFE_GOAL = "goal", "way", "life-goal"
COUNTS, WAITS, STRENGTHS, RELOAD = "counts", "waits", "strengths", "reload"
VOICES = "voices"  # the columns of the cards that are drawn may count more or fewer of them as agreed
UNREAD = "unread"
PROMISES, NOTHING_SHARED, CONSENT = "promises", "nothing-shared", "consent"
WALL, WALL_WAY, NEXT_MEETING = "wall", "wall-way", "next-meeting"
OF_MEETING = frozenset({"wall-faces", "wall-meeting"})  # drawn with every frame while a meeting is open
REGIONS = frozenset({WAY, LIFE_GOAL, WAITS, STRENGTHS, PROMISES, NOTHING_SHARED, WALL, WALL_WAY, CONSENT, NEXT_MEETING,
                     UNREAD})  # fmt: skip

_OF_WHAT_RUNS = [
    f"{what}_{how}" for what in ("outcome", "offer") for how in ("added", "changed", "removed", "restored")
]
_OF_WHAT_RUNS += ["offer_help_said", "overlap_answered"]

STALE: dict[str, frozenset[str]] = {
    "plan_opened": frozenset({RELOAD}),
    "life_goal_written": frozenset({LIFE_GOAL}),
    "about_me_written": frozenset(),
    "check_in_answered": frozenset(),
    "goal_added": frozenset({WAY}),
    "goal_moved": frozenset({WAY}),
    "goal_reached": frozenset({WAY}),
    "goal_reopened": frozenset({WAY}),
    "goal_reworded": frozenset({GOAL}),
    "goal_area_set": frozenset({GOAL, CARDS_OF_GOAL}),
    "goal_removed": frozenset({WAY, ALL_CARDS}),
    "goal_restored": frozenset({WAY, ALL_CARDS}),
    "goal_shared": frozenset({GOAL, CARDS_OF_GOAL}),
    "goal_unshared": frozenset({GOAL, CARDS_OF_GOAL, VOICES}),
    "step_added": frozenset({CARD, COUNTS, WAITS}),
    "step_noted": frozenset({CARD, COUNTS, WAITS}),
    "step_reworded": frozenset({CARD, WAITS, VOICES}),
    "step_moved": frozenset({CARD, COUNTS, WAITS}),
    "step_hung": frozenset({CARD, COUNTS}),
    "step_assigned": frozenset({CARD, COUNTS, WAITS}),
    "step_taken": frozenset({CARD, COUNTS, WAITS}),
    "step_given_back": frozenset({CARD, COUNTS, WAITS}),
    "step_due_set": frozenset({CARD, WAITS, VOICES}),
    "voice_given": frozenset({CARD, WAITS, VOICES}),
    "carried_said": frozenset({CARD}),
    "step_removed": frozenset({CARD, COUNTS, WAITS}),
    "step_restored": frozenset({CARD, COUNTS, WAITS}),
    "step_shared": frozenset({CARD, COUNTS, WAITS}),
    "step_unshared": frozenset({CARD, COUNTS, WAITS}),
    "remark_made": frozenset(),
    "step_noticed": frozenset(),
    "remark_removed": frozenset(),
    "remark_restored": frozenset(),
    "shown_in_room": frozenset({CARD, GOAL, CARDS_OF_GOAL, LIFE_GOAL, COUNTS, STRENGTHS}),
    "hidden_from_room": frozenset({CARD, GOAL, CARDS_OF_GOAL, LIFE_GOAL, COUNTS, STRENGTHS}),
    "strength_suggested": frozenset({STRENGTHS, WAITS}),
    "strength_accepted": frozenset({STRENGTHS, WAITS}),
    "strength_declined": frozenset({STRENGTHS, WAITS}),
    "strength_removed": frozenset({STRENGTHS, WAITS}),
    "strength_restored": frozenset({STRENGTHS, WAITS}),
    "challenge_added": frozenset(),
    "challenge_removed": frozenset(),
    "challenge_restored": frozenset(),
    "proud_said": frozenset(),
    "word_said": frozenset(),
    "strength_shared": frozenset({STRENGTHS}),
    "strength_unshared": frozenset({STRENGTHS}),
    "indicator_answered": frozenset(),
    "goal_scaled": frozenset(),
    "progress_entry_added": frozenset(),
    "progress_entry_reworded": frozenset(),
    "progress_entry_scored": frozenset(),
    "progress_entry_removed": frozenset(),
    "progress_entry_restored": frozenset(),
    "progress_area_added": frozenset(),
    "progress_area_renamed": frozenset(),
    "progress_area_removed": frozenset(),
    "progress_area_restored": frozenset(),
    "progress_area_kept": frozenset(),
    "progress_area_opened": frozenset(),
    "progress_area_shared": frozenset(),
    "progress_area_unshared": frozenset(),
    "kept": frozenset(),
    "network_member_added": frozenset(),
    "network_member_reworded": frozenset(),
    "network_member_related": frozenset(),
    "network_member_moved": frozenset(),
    "network_member_linked": frozenset(),
    "network_member_removed": frozenset(),
    "network_member_restored": frozenset(),
    "member_added": frozenset(),
    "member_introduced": frozenset(),
    "member_set_apart": frozenset(),
    "member_paused": frozenset(),
    "member_resumed": frozenset(),
    "member_end_set": frozenset(),
    "invitation_made": frozenset(),
    "invitation_withdrawn": frozenset(),
    "invitation_answered": frozenset(),
    "invited_confirmed": frozenset({WAY, ALL_CARDS}),
    "consent_asked": frozenset({CONSENT}),
    "consent_given": frozenset({CONSENT}),
    "consent_declined": frozenset({CONSENT}),
    "consent_withdrawn": frozenset({CONSENT}),
    "discussion_noted": frozenset(),
    "discussion_removed": frozenset(),
    "discussion_restored": frozenset(),
    "rhythm_said": frozenset(),
    "course_moved": frozenset(),
    **dict.fromkeys(_OF_WHAT_RUNS, frozenset()),
    "looked_in": frozenset(),
    "look_in_ended": frozenset(),
    "look_in_seen": frozenset(),
    "minutes_approved": frozenset(),
    "own_view_said": frozenset(),
    "meeting_rated": frozenset(),
    "rating_shown": frozenset(),
    "rating_hidden": frozenset(),
    "ran_out": frozenset({WAY, ALL_CARDS, WAITS, VOICES}),
    "member_ended": frozenset({WAY, ALL_CARDS, WAITS, VOICES}),
    "consultant_replaced": frozenset({RELOAD}),
    "protection_set": frozenset({RELOAD}),
    "meeting_planned": frozenset({NEXT_MEETING}),
    "meeting_moved": frozenset({NEXT_MEETING}),
    "meeting_reworded": frozenset({NEXT_MEETING}),
    "what_matters_said": frozenset(),
    "meeting_announced": frozenset({NEXT_MEETING}),
    "agenda_item_added": frozenset(),
    "agenda_item_reworded": frozenset(),
    "agenda_item_moved": frozenset(),
    "agenda_item_removed": frozenset(),
    "agenda_item_restored": frozenset(),
    "part_named": frozenset(),
    "meeting_cancelled": frozenset({NEXT_MEETING}),
    "meeting_restored": frozenset({NEXT_MEETING}),
    "asked_to_meeting": frozenset(),
    "unasked_from_meeting": frozenset(),
    "meeting_answered": frozenset({NEXT_MEETING}),
    "starter_named": frozenset(),
    "meeting_started": frozenset({WALL, NEXT_MEETING}),
    "meeting_ended": frozenset({NEXT_MEETING}),
    "pen_passed": frozenset(),
    "item_reached": frozenset(),
    "step_lit": frozenset(),
    "message_written": frozenset({UNREAD}),
    "message_reworded": frozenset(),
    "message_removed": frozenset({UNREAD}),
    "message_restored": frozenset({UNREAD}),
    "messages_read": frozenset({UNREAD}),
    "out_of_hours_agreed": frozenset(),
    "reading_shown": frozenset(),
    "reading_hidden": frozenset(),
    "screen_opened": frozenset(),
    "screen_closed": frozenset(),
    "wall_paired": frozenset(),
    "room_blanked": frozenset({WALL}),
    "room_shown": frozenset({WALL}),
}

# Kinds that change what stands around a page's room, too.
CHANGES_EVERYTHING = frozenset({"protection_set"})
# Kinds by which a card gets other neighbours.
MAY_CHANGE_PLACES = frozenset(kind for kind, marks in STALE.items() if COUNTS in marks)
# A supporter is not told which cards went with a goal that they no longer see, nor may an id say so.
_RELOADS_NARROW = {"goal_shared", "goal_unshared", "goal_removed", "goal_restored", "member_added", "member_ended",
                   "member_introduced", "member_set_apart", "invited_confirmed", "ran_out"}  # fmt: skip
# Whoever is asked to a meeting sees another plan when it begins and ends, and while it is open what the room is shown.
_RELOADS_GUESTS = _RELOADS_NARROW | {
    "meeting_started", "meeting_ended", "asked_to_meeting", "unasked_from_meeting",
    "shown_in_room", "hidden_from_room",
}  # fmt: skip
# Only these take a card off a page; for any other kind, a card that is not seen was never there.
_TAKES_AWAY = {"step_removed", "step_unshared", "step_hung", "step_assigned", "hidden_from_room"}


@dataclass(slots=True)
class Stale:
    """What a stretch of the journal made stale, each thing once."""

    marks: set[str] = field(default_factory=set)
    steps: set[UUID] = field(default_factory=set)
    may_be_gone: set[UUID] = field(default_factory=set)
    goals: set[UUID] = field(default_factory=set)
    cards_of_goals: set[UUID] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    all_columns: bool = False
    is_of_meeting: bool = False

    @property
    def reload(self) -> bool:
        return RELOAD in self.marks


def what_went_stale(seat: Seat, entries: Iterable[EntryView]) -> Stale:
    """Fold entries into what a page with cards must draw again."""
    stale = Stale()
    for entry in entries:
        marks = STALE.get(entry.kind, frozenset({RELOAD}))
        if not seat.is_broad and entry.kind in (_RELOADS_NARROW if seat.role == SCREEN else _RELOADS_GUESTS):
            marks = frozenset({RELOAD})
        _fold(stale, entry, marks - _spared(entry))
        if entry.facts.get("all"):
            stale.marks.add(ALL_CARDS)
    return stale


def _spared(entry: EntryView) -> frozenset[str]:
    """A move leaves the badge as it is, unless it is an answer, or begins or ends the waiting for one."""
    if entry.kind != "step_moved" or entry.facts.get("answered") or "from" not in entry.facts:
        return frozenset()
    begins_or_ends = {entry.facts["from"], entry.facts["to"]} & {*SETTLED}
    return frozenset() if begins_or_ends and entry.facts.get("asks", True) else frozenset({WAITS})


def _fold(stale: Stale, entry: EntryView, marks: frozenset[str]) -> None:
    stale.is_of_meeting = stale.is_of_meeting or entry.meeting_id is not None
    if CARD in marks and entry.step_id:
        stale.steps.add(entry.step_id)
        if entry.kind in _TAKES_AWAY:
            stale.may_be_gone.add(entry.step_id)
    if GOAL in marks and entry.goal_id:
        stale.goals.add(entry.goal_id)
    if CARDS_OF_GOAL in marks and entry.goal_id:
        stale.cards_of_goals.add(entry.goal_id)
    if marks & {WAY, GOAL} and entry.goal_id:
        marks |= {WALL_WAY, NOTHING_SHARED}
    if COUNTS in marks:
        _fold_columns(stale, entry)
    if LIFE_GOAL in marks and (entry.step_id or entry.goal_id):
        marks -= {LIFE_GOAL}
    if entry.kind in MAY_CHANGE_PLACES and entry.kind != "step_moved":
        marks |= {PROMISES, NOTHING_SHARED}
    stale.marks |= marks & (REGIONS | {ALL_CARDS, RELOAD, VOICES})


def _fold_columns(stale: Stale, entry: EntryView) -> None:
    """The counts of the columns that a move is between; of all columns when that is not told."""
    came, went = entry.facts.get("from"), entry.facts.get("to")
    if entry.kind == "step_moved" and came and went:
        stale.columns |= {came, went} if came != went else set()
    else:
        stale.all_columns = True
