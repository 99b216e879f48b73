"""Communities: where the goals lead, and the times of taking part, alone or accompanied; who sees them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import ProgressArea, ProgressEntry
from backend.plans.models.progress_area import community_id
from backend.plans.reads.communities import Communities, TakenPart, read_communities
from backend.plans.reads.faces import read_table
from backend.plans.reads.progress import read_progress
from tests.cast import Cast

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def read(cast: Cast, role: str = "citizen") -> Communities:
    return read_communities(cast.seat(role))


def taps(cast: Cast, community: UUID, role: str = "citizen", company: Any = "alone", **more: Any) -> UUID:
    entry_id = new_id()
    cast.does(
        role,
        do.AddProgressEntry(
            progress_entry_id=entry_id,
            progress_area_id=community,
            company=company,
            **more,
        ),
    )
    return entry_id


def adds(cast: Cast, name: str = "Koret", *, kept: bool = False) -> UUID:
    area_id = new_id()
    cast.does("citizen", do.AddProgressArea(progress_area_id=area_id, name=name, kept=kept, community=True))
    return area_id


def shares(cast: Cast, area_id: UUID, role: str = "supporter") -> None:
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area_id, member_id=cast.seat(role).member_id))  # type: ignore[arg-type]


def test_the_plan_says_where_its_goals_lead_and_which_lead_nowhere_yet(cast: Cast) -> None:
    first = cast.adds_goal(title="Spille igen", community="FC Nord")
    second = cast.adds_goal(title="Holde formen", community="fc  nord ")
    none = cast.adds_goal(title="Ro på økonomien")
    told = read(cast)
    (one,) = told.there
    assert (one.name, one.is_there, one.begun_by) == ("FC Nord", False, first)
    assert [goal for goal, _ in one.goals] == [first, second]
    assert told.without == ((none, "Ro på økonomien"),)


def joins(cast: Cast, title: str = "Fodbold om torsdagen", who: str = "citizen", **said: Any) -> UUID:
    one = new_id()
    cast.does(who, do.AddOffer(offer_id=one, title=title, **said))
    return one


def test_an_offer_leads_to_its_community_beside_the_goals_that_do(cast: Cast) -> None:
    goal = cast.adds_goal(title="Spille igen", community="FC Nord")
    football, choir = joins(cast, community="fc  nord"), joins(cast, "Korprøve", who="consultant", community="Koret")
    joins(cast, "Mentor")  # leads nowhere yet
    there = {one.name: one for one in read(cast).there}
    assert set(there) == {"FC Nord", "Koret"}
    assert there["FC Nord"].goals == ((goal, "Spille igen"),) and there["FC Nord"].begun_by == goal
    assert there["FC Nord"].offers == ((football, "Fodbold om torsdagen"),)
    assert there["Koret"].offers == ((choir, "Korprøve"),)
    assert (there["Koret"].goals, there["Koret"].begun_by, there["Koret"].is_there) == ((), None, False)
    assert read(cast, "consultant").there == read(cast).there


def test_what_is_noted_in_the_community_of_an_offer_stands_with_it(cast: Cast) -> None:
    one, area = joins(cast, community="Koret"), adds(cast, "koret")
    taps(cast, area)
    (there,) = read(cast).there
    assert (there.id, there.offers, len(there.months)) == (area, ((one, "Fodbold om torsdagen"),), 1)


def test_an_offer_that_is_over_or_taken_away_leads_nowhere_any_more(cast: Cast) -> None:
    today = clock.today()
    joins(cast, "Sidste dag", community="Koret", until=today)
    joins(cast, "Forbi", community="Haven", until=today - timedelta(days=1))
    joins(cast, "Snart", community="Skolen", began=today + timedelta(days=9))
    cast.does("citizen", do.RemoveOffer(offer_id=joins(cast, community="Klubben")))
    assert {one.name for one in read(cast).there} == {"Koret", "Skolen"}


def test_a_goal_is_not_without_a_community_while_an_offer_of_it_leads_to_one(cast: Cast) -> None:
    led, none = cast.adds_goal(title="Synge"), cast.adds_goal(title="Ro på")
    joins(cast, goal_id=led, community="Koret")
    joins(cast, "Mentor", goal_id=none)
    assert read(cast).without == ((none, "Ro på"),)


def test_whoever_delivers_an_offer_sees_where_it_leads_and_nobody_else_who_is_a_guest(cast: Cast) -> None:
    goal = cast.adds_goal(title="Synge")
    for who in ("professional", "supporter"):
        cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members[who]))
    mine = joins(cast, goal_id=goal, member_id=cast.members["professional"], community="Koret")
    joins(cast, "Andet", goal_id=goal, community="Hemmeligt sted")
    (one,) = read(cast, "professional").there
    assert (one.name, one.offers, one.begun_by, one.months) == ("Koret", ((mine, "Fodbold om torsdagen"),), None, ())
    assert read(cast, "supporter").there == ()
    cast.does("office", do.SetProtection(protected=True))
    assert read(cast, "professional").there == ()
    assert len(read(cast).there) == 2


def test_more_of_them_cost_no_more_questions(cast: Cast, django_assert_max_num_queries: Any) -> None:
    for number in range(8):
        joins(cast, community=f"Klub {number}", goal_id=cast.adds_goal(community=f"Skole {number}"))
    seat, table = cast.seat("citizen"), read_table(cast.seat("citizen"))
    with django_assert_max_num_queries(6):
        assert len(read_communities(seat, table).there) == 16


@pytest.mark.parametrize("role", ["citizen", "consultant"])
def test_the_first_tap_begins_it_and_the_next_counts_there(cast: Cast, role: str) -> None:
    goal = cast.adds_goal(community="FC Nord")
    (one,) = read(cast, role).there
    taps(cast, one.id, role, goal_id=goal)
    taps(cast, one.id, role, "accompanied", goal_id=goal)  # from a page as it was before
    (there,) = read(cast).there
    assert (there.is_there, there.begun_by, there.name) == (True, None, "FC Nord")
    assert [(month.alone, month.accompanied) for month in there.months] == [(1, 1)]
    assert ProgressArea.objects.filter(is_community=True).count() == 1


def test_a_goal_begins_no_other_community_than_its_own(cast: Cast) -> None:
    goal, other = cast.adds_goal(community="FC Nord"), cast.adds_goal()
    for named, area in ((goal, new_id()), (goal, community_id(cast.plan_id, "Koret")), (other, new_id())):
        with pytest.raises(NotHere):
            taps(cast, area, goal_id=named)


def test_whoever_is_not_at_the_desk_begins_none(cast: Cast) -> None:
    goal = cast.adds_goal(community="FC Nord")
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.seat("supporter").member_id))  # type: ignore[arg-type]
    nowhere = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=nowhere, member_id=cast.seat("supporter").member_id))  # type: ignore[arg-type]
    assert [len(read(cast, role).without) for role in ("consultant", "supporter")] == [1, 0]
    (one,) = read(cast, "supporter").there
    assert (one.name, one.begun_by, one.is_there) == ("FC Nord", None, False)
    with pytest.raises(NotHere):
        taps(cast, one.id, "supporter", goal_id=goal)


def test_alone_or_accompanied_is_said_in_a_community_and_nowhere_else(cast: Cast) -> None:
    standard = ProgressArea.objects.get(plan=cast.plan_id, standard="coping").pk
    for area, company in ((adds(cast), ""), (standard, "alone")):
        with pytest.raises(NotHere):
            taps(cast, area, company=company)


def test_months_stand_without_gaps_alone_beside_accompanied(cast: Cast) -> None:
    with clock.standing_at(NOON):
        area, today = adds(cast), clock.today()
        for company, days in (("accompanied", 62), ("accompanied", 61), ("alone", 0)):
            taps(cast, area, company=company, day=today - timedelta(days=days))
        (one,) = read(cast).there
        assert one.months == (
            TakenPart(date(2026, 9, 1), 0, 2), TakenPart(date(2026, 10, 1), 0, 0), TakenPart(date(2026, 11, 1), 1, 0),
        )  # fmt: skip


def test_one_that_is_kept_is_the_citizens_alone(cast: Cast) -> None:
    area = adds(cast, "Krisecentret", kept=True)
    taps(cast, area)
    assert [one.name for one in read(cast).there] == ["Krisecentret"]
    assert (read(cast, "consultant").there, read(cast, "consultant").entries) == ((), ())


def test_kept_after_the_goal_named_it_the_consultant_may_not_begin_it_anew(cast: Cast) -> None:
    goal = cast.adds_goal(community="FC Nord")
    area = community_id(cast.plan_id, "FC Nord")
    taps(cast, area, goal_id=goal)
    cast.does("citizen", do.KeepProgressArea(progress_area_id=area))
    (one,) = read(cast, "consultant").there
    assert (one.name, one.months, one.begun_by, one.is_there) == ("FC Nord", (), None, False)


def test_a_guest_sees_it_when_it_is_shared_and_says_what_they_saw(cast: Cast) -> None:
    area = adds(cast)
    taps(cast, area)
    assert read(cast, "supporter").there == ()
    shares(cast, area)
    taps(cast, area, "supporter", "accompanied")
    (one,) = read(cast, "supporter").there
    assert [(month.alone, month.accompanied) for month in one.months] == [(1, 1)]
    assert read(cast, "professional").there == ()


def test_the_citizen_says_no_to_a_time_that_another_wrote(cast: Cast) -> None:
    area = adds(cast)
    entry = taps(cast, area, "consultant")
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=entry))
    (one,) = read(cast).there
    assert (one.months, read(cast).entries) == ((), ())
    cast.does("citizen", do.RestoreProgressEntry(progress_entry_id=entry))
    assert ProgressEntry.objects.get(pk=entry).company == "alone"


def test_a_protected_address_keeps_every_community_from_all_others(cast: Cast) -> None:
    area = adds(cast)
    goal = cast.adds_goal(community="FC Nord")
    shares(cast, area)
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.seat("supporter").member_id))  # type: ignore[arg-type]
    entry = taps(cast, area)
    cast.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=entry))
    cast.does("office", do.SetProtection(protected=True))
    told = read(cast, "supporter")
    assert (told.there, told.entries) == ((), ())
    assert not [one for one in read_progress(cast.seat("supporter")).areas if one.is_community]
    assert read_progress(cast.seat("screen")).entries == ()
    assert len(read(cast, "consultant").there) == 2
    with pytest.raises(NotHere):
        taps(cast, area, "supporter")
