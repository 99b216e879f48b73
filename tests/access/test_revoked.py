"""Whoever's access ends finds nothing at once, and the epoch that tells open screens rises in the same transaction."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import access, wake
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.commands.invitation import PROMISE
from backend.plans.models import Member, Plan, Share
from backend.plans.wake import Wake
from tests.access.visitors import signed_in, wall
from tests.cast import DEVICE, Cast, gather, person

REVOKES: dict[str, Callable[[Cast], do.Command]] = {
    "end_member": lambda cast: do.EndMember(member_id=cast.members["supporter"]),
    "unshare_step": lambda cast: do.UnshareStep(step_id=_step(cast), member_id=cast.members["supporter"]),
    "unshare_goal": lambda cast: do.UnshareGoal(goal_id=_goal(cast), member_id=cast.members["supporter"]),
    "unshare_strength": lambda cast: do.UnshareStrength(
        strength_id=_strength(cast), member_id=cast.members["supporter"]
    ),
    "remove_goal": lambda cast: do.RemoveGoal(goal_id=_goal(cast)),
    "hang_step": lambda cast: do.HangStep(step_id=_hung(cast)),
    "hide_from_room": lambda cast: do.HideFromRoom(subject="step", subject_id=_step(cast)),
    "close_screen": lambda cast: do.CloseScreen(screen_id=_wall(cast)),
    "blank_room": lambda cast: do.BlankRoom(),
    "show_room": lambda cast: do.ShowRoom(),
    "replace_consultant": lambda cast: do.ReplaceConsultant(
        member_id=new_id(), person_id=person("grete", "Grete Ny", staff_role="consultant").pk
    ),
    "pause_member": lambda cast: do.PauseMember(member_id=cast.members["professional"]),
    "end_member_on": lambda cast: do.EndMemberOn(member_id=cast.members["professional"], until=clock.today()),
}
GRANTS: dict[str, Callable[[Cast], do.Command]] = {
    "share_step": lambda cast: do.ShareStep(step_id=cast.adds_step(), member_id=cast.members["supporter"]),
    "share_goal": lambda cast: do.ShareGoal(goal_id=cast.adds_goal(), member_id=cast.members["supporter"]),
    "assign_step": lambda cast: do.AssignStep(step_id=cast.adds_step(), responsible=cast.members["supporter"]),
    "add_step": lambda cast: do.AddStep(step_id=new_id(), title="Gå", responsible=cast.members["supporter"]),
    "show_in_room": lambda cast: do.ShowInRoom(subject="step", subject_id=cast.adds_step()),
    "add_member": lambda cast: do.AddMember(member_id=new_id(), person_id=cast.stranger.pk, role="supporter"),
    "resume_member": lambda cast: do.ResumeMember(member_id=cast.members["professional"]),
    "confirm_invited": lambda cast: do.ConfirmInvited(invitation_id=_answered(cast)),
}


def _answered(cast: Cast) -> UUID:
    """Somebody new has said yes."""
    invitation_id = new_id()
    cast.does("citizen", do.Invite(invitation_id=invitation_id, name="Karim"))
    seat = access.seat_for_invited(invitation_id=invitation_id, person_id=person("karim", "Karim Said").pk)
    yes = do.AnswerInvitation(invitation_id=invitation_id, answer="accepted", promise=PROMISE)
    make_change(seat, yes, device=DEVICE, change_id=new_id())
    return invitation_id


def _step(cast: Cast) -> UUID:
    step_id = cast.adds_step()
    cast.shares(step_id)
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    return step_id


def _goal(cast: Cast) -> UUID:
    goal = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members["supporter"]))
    return goal


def _strength(cast: Cast) -> UUID:
    strength_id = new_id()
    cast.does("citizen", do.SuggestStrength(strength_id=strength_id, words="Holder ord"))
    cast.does("citizen", do.ShareStrength(strength_id=strength_id, member_id=cast.members["supporter"]))
    return strength_id


def _hung(cast: Cast) -> UUID:
    return cast.adds_step(goal_id=_goal(cast))


def _wall(cast: Cast) -> UUID:
    screen_id = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Lokale 2"))
    return screen_id


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [*REVOKES, *GRANTS])
def test_the_epoch_rises_with_the_change_and_the_wake_tells_it(kind: str, heard: list[tuple[Wake, int]]) -> None:
    cast = gather()
    command = {**REVOKES, **GRANTS}[kind](cast)
    before = Plan.objects.get(pk=cast.plan_id).policy_epoch
    heard.clear()
    cast.does("citizen", command)
    assert [(told.epoch, in_database) for told, in_database in heard] == [(before + 1, before + 1)]


@pytest.fixture
def heard() -> Iterator[list[tuple[Wake, int]]]:
    """(wake, the epoch in the database when it came)."""
    came: list[tuple[Wake, int]] = []

    def listen(told: Wake) -> None:
        came.append((told, Plan.objects.get(pk=told.plan_id).policy_epoch))

    wake.listeners.append(listen)
    yield came
    wake.listeners.remove(listen)


@pytest.mark.django_db
def test_every_change_that_ends_or_begins_a_sight_raises_the_epoch() -> None:
    """Measured on the tables themselves: whenever who may see what differs, the epoch does, too."""
    cast = gather()
    for kind, make in {**GRANTS, **REVOKES}.items():
        command = make(cast)
        before = _policy(cast), Plan.objects.get(pk=cast.plan_id).policy_epoch
        cast.does("citizen", command)
        after = _policy(cast), Plan.objects.get(pk=cast.plan_id).policy_epoch
        assert after[1] == before[1] + 1, kind
        if kind == "end_member":
            cast.does("citizen", do.AddMember(member_id=new_id(), person_id=cast.supporter.pk, role="supporter"))
            cast.members["supporter"] = Member.objects.get(person=cast.supporter, ended_at=None).pk


def _policy(cast: Cast) -> list[object]:
    shares = Share.objects.filter(plan=cast.plan_id, ended_at=None).values_list("pk", flat=True)
    return [*shares, *Member.objects.filter(plan=cast.plan_id, ended_at=None).values_list("pk", flat=True)]


@pytest.mark.django_db
def test_pages_are_gone_at_once_for_whoever_left() -> None:
    cast = gather()
    step_id = cast.adds_step()
    cast.shares(step_id)
    phone, page = signed_in(cast.supporter), f"/plans/{cast.plan_id}/steps/{step_id}/"
    nothing = _nothing(phone)
    assert phone.get(page).status_code == 200
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=cast.members["supporter"]))
    assert (phone.get(page).status_code, phone.get(page).content) == (404, nothing)
    assert phone.get(f"/plans/{cast.plan_id}/").status_code == 200
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert (phone.get(f"/plans/{cast.plan_id}/").status_code, phone.get(f"/plans/{cast.plan_id}/").content) == (
        404,
        nothing,
    )
    assert phone.get(f"/api/plans/{cast.plan_id}/catch-up?after=0").status_code == 404


@pytest.mark.django_db
def test_a_replaced_consultant_and_a_closed_wall_find_nothing() -> None:
    cast = gather()
    screen_id, desk = new_id(), signed_in(cast.consultant)
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Lokale 2"))
    room, page = wall(screen_id), f"/plans/{cast.plan_id}/screen/"
    assert (room.get(page).status_code, desk.get(page).status_code) == (200, 200)
    grete = person("grete", "Grete Ny", staff_role="consultant")
    cast.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=grete.pk))
    assert (room.get(page).status_code, desk.get(page).status_code) == (404, 404)
    assert signed_in(grete).get(page).status_code == 200
    with pytest.raises(NotHere):
        access.seat_for(person_id=cast.consultant.pk, plan_id=cast.plan_id)


def _nothing(client: Client) -> bytes:
    return client.get("/plans/999999999/").content
