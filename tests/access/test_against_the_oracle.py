"""Random orders by everybody, judged by the plan and by the oracle: the same answers, and the same texts to read."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from backend.people.models import MeetingKind
from backend.plans import commands as do
from backend.plans.journal import entries_after
from backend.plans.models import Delivery, Entry, Member, Plan, Step
from backend.plans.reads.board import read_board
from backend.plans.reads.counts import count_cards, count_steps
from backend.plans.reads.faces import read_table
from tests.access.everything import everything, pages_of
from tests.access.oracle_orders import Orders
from tests.access.playing import FIELDS, KINDS, NAMES, Play, Turn, written_in
from tests.access.playing_course import ASKED_AT_ONCE, begin_course
from tests.access.playing_progress import begin
from tests.cast import gather, person

pytestmark = pytest.mark.django_db
CAREFULLY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],  # a seed shrinks to nothing that says more
)
TURNS = 70
LIKELY = ("add_step", "add_goal", "share_step", "share_goal", "assign_step", "remark_on_step", "show_in_room",
          "plan_meeting", "ask_to_meeting", "start_meeting", "add_challenge",
          "say_word", "add_progress_entry", "share_progress_area", "answer_check_in")  # fmt: skip
SEEDS = st.integers(min_value=0, max_value=2**32)


@contextmanager
def play(*, protected: bool) -> Iterator[Play]:
    """A fresh table, gone afterwards."""
    with transaction.atomic(), override_settings(TAVLEN_CHECK_INS=ASKED_AT_ONCE):
        cast = gather(protected=protected)
        cast.sits_down("friend", "Fie Ven")
        MeetingKind.objects.create(code="network_meeting", name="Netværksmøde")
        table = Play(cast, Orders(protected=protected, seats=set(NAMES)))
        begin(table)
        begin_course(table)
        lone = person("lone", "Lone ⟦900001⟧", staff_role="consultant")
        table.world.thirds[lone.pk] = "⟦900001⟧"
        yield table
        transaction.set_rollback(True)


def turns(seed: int, many: int = TURNS) -> Iterator[Turn]:
    """By anybody, anything; the citizen and what fills a board oftener than the rest."""
    chance = random.Random(seed)
    for _turn in range(many):
        who = 0 if chance.random() < 0.4 else chance.randrange(len(NAMES))
        kind = KINDS.index(chance.choice(LIKELY)) if chance.random() < 0.4 else chance.randrange(len(KINDS))
        if KINDS[kind] in ("end_member", "pause_member") and chance.random() < 0.8:
            continue
        yield who, kind, chance.randrange(10_000), chance.randrange(10_000), chance.randrange(10_000)


@CAREFULLY
@given(seed=SEEDS, protected=st.booleans())
def test_the_plan_and_the_oracle_answer_alike_and_show_the_same(seed: int, protected: bool) -> None:
    with play(protected=protected) as table:
        history = []
        for turn in turns(seed):
            history.append(table.takes(turn))
            assert history[-1][2] == history[-1][3], history
        for who in table.viewers():
            told = everything(table.seat(who), steps=table.made.get("step", []), goals=table.made.get("goal", []))
            assert written_in(told) == table.world.reads(who), (who, history)
        _only_the_citizens_yes_counts(table)
        _numbers_hold(table)


@pytest.mark.parametrize(("who", "kind", "picks", "answer"), [
    ("citizen", "answer_check_in", (0, 0, 0), "ok"),
    ("citizen", "answer_check_in", (3, 0, 0), "refused"),
    ("consultant", "answer_check_in", (0, 0, 0), "refused"),
    ("consultant", "plan_meeting", (0, 2, 0), "ok"),
    ("consultant", "plan_meeting", (0, 3, 0), "not_here"),
    ("consultant", "plan_meeting", (0, 4, 0), "not_here"),
    ("citizen", "plan_meeting", (0, 2, 0), "not_here"),
    ("citizen", "plan_meeting", (0, 0, 0), "ok"),
])  # fmt: skip
def test_what_is_asked_after_the_course_and_who_comes_as_the_third_are_played(
    who: str, kind: str, picks: tuple[int, int, int], answer: str
) -> None:
    """A yes now and then, and a no: else the seeds would say nothing about either."""
    with play(protected=False) as table:
        assert table.takes((NAMES.index(who), KINDS.index(kind), *picks)) == (who, kind, answer, answer)
        for viewer in table.viewers():
            assert written_in(everything(table.seat(viewer), steps=[], goals=[])) == table.world.reads(viewer), viewer
        third = picks[1] == 2 and answer == "ok"
        assert ("⟦900001⟧" in table.world.reads("citizen")) is third


def _only_the_citizens_yes_counts(table: Play) -> None:
    """For all who see a card it counts as agreed or does not; and a column counts alike in Python and in SQL."""
    for who in table.viewers():
        cards = read_board(table.seat(who)).cards
        agreed = {card.id for card in cards if card.counts_as_agreed}
        assert agreed == table.world.agreed() & {card.id for card in cards}, who
    seat = table.seat("citizen")
    assert count_steps(seat.plan_id, read_table(seat)) == count_cards(read_board(seat).cards)


def _numbers_hold(table: Play) -> None:
    plan = Plan.objects.get(pk=table.cast.plan_id)
    seqs = list(Entry.objects.filter(plan=plan).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, plan.head_seq + 1))
    for who in table.viewers():
        seat = table.seat(who)
        assert [entry.number for entry in entries_after(seat, 0, limit=1000)] == list(range(1, seat.head + 1))
    for member in Member.objects.filter(plan=plan, role__in=["supporter", "professional"]):
        assert Delivery.objects.filter(member=member).count() == member.head
    assert Member.objects.filter(plan=plan, role="consultant", ended_at=None).count() == 1
    places = Step.objects.filter(plan=plan, removed_at=None).values_list("status", "position")
    assert max(Counter(places).values(), default=1) == 1, "no two cards of a column in one place"


@settings(CAREFULLY, max_examples=3)
@given(seed=SEEDS)
def test_whoever_sees_a_change_is_told_and_nobody_else(seed: int) -> None:
    with play(protected=False) as table:
        stood = {who: _stand(table, who) for who in table.viewers()}
        for turn in turns(seed, 40):
            sights = {who: _sights(table, who) for who in stood}
            who_did, kind, _expected, answer = table.takes(turn)
            if answer == "ok":
                stands = {who: _stand(table, who) for who in table.viewers()}
                for who in stands.keys() & stood.keys():
                    seen = sights[who] | _sights(table, who) | {table.cast.members.get(who)}
                    _is_told_what_concerns_them(table, (who, who_did, kind), stood[who], stands[who], seen)
                stood = stands


def _is_told_what_concerns_them(
    table: Play, told: tuple[str, str, str], before: tuple[int, str], after: tuple[int, str], seen: set[object]
) -> None:
    """Exactly one more number when the pages changed; else none, unless it was about something they see."""
    who, who_did, kind = told
    numbers = after[0] - before[0]
    assert numbers == 1 or after[1] == before[1], f"{who} is not told of {kind} by {who_did}"
    if numbers and who not in ("citizen", "consultant", who_did):
        entry = Entry.objects.filter(plan=table.cast.plan_id).latest("seq")
        ids = (entry.step_id, entry.goal_id, entry.strength_id, entry.member_id, entry.meeting_id)
        small = {UUID(entry.facts[name]) for name in ("progress_entry", "progress_area") if name in entry.facts}
        about: set[object] = {one for one in ids if one} | small or {"the dream"}
        assert after[1] != before[1] or about & seen, f"{who} is told of {kind} by {who_did}"


def _stand(table: Play, who: str) -> tuple[int, str]:
    """(head, pages without that number)."""
    seat = table.seat(who)
    pages = pages_of(seat, steps=table.made.get("step", []), goals=table.made.get("goal", []))
    return seat.head, pages.replace(f"number={seat.head},", "")


def _sights(table: Play, who: str) -> set[object]:
    """Everything this viewer sees, by id."""
    world = table.world
    seen: set[object] = {one for one in world.steps if world.sees_step(who, one)}
    seen |= {one for one in world.goals if world.sees_goal(who, one)}
    seen |= {"the dream"} if who in {"room", *world.met} and world.life_goal_in_room else set()
    seen |= {one for one, meeting in world.meetings.items() if who in meeting["asked"]}
    seen |= {one for one, meeting in world.meetings.items() if who == "room" and meeting["state"] == "open"}
    seen |= {one for by, what, one in world.shares if by == who and what == "strength"}
    seen |= {one for one in world.small if world.sees_small(who, one)}
    seen |= {one for one in world.areas if world.knows_area(who, one)}
    return seen | {one for one, it in world.strengths.items() if it["by"] == who or world._sees_strength(who, it)}


def test_every_open_order_is_played() -> None:
    assert set(FIELDS) == set(KINDS) == do.OPEN
