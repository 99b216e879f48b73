"""The one way to learn what happened: seat and number in, fragments and the next number out.

Live is catch-up that happens soon: the socket, the heartbeat, a reconnect and the outbox's reply all come here.
"""

import json
from typing import Any

from django.utils import translation

from backend.common.errors import NotHere
from backend.common.reading import one_reading
from backend.plans.access import LOOKING_IN, Seat
from backend.plans.journal import EntryView, entries_after
from citizen_app import drawing
from citizen_app.drawing import Drawing, Fragment
from citizen_app.sayings import say

MOST_ENTRIES = 300
Frame = dict[str, Any]


def catch_up(seat: Seat, *, language: str, page: str, after: int) -> Frame:
    """What happened after a number, as one frame for a page (`data-page`, with its subject after a colon).

    Each stale thing is drawn once, from the present, so a frame applied twice is harmless and forty moves of a card
    are one fragment. A number that this seat never had, or one too far behind, is answered with `reload`.
    """
    if after < 0 or after > seat.head or seat.head - after > MOST_ENTRIES:
        return _reload(seat.head)
    if seat.role == LOOKING_IN and after < seat.head:
        return _reload(seat.head)  # their pages come whole: what happened between others is not told one by one
    # Not beyond what the seat knew of: what has come since may be of something shared since, which it would not draw.
    entries = entries_after(seat, after, limit=seat.head - after)
    if not entries:
        return {"after": after, "upto": after, "fragments": [], "say": []}
    drawn = Drawing(seat, page, language)
    with translation.override(language), one_reading():
        fragments = _fragments(drawn, entries)
        if fragments is None:
            return _reload(entries[-1].number)
        return {"after": after, "upto": entries[-1].number, "fragments": fragments, "say": say(drawn, entries)}


def encode(frame: Frame) -> str:
    """Compact JSON with letters as they are: what a phone pays for is bytes."""
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))


def _fragments(drawn: Drawing, entries: list[EntryView]) -> list[Fragment] | None:
    """None when the page must be fetched anew, as when its own subject is gone."""
    try:
        return drawing.fragments(drawn, entries)
    except NotHere:
        return None


def _reload(upto: int) -> Frame:
    return {"reload": True, "upto": upto}
