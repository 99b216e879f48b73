"""How far somebody has read the conversation: told through the door when the other may know it, else to nobody.

The citizen's own mark is theirs. While they do not show it, it is written down beside the door: no entry, no number,
nothing by which the consultant could tell that they were here.
"""

from uuid import UUID

from django.db import transaction
from django.db.models.functions import Greatest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.common.in_line import in_line
from backend.plans.access import Seat
from backend.plans.change import make_change
from backend.plans.commands.message import ReadMessages, unread_by
from backend.plans.models import Member, Plan


def note_read(seat: Seat, *, upto: int, device: UUID) -> None:
    """This seat has seen the messages up to a number. Raises NotHere for whoever has no part in the conversation."""
    if seat.member_id is None or not seat.is_broad or seat.is_borrowed:
        raise NotHere
    if seat.role == "consultant" or Plan.objects.filter(pk=seat.plan_id, shows_reading=True).exists():
        if seat.unread:
            make_change(seat, ReadMessages(upto=upto), device=device, change_id=new_id())
        return
    with in_line(), transaction.atomic():
        mine = Member.objects.filter(pk=seat.member_id)
        head = Plan.objects.values_list("message_head", flat=True).get(pk=seat.plan_id)
        mine.update(read_number=Greatest("read_number", min(upto, head)), read_at=clock.now())
        member = mine.get()
        mine.update(unread=unread_by(member))
