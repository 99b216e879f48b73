"""Whichever way somebody's sight ends, their open page hears no number later than that, and goes dark."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from asgiref.sync import sync_to_async
from django.db import transaction

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.commands.invitation import PROMISE
from backend.plans.models import Member
from tests.access.visitors import signed_in
from tests.cast import DEVICE, Cast, gather, person
from tests.live.sockets import Socket, Sockets

NOT_HERE, SIGNED_OUT = 4404, 4401
LATER = 3  # changes that come after
Way = Callable[[Cast], None]


def _is_over(cast: Cast) -> None:
    """Midnight comes; nobody has written it down yet."""
    yesterday = clock.today() - timedelta(days=1)
    Member.objects.filter(pk=cast.members["past the last day"]).update(until=yesterday)


def _ends_other_devices(cast: Cast) -> None:
    assert signed_in(cast.supporter).post("/devices/end/").status_code == 303


WAYS: dict[str, tuple[Way, int]] = {
    "paused": (lambda cast: _does(cast, do.PauseMember(member_id=cast.members["paused"])), NOT_HERE),
    "confirmed": (lambda cast: _does(cast, do.EndMember(member_id=cast.members["confirmed"])), NOT_HERE),
    "professional": (lambda cast: _does(cast, do.EndMember(member_id=cast.members["professional"])), NOT_HERE),
    "past the last day": (_is_over, NOT_HERE),
    "consultant": (
        lambda cast: _does(cast, do.ReplaceConsultant(member_id=new_id(), person_id=cast.guests["next"].pk)),
        NOT_HERE,
    ),
    "supporter": (_ends_other_devices, SIGNED_OUT),
}


def _does(cast: Cast, command: Any) -> None:
    cast.does("citizen", command)


def _at_the_table() -> tuple[Cast, Any]:
    """One step that all of them see."""
    with transaction.atomic():
        cast = gather()
        for name in ("paused", "past the last day"):
            cast.sits_down(name, name.title())
        cast.guests["next"] = person("grete", "Grete Ny", staff_role="consultant")
        step_id = cast.adds_step()
        _comes_by_invitation(cast, step_id)
        for name in ("paused", "past the last day", "professional", "supporter"):
            cast.shares(step_id, name)
    return cast, step_id


def _comes_by_invitation(cast: Cast, step_id: Any) -> None:
    asked, cast.guests["confirmed"] = new_id(), person("karim", "Karim Said")
    cast.does("citizen", do.Invite(invitation_id=asked, name="Karim", offers=(step_id,)))
    seat = access.seat_for_invited(invitation_id=asked, person_id=cast.guests["confirmed"].pk)
    yes = do.AnswerInvitation(invitation_id=asked, answer="accepted", promise=PROMISE)
    make_change(seat, yes, device=DEVICE, change_id=new_id())
    cast.does("citizen", do.ConfirmInvited(invitation_id=asked))
    cast.members["confirmed"] = Member.objects.get(plan=cast.plan_id, person=cast.guests["confirmed"]).pk


async def test_no_frame_with_a_later_number_reaches_them(sockets: Sockets) -> None:
    cast, step_id = await sync_to_async(_at_the_table)()
    opened = {}
    for who in WAYS:
        head = (await sync_to_async(cast.seat)(who)).head
        page = "desk" if who == "consultant" else "shared"
        opened[who] = await sockets.open(cast.person_of(who), cast.plan_id, after=head, page=page)
    for who, (end, code) in WAYS.items():
        last = (await sync_to_async(cast.seat)(who)).head
        await sync_to_async(end)(cast)
        for number in range(LATER):
            due = clock.today() + timedelta(days=number + 1)
            await sync_to_async(cast.does)("citizen", do.SetDue(step_id=step_id, due=due))
        numbers, closed = await _until_closed(opened[who])
        assert (closed, [number for number in numbers if number > last]) == (code, []), who


async def _until_closed(socket: Socket) -> tuple[list[int], int]:
    """The numbers that were heard, and the code at the end."""
    numbers = []
    while (output := await socket.line.receive_output(timeout=10))["type"] == "websocket.send":
        numbers.append(json.loads(output["text"])["upto"])
    return numbers, int(output["code"])
