"""When two offers are one too many: exact to the day, asked of both, and a reason at the desk while it holds."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Offer, OfferOverlap
from backend.plans.overlap import is_asked_about, meet, pairs, still_asked
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.offer import OfferView
from backend.plans.reads.offer_answer import OverlapView
from backend.plans.reads.offers import read_offers
from tests.cast import Cast
from tests.plans.saying_no import refused

TODAY = date(2026, 2, 28)
GOAL, ANOTHER = UUID(int=1), UUID(int=2)
ENDS = st.none() | st.integers(-4, 4)


def day(number: int | None) -> date | None:
    return None if number is None else TODAY + timedelta(days=number)


def offer(began: int | None, until: int | None, goal_id: UUID | None = GOAL) -> OfferView:
    return OfferView(new_id(), "x", "", None, goal_id, "", "", "", day(began), day(until), None, 0)


def days(began: int | None, until: int | None) -> set[int]:
    """Every day near by, one at a time; what is open runs past them."""
    first, last = -9 if began is None else began, 9 if until is None else until
    return set(range(first, last + 1))


@given(a=ENDS, b=ENDS, c=ENDS, d=ENDS)
def test_they_meet_when_there_is_a_day_that_both_have(
    a: int | None, b: int | None, c: int | None, d: int | None
) -> None:
    one, other = offer(a, b), offer(c, d)
    assert meet(one, other) is bool(days(a, b) & days(c, d)) is meet(other, one)


@pytest.mark.parametrize(
    ("one", "other", "do_meet"),
    [
        ((None, None), (None, None), True),
        ((0, 0), (0, 0), True),
        ((-3, 0), (0, 3), True),
        ((-3, 0), (1, 3), False),
        ((None, 0), (0, None), True),
        ((None, 0), (1, None), False),
        ((-9, 9), (2, 2), True),
    ],
)
def test_one_day_that_touches_is_enough(one: Any, other: Any, do_meet: bool) -> None:
    assert meet(offer(*one), offer(*other)) is do_meet


def test_only_what_serves_one_goal_and_goes_on_is_asked_about() -> None:
    runs = offer(None, None)
    assert is_asked_about(runs, offer(None, 0), TODAY)
    assert not is_asked_about(runs, offer(None, -1), TODAY), "over since yesterday"
    assert not is_asked_about(runs, offer(None, None, ANOTHER), TODAY)
    assert not is_asked_about(offer(None, None, None), offer(None, None, None), TODAY), "no goal is not one goal"
    three = (runs, offer(2, 3), offer(3, 4))
    assert len(pairs(three, TODAY)) == 3


def adds(cast: Cast, title: str, **said: Any) -> UUID:
    one = new_id()
    cast.does("citizen", do.AddOffer(offer_id=one, title=title, **said))
    return one


def doubled(cast: Cast) -> tuple[UUID, UUID, UUID]:
    goal_id = cast.adds_goal()
    return adds(cast, "Mentor", goal_id=goal_id), adds(cast, "Coach", goal_id=goal_id), goal_id


def asked(cast: Cast, who: str = "citizen") -> tuple[OverlapView, ...]:
    return read_offers(cast.seat(who)).overlaps


def answers(cast: Cast, who: str, one: UUID, other: UUID, answer: Any) -> None:
    cast.does(who, do.AnswerOverlap(offer_id=one, other_id=other, answer=answer))


def reasons(cast: Cast) -> list[str]:
    [row] = read_caseload(cast.consultant.pk)
    return [one.kind for one in row.reasons]


def changes(cast: Cast, one: UUID, **said: Any) -> None:
    cast.does("citizen", do.ChangeOffer(offer_id=one, read=0, title="Mentor", **said))


def test_both_are_asked_and_read_what_the_other_said(cast: Cast) -> None:
    one, other, _goal = doubled(cast)
    for who in ("citizen", "consultant"):
        [pair] = asked(cast, who)
        assert {pair.one.title, pair.other.title} == {"Mentor", "Coach"}
        assert (pair.answers, pair.mine) == ((), "")
    answers(cast, "citizen", one, other, "double")
    answers(cast, "consultant", other, one, "fine")
    [pair] = asked(cast, "consultant")
    assert [(said.face.role, said.is_double) for said in pair.answers] == [("citizen", True), ("consultant", False)]
    assert (pair.mine, asked(cast)[0].mine) == ("fine", "double")
    answers(cast, "citizen", other, one, "fine")
    assert [said.is_double for said in asked(cast)[0].answers] == [False, False]
    assert OfferOverlap.objects.count() == 2


def test_a_yes_is_a_reason_at_the_desk_as_long_as_both_run(cast: Cast) -> None:
    one, other, goal_id = doubled(cast)
    assert "offer_doubled" not in reasons(cast)
    answers(cast, "consultant", one, other, "fine")
    assert "offer_doubled" not in reasons(cast)
    answers(cast, "citizen", one, other, "double")
    assert "offer_doubled" in reasons(cast)
    yesterday = clock.today() - timedelta(days=1)
    for ended in ({"until": yesterday, "goal_id": goal_id}, {"goal_id": cast.adds_goal()}, {"goal_id": None}):
        changes(cast, one, **ended)
        assert not asked(cast)
        assert "offer_doubled" not in reasons(cast), ended
        changes(cast, one, goal_id=goal_id)
        assert "offer_doubled" in reasons(cast)
    for gone, back in (
        (do.RemoveOffer(offer_id=other), do.RestoreOffer(offer_id=other)),
        (do.RemoveGoal(goal_id=goal_id), do.RestoreGoal(goal_id=goal_id)),
    ):
        cast.does("citizen", gone)
        assert "offer_doubled" not in reasons(cast)
        assert not asked(cast)
        cast.does("citizen", back)
        assert "offer_doubled" in reasons(cast)
    answers(cast, "citizen", one, other, "fine")
    assert "offer_doubled" not in reasons(cast)


EVERY_END = [None, -1, 0, 1]


def test_the_desk_and_the_page_agree_on_every_pair_of_days(cast: Cast) -> None:
    one, other, _goal = doubled(cast)
    answers(cast, "citizen", one, other, "double")
    spans = [(a, b) for a in EVERY_END for b in EVERY_END if a is None or b is None or a <= b]
    for mine in spans:
        for theirs in spans:
            for which, (began, until) in ((one, mine), (other, theirs)):
                told = [None if end is None else clock.today() + timedelta(days=end) for end in (began, until)]
                Offer.objects.filter(pk=which).update(began=told[0], until=told[1])
            at_desk = OfferOverlap.objects.filter(still_asked(clock.today())).exists()
            assert at_desk is bool(asked(cast)), (mine, theirs)


def test_what_is_not_double_is_not_answered_and_guests_are_not_asked(cast: Cast) -> None:
    one, other, goal_id = doubled(cast)
    alone = adds(cast, "Alene")
    for pair in ((one, alone), (one, one)):
        refused(cast, "citizen", do.AnswerOverlap(offer_id=pair[0], other_id=pair[1], answer="fine"), "no_overlap")
    cast.does("citizen", do.RemoveGoal(goal_id=goal_id))
    refused(cast, "citizen", do.AnswerOverlap(offer_id=one, other_id=other, answer="fine"), "no_overlap")
    cast.does("citizen", do.RestoreGoal(goal_id=goal_id))
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members["professional"]))
    for title in ("Et", "To"):
        adds(cast, title, goal_id=goal_id, member_id=cast.members["professional"])
    assert len(read_offers(cast.seat("professional")).now) == 2
    assert asked(cast, "professional") == ()
    for who in ("professional", "supporter"):
        refused(cast, who, do.AnswerOverlap(offer_id=one, other_id=other, answer="double"))
