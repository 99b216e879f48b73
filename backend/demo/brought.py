"""What comes with a made-up message: a picture of a note on a table, and a PDF file that is set here."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import typst

from backend.plans.access import Seat
from backend.plans.attach import keep_attachment

_FILES = Path(__file__).parent / "files"
NAMES = {"weeks.typ": "De første to uger.pdf"}


def bring(seat: Seat, *, attachment_id: UUID, file: str) -> None:
    """Keep one of the files beside this module for a message that is about to name it."""
    path = _FILES / file
    content = typst.compile(path) if path.suffix == ".typ" else path.read_bytes()
    keep_attachment(seat, attachment_id=attachment_id, content=content, name=NAMES.get(file, ""))
