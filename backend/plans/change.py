"""THE door: every change of a plan enters here, one transaction, one entry, one number, one wake.

The order is the safety. The number is raised first: that is the lock, on SQLite and PostgreSQL alike, so all that
follows is read under it. A change this device already sent gives back its first outcome. Access is asked again under
the lock, since it may have been taken away while the phone was in a tunnel. A refusal rolls the number back: no gaps.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.in_line import in_line
from backend.common.prepared import Prepared, PreparedUpdate, a_number, an_id
from backend.plans import access, audience, exposed, journal, search_index
from backend.plans.access import Seat
from backend.plans.commands.base import Change, Command, Happened
from backend.plans.models import Entry, Plan
from backend.plans.powers import PLAN_POWERS
from backend.plans.wake import wake


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change; `number` as the seat that sent it counts."""

    change_id: UUID
    number: int
    status: str


class _Known(Exception):
    """Leaves the transaction when the change was made before."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry


def make_change(
    seat: Seat,
    command: Command,
    *,
    device: UUID,
    change_id: UUID,
    said_at: datetime | None = None,
    confirmed: str = "",
) -> Outcome:
    """Carry out one command for one seat, exactly once for each (plan, device, change_id).

    `said_at` is the device's own testimony of when; it never orders anything. `confirmed` is the code of a refusal that
    asked, by whoever has read it and goes on (`exposed.PLACE`). Raises Refused (a sentence) or NotHere.
    """
    digest = digest_of(command)
    try:
        with in_line(), transaction.atomic():
            _raise_number(seat.plan_id)
            known = _SENT_BEFORE.one(plan_id=seat.plan_id, device=device, change_id=change_id)
            if known:
                raise _Known(known)
            seat, plan = _again(seat)
            entry, told = _carry_out(Change(seat=seat, plan=plan, now=clock.now(), said_at=said_at), command, confirmed)
            entry.device, entry.change_id, entry.digest, entry.said_at = device, change_id, digest, said_at
            journal.append(entry, told)
            search_index.follow(entry)
            number = journal.number_of(seat, entry)
            transaction.on_commit(partial(wake, plan.pk, seq=entry.seq, epoch=plan.policy_epoch), robust=True)
    except _Known as again:
        return _repeated(seat, again.entry, digest)
    return Outcome(change_id, number, "accepted")


def digest_of(command: Command) -> str:
    """The same for the same command with the same fields; sha256 in hex.

    A field left as it is from the start is not told: what a phone sent before a release is the same after it, although
    the command has got one more.
    """
    told = {name: value for name, value in asdict(command).items() if value != _default_of(command, name)}
    body = json.dumps([command.kind, told], default=str, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def _default_of(command: Command, name: str) -> object:
    return command.__dataclass_fields__[name].default


def _raise_number(plan_id: int) -> None:
    if not _RAISE(plan_id=plan_id):
        raise NotHere


_RAISE = PreparedUpdate(lambda: (Plan.objects.filter(pk=a_number("plan_id")), {"head_seq": F("head_seq") + 1}))
_SENT_BEFORE = Prepared(
    lambda: Entry.objects.filter(plan_id=a_number("plan_id"), device=an_id("device"), change_id=an_id("change_id"))
)


def _again(seat: Seat) -> tuple[Seat, Plan]:
    """The seat and the plan as they are under the lock. The wall has no voice, so only people come this way.

    Whoever has no place is let in for one thing, which the command itself asks about under the lock.
    """
    if seat.is_borrowed:
        raise NotHere
    if seat.role in (access.INVITED, access.CLOCK, access.LOOKING_IN):
        plan = Plan.objects.get(pk=seat.plan_id)
        return access.without_place(plan, seat.role, seat.person_id), plan
    if seat.person_id is None:
        raise NotHere
    if seat.role == access.OFFICE:
        return access.office_seat_and_plan(person_id=seat.person_id, plan_id=seat.plan_id)
    member = access.member_for(person_id=seat.person_id, plan_id=seat.plan_id)
    return access.seat_of(member), member.plan


def _carry_out(change: Change, command: Command, confirmed: str) -> tuple[Entry, audience.Audience]:
    if command.power and command.power not in PLAN_POWERS[change.seat.role]:
        raise Refused(_("Det kan du ikke gøre her."), code="not_allowed")
    before = _subjects(getattr(command, "step_id", None), getattr(command, "goal_id", None))
    is_asked = exposed.is_asked(change.seat, confirmed)
    exposed_before = exposed.exposed(change.plan.pk) if is_asked else exposed.NOTHING
    was_blank = change.plan.room_blank
    happened = command.carry_out(change)
    if is_asked:
        exposed.check(change.seat, exposed_before)
    told = _told(change, happened, before)
    if was_blank and change.plan.room_blank:
        told = replace(told, room=False)  # while it is blank the wall is told nothing, not even that something happened
    if happened.new_policy:
        change.plan.policy_epoch += 1
        Plan.objects.filter(pk=change.plan.pk).update(policy_epoch=F("policy_epoch") + 1)
    return _entry(change, command, happened), told


def _subjects(step_id: UUID | None, goal_id: UUID | None) -> audience.Audience:
    """Those who see the step, or else the goal, that a change is about."""
    if step_id:
        return audience.of_step(step_id)
    return audience.of_goal(goal_id) if goal_id else audience.US


def _told(change: Change, happened: Happened, before: audience.Audience) -> audience.Audience:
    own = () if change.seat.is_broad else (change.seat.member_id,)
    told = audience.of_members(own) | happened.also
    if happened.only:
        return told
    if happened.is_seen_as_before:
        return told | before
    return told | before | _subjects(happened.step_id, happened.goal_id)


def _entry(change: Change, command: Command, happened: Happened) -> Entry:
    is_office = change.seat.role == access.OFFICE  # without a place at the table, so the facts say who
    return Entry(
        plan=change.plan,
        seq=change.plan.head_seq,
        kind=command.told,
        at=change.now,
        by_id=change.seat.member_id,
        step_id=happened.step_id,
        goal_id=happened.goal_id,
        strength_id=happened.strength_id,
        member_id=happened.member_id,
        meeting_id=happened.meeting_id,
        message_id=happened.message_id,
        facts={**happened.facts, "office": change.seat.person_id} if is_office else happened.facts,
    )


def _repeated(seat: Seat, entry: Entry, digest: str) -> Outcome:
    if entry.by_id != seat.member_id:
        raise NotHere
    if entry.digest and entry.digest != digest:
        raise Refused(
            _("Den ændring er allerede sendt med et andet indhold. Prøv igen med en ny."), code="same_id_other_change"
        )
    return Outcome(entry.change_id, journal.number_of(seat, entry), "repeated")
