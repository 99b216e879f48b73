"""The board: the life goal, the way there, and the cards, as one seat may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_number
from backend.plans import access
from backend.plans.access import Seat
from backend.plans.models import Goal, Plan, Share
from backend.plans.powers import goal_powers
from backend.plans.reads.card import Card, Shared, cards_of
from backend.plans.reads.faces import Face, read_table


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


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the board. `waits`: how many things wait for this seat's yes."""

    plan_id: int
    number: int
    role: str
    whose: Face | None
    consultant: Face | None
    life_goal: LifeGoalView
    goals: tuple[GoalView, ...]
    cards: tuple[Card, ...]
    faces: tuple[Face, ...]
    waits: int


def read_board(seat: Seat) -> Board:
    """The whole board in four queries. The number is the seat's, read before the rest."""
    table = read_table(seat)
    shared = read_shared(seat, table.faces)
    goals = goals_at(seat, shared)
    cards = cards_of(seat, access.every_step(seat), table=table, shared=shared, areas=areas_of(goals))
    return Board(
        plan_id=seat.plan_id,
        number=seat.head,
        role=seat.role,
        whose=table.with_role("citizen"),
        consultant=table.with_role("consultant"),
        life_goal=life_goal_view(seat, table.plan),
        goals=goals,
        cards=cards,
        faces=table.active,
        waits=sum(card.waits == "my_yes" for card in cards),
    )


def life_goal_view(seat: Seat, plan: Plan) -> LifeGoalView:
    """The life goal for citizen and consultant, and for the room when the citizen lets it."""
    may_see = seat.is_broad or (seat.role == access.SCREEN and plan.life_goal_in_room)
    since = plan.life_goal_since
    if not may_see:
        return LifeGoalView("", None, False)
    return LifeGoalView(plan.life_goal, clock.day_of(since) if since else None, plan.life_goal_in_room)


def read_shared(seat: Seat, faces: dict[UUID, Face]) -> Shared:
    """Who each step and goal is shared with: for citizen and consultant only."""
    steps: dict[UUID, list[Face]] = {}
    goals: dict[UUID, list[Face]] = {}
    if seat.is_broad:
        for step_id, goal_id, member_id in _SHARES.all(plan_id=seat.plan_id):
            (steps if step_id else goals).setdefault(step_id or goal_id, []).append(faces[member_id])
    return Shared(steps, goals)


_SHARES = Prepared(
    lambda: (
        Share.objects.filter(plan_id=a_number("plan_id"), ended_at=None)
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
    for goal in access.every_goal(seat):
        state = "reached" if goal.reached_at else "ahead" if now_is_taken or goal.part_of_id else "now"
        now_is_taken = now_is_taken or state == "now"
        views.append(_view(seat, goal, state, shared))
    return tuple(views)


def _view(seat: Seat, goal: Goal, state: str, shared: Shared) -> GoalView:
    return GoalView(
        id=goal.pk,
        title=goal.title,
        life_area=goal.life_area,
        community="" if seat.protected and not seat.is_broad else goal.community,
        challenge=goal.challenge if seat.is_broad else "",
        state=state,
        reached_on=clock.day_of(goal.reached_at) if goal.reached_at else None,
        part_of=goal.part_of_id if seat.is_broad else None,
        position=goal.position if seat.is_broad else 0,
        seq=goal.seq if seat.is_broad else 0,
        in_room=goal.in_room and access.may_know_of_room(seat),
        shared_with=tuple(shared.goals.get(goal.pk, ())),
        may=goal_powers(seat, goal),
    )
