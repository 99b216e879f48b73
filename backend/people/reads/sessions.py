"""Where somebody is signed in: what they are shown of it, and nobody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from backend.common import clock
from backend.people.devices import Device
from backend.people.models import Session
from backend.people.sessions import DEVICE, NAME, SHARED, SINCE


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One session. `name` is what it may be called in a form; its key is told to nobody."""

    name: str
    device: Device
    since: date
    used: date
    is_here: bool
    is_shared: bool


def read_sessions(person_id: int, *, here: str | None) -> tuple[SignedIn, ...]:
    """This person's sessions that have not run out: the one with key `here` first, then by last use; one query."""
    rows = Session.objects.filter(person_id=person_id, expire_date__gt=clock.now()).order_by("-used_at")
    return tuple(sorted(_shown(rows, here), key=lambda one: not one.is_here))


def _shown(rows: Iterable[Session], here: str | None) -> Iterator[SignedIn]:
    for row in rows:
        told = row.get_decoded()
        if NAME in told:
            yield SignedIn(
                name=told[NAME],
                device=Device(*told.get(DEVICE, ("", ""))),
                since=clock.day_of(datetime.fromisoformat(told[SINCE])),
                used=clock.day_of(row.used_at),
                is_here=row.session_key == here,
                is_shared=SHARED in told,
            )
