"""What the consultant has written to be sent later: beside the door until it is sent, so that no number tells of it.

The citizen reads nothing of it and can count nothing. When it is time it goes through the door as any message, under a
change id made of its row: the row goes in the same transaction, so it is sent once or, after a crash, still waits.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.common.in_line import in_line
from backend.plans.access import Seat, seat_for
from backend.plans.change import make_change
from backend.plans.commands import SendScheduled, texts
from backend.plans.commands.base import UNDO
from backend.plans.models import ScheduledMessage

SENDER = UUID("5b0b5a7e-9a77-4a3c-8b65-0f6c6a1f7a11")  # the device that sends what has waited
MOST, FURTHEST = 20, timedelta(days=366)
TOLD_FOR = timedelta(days=14)  # that something was not sent


def schedule(seat: Seat, *, words: str, due_at: datetime) -> None:
    """Lay a message aside until then. Raises Refused, and NotHere for all but the consultant."""
    words, due_at = _checked(words, due_at)
    with in_line(), transaction.atomic():
        assert seat.member_id is not None
        if waiting_of(seat).count() >= MOST:
            raise Refused(_("Der venter allerede 20 beskeder. Send eller fjern en af dem først."), code="too_many")
        ScheduledMessage.objects.create(
            pk=new_id(), plan_id=seat.plan_id, member_id=seat.member_id, words=words, due_at=due_at
        )


def reschedule(seat: Seat, scheduled_id: UUID, *, words: str, due_at: datetime) -> None:
    """Other words, or another time, while it waits: theirs from now on, whoever laid it aside.

    Raises Refused; NotHere when it does not wait any more.
    """
    words, due_at = _checked(words, due_at)
    _set(waiting_of(seat), scheduled_id, words=words, due_at=due_at, former=None)


def take_off(seat: Seat, scheduled_id: UUID) -> None:
    """It is not to be sent after all; for 15 minutes that can be undone."""
    _set(waiting_of(seat), scheduled_id, removed_at=clock.now())


def put_back(seat: Seat, scheduled_id: UUID) -> None:
    """It waits again. One whose time passed meanwhile is sent."""
    _set(removed_of(seat), scheduled_id, removed_at=None)


def waiting_of(seat: Seat) -> QuerySet[ScheduledMessage]:
    """What waits of this consultant's own, soonest first. Raises NotHere for everybody else."""
    return _mine(seat).filter(removed_at=None)


def removed_of(seat: Seat) -> QuerySet[ScheduledMessage]:
    """What this consultant has taken off and can still put back. Raises NotHere for everybody else."""
    return _mine(seat).filter(removed_at__gt=clock.now() - UNDO)


def send_now(seat: Seat, scheduled_id: UUID) -> None:
    """Send one before its time. Raises NotHere when it does not wait any more."""
    if not waiting_of(seat).filter(pk=scheduled_id).exists():
        raise NotHere
    _send(seat, scheduled_id)


def send_due() -> int:
    """Once a minute: what it is time for, each as whoever wrote it may now; how many were sent."""
    due = ScheduledMessage.objects.filter(due_at__lte=clock.now(), removed_at=None, stopped_at=None, former=None)
    sent = 0
    for scheduled_id, plan_id, person_id in due.values_list("pk", "plan_id", "member__person_id"):
        try:
            _send(seat_for(person_id=person_id, plan_id=plan_id), scheduled_id)
            sent += 1
        except NotHere:  # no seat there any more, or it was taken off just now
            _stop_without_sender(scheduled_id)
    ScheduledMessage.objects.filter(stopped_at__lt=clock.now() - TOLD_FOR).delete()
    return sent


def _send(seat: Seat, scheduled_id: UUID) -> None:
    change_id = uuid5(SENDER, str(scheduled_id))
    make_change(seat, SendScheduled(scheduled_id=scheduled_id), device=SENDER, change_id=change_id)


def _stop_without_sender(scheduled_id: UUID) -> None:
    """Not sent, and its words go: whoever wrote them reads nothing of this plan any more."""
    with in_line(), transaction.atomic():
        waits = ScheduledMessage.objects.filter(pk=scheduled_id, removed_at=None, stopped_at=None)
        waits.update(stopped_at=clock.now(), words="")


def _mine(seat: Seat) -> QuerySet[ScheduledMessage]:
    if seat.role != "consultant" or seat.is_borrowed:
        raise NotHere
    return ScheduledMessage.objects.filter(plan=seat.plan_id, member=seat.member_id, stopped_at=None)


def _set(there: QuerySet[ScheduledMessage], scheduled_id: UUID, **to: object) -> None:
    with in_line(), transaction.atomic():
        if not there.filter(pk=scheduled_id).update(**to):
            raise NotHere


def _checked(words: str, due_at: datetime) -> tuple[str, datetime]:
    """The hour is the citizens': one the clock skips in spring is an hour later, one that comes twice the first."""
    if not clock.now() < due_at <= clock.now() + FURTHEST:
        raise Refused(_("Vælg en dag og et tidspunkt, der ikke er gået endnu. Højst et år frem."), code="bad_time")
    return texts.needed(words, longest=texts.LONG, one_line=False), due_at
