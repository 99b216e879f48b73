"""Who waits longest stands first: by what is strongest, and in that by the oldest of it, not by what was said last."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.plans import commands as c
from backend.plans.models import Entry, Member, Message, Step
from backend.plans.open import open_plan
from backend.plans.reads.caseload import CaseloadRow, in_order, read_caseload
from backend.plans.reads.facts import Facts, Tier
from backend.plans.reads.follow_up import FollowUp
from backend.plans.reads.reasons import REASONS
from tests.cast import Cast, gather, person

NOW = datetime(2026, 3, 27, 12, tzinfo=clock.COPENHAGEN)
ME, CITIZEN = UUID(int=1), UUID(int=2)


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def beside(cast: Cast) -> Cast:
    """Another citizen of the same consultant."""
    citizen = person("freja", "Freja Ny")
    plan_id = open_plan(citizen=citizen, consultant=cast.consultant, protected=False)
    members = {one.role: one.pk for one in Member.objects.filter(plan_id=plan_id)}
    return replace(cast, citizen=citizen, plan_id=plan_id, members=members, guests={})


def rows(cast: Cast) -> list[CaseloadRow]:
    return list(read_caseload(cast.consultant.pk))


def writes(cast: Cast, *, days_ago: int) -> None:
    cast.does("citizen", c.WriteMessage(message_id=UUID(int=days_ago + cast.plan_id * 1000), words="Må jeg ringe?"))
    moment = clock.now() - timedelta(days=days_ago)
    Message.objects.filter(plan_id=cast.plan_id).update(at=moment)
    Entry.objects.filter(plan_id=cast.plan_id, kind="message_written").update(at=moment)


def promise(cast: Cast, *, days_over: int) -> UUID:
    mine: dict[str, Any] = {"responsible": cast.members["consultant"], "due": clock.today() + timedelta(days=1)}
    step = cast.adds_step(**mine)
    cast.does("citizen", c.MoveStep(step_id=step, status="agreed"))
    Step.objects.filter(pk=step).update(due=clock.today() - timedelta(days=days_over))
    return step


def test_who_waits_for_an_answer_is_not_hidden_by_a_rhythm_that_is_due(cast: Cast) -> None:
    freja = beside(cast)
    cast.adds_goal()
    Entry.objects.filter(plan_id=cast.plan_id).update(at=clock.now() - timedelta(days=10))
    for who in ("citizen", "consultant"):
        cast.does(who, c.SayRhythm(days=7))
    cast.adds_goal(title="Bo alene")
    writes(freja, days_ago=1)
    Entry.objects.filter(plan_id=cast.plan_id, kind="goal_added").update(at=clock.now() - timedelta(days=10))
    first, second = rows(cast)
    kinds = [one.kind for one in first.reasons]
    assert (first.name, second.name) == ("Amina Holm", "Freja Ny")
    assert first.tier == Tier.WAITS and kinds.index("goal_added") < kinds.index("follow_up")


def test_a_message_of_twelve_days_is_not_made_young_by_a_dream_of_today(cast: Cast) -> None:
    freja = beside(cast)
    writes(freja, days_ago=1)
    writes(cast, days_ago=12)
    cast.does("citizen", c.WriteLifeGoal(words="At blive kok"))
    assert [row.name for row in rows(cast)] == ["Amina Holm", "Freja Ny"]
    assert rows(cast)[0].why == "life_goal_changed", "the strongest is still what is said first"


def test_a_promise_of_mine_has_waited_since_its_day(cast: Cast) -> None:
    freja = beside(cast)
    promise(cast, days_over=30)
    for one in (cast, freja):
        one.does("consultant", c.WriteMessage(message_id=UUID(int=one.plan_id), words="Hej"))
    writes(freja, days_ago=3)
    first, second = rows(cast)
    assert (first.name, second.name) == ("Amina Holm", "Freja Ny")
    (over,) = [one for one in first.reasons if one.kind == "own_promise_overdue"]
    day = clock.today() - timedelta(days=30)
    assert over.at == datetime.combine(day, time(), tzinfo=clock.COPENHAGEN)


def test_an_agreement_that_lacks_somebody_counts_from_its_yes_and_then_from_its_day(cast: Cast) -> None:
    cast.adds_step()
    step = cast.adds_step(title="Se på kurset")
    cast.does("citizen", c.MoveStep(step_id=step, status="agreed"))
    said_yes = Step.objects.get(pk=step).accepted_at
    assert lacking(cast) == (step, said_yes)
    Step.objects.filter(pk=step).update(due=clock.today() - timedelta(days=4))
    day = clock.today() - timedelta(days=4)
    assert lacking(cast) == (step, datetime.combine(day, time(), tzinfo=clock.COPENHAGEN))


def lacking(cast: Cast) -> tuple[UUID | None, datetime | None]:
    (row,) = rows(cast)
    (one,) = [one for one in row.reasons if one.kind == "agreement_without_owner"]
    return one.subject_id, one.at


_AGO = st.integers(0, 90).map(lambda days: NOW - timedelta(days=days))
_PERHAPS = st.none() | _AGO
_DUE = st.integers(-60, 20).map(lambda days: NOW.date() + timedelta(days=days))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    said = draw(_PERHAPS)
    return Step(
        plan_id=1, title="Ring", status=draw(st.sampled_from(["agreed", "doing"])), due=draw(st.none() | _DUE),
        responsible_id=draw(st.sampled_from([None, ME, CITIZEN])), suggested_at=draw(_AGO), accepted_at=draw(_PERHAPS),
        voices={str(CITIZEN): ["agreed", said.isoformat()]} if said else {},
    )  # fmt: skip


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """A plan of which anything may be so at once."""
    by = draw(st.none() | _DUE)
    news = draw(st.sampled_from(["", "goal_added", "life_goal_written", "meeting_planned"]))
    nothing = dict.fromkeys(Facts.__dataclass_fields__)
    told = {
        "plan_id": 1, "member_id": ME, "citizen_id": CITIZEN, "name": draw(st.sampled_from("ABCDE")), "initials": "A",
        "protected": False, "target_group": "", "mine_since": draw(_AGO), "opened_at": draw(_AGO),
        "life_goal_since": draw(_PERHAPS), "my_seq": draw(st.integers(0, 2)), "last_seq": draw(st.integers(0, 3)),
        "last_kind": news, "last_at": draw(_AGO), "message_by": draw(st.sampled_from(["", "citizen"])),
        "message_at": draw(_AGO), "comes_by": draw(_PERHAPS), "stirred_at": draw(_AGO),
        "laid_aside": draw(st.booleans()), "is_closed": draw(st.booleans()), "badly_at": draw(_PERHAPS),
        "doubled_at": draw(_PERHAPS), "unhelped_at": draw(_PERHAPS), "not_picked_up": (),
        "heard_at": draw(_AGO), "consent_withdrawn_at": draw(_PERHAPS), "rhythm_asked_at": draw(_PERHAPS),
        "remark_at": draw(_PERHAPS), "new_step_at": draw(_PERHAPS),
        "belief_months": draw(st.sampled_from([None, 3])), "believed_on": draw(st.none() | _DUE),
        "steps": draw(st.lists(steps(), max_size=3)),
        "follow_up": FollowUp("", 1, 7, "", by=by, planned=None) if by else None,
    }  # fmt: skip
    return Facts(**{**nothing, **told})  # type: ignore[arg-type]


@given(everyone=st.lists(facts(), max_size=6))
def test_nobody_stands_behind_one_who_waits_less(everyone: list[Facts]) -> None:
    """Told anew from the reasons themselves: the strongest tier that holds, and the oldest that is of it."""
    with clock.standing_at(NOW):
        order = in_order(everyone)
        for row in order:
            tiers = [one.tier for one in row.reasons]
            assert tiers == sorted(tiers)
        assert [_place(row) for row in order] == sorted(_waits(one) for one in everyone)


def _place(row: CaseloadRow) -> tuple[int, datetime, str]:
    of_top = [one.at or NOW for one in row.reasons if one.tier == min(each.tier for each in row.reasons)]
    return int(row.tier), min(of_top), row.name


def _waits(one: Facts) -> tuple[int, datetime, str]:
    found = [reason for find in REASONS for reason in find(one)]
    if one.is_closed:
        found = [reason for reason in found if reason.tier in (Tier.AT_ONCE, Tier.WAITS)]
    if not found:
        return int(Tier.QUIET), one.heard_at or one.opened_at, one.name
    top = min(reason.tier for reason in found)
    return int(top), min(reason.at or NOW for reason in found if reason.tier == top), one.name


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_morning_of_a_day_is_the_danish_one_on_both_clock_changes(cast: Cast, day: date) -> None:
    promise(cast, days_over=0)
    Step.objects.update(due=day)
    with clock.standing_at(datetime.combine(day + timedelta(days=1), time(0, 1), tzinfo=clock.COPENHAGEN)):
        (row,) = rows(cast)
        (over,) = [one for one in row.reasons if one.kind == "own_promise_overdue"]
    assert over.at is not None and clock.day_of(over.at) == day and over.at.astimezone(clock.COPENHAGEN).hour == 0
