"""A photo or a file that goes with a message: what it is, and where its bytes lie."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from backend.common.errors import NotHere
from backend.files import store
from backend.plans.access import Seat
from backend.plans.models import Attachment
from backend.plans.sight import attachments_for


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """`name` of a PDF file, as plain words; `width` and `height` of a photo, in pixels; `size` in bytes; `at`: sent."""

    id: UUID
    is_photo: bool
    name: str
    size: int
    width: int
    height: int
    at: datetime


def view_of(row: Attachment) -> AttachmentView:
    return AttachmentView(
        row.pk, row.kind == Attachment.Kind.PHOTO, row.name, row.size, width=row.width, height=row.height, at=row.at
    )


def read_attachment(seat: Seat, attachment_id: UUID) -> tuple[AttachmentView, Path]:
    """One of them and the file it is in. Raises NotHere for whoever does not read its message."""
    row = _row(seat, attachment_id)
    return view_of(row), store.path_of(row.kept_as)


def read_small(seat: Seat, attachment_id: UUID) -> Path:
    """A photo's small picture. Raises NotHere, also for a PDF file."""
    return store.path_of(_row(seat, attachment_id).small_as)


def _row(seat: Seat, attachment_id: UUID) -> Attachment:
    row = attachments_for(seat).filter(pk=attachment_id).first()
    if row is None:
        raise NotHere
    return row
