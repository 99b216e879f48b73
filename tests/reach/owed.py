"""Small hands for the tests of notices: an hour of the day, what is owed to whom, what a person wishes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands as do
from backend.reach import remind
from backend.reach.follow import begin_new, follow
from backend.reach.models import Notice, Wishes
from backend.reach.remind import remind_at
from tests.cast import Cast

NOON = "2026-11-24 12:00"  # a Tuesday


@contextmanager
def at(text: str = NOON) -> Iterator[None]:
    """An hour in Copenhagen."""
    with clock.standing_at(datetime.fromisoformat(text).replace(tzinfo=clock.COPENHAGEN)):
        yield


def from_now_on() -> None:
    """Whatever has happened until here is no news."""
    begin_new()
    follow()
    Notice.objects.all().delete()
    remind._done.clear()  # plans of other tests had the same numbers


def writes(cast: Cast, role: str = "consultant", words: str = "Hej") -> None:
    cast.does(role, do.WriteMessage(message_id=new_id(), words=words))


def owed_to(cast: Cast, role: str) -> list[tuple[str, str]]:
    """(sort, state) of everything, oldest first."""
    mine = Notice.objects.filter(person=cast.person_of(role), plan=cast.plan_id)
    return list(mine.order_by("due_at", "seq").values_list("kind", "state"))


def the_one(cast: Cast, role: str) -> Notice:
    return Notice.objects.get(person=cast.person_of(role), plan=cast.plan_id)


def wishes(person: Person, **what: Any) -> None:
    Wishes.objects.update_or_create(person=person, defaults=what)


def reminded() -> int:
    """Those whose hour has come by the clock; how many."""
    return len(remind_at(clock.now()))
