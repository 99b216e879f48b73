"""From the journals to notices: each plan is read past its own cursor, and what is owed is written with it."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from backend.common import clock
from backend.common.in_line import in_line
from backend.plans.journal import entries_between
from backend.plans.reads.following import head_of, plans_beside, seats_at, those_in_the_room
from backend.plans.reads.third import thirds_told
from backend.reach.models import Cursor, Notice
from backend.reach.remind import remind
from backend.reach.rules import OF_THE_ROOM, OF_THE_THIRD, THREE, Nudge, nudge_of
from backend.reach.wanted import WishesOf, wishes_of

AT_ONCE = 300  # entries of one plan in one transaction
YOUNG = timedelta(hours=1)


def follow() -> int:
    """What happened since the last time becomes notices; how many. Two queries when nothing has."""
    made = 0
    begin_new()
    moved = Cursor.objects.filter(plan__head_seq__gt=F("seq")).order_by("plan_id")
    for plan_id in list(moved.values_list("plan_id", flat=True)):
        while (some := _follow_one(plan_id)) is not None:
            made += some
    return made + remind()


def begin_new() -> None:
    """A plan that nobody has followed: from its beginning if it is new, else from now on. What is long past is no news.

    So a plan with 100,000 entries costs one row.
    """
    new = plans_beside(Cursor.objects.values_list("plan_id", flat=True))
    born = clock.now() - YOUNG
    cursors = [Cursor(plan_id=plan_id, seq=0 if opened > born else head) for plan_id, head, opened in new]
    if cursors:
        with in_line():
            Cursor.objects.bulk_create(cursors, ignore_conflicts=True)


def _follow_one(plan_id: int) -> int | None:
    """The next entries of one plan; None when there are none. Cursor and notices are written together, or not.

    What is owed is read before the lock is taken: if another has followed meanwhile, the cursor is not where it was,
    and theirs stands.
    """
    seq, head = Cursor.objects.values_list("seq", flat=True).get(plan_id=plan_id), head_of(plan_id)
    upto = min(head, seq + AT_ONCE)
    if upto <= seq:
        return None
    owed = list(_owed(plan_id, seq + 1, upto))
    with in_line(), transaction.atomic():
        if not Cursor.objects.filter(plan_id=plan_id, seq=seq).update(seq=upto):
            return 0
        Notice.objects.bulk_create(owed, ignore_conflicts=True)
    return len(owed)


def _owed(plan_id: int, first: int, last: int) -> Iterator[Notice]:
    seats = seats_at(plan_id)
    wishes, in_the_room = wishes_of(seat.person_id for seat in seats), those_in_the_room(plan_id)
    for seat in seats:
        entries = entries_between(seat, first, last)
        nudges = [nudge for nudge in (nudge_of(seat, entry) for entry in entries) if nudge]
        if seat.member_id in in_the_room:
            nudges = [nudge for nudge in nudges if nudge.sort not in OF_THE_ROOM]
        wanted = wishes[seat.person_id or 0]
        yield from (_notice(seat.person_id or 0, plan_id, one, wanted) for one in nudges if wanted.wants(one.sort))
    yield from _owed_to_thirds(plan_id, first, last)


def _owed_to_thirds(plan_id: int, first: int, last: int) -> Iterator[Notice]:
    """Whoever comes to a meeting without a place has no seat to ask: they are told that there is news, and no more."""
    told = thirds_told(plan_id, first, last, OF_THE_THIRD)
    wishes = wishes_of({person_id for person_id, _seq, _meeting in told}) if told else {}
    for person_id, seq, meeting_id in told:
        if wishes[person_id].wants(Notice.Sort.MEETING):
            nudge = Nudge(Notice.Sort.MEETING, seq, THREE.format(meeting_id))
            yield _notice(person_id, plan_id, nudge, wishes[person_id])


def _notice(person_id: int, plan_id: int, nudge: Nudge, wanted: WishesOf) -> Notice:
    """Due when this person wishes to be nudged."""
    now = clock.now()
    return Notice(
        person_id=person_id,
        plan_id=plan_id,
        kind=nudge.sort,
        seq=nudge.seq,
        page=nudge.page,
        at=now,
        due_at=wanted.when(now, nudge.sort),
    )
