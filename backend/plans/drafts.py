"""What is half written in the conversation, so that one may go on at another device: beside the door, told to nobody.

It is kept for a week from the last letter, and goes when the message is sent and when its writer leaves in haste.
"""

from datetime import timedelta

from django.db import transaction

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.in_line import in_line
from backend.plans.access import Seat
from backend.plans.commands.texts import LONG
from backend.plans.models import Draft, Message

KEPT = timedelta(days=7)


def draft_of(seat: Seat) -> str:
    """What this seat has begun; empty when there is nothing. Raises NotHere for whoever does not write there."""
    _check(seat)
    there = Draft.objects.filter(member=seat.member_id, at__gt=clock.now() - KEPT)
    return there.values_list("words", flat=True).first() or ""


def keep_draft(seat: Seat, words: str) -> None:
    """This is how far it has come; nothing written, nothing kept. The last who writes is right.

    What was sent just now does not come back by a letter that was slower than it.
    """
    _check(seat)
    words = words.replace("\x00", "").replace("\r\n", "\n")[:LONG]
    assert seat.member_id is not None
    with in_line(), transaction.atomic():
        if not words.strip() or words.strip() == last_sent(seat):
            Draft.objects.filter(member=seat.member_id).delete()
        else:
            told = {"words": words, "at": clock.now()}
            Draft.objects.update_or_create(member_id=seat.member_id, defaults=told)


def last_sent(seat: Seat) -> str:
    """The words of this seat's newest message. Raises NotHere for whoever does not write there."""
    _check(seat)
    mine = Message.objects.filter(plan=seat.plan_id, member=seat.member_id, removed_at=None).order_by("-number")
    return mine.values_list("words", flat=True).first() or ""


def forget_drafts_of(person_id: int) -> None:
    """Whoever leaves in haste leaves nothing begun behind."""
    Draft.objects.filter(member__person=person_id).delete()


def forget_old_drafts() -> int:
    """Those that nobody has written on for a week; how many."""
    return Draft.objects.filter(at__lte=clock.now() - KEPT).delete()[0]


def _check(seat: Seat) -> None:
    if seat.member_id is None or not seat.is_broad or seat.is_borrowed:
        raise NotHere
