"""How tests send photos and files: kept first, then named by a message."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.attach import keep_attachment
from tests.cast import Cast


def keeps(cast: Cast, content: bytes, *, by: str = "citizen", name: str = "IMG_1.jpg") -> UUID:
    attachment_id = new_id()
    keep_attachment(cast.seat(by), attachment_id=attachment_id, content=content, name=name)
    return attachment_id


def sends(cast: Cast, *ids: UUID, by: str = "citizen", words: str = "") -> UUID:
    message_id = new_id()
    cast.does(by, c.WriteMessage(message_id=message_id, words=words, attachments=ids))
    return message_id


def turned_away(cast: Cast, content: bytes, code: str = "bad_file", **more: Any) -> str:
    with pytest.raises(Refused) as no:
        keeps(cast, content, **more)
    assert no.value.code == code
    return str(no.value.why)


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
