"""The board: the life goal, the way there, and the cards, as one seat may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from backend.common import clock
from backend.common.prepared import Prepared, a_day, a_number
from backend.common.reading import once
from backend.plans import access, protection, sight
from backend.plans.access import Seat
from backend.plans.every import every_goal, every_step
from backend.plans.models import Goal, Plan, Share, Step
from backend.plans.models.share import still_counts
from backend.plans.powers import goal_powers
from backend.plans.reads.card import SETTLED, Card, Shared, cards_of, waits_for
from backend.plans.reads.counts import InColumn, count_cards, count_steps
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.wall_meeting import WallMeeting, read_wall_meeting


@dataclass(frozen=True, slots=True)
class LifeGoalView:
    """The life goal as it stands; no words when there is none or the seat may not see it."""

    words: str
    since: date | None
    in_room: bool


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal on the way. `state`: reached, now (the first that is not) or ahead."""

    id: UUID
    title: str
    life_area: str
    community: str
    challenge: str
    state: str
    reached_on: date | None
    part_of: UUID | None
    position: int
    seq: int
    in_room: bool
    shared_with: tuple[Face, ...]
    may: frozenset[str]


class Board:
    """One seat's board, each part read when somebody asks for it: a card that moved needs one card, not all sixty.

    All parts are read after the seat was, so what they tell is at least as new as `number`.
    """

    def __init__(self, seat: Seat) -> None:
        self.seat, self.plan_id, self.number, self.role = seat, seat.plan_id, seat.head, seat.role
        self._met: dict[UUID, Card] = {}

    @cached_property
    def table(self) -> Table:
        """Everybody at the table, as this seat may know them."""
        return read_table(self.seat)

    @cached_property
    def _shared(self) -> Shared:
        return read_shared(self.seat, self.table.faces)

    @cached_property
    def goals(self) -> tuple[GoalView, ...]:
        return goals_at(self.seat, self._shared)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every card this seat sees, in order."""
        return self._as_cards(every_step(self.seat))

    @cached_property
    def life_goal(self) -> LifeGoalView:
        return life_goal_of(self.seat)

    @cached_property
    def counts(self) -> dict[str, InColumn]:
        """How many cards each status has; those without any are left out."""
        return count_cards(self.cards) if self._is_read_whole else count_steps(self.plan_id, self.table)

    @cached_property
    def waits(self) -> int:
        """How many cards wait for this seat's yes."""
        asking = _ASKING.all(plan_id=self.plan_id) if self.seat.is_broad else every_step(self.seat)
        return sum(waits_for(self.seat, step, self.table) == "my_yes" for step in asking)

    @property
    def whose(self) -> Face | None:
        return self.table.with_role("citizen")

    @property
    def faces(self) -> tuple[Face, ...]:
        return self.table.active

    @cached_property
    def meeting(self) -> WallMeeting | None:
        """For the room: the meeting that is open now."""
        return read_wall_meeting(self.seat, self.table)

    def card(self, step_id: UUID) -> Card | None:
        """One card, if this seat sees it."""
        if self._is_read_whole:
            return next((card for card in self.cards if card.id == step_id), None)
        if step_id not in self._met:
            step = access.one_step(self.seat, step_id)
            if step is None:
                return None
            self._met[step_id] = self._as_cards([step])[0]
        return self._met[step_id]

    @property
    def _is_read_whole(self) -> bool:
        """A narrow seat counts places among all it sees, so for it there is no reading a part."""
        return "cards" in vars(self) or not self.seat.is_broad

    def _as_cards(self, steps: Iterable[Step]) -> tuple[Card, ...]:
        return cards_of(self.seat, steps, table=self.table, shared=self._shared, areas=areas_of(self.goals))


def read_board(seat: Seat) -> Board:
    """The board as this seat sees it."""
    return once(("board", seat, get_language()), lambda: Board(seat))


def _steps() -> QuerySet[Step]:
    return Step.objects.filter(plan_id=a_number("plan_id"), removed_at=None).order_by()


_IS_AGREEMENT = Q(responsible__isnull=False, due__isnull=False)
_ASKING = Prepared(lambda: _steps().exclude(status__in=SETTLED).filter(Q(accepted_at=None) | _IS_AGREEMENT))


def life_goal_of(seat: Seat) -> LifeGoalView:
    """The life goal, if this seat may read it."""
    may_be_read = seat.is_broad or seat.role in _READ_IT or seat.meeting is not None
    plan = _PLAN.one(plan_id=seat.plan_id) if may_be_read else None
    if plan is None or not sight.may_read_life_goal(seat, plan):
        return LifeGoalView("", None, False)
    since = plan.life_goal_since
    view = LifeGoalView(plan.life_goal, clock.day_of(since) if since else None, plan.life_goal_in_room)
    return protection.for_seat(seat, view)


_READ_IT = (access.SCREEN, access.LOOKING_IN)
_PLAN = Prepared(lambda: Plan.objects.filter(pk=a_number("plan_id")))


def read_shared(seat: Seat, faces: dict[UUID, Face]) -> Shared:
    """Who each step and goal is shared with: for citizen and consultant only."""
    steps: dict[UUID, list[Face]] = {}
    goals: dict[UUID, list[Face]] = {}
    if seat.is_broad:
        for step_id, goal_id, member_id in _SHARES.all(plan_id=seat.plan_id, today=clock.today()):
            (steps if step_id else goals).setdefault(step_id or goal_id, []).append(faces[member_id])
    return Shared(steps, goals)


_SHARES = Prepared(
    lambda: (
        Share.objects.filter(still_counts(a_day("today")), plan_id=a_number("plan_id"), ended_at=None)
        .order_by("pk")
        .values_list("step_id", "goal_id", "member_id")
    )
)


def areas_of(goals: Iterable[GoalView]) -> dict[UUID, str]:
    """Goal id to life area, of the goals this seat sees."""
    return {goal.id: goal.life_area for goal in goals}


def goals_at(seat: Seat, shared: Shared) -> tuple[GoalView, ...]:
    """The goals of one read, with whom they are shared."""
    views: list[GoalView] = []
    now_is_taken = False
    for goal in every_goal(seat):
        state = "reached" if goal.reached_at else "ahead" if now_is_taken or goal.part_of_id else "now"
        now_is_taken = now_is_taken or state == "now"
        views.append(_view(seat, goal, state, shared))
    return tuple(views)


def _view(seat: Seat, goal: Goal, state: str, shared: Shared) -> GoalView:
    view = GoalView(
        id=goal.pk,
        title=goal.title,
        life_area=goal.life_area,
        community=goal.community,
        challenge=goal.challenge if seat.is_broad else "",
        state=state,
        reached_on=clock.day_of(goal.reached_at) if goal.reached_at else None,
        part_of=goal.part_of_id if seat.is_broad else None,
        position=goal.position if seat.is_broad else 0,
        seq=goal.seq if seat.is_broad else 0,
        in_room=goal.in_room and sight.may_know_of_room(seat),
        shared_with=tuple(shared.goals.get(goal.pk, ())),
        may=goal_powers(seat, goal),
    )
    return protection.for_seat(seat, view)
