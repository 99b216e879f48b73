"""Who has looked: every look at a plan by anyone but its citizen is one row, written before the answer leaves.

Rows are sealed once a minute into one chain of keyed digests, each made of the one before, and the chain's end is also
written to a file outside the database. So `verify` finds what was changed, deleted, moved or cut off; a row that is not
sealed yet is a minute old at the most. The database itself refuses to change or delete what is sealed (migration 0143).
"""

import hmac
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from time import monotonic
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, models, transaction

from backend.common import clock
from backend.common.in_line import in_line
from backend.common.prepared import PreparedInsert, PreparedInserts, PreparedUpdate, a_number, blanks
from backend.plans.access import NIGHT, Seat
from backend.plans.models import Plan, Role, Visit
from backend.plans.wake import looked_at

AT_ONCE = 1000
LONGEST_WAIT = timedelta(hours=1)


def note(seat: Seat, *, what: str, subject_id: UUID | None = None, screen_id: UUID | None = None) -> None:
    """Somebody is about to be shown something of a plan. The citizen's own looks are nobody's business."""
    if seat.role == "citizen":
        return
    about = {"plan_id": seat.plan_id, "person_id": seat.person_id, "screen_id": screen_id, "role": seat.role}
    with in_line():
        _WRITE(**about, what=what, subject_id=subject_id, at=clock.now(), **_UNSEALED)
    if seat.role == Role.CONSULTANT:
        transaction.on_commit(lambda: looked_at(seat.plan_id), robust=True)


_WRITE, _WRITE_ALL = PreparedInsert(Visit), PreparedInserts(Visit, each=["plan_id"])
_UNSEALED = {"number": None, "digest": ""}


def note_all(plan_ids: Iterable[int], *, person_id: int, role: str, what: str) -> None:
    """As `note`, of one page that tells of several plans: all of them or none."""
    about = {"person_id": person_id, "screen_id": None, "role": role, "what": what, "subject_id": None}
    with in_line(), transaction.atomic(savepoint=False):
        _WRITE_ALL([(plan_id,) for plan_id in plan_ids], **about, at=clock.now(), **_UNSEALED)


def look_tonight() -> bool:
    """Once a day nobody looks, noted as every look is: if it cannot be found, the list has stopped. True when done."""
    seat = night_seat()
    if seat is None or Visit.objects.filter(role=NIGHT, at__gte=_morning()).exists():
        return False
    note(seat, what=NIGHT)
    return True


def is_tonight_chained() -> bool:
    """Is tonight's look in the chain, and the chain's end with it in the file of this machine?"""
    look = _sealed().filter(role=NIGHT, at__gte=_morning()).last()
    last, _ = next(_anchors(), (0, ""))
    return look is not None and int(look.number or 0) <= last


def _morning() -> datetime:
    return datetime.combine(clock.today(), time(), tzinfo=clock.COPENHAGEN)


def night_seat() -> Seat | None:
    """A seat of nobody's at the first plan: it sees nothing, and its one look a day must be found again."""
    plan = Plan.objects.order_by("pk").first()
    return Seat(plan.pk, NIGHT, None, None, plan.policy_epoch, 0, plan.protected) if plan else None


def _nights_missing() -> Iterator[str]:
    """Every day since the first such look, until yesterday, on which there is none; or that there never was one."""
    looks = Visit.objects.filter(role=NIGHT).order_by("at").values_list("at", flat=True)
    days = {clock.day_of(at) for at in looks}
    if not days and Visit.objects.filter(at__lt=_morning()).exists():
        yield "There has never been a look of the night."
    for past in range((clock.today() - min(days)).days if days else 0):
        day = min(days) + timedelta(days=past)
        if day not in days:
            yield f"The look of the night is missing on {day.isoformat()}."


def seal() -> int:
    """Chain the rows that are not chained yet, in the order they came; how many. Two at once: one of them does it.

    Each machine then writes the chain's end to a file of its own, also when another has chained the rows.
    """
    try:
        with in_line(), transaction.atomic():
            last = _sealed().last()
            end = (int(last.number or 0), last.digest) if last else (0, "")
            fresh = list(Visit.objects.filter(number=None).order_by("pk")[:AT_ONCE])
            for visit in fresh:
                end = _chain(visit, *end)
    except IntegrityError:
        return 0
    if end[0] and end != next(_anchors(), None):
        _anchor(*end)
    return len(fresh)


def _chain(visit: Visit, number: int, before: str) -> tuple[int, str]:
    visit.number = number + 1
    digest = _digest(visit, before)
    _SEAL(pk=visit.pk, number=visit.number, digest=digest)
    return visit.number, digest


def verify(*, within: timedelta = timedelta.max) -> list[str]:
    """What does not hold, in words for the one who runs it; empty when nobody has touched the rows.

    The anchors are read first: what is chained and anchored while the chain is walked is not missed in it.
    """
    wrong: list[str] = []
    digests, before = {0: ""}, ""
    anchors, begun = list(_anchors()), monotonic()
    for visit in _sealed().iterator(AT_ONCE):
        number = int(visit.number or 0)
        if monotonic() - begun > within.total_seconds():
            return [*wrong, f"Time was over at number {number}: what comes after it was not looked at."]
        if number - 1 not in digests:
            wrong.append(f"Something is missing before number {number}.")
        elif visit.digest != _digest(visit, before):
            wrong.append(f"Number {number} is not what was written.")
        digests[number], before = visit.digest, visit.digest
    for number, digest in anchors:
        if digests.get(number) != digest:
            wrong.append(f"The chain does not pass number {number} as it was when that was its end.")
    return [*wrong, *_unanchored(), *_unsealed(), *_nights_missing()]


def _unanchored() -> Iterator[str]:
    """Without its anchor the chain could be cut short, and the rest would still hold together."""
    last, _ = next(_anchors(), (0, ""))
    waits = _sealed().filter(number__gt=last, at__lt=clock.now() - LONGEST_WAIT).first()
    if waits and last:
        yield f"{_anchor_file()} ends at number {last}; the chain goes on to number {waits.number} and further."
    elif waits:
        yield f"{_anchor_file()} is missing or empty: nobody can tell whether the chain's end was cut off."


def _unsealed() -> Iterator[str]:
    """What is not in the chain can be touched unseen: nothing waits for long where the rounds go as they should."""
    waiting = Visit.objects.filter(number=None, at__lt=clock.now() - LONGEST_WAIT).count()
    if waiting:
        yield f"{waiting} have waited for more than an hour to be chained."


_SEAL = PreparedUpdate(lambda: (Visit.objects.filter(pk=a_number("pk")), blanks(Visit, "number", "digest")))


def _sealed() -> models.QuerySet[Visit]:
    return Visit.objects.filter(number__isnull=False).order_by("number")


def _digest(visit: Visit, before: str) -> str:
    """HMAC-SHA256 in hex over the row and the digest before it, keyed apart from all else the secret signs."""
    told = [visit.number, visit.plan_id, visit.person_id, visit.screen_id, visit.role, visit.what, visit.subject_id]
    body = json.dumps([before, visit.at.isoformat(), *told], default=str)
    key = sha256(b"tavlen.visits" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, body.encode(), sha256).hexdigest()


def _anchor_file() -> Path:
    return Path(settings.TAVLEN_DATA_DIR) / "visits.anchor"


def _anchor(number: int, digest: str) -> None:
    with _anchor_file().open("a") as file:
        file.write(f"{number} {digest}\n")


def _anchors() -> Iterator[tuple[int, str]]:
    """The newest first."""
    if not _anchor_file().exists():
        return
    for line in reversed(_anchor_file().read_text().splitlines()):
        number, _, digest = line.partition(" ")
        yield int(number), digest
