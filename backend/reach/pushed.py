"""What is asked of `backend.reach.push`, and what it answers: the meeting point of deciding and sending."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils.functional import Promise

Urgency = Literal["very-low", "low", "normal", "high"]  # RFC 8030, 5.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Push:
    """One nudge of one person, on every device of theirs that may be nudged.

    `words` says what sort of news it is, lazily translated into each device's language ("Ny besked fra din konsulent"):
    never what somebody wrote, nor a name. A device whose person has chosen no more gets "Der er nyt" in its place.
    `url` is a path of ours. A later push of the same `group` takes an earlier one's place, waiting or shown.
    `ttl`: how long the push service keeps it for a phone without signal. `badge`: how much waits in all, if known.
    `only`: these devices alone, when what they did not take is tried again (`PushResult.again`).
    """

    person_id: int
    words: str | Promise
    url: str
    group: str
    ttl: timedelta
    urgency: Urgency = "normal"
    badge: int | None = None
    only: frozenset[int] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PushResult:
    """How many devices took it, how many are gone for good (and forgotten) or refused it, and which to try again.

    All empty: the person has no device. `again_at`: not before then, as the push service asked or as we choose.
    """

    accepted: int = 0
    gone: int = 0
    refused: int = 0
    again: frozenset[int] = frozenset()
    again_at: datetime | None = None
