"""A photo or a file arrives before its message, beside the door: until a message names it, it is its writer's alone.

Nobody is told and no number moves; what makes it part of the plan is WriteMessage, by its id. What no message has named
within a day goes.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.in_line import in_line
from backend.files import pdf, photo, scan, store
from backend.plans.access import Seat
from backend.plans.models import Attachment

ON_ITS_WAY = timedelta(days=1)
MOST_ON_THEIR_WAY = 20  # of one person


def keep_attachment(seat: Seat, *, attachment_id: UUID, content: bytes, name: str) -> None:
    """Look through what was sent and keep it; the same id twice is once. Raises NotHere or Refused (`photo.Busy`)."""
    if seat.member_id is None or not seat.is_broad or seat.is_borrowed:
        raise NotHere
    if _is_known(seat, attachment_id):
        return
    _check_room(seat)
    if photo.is_photo(content):
        made = _photo(content)
    elif pdf.is_pdf(content):
        made = _document(content, name)
    else:
        raise Refused(_("Vi kan kun tage imod billeder og PDF-filer. Prøv at tage et billede af det."), code="bad_file")
    made.pk, made.plan_id, made.member_id, made.at = attachment_id, seat.plan_id, seat.member_id, clock.now()
    with in_line(), transaction.atomic():
        is_first = not _is_known(seat, attachment_id)
        if is_first:
            made.save(force_insert=True)
    if not is_first:
        store.drop([made.kept_as, made.small_as])


def _is_known(seat: Seat, attachment_id: UUID) -> bool:
    """Has it come before? Raises Refused for an id that is somebody else's."""
    known = Attachment.objects.filter(pk=attachment_id).first()
    if known and (known.plan_id, known.member_id) != (seat.plan_id, seat.member_id):
        raise Refused(_("Det er allerede skrevet ned."), code="already_there")
    return known is not None


def _check_room(seat: Seat) -> None:
    waiting = Attachment.objects.filter(member=seat.member_id, message=None).count()
    if waiting >= MOST_ON_THEIR_WAY:
        raise Refused(_("Du har mange filer på vej. Send beskederne først."), code="too_many")


def _photo(content: bytes) -> Attachment:
    _check_size(content, settings.TAVLEN_PHOTO_MB)
    made = photo.drawn_anew(content)
    return Attachment(
        kind=Attachment.Kind.PHOTO,
        size=len(made.full),
        width=made.width,
        height=made.height,
        kept_as=store.keep(made.full),
        small_as=store.keep(made.small),
    )


def _document(content: bytes, name: str) -> Attachment:
    _check_size(content, settings.TAVLEN_PDF_MB)
    pdf.check_pdf(content)
    kept_as = store.keep(content)
    try:
        scan.check_clean(store.path_of(kept_as))
    except Refused:
        store.drop([kept_as])
        raise
    return Attachment(kind=Attachment.Kind.DOCUMENT, size=len(content), name=pdf.plain_name(name), kept_as=kept_as)


def _check_size(content: bytes, megabytes: int) -> None:
    if len(content) > megabytes * 1_000_000:
        raise Refused(_("Filen er for stor. Der er plads til %(size)s MB.") % {"size": megabytes}, code="bad_file")


def sweep_attachments() -> int:
    """What no message has named within a day, and files that no row names; how many rows went."""
    late = Attachment.objects.filter(message=None, at__lt=clock.now() - ON_ITS_WAY)
    with transaction.atomic():
        late = late.select_for_update()
        names = [name for pair in late.values_list("kept_as", "small_as") for name in pair]
        gone = late.delete()[0]
    store.drop(names)
    if suspects := store.unnamed(()):
        rows = Attachment.objects.filter(Q(kept_as__in=suspects) | Q(small_as__in=suspects))
        store.drop(set(suspects).difference(*rows.values_list("kept_as", "small_as")))
    return gone
