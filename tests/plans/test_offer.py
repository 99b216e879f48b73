"""What the citizen takes part in: written by both, read by whoever delivers it and sees its goal."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.journal import entries_after
from backend.plans.models import Offer
from backend.plans.reads.goal import read_goal
from backend.plans.reads.network import read_network
from backend.plans.reads.offer import OfferView
from backend.plans.reads.offers import Offers, read_offers
from backend.plans.reads.removed import read_removed
from tests.cast import Cast, gather
from tests.plans.saying_no import finds_nothing, refused

LATER = timedelta(minutes=15, seconds=1)


def adds(cast: Cast, title: str = "Mentor", who: str = "citizen", **said: Any) -> UUID:
    one = new_id()
    cast.does(who, do.AddOffer(offer_id=one, title=title, **said))
    return one


def shared_goal(cast: Cast, who: str = "professional") -> UUID:
    goal_id = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members[who]))
    return goal_id


def delivered(cast: Cast, **said: Any) -> UUID:
    """By the professional, for a goal that they see."""
    return adds(cast, goal_id=shared_goal(cast), member_id=cast.members["professional"], **said)


def seen(cast: Cast, who: str = "citizen") -> Offers:
    return read_offers(cast.seat(who))


def titles(offers: tuple[OfferView, ...]) -> list[str]:
    return [one.title for one in offers]


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def heard(cast: Cast, who: str) -> list[str]:
    return [one.kind for one in entries_after(cast.seat(who), 0) if one.kind.startswith("offer_")]


def test_both_write_it_with_open_ends_and_read_the_same(cast: Cast) -> None:
    goal_id = cast.adds_goal(community="FC Nord")
    told: dict[str, Any] = {"delivered_by": "FC Nord", "community": "FC Nord", "why": "Der er nogen, der venter"}
    adds(cast, "Fodbold", goal_id=goal_id, hours=Decimal("1.5"), **told)
    adds(cast, "Praktik", who="consultant", began=in_days(3), until=in_days(3))
    adds(cast, "Kursus", began=in_days(-9), until=in_days(-1))
    read = seen(cast)
    assert titles(read.now) == ["Praktik", "Fodbold"]
    assert titles(read.over) == ["Kursus"]
    football = read.now[1]
    assert (football.goal_title, football.community, football.why) == ("Mere ro på", "FC Nord", told["why"])
    assert (football.began, football.until, football.hours) == (None, None, Decimal("1.5"))
    assert read.now[0].is_ahead
    assert read.communities == ("FC Nord",)
    assert titles(seen(cast, "consultant").now) == titles(read.now)
    assert titles(read_goal(cast.seat("consultant"), goal_id).offers) == ["Fodbold"]


def test_days_hours_and_a_title_are_asked_for(cast: Cast) -> None:
    for code, said in (
        ("bad_day", {"began": in_days(1), "until": in_days(0)}),
        ("bad_day", {"began": date(1026, 1, 1)}),
        ("bad_day", {"until": date(1026, 1, 1)}),
        ("bad_day", {"until": date(9999, 12, 31)}),
        ("bad_hours", {"hours": Decimal("1.25")}),
        ("empty", {"title": "  "}),
        ("not_professional", {"member_id": cast.members["supporter"]}),
        ("not_professional", {"member_id": cast.members["consultant"]}),
    ):
        told: dict[str, Any] = {"offer_id": new_id(), "title": "Mentor", **said}
        refused(cast, "consultant", do.AddOffer(**told), code)
    finds_nothing(cast, "citizen", do.AddOffer(offer_id=new_id(), title="Mentor", goal_id=new_id()))


def test_it_is_ended_by_its_day_and_whoever_read_another_is_told(cast: Cast) -> None:
    one = adds(cast, why="En at ringe til")
    read = seen(cast).now[0].seq
    cast.does("consultant", do.ChangeOffer(offer_id=one, read=read, title="Mentor", until=in_days(-1)))
    assert titles(seen(cast).over) == ["Mentor"]
    assert seen(cast).over[0].why == ""
    refused(cast, "citizen", do.ChangeOffer(offer_id=one, read=read, title="Mentor"), "changed")


def test_whoever_delivers_it_sees_that_one_as_long_as_they_see_its_goal(cast: Cast) -> None:
    adds(cast, "Andet", goal_id=shared_goal(cast))
    one = delivered(cast, delivered_by="Mentorhuset")
    hers = seen(cast, "professional")
    assert titles(hers.now) == ["Mentor"]
    assert not hers.may_write and not hers.goals and not hers.deliverers
    goal_id = hers.now[0].goal_id
    assert goal_id is not None
    assert titles(read_goal(cast.seat("professional"), goal_id).offers) == ["Mentor"]
    refused(cast, "professional", do.ChangeOffer(offer_id=one, read=0, title="Noget andet"))
    refused(cast, "professional", do.RemoveOffer(offer_id=one))
    refused(cast, "professional", do.AddOffer(offer_id=new_id(), title="Mere"))
    cast.does("citizen", do.UnshareGoal(goal_id=goal_id, member_id=cast.members["professional"]))
    assert seen(cast, "professional").now == ()


def test_a_goal_that_is_not_shared_is_not_told_by_what_serves_it(cast: Cast) -> None:
    goal_id = cast.adds_goal()
    adds(cast, goal_id=goal_id, member_id=cast.members["professional"])
    adds(cast, "Uden mål", member_id=cast.members["professional"])
    assert seen(cast, "professional").now == ()
    assert heard(cast, "professional") == []


def test_a_goal_that_is_removed_hides_it_and_leaves_it_to_the_two(cast: Cast) -> None:
    delivered(cast)
    goal_id = seen(cast).now[0].goal_id
    assert goal_id is not None
    cast.does("citizen", do.RemoveGoal(goal_id=goal_id))
    assert seen(cast, "professional").now == ()
    assert (seen(cast).now[0].goal_id, seen(cast).now[0].goal_title) == (None, "")
    with clock.standing_at(clock.now() + LATER):
        assert forget_removed() == 1
        assert titles(seen(cast).now) == ["Mentor"]


def test_a_supporter_sees_none_though_the_goal_is_shared_with_them(cast: Cast) -> None:
    one = adds(cast, goal_id=shared_goal(cast, "supporter"))
    assert seen(cast, "supporter").now == seen(cast, "supporter").over == ()
    goal_id = seen(cast).now[0].goal_id
    assert goal_id is not None
    assert read_goal(cast.seat("supporter"), goal_id).offers == ()
    refused(cast, "supporter", do.RemoveOffer(offer_id=one))
    with pytest.raises(NotHere):
        seen(cast, "screen")


def test_the_citizen_reads_who_sees_which(cast: Cast) -> None:
    delivered(cast)
    adds(cast, "Uden mål", member_id=cast.members["professional"])
    adds(cast, "Søsterens", goal_id=shared_goal(cast, "supporter"))
    told = {one.face.role: [title for _id, title in one.sees_offers] for one in read_network(cast.seat("citizen"))}
    assert told == {"consultant": [], "supporter": [], "professional": ["Mentor"]}


def test_only_the_two_and_whoever_delivers_it_hear_of_it(cast: Cast) -> None:
    one = delivered(cast)
    read = cast.seat("consultant").head
    cast.does("consultant", do.ChangeOffer(offer_id=one, read=read, title="Mentor", delivered_by="En anden"))
    cast.does("citizen", do.RemoveOffer(offer_id=one))
    everything = ["offer_added", "offer_changed", "offer_removed"]
    assert heard(cast, "citizen") == heard(cast, "consultant") == everything
    assert heard(cast, "professional") == everything[:2], "until they no longer deliver it"
    assert heard(cast, "supporter") == heard(cast, "screen") == []


def test_where_somebody_takes_part_is_nobodys_while_the_address_is_protected(db: None) -> None:
    cast = gather(protected=True)
    delivered(cast, delivered_by="Mentorhuset på Nygade")
    assert seen(cast, "professional").now == ()
    assert heard(cast, "professional") == []
    assert not any(one.sees_offers for one in read_network(cast.seat("citizen")))
    goal_id = seen(cast).now[0].goal_id
    assert goal_id is not None
    assert read_goal(cast.seat("professional"), goal_id).offers == ()
    assert len(read_goal(cast.seat("consultant"), goal_id).offers) == 1


def test_what_is_taken_away_comes_back_for_a_quarter_of_an_hour_and_is_then_forgotten(cast: Cast) -> None:
    slip = delivered(cast)
    cast.does("consultant", do.RemoveOffer(offer_id=slip))
    finds_nothing(cast, "citizen", do.RemoveOffer(offer_id=slip))
    for who, found in {"citizen": ["Mentor"], "consultant": ["Mentor"], "professional": []}.items():
        assert [one.title for one in read_removed(cast.seat(who)) if one.kind == "offer"] == found
    cast.does("citizen", do.RestoreOffer(offer_id=slip))
    assert titles(seen(cast, "professional").now) == ["Mentor"]
    cast.does("citizen", do.RemoveOffer(offer_id=slip))
    with clock.standing_at(clock.now() + LATER):
        refused(cast, "citizen", do.RestoreOffer(offer_id=slip), "too_late")
        assert forget_removed() == 1
    assert not Offer.objects.exists()
