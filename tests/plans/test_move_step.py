"""Moving cards: between columns and within one, by whom, and in an order that never breaks."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.journal import entries_after
from backend.plans.models import Step
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.counts import InColumn
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def column(cast: Cast, status: str, role: str = "citizen") -> list[UUID]:
    return [card.id for card in read_board(cast.seat(role)).cards if card.status == status]


def move(step_id: UUID, status: str, before: UUID | None = None) -> do.MoveStep:
    return do.MoveStep(step_id=step_id, status=status, before=before)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["citizen", "consultant"])
def test_both_move_a_step_through_every_column(cast: Cast, role: str) -> None:
    step_id = cast.adds_step()
    for status in ("agreed", "doing", "done", "paused", "dropped", "wish"):
        cast.does(role, move(step_id, status))
        assert [card.status for card in read_board(cast.seat("consultant")).cards] == [status]


def test_a_card_stands_where_it_was_put(cast: Cast) -> None:
    a, b, c = (cast.adds_step(title=title) for title in "abc")
    cast.does("citizen", move(c, "wish", before=a))
    assert column(cast, "wish") == [c, a, b]
    cast.does("consultant", move(c, "wish", before=b))
    assert column(cast, "wish") == [a, c, b]
    cast.does("citizen", move(a, "wish"))
    assert column(cast, "wish") == [c, b, a]


def test_what_was_just_done_stands_first(cast: Cast) -> None:
    a, b = cast.adds_step(title="a"), cast.adds_step(title="b")
    cast.does("citizen", move(a, "done"))
    cast.does("citizen", move(b, "done"))
    assert column(cast, "done") == [b, a]
    assert read_step(cast.seat("citizen"), b).card.done_on == clock.today()


def test_taken_up_again_it_is_no_longer_done_nor_carried(cast: Cast) -> None:
    step_id = cast.adds_step()
    cast.does("citizen", move(step_id, "done"))
    cast.does("citizen", do.SayCarried(step_id=step_id, carried_by="alone"))
    cast.does("citizen", move(step_id, "doing"))
    card = read_step(cast.seat("citizen"), step_id).card
    assert (card.done_on, card.carried_by) == (None, "")


def test_a_place_before_a_card_that_has_moved_on_is_last(cast: Cast) -> None:
    a, b, c = (cast.adds_step(title=title) for title in "abc")
    cast.does("consultant", move(b, "doing"))
    cast.does("citizen", move(a, "wish", before=b))
    assert column(cast, "wish") == [c, a]
    cast.does("citizen", move(a, "wish", before=a))
    assert column(cast, "wish") == [c, a]


def test_cards_find_room_however_often_they_are_moved(cast: Cast) -> None:
    a, b, c, d = (cast.adds_step(title=title) for title in "abcd")
    for turn in range(24):
        cast.does("citizen", move((b, c)[turn % 2], "wish", before=(c, b)[turn % 2]))
    assert column(cast, "wish") == [a, c, b, d]
    assert len(set(Step.objects.values_list("position", flat=True))) == 4
    assert any(entry.facts.get("all") for entry in entries_after(cast.seat("citizen"), 0)), (
        "laid out anew at least once"
    )


def test_laying_out_anew_tells_those_who_see_nothing_of_it_nothing(cast: Cast) -> None:
    mine, a, b, c = (cast.adds_step(title=title) for title in "mabc")
    cast.shares(mine)
    Step.objects.filter(pk=b).update(position=Step.objects.get(pk=a).position + 1)
    before = cast.seat("supporter").head, cast.seat("screen").head, read_board(cast.seat("supporter")).cards
    cast.does("citizen", move(c, "wish", before=b))
    assert column(cast, "wish") == [mine, a, c, b]
    assert entries_after(cast.seat("citizen"), 0)[-1].facts.get("all")
    assert before == (cast.seat("supporter").head, cast.seat("screen").head, read_board(cast.seat("supporter")).cards)


def test_whoever_does_it_moves_it_and_only_forward_or_back_in_what_was_promised(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"])
    for status in ("agreed", "doing", "done"):
        cast.does("supporter", move(step_id, status))
        assert column(cast, status) == [step_id]
    for status in ("wish", "paused", "dropped"):
        refused(cast, "supporter", move(step_id, status))


def test_who_only_sees_it_does_not_move_it(cast: Cast) -> None:
    step_id = cast.adds_step()
    finds_nothing(cast, "supporter", move(step_id, "doing"))
    cast.shares(step_id)
    refused(cast, "supporter", move(step_id, "doing"))


def test_a_card_is_not_placed_by_one_that_is_hidden(cast: Cast) -> None:
    hidden, mine = cast.adds_step(), cast.adds_step(responsible=cast.members["supporter"])
    finds_nothing(cast, "supporter", move(mine, "doing", before=hidden))
    finds_nothing(cast, "supporter", move(mine, "doing", before=new_id()))


def test_the_citizens_move_is_a_yes_and_the_consultants_is_not(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", responsible=cast.members["consultant"], due=clock.today())
    for status in ("agreed", "doing", "done"):
        refused(cast, "consultant", move(step_id, status), "waits_for_yes")
    cast.does("consultant", move(step_id, "paused"))
    cast.does("consultant", move(step_id, "wish"))
    cast.does("citizen", move(step_id, "agreed"))
    card = read_step(cast.seat("consultant"), step_id).card
    assert (card.waits, card.counts_as_agreed) == ("", True)


def counted(cast: Cast, status: str = "agreed") -> tuple[int, int]:
    """How many of a column are counted, and how many stand open: the same for all, read in part or whole."""
    boards = [Board(cast.seat(role)) for role in ("citizen", "consultant", "citizen", "supporter")]
    told = [board.counts.get(status, InColumn()) for board in boards[:2]]
    told += [board.counts.get(status, InColumn()) for board in boards[2:] if board.cards]
    assert len(set(told)) == 1 < len(told)
    return told[0].counted, told[0].open


def wish_arranged_by_the_consultant(cast: Cast, who: str = "supporter") -> UUID:
    """The citizen's own wish; another says who does it, and when."""
    step_id = cast.adds_step()
    cast.shares(step_id)
    cast.does("consultant", do.AssignStep(step_id=step_id, responsible=cast.members[who]))
    cast.does("consultant", do.SetDue(step_id=step_id, due=clock.today()))
    return step_id


@pytest.mark.parametrize("status", ["agreed", "doing"])
def test_what_the_citizen_has_not_said_yes_to_is_not_counted(cast: Cast, status: str) -> None:
    step_id = wish_arranged_by_the_consultant(cast)
    cast.does("consultant", move(step_id, status))
    assert counted(cast, status) == (0, 1)
    for answer, tally in (("not_yet", (0, 1)), ("agreed", (1, 0)), ("disagreed", (0, 1)), ("agreed", (1, 0))):
        cast.does("citizen", do.GiveVoice(step_id=step_id, answer=answer))  # type: ignore[arg-type]
        assert counted(cast, status) == tally, answer
    cast.does("consultant", do.SetDue(step_id=step_id, due=clock.today() + timedelta(days=1)))
    assert counted(cast, status) == (0, 1), "asked anew"


def test_without_a_person_or_a_day_nothing_is_agreed_but_it_may_be_under_way(cast: Cast) -> None:
    step_id = cast.adds_step()
    cast.shares(step_id)
    for status, tally in (("agreed", (0, 1)), ("doing", (1, 0)), ("done", (1, 0)), ("wish", (1, 0))):
        cast.does("citizen", move(step_id, status))
        assert counted(cast, status) == tally, status


@pytest.mark.parametrize("role", ["consultant", "supporter"])
def test_nobody_else_moves_on_what_the_citizen_has_said_no_to(cast: Cast, role: str) -> None:
    step_id = wish_arranged_by_the_consultant(cast)
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="disagreed"))
    for status in ("agreed", "doing"):
        refused(cast, role, move(step_id, status), "citizens_no")
    assert column(cast, "wish") == [step_id]
    cast.does("citizen", move(step_id, "doing"))
    assert counted(cast, "doing") == (1, 0), "the citizen's own move is their yes"
    cast.does(role, move(step_id, "agreed"))
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="disagreed"))
    refused(cast, role, move(step_id, "doing"), "citizens_no")
    cast.does("consultant", move(step_id, "agreed", before=step_id))
    cast.does(role, move(step_id, "done"))
    assert column(cast, "done") == [step_id], "what was done was done"


def test_anothers_no_stops_nobody(cast: Cast) -> None:
    step_id = wish_arranged_by_the_consultant(cast)
    cast.does("supporter", do.GiveVoice(step_id=step_id, answer="disagreed"))
    cast.does("consultant", move(step_id, "agreed"))
    assert column(cast, "agreed") == [step_id]


def test_places_seen_by_a_supporter_tell_of_no_hidden_cards(cast: Cast) -> None:
    shown = []
    for title in "abcdef":
        step_id = cast.adds_step(title=title)
        if title in "bdf":
            cast.shares(step_id)
            shown.append(step_id)
    cards = read_board(cast.seat("supporter")).cards
    assert [(card.id, card.position) for card in cards] == [(step, n) for n, step in enumerate(shown, start=1)]
    assert [card.seq for card in cards] == [2, 3, 4], "as the supporter counts, not as the plan does"
