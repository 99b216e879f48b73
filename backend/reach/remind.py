"""Reminders, made when their hour comes, of what the plans hold then: what was moved or called off reminds nobody."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from backend.common import clock
from backend.common.in_line import in_line
from backend.plans.access import Seat
from backend.plans.reads.check_in import plans_to_ask
from backend.plans.reads.following import (
    heads_of,
    meetings_between,
    my_steps_due,
    plans_with_meetings,
    plans_with_steps_due,
    seats_at,
    were_set_after,
)
from backend.plans.reads.measuring import plans_to_measure_again
from backend.plans.reads.third import thirds_between
from backend.reach import times
from backend.reach.models import Notice, Wishes
from backend.reach.rules import THREE
from backend.reach.wanted import wishes_of

Sort = Notice.Sort
EVERY = timedelta(seconds=20)
FRIDAY, ASKED_AT = 4, 15
_done: dict[tuple[str, date, int], int] = {}  # (sort, day, plan) → the plan's number when this process last looked
_last: list[datetime] = []


def remind() -> int:
    """Once in a while: those whose hour has come; how many. A plan that has not moved since is not asked again."""
    now = clock.now()
    if _last and timedelta() <= now - _last[0] < EVERY:
        return 0
    _last[:] = [now]
    return len(remind_at(now))


def remind_at(now: datetime) -> list[Notice]:
    """What is to be said at this moment and was not said yet."""
    today = clock.day_of(now)
    owed: list[Notice] = []
    for day in (today, today + times.DAY):  # of today, too: the worker may have stood still yesterday evening
        if now >= times.day_before(day):
            plans = plans_with_meetings(*_ahead(day))
            owed += _of_plans(Sort.MEETING_REMINDER, day, plans, meetings_on)
            owed += _thirds(day)
    if now >= times.on_the_day(today):
        owed += _of_plans(Sort.STEP_REMINDER, today, plans_with_steps_due(today), my_steps_due)
        owed += _check_ins(today)
    if today.weekday() == FRIDAY and now.astimezone(clock.COPENHAGEN).hour >= ASKED_AT:
        owed += _questions(today)
    if owed:
        with in_line():
            Notice.objects.bulk_create(owed, ignore_conflicts=True)
    return owed


def meetings_on(seat: Seat, day: date) -> list[object]:
    """One's meetings of that day, unless all of them were set so late that they were news instead."""
    meetings = meetings_between(seat, *_ahead(day))
    return [] if were_set_after(meetings, times.day_before(day)) else [*meetings]


def _thirds(day: date) -> list[Notice]:
    """To whoever comes to a meeting of that day without a place, and was told of it before."""
    found = thirds_between(*_ahead(day))
    of_day = Notice.objects.filter(kind=Sort.MEETING_REMINDER, seq=day.toordinal()) if found else None
    said = set(of_day.values_list("person_id", "plan_id")) if of_day is not None else set()
    fresh = [one for one in found if one[:2] not in said and not were_set_after([one[2]], times.day_before(day))]
    wishes = wishes_of({person_id for person_id, _plan, _meeting in fresh})
    return [
        _reminder(Sort.MEETING_REMINDER, day, plan_id, person_id, page=THREE.format(meeting_id))
        for person_id, plan_id, meeting_id in fresh
        if wishes[person_id].wants(Sort.MEETING_REMINDER)
    ]


def still_the_thirds(notice: Notice) -> bool:
    """The same of a reminder to whoever has no place: is a meeting of that day theirs to come to, as it stands now?"""
    day = date.fromordinal(notice.seq)
    return (notice.person_id, notice.plan_id) in {one[:2] for one in thirds_between(*_ahead(day))}


def still_there(seat: Seat, notice: Notice) -> bool:
    """Asked again before it is sent: is there anything left to be reminded of?"""
    day = date.fromordinal(notice.seq)
    if notice.kind == Sort.MEETING_REMINDER:
        return bool(meetings_between(seat, *_ahead(day)))
    return bool(my_steps_due(seat, day))


def _ahead(day: date) -> tuple[datetime, datetime]:
    """What is left of that day."""
    midnight = datetime.min.time()
    return max(clock.now(), times.moment_on(day, midnight)), times.moment_on(day + times.DAY, midnight)


def _of_plans(
    sort: Notice.Sort, day: date, plans: Iterable[int], found: Callable[[Seat, date], Iterable[object]]
) -> list[Notice]:
    heads = heads_of(plans)
    fresh = [plan_id for plan_id, head in heads.items() if _done.get((sort, day, plan_id)) != head]
    notices = [one for plan_id in fresh for one in _of_plan(sort, day, plan_id, found)]
    for old in [key for key in _done if key[1] < day - 2 * times.DAY]:
        del _done[old]
    _done.update({(sort, day, plan_id): heads[plan_id] for plan_id in fresh})
    return notices


def _of_plan(
    sort: Notice.Sort, day: date, plan_id: int, found: Callable[[Seat, date], Iterable[object]]
) -> list[Notice]:
    seats = [seat for seat in seats_at(plan_id) if found(seat, day)]
    wishes = wishes_of(seat.person_id for seat in seats)
    wanting = [seat.person_id for seat in seats if wishes[seat.person_id or 0].wants(sort)]
    return [_reminder(sort, day, plan_id, person_id) for person_id in wanting]


def _questions(day: date) -> list[Notice]:
    """The question of the week, to citizens who wish it. When it is time to measure again, that is the question."""
    asked = Wishes.objects.filter(weekly=True, person__own_plan__isnull=False, person__is_active=True)
    rows = list(asked.values_list("person_id", "person__own_plan"))
    again = plans_to_measure_again(plan_id for _person_id, plan_id in rows)
    pages = {True: "measurements", False: "week"}
    return [_reminder(Sort.WEEKLY, day, plan, person, page=pages[plan in again]) for person, plan in rows]


def _check_ins(day: date) -> list[Notice]:
    """To citizens in aftercare who are asked today how it goes, and once more to whoever did not answer."""
    plans = plans_to_ask(day)
    citizens = [seat for plan_id in plans for seat in seats_at(plan_id) if seat.role == "citizen"]
    wishes = wishes_of(seat.person_id for seat in citizens)
    wanting = [seat for seat in citizens if wishes[seat.person_id or 0].wants(Sort.CHECK_IN)]
    return [_reminder(Sort.CHECK_IN, day, seat.plan_id, seat.person_id, page="check_ins") for seat in wanting]


def _reminder(sort: Notice.Sort, day: date, plan_id: int, person_id: int | None, *, page: str = "reminder") -> Notice:
    """Due at once, or when the quiet hours are over; the sender asks about those."""
    now = clock.now()
    told = {"person_id": person_id, "plan_id": plan_id, "kind": sort, "seq": day.toordinal()}
    return Notice(**told, page=page, at=now, due_at=now)
