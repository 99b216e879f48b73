"""What came before a message becomes part of it."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands.base import Change
from backend.plans.models import Attachment, Message

MOST = 4  # to one message


def attach(change: Change, message: Message, ids: Sequence[UUID]) -> None:
    """The writer's own, each with one message alone. Raises Refused for all others in the same words."""
    mine = Attachment.objects.filter(plan=change.plan, member=change.me, message=None)
    for place, one in enumerate(dict.fromkeys(ids)):
        if not mine.filter(pk=one).update(message=message, place=place):
            raise Refused(
                _("Billedet eller filen nåede ikke frem. Vælg den igen, og send beskeden en gang til."), code="no_file"
            )
