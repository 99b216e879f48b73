"""Who looks at a plan now, and so is not nudged about it. For a minute, for the sender alone, shown to nobody."""

import threading
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from backend.common import clock
from backend.common.in_line import in_line
from backend.people.models import Person
from backend.plans.reads.following import heads_of
from backend.reach.models import Notice, Presence

LIFE = timedelta(seconds=60)
OPEN = (Notice.State.WAITING, Notice.State.SENT, Notice.State.FAILED)
Here = tuple[int, int]  # (person, plan)
_here: dict[Here, datetime] = {}
_one_at_a_time = threading.Lock()


def is_here(*, person_id: int | None, plan_id: int) -> None:
    """A page of this plan is before somebody's eyes. Costs nothing now: it is written down within a second."""
    if person_id is not None:
        with _one_at_a_time:
            _here[person_id, plan_id] = clock.now()


def write_down() -> int:
    """The marks since the last time, and what those people have seen by it; how many marks."""
    with _one_at_a_time:
        here = dict(_here)
        _here.clear()
    here = _still_there(here)
    if here:
        marks = [Presence(person_id=who, plan_id=plan, until=at + LIFE) for (who, plan), at in here.items()]
        with in_line(), transaction.atomic():
            Presence.objects.bulk_create(
                marks, update_conflicts=True, update_fields=["until"], unique_fields=["person", "plan"]
            )
            _close(here)
    return len(here)


def _still_there(here: dict[Here, datetime]) -> dict[Here, datetime]:
    """Without whoever's account, or which plan, has gone since: one of them would keep all others from being noted."""
    people, plans = {who for who, _ in here}, {plan for _, plan in here}
    people &= set(Person.objects.filter(pk__in=people).values_list("pk", flat=True))
    plans &= heads_of(plans).keys()
    return {(who, plan): at for (who, plan), at in here.items() if who in people and plan in plans}


def _close(here: Mapping[Here, datetime]) -> None:
    """What they were owed, or were told, up to now. No more is kept of it than that: not when, not where."""
    owed = Notice.objects.filter(state__in=OPEN, person_id__in={who for who, _ in here})
    for pair in set(owed.values_list("person_id", "plan_id")) & set(here):
        who, plan = pair
        seen = Notice.objects.filter(state__in=OPEN, person_id=who, plan_id=plan, at__lte=here[pair])
        seen.update(state=Notice.State.SEEN, fall_back_at=None, claimed_until=None)


def those_here(people: set[int]) -> dict[Here, datetime]:
    """Which of these look at which plan, and until when that is so."""
    marks = Presence.objects.filter(person_id__in=people, until__gt=clock.now())
    return {(who, plan): until for who, plan, until in marks.values_list("person_id", "plan_id", "until")}


def forget_old() -> None:
    """Marks that have run out."""
    with in_line():
        Presence.objects.filter(until__lte=clock.now()).delete()
