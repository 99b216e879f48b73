"""Who sits at the table: added, ended, replaced; and the walls."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import access, room
from backend.plans import commands as do
from backend.plans.journal import entries_after
from backend.plans.models import Member, Plan
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import read_table
from backend.plans.reads.network import read_network
from backend.plans.reads.step import read_step
from tests.cast import Cast, person
from tests.plans.saying_no import finds_nothing, refused


def epoch(cast: Cast) -> int:
    return Plan.objects.get(pk=cast.plan_id).policy_epoch


def add(cast: Cast, person_id: int, member_id: UUID | None = None) -> do.AddMember:
    return do.AddMember(member_id=member_id or new_id(), person_id=person_id, role="supporter", relation="nabo")


def test_who_comes_new_sees_nothing_yet(cast: Cast) -> None:
    step_id, before = cast.adds_step(), epoch(cast)
    cast.does("citizen", add(cast, cast.stranger.pk))
    seat = access.seat_for(person_id=cast.stranger.pk, plan_id=cast.plan_id)
    assert (read_board(seat).cards, seat.head, epoch(cast)) == ((), 1, before + 1)
    with pytest.raises(NotHere):
        read_step(seat, step_id)
    assert "nabo" in [member.face.relation for member in read_network(cast.seat("consultant"))]


def test_a_person_has_one_place(cast: Cast) -> None:
    for role in ("citizen", "consultant", "supporter"):
        refused(cast, "citizen", add(cast, cast.person_of(role).pk), "already_there")
    refused(cast, "citizen", add(cast, cast.stranger.pk, cast.members["supporter"]), "already_there")
    finds_nothing(cast, "citizen", add(cast, 10**12))


def test_a_place_ends_at_once_and_the_person_finds_nothing(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"], due=clock.today())
    seat, before = cast.seat("supporter"), epoch(cast)
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    with pytest.raises(NotHere):
        cast.seat("supporter")
    assert access.places_of(person_id=cast.supporter.pk) == []
    assert epoch(cast) == before + 1 > seat.epoch
    card = read_step(cast.seat("citizen"), step_id).card
    assert (card.who, card.voices) == (None, ())


def test_an_ended_place_is_silent_to_others_at_the_table(cast: Cast) -> None:
    cast.adds_step(responsible=cast.members["supporter"])
    heads = {role: cast.seat(role).head for role in ("professional", "screen")}
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert heads == {role: cast.seat(role).head for role in heads}


def test_who_saw_the_promise_sees_that_it_fell_away(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"])
    cast.shares(step_id, "professional")
    head = cast.seat("professional").head
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert read_step(cast.seat("professional"), step_id).card.who is None
    assert cast.seat("professional").head == head + 1


def test_what_was_done_together_is_still_told(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"])
    cast.does("supporter", do.MoveStep(step_id=step_id, status="done"))
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    who = read_step(cast.seat("citizen"), step_id).card.who
    assert who is not None and who.name == "Carl Holm"


def test_whoever_comes_back_sees_nothing_yet_and_counts_on(cast: Cast) -> None:
    cast.shares(cast.adds_step())
    head = cast.seat("supporter").head
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    cast.does("citizen", add(cast, cast.supporter.pk))
    seat = cast.seat("supporter")
    assert (read_board(seat).cards, seat.head) == ((), head + 1)


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_only_the_citizen_ends_a_place(cast: Cast, role: str) -> None:
    refused(cast, role, do.EndMember(member_id=cast.members["supporter"]))


def test_citizen_and_consultant_stay(cast: Cast) -> None:
    for role in ("citizen", "consultant"):
        refused(cast, "citizen", do.EndMember(member_id=cast.members[role]))
    finds_nothing(cast, "citizen", do.EndMember(member_id=new_id()))


def test_a_consultant_is_replaced_in_one_stroke(cast: Cast) -> None:
    new, before = person("grete", "Grete Ny", staff_role="consultant"), epoch(cast)
    wall = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=wall, room_name="Lokale 2"))
    cast.does("consultant", do.ReplaceConsultant(member_id=new_id(), person_id=new.pk))
    with pytest.raises(NotHere):
        cast.seat("consultant")
    with pytest.raises(NotHere):
        room.seat_for_screen(screen_id=wall, plan_id=cast.plan_id)
    assert access.seat_for(person_id=new.pk, plan_id=cast.plan_id).role == "consultant"
    assert epoch(cast) == before + 1
    consultant = read_table(cast.seat("supporter")).with_role("consultant")
    assert consultant is not None and consultant.name == "Grete Ny"


def test_only_a_consultant_who_has_no_place_takes_the_place(cast: Cast) -> None:
    for nobody in (cast.stranger.pk, 10**12):
        finds_nothing(cast, "consultant", do.ReplaceConsultant(member_id=new_id(), person_id=nobody))
    refused(cast, "citizen", do.ReplaceConsultant(member_id=new_id(), person_id=cast.consultant.pk), "already_there")
    refused(cast, "supporter", do.ReplaceConsultant(member_id=new_id(), person_id=cast.consultant.pk))


def test_the_database_itself_keeps_one_consultant_and_one_citizen(cast: Cast) -> None:
    for role in ("consultant", "citizen"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Member.objects.create(
                plan_id=cast.plan_id, person=cast.stranger, role=role, joined_at=clock.now(), relation=""
            )


def test_a_wall_is_open_until_closed_or_twelve_hours(cast: Cast) -> None:
    first, second = new_id(), new_id()
    for wall in (first, second):
        cast.does("consultant", do.OpenScreen(screen_id=wall, room_name="Lokale 2"))
        assert room.seat_for_screen(screen_id=wall, plan_id=cast.plan_id).role == "screen"
    cast.does("citizen", do.CloseScreen(screen_id=first))
    with clock.standing_at(clock.now() + timedelta(hours=12, seconds=1)), pytest.raises(NotHere):
        room.seat_for_screen(screen_id=second, plan_id=cast.plan_id)
    with pytest.raises(NotHere):
        room.seat_for_screen(screen_id=first, plan_id=cast.plan_id)
    finds_nothing(cast, "citizen", do.CloseScreen(screen_id=first))
    refused(cast, "citizen", do.OpenScreen(screen_id=first, room_name="Lokale 3"), "already_there")


def test_supporters_have_nothing_to_do_with_table_and_walls(cast: Cast) -> None:
    wall = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=wall, room_name="Lokale 2"))
    for role in ("supporter", "professional"):
        refused(cast, role, add(cast, cast.stranger.pk))
        refused(cast, role, do.OpenScreen(screen_id=new_id(), room_name="x"))
        refused(cast, role, do.CloseScreen(screen_id=wall))


def test_a_closed_account_finds_nothing(cast: Cast) -> None:
    cast.supporter.is_active = False
    cast.supporter.save()
    with pytest.raises(NotHere):
        cast.seat("supporter")
    assert access.places_of(person_id=cast.supporter.pk) == []


def test_supporters_know_of_each_other_only_when_the_citizen_has_introduced_both(cast: Cast) -> None:
    carl, dorte = cast.members["supporter"], cast.members["professional"]
    names = lambda role: {face.name for face in read_table(cast.seat(role)).active}  # noqa: E731
    alone, head = (names("supporter"), names("professional")), cast.seat("professional").head
    cast.does("citizen", do.IntroduceMember(member_id=carl))
    assert (names("supporter"), names("professional")) == alone
    assert cast.seat("professional").head == head, "nobody hears of it while there is only one"
    cast.does("citizen", do.IntroduceMember(member_id=dorte))
    known = read_table(cast.seat("supporter")).faces[dorte]
    assert (known.name, known.relation) == (cast.person_of("professional").first_name, "")
    assert read_table(cast.seat("professional")).faces[carl].member_id == carl
    cast.does("citizen", do.SetMemberApart(member_id=carl))
    assert (names("supporter"), names("professional")) == alone
    for role in ("consultant", "supporter", "professional"):
        refused(cast, role, do.IntroduceMember(member_id=carl))


def test_a_page_from_an_earlier_place_is_fetched_anew(cast: Cast) -> None:
    first, second = cast.adds_step(title="Første"), cast.adds_step(title="Anden")
    cast.shares(first)
    left_open = cast.seat("supporter")
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    cast.members["supporter"] = new_id()
    cast.does("citizen", add(cast, cast.supporter.pk, cast.members["supporter"]))
    for _change in range(left_open.head):
        cast.shares(second)
        cast.does("citizen", do.UnshareStep(step_id=second, member_id=cast.members["supporter"]))
    assert entries_after(cast.seat("supporter"), left_open.head)[0].kind == "member_added"
