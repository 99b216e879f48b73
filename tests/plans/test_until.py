"""Until a day, paused, seen as another, taken and given back: each ends or begins at its moment, and nobody is told."""

from datetime import datetime, timedelta

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.models import Plan, Visit
from backend.plans.reads.board import read_board
from backend.plans.reads.step import read_step
from backend.plans.run_out import end_what_ran_out
from tests.access.visitors import signed_in
from tests.cast import DEVICE, Cast
from tests.plans.saying_no import refused

LAST = datetime(2026, 10, 24, 23, 59, 59, tzinfo=clock.COPENHAGEN)  # the next night is an hour longer than others
FIRST = LAST + timedelta(seconds=1)


def seen(cast: Cast, role: str = "supporter") -> list[str]:
    return [card.title for card in read_board(cast.seat(role)).cards]


def test_a_share_is_over_with_its_day_without_anybody_pressing(cast: Cast) -> None:
    carl = cast.members["supporter"]
    with clock.standing_at(LAST - timedelta(days=3)):
        step = cast.adds_step(title="Gå en tur", responsible=carl)
        cast.does("citizen", do.ShareStep(step_id=step, member_id=carl, until=LAST.date()))
    with clock.standing_at(LAST):
        assert seen(cast) == ["Gå en tur"]
        assert end_what_ran_out() == 0
    with clock.standing_at(FIRST):
        assert seen(cast) == []
        epoch = Plan.objects.get(pk=cast.plan_id).policy_epoch
        assert end_what_ran_out() == 1 and end_what_ran_out() == 0
        assert Plan.objects.get(pk=cast.plan_id).policy_epoch == epoch + 1
        assert read_step(cast.seat("citizen"), step).card.who is None
        cast.does("citizen", do.ShareStep(step_id=step, member_id=carl))
        assert seen(cast) == ["Gå en tur"]


def test_a_place_with_a_last_day_ends_with_it(cast: Cast) -> None:
    with clock.standing_at(LAST - timedelta(days=3)):
        cast.does("citizen", do.EndMemberOn(member_id=cast.members["professional"], until=LAST.date()))
    with clock.standing_at(LAST):
        assert cast.seat("professional").role == "professional"
    with clock.standing_at(FIRST):
        with pytest.raises(NotHere):
            cast.seat("professional")
        assert access.places_of(person_id=cast.professional.pk) == []
        assert end_what_ran_out() == 1


def test_no_day_that_is_gone(cast: Cast) -> None:
    carl, gone = cast.members["supporter"], clock.today() - timedelta(days=1)
    refused(cast, "citizen", do.ShareStep(step_id=cast.adds_step(), member_id=carl, until=gone), "bad_day")
    refused(cast, "citizen", do.EndMemberOn(member_id=carl, until=gone), "bad_day")


def test_on_pause_there_is_nothing_and_afterwards_all_as_before(cast: Cast) -> None:
    cast.shares(cast.adds_step(title="Gå en tur"))
    phone, here, head = signed_in(cast.supporter), f"/plans/{cast.plan_id}/", cast.seat("supporter").head
    cast.does("citizen", do.PauseMember(member_id=cast.members["supporter"]))
    assert phone.get(here).content == phone.get("/plans/999999999/").content
    assert phone.get(f"/api/plans/{cast.plan_id}/catch-up?after=0").status_code == 404
    cast.does("citizen", do.ResumeMember(member_id=cast.members["supporter"]))
    assert (seen(cast), cast.seat("supporter").head) == (["Gå en tur"], head)


def test_the_citizen_sees_as_another_and_can_do_nothing_as_them(cast: Cast) -> None:
    step, _hidden = cast.adds_step(title="Gå en tur"), cast.adds_step(title="Kun mit")
    cast.shares(step)
    carl = cast.members["supporter"]
    borrowed = access.seat_as(cast.seat("citizen"), carl)
    assert [card.title for card in read_board(borrowed).cards] == seen(cast)
    assert all(not card.may for card in read_board(borrowed).cards)
    with pytest.raises(NotHere):
        remark = do.RemarkOnStep(remark_id=new_id(), step_id=step, words="Som Carl", audience="table")
        make_change(borrowed, remark, device=DEVICE, change_id=new_id())
    looks, as_carl = Visit.objects.count(), f"/plans/{cast.plan_id}/as/{carl}/"
    browser = signed_in(cast.citizen)
    for page in (as_carl, f"{as_carl}steps/{step}/"):
        html = browser.get(page).content.decode()
        assert (
            "Gå en tur" in html
            and "Kun mit" not in html
            and "data-change" not in html.partition("<main")[2].partition("</main>")[0]
        )
    assert Visit.objects.count() == looks
    for role in ("consultant", "supporter"):
        with pytest.raises(NotHere):
            access.seat_as(cast.seat(role), carl)


def test_a_supporter_takes_a_step_and_gives_it_back_and_the_citizen_is_asked(cast: Cast) -> None:
    step, mine = cast.adds_step(), cast.adds_step(responsible=cast.members["citizen"])
    for one in (step, mine):
        cast.shares(one)
    cast.does("supporter", do.TakeStep(step_id=step, due=clock.today()))
    card = read_step(cast.seat("citizen"), step).card
    assert (card.who and card.who.name, card.due, card.waits) == ("Carl Holm", clock.today(), "my_yes")
    refused(cast, "supporter", do.TakeStep(step_id=mine, due=clock.today()))
    refused(cast, "citizen", do.TakeStep(step_id=mine))
    cast.does("supporter", do.GiveBackStep(step_id=step))
    assert read_step(cast.seat("citizen"), step).card.who is None
    refused(cast, "supporter", do.GiveBackStep(step_id=step))
