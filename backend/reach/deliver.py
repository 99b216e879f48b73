"""Notices that are due: claimed, asked about once more, gathered, and sent; what was decided is written down.

Two senders never have the same notice: it is claimed by an update that holds only where nobody has it, for two minutes.
A sender that dies leaves its claims to run out, and another sends them then. Had the push service taken one already, it
takes the same again under the same group, in whose place it comes: one on the phone, not two (decision 0126).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Min, Q

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.common.in_line import in_line
from backend.plans import access
from backend.reach.fall_back import fall_back
from backend.reach.models import Notice
from backend.reach.places import may_know_without_place, may_still_know, path_of
from backend.reach.presence import Here, those_here
from backend.reach.push import push_each
from backend.reach.pushed import Push, PushResult
from backend.reach.wanted import REMINDERS, WishesOf, wishes_of
from backend.reach.words import words_of

State, Sort = Notice.State, Notice.Sort
LEASE = timedelta(minutes=2)
AT_ONCE = 64  # people and plans
MOST_TRIES = 8
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
KEPT = {True: timedelta(hours=12), False: timedelta(days=3)}  # by the push service, of a reminder and of news
PRESSING = {Sort.MESSAGE, Sort.MEETING_REMINDER, Sort.CHECK_IN}


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one person is told of one plan at once: news, or reminders."""

    notices: list[Notice]
    protected: bool

    @property
    def of(self) -> Here:
        return self.notices[0].person_id, self.notices[0].plan_id

    @property
    def group(self) -> str:
        """The same for the same person, plan and kind of bundle: the later takes the earlier's place. Tells nothing."""
        told = f"{self.of} {self.notices[0].kind in REMINDERS}"
        return blake2s(told.encode(), digest_size=12, person=b"tavlen").hexdigest()


def deliver_due() -> int:
    """All that is due now; how many notices were sent. Two queries when there is nothing."""
    sent = 0
    while claimed := _claim():
        sent += _send(*claimed)
    return sent + fall_back()


def _claim() -> tuple[UUID, list[Notice]] | None:
    now = clock.now()
    is_free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    free = Notice.objects.filter(is_free, state=State.WAITING, due_at__lte=now)
    first = free.values_list("person_id", "plan_id").annotate(first=Min("due_at")).order_by("first")[:AT_ONCE]
    pairs = list(first)
    if not pairs:
        return None
    claim, people, plans = new_id(), {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    with in_line():
        free.filter(person_id__in=people, plan_id__in=plans).update(claim=claim, claimed_until=now + LEASE)
    return claim, list(Notice.objects.filter(claim=claim, state=State.WAITING).order_by("at", "pk"))


def _send(claim: UUID, notices: list[Notice]) -> int:
    bundles, put_off, dropped = _decide(notices)
    _write_off(claim, put_off, dropped)
    badges = _badges({bundle.of[0] for bundle in bundles})
    wishes = wishes_of(bundle.of[0] for bundle in bundles)
    for answered in push_each([_push(bundle, badges[bundle.of[0]]) for bundle in bundles]):
        with in_line(), transaction.atomic():
            for number, result in answered.items():
                _write(claim, bundles[number], result, wishes[bundles[number].of[0]])
    return sum(len(bundle.notices) for bundle in bundles)


def _decide(notices: list[Notice]) -> tuple[list[Bundle], dict[UUID, datetime], list[UUID]]:
    """(What is to be sent now; what later, and when; what not at all, since it is no longer theirs or not wished)."""
    people = {notice.person_id for notice in notices}
    here, wishes = those_here(people), wishes_of(people)
    together: dict[Here, list[Notice]] = defaultdict(list)
    for notice in notices:
        together[notice.person_id, notice.plan_id].append(notice)
    bundles: list[Bundle] = []
    put_off: dict[UUID, datetime] = {}
    dropped: list[UUID] = []
    for pair, some in together.items():
        known, protected = _known(pair, some)
        wanted = [notice for notice in known if wishes[pair[0]].wants(notice.kind)]
        later = {notice.pk: _when(notice, wishes[pair[0]], here.get(pair)) for notice in wanted}
        now = [notice for notice in wanted if later[notice.pk] <= clock.now()]
        put_off |= {one: at for one, at in later.items() if at > clock.now()}
        dropped += [notice.pk for notice in some if notice.pk not in later]
        for is_reminder in (False, True):
            of_a_kind = [notice for notice in now if (notice.kind in REMINDERS) is is_reminder]
            bundles += [Bundle(of_a_kind, protected)] if of_a_kind else []
    return bundles, put_off, dropped


def _known(pair: Here, notices: list[Notice]) -> tuple[list[Notice], bool]:
    """Those that this person may know of now, by the seat they have at this moment; is the plan protected?"""
    try:
        seat = access.seat_for(person_id=pair[0], plan_id=pair[1])
    except NotHere:
        return [notice for notice in notices if may_know_without_place(notice)], True
    return [notice for notice in notices if may_still_know(seat, notice)], seat.protected


def _when(notice: Notice, wishes: WishesOf, here_until: datetime | None) -> datetime:
    """Not before they wish, and not while they look: if they still look then, they have seen it."""
    due = max(wishes.when(notice.at, notice.kind), wishes.after_quiet(clock.now()))
    return max(due, here_until) if here_until else due


def _push(bundle: Bundle, badge: int) -> Push:
    some = bundle.notices
    paths = {path_of(notice) for notice in some}
    return Push(
        person_id=bundle.of[0],
        words=words_of(some, protected=bundle.protected),
        url=paths.pop() if len(paths) == 1 else f"/plans/{bundle.of[1]}/",
        group=bundle.group,
        ttl=KEPT[some[0].kind in REMINDERS],
        urgency="high" if any(notice.kind in PRESSING for notice in some) else "normal",
        badge=badge,
        only=_only(some),
    )


def _only(notices: list[Notice]) -> frozenset[int] | None:
    """The devices that did not take it yet; all of them as soon as anything in the bundle is new."""
    left = [notice.again for notice in notices]
    return frozenset(device for some in left for device in some) if all(left) else None


def _badges(people: set[int]) -> dict[int, int]:
    """How much each has not seen, at all their tables."""
    open_now = Notice.objects.filter(person_id__in=people, state__in=[State.WAITING, State.SENT], at__lte=clock.now())
    rows = open_now.order_by().values_list("person_id").annotate(Count("pk"))
    return defaultdict(int, dict(rows))


def _write_off(claim: UUID, put_off: dict[UUID, datetime], dropped: list[UUID]) -> None:
    mine = Notice.objects.filter(claim=claim, state=State.WAITING)
    if not put_off and not dropped:
        return
    with in_line(), transaction.atomic():
        mine.filter(pk__in=dropped).update(state=State.DROPPED, claimed_until=None)
        for one, at in put_off.items():
            mine.filter(pk=one).update(due_at=at, claimed_until=None)


def _write(claim: UUID, bundle: Bundle, result: PushResult, wishes: WishesOf) -> None:
    """Sent when no device is left to try. Who has no device is told by letter, if they wish it, or finds it here."""
    now = clock.now()
    mine = Notice.objects.filter(claim=claim, state=State.WAITING, pk__in=[one.pk for one in bundle.notices])
    tries = max(notice.tries for notice in bundle.notices) + 1
    if result.again and tries < MOST_TRIES:
        due = max(result.again_at or now, now + pause_after(tries))
        took = {"way": Notice.Way.PUSH, "sent_at": now} if result.accepted else {}
        mine.update(tries=tries, due_at=due, again=sorted(result.again), claimed_until=None, **took)
        return
    was_taken = result.accepted or any(notice.sent_at for notice in bundle.notices)
    nobody_took = not was_taken and (result.again or result.refused)
    mine.update(
        state=State.FAILED if nobody_took else State.SENT,
        way=Notice.Way.PUSH if was_taken else Notice.Way.NONE,
        sent_at=now,
        tries=tries,
        again=[],
        claimed_until=None,
        fall_back_at=wishes.fall_back_at(now),
    )


def pause_after(tries: int) -> timedelta:
    """Half a minute, doubled each time, an hour at the most."""
    return min(FIRST_PAUSE * float(2 ** (tries - 1)), LONGEST_PAUSE)
