"""What a person wishes of nudges, as one answer: whether, when, and what else if it is not seen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from backend.reach import times
from backend.reach.models import Notice, Wishes

Sort = Notice.Sort
REMINDERS = frozenset({Sort.MEETING_REMINDER, Sort.STEP_REMINDER, Sort.WEEKLY})
NEVER_GATHERED = REMINDERS | {Sort.CHECK_IN}


@dataclass(frozen=True, slots=True)
class WishesOf:
    """Of one person; without a row of their own, the defaults."""

    wishes: Wishes = field(default_factory=Wishes)

    def wants(self, sort: str) -> bool:
        """At all? The question of the week is asked of whoever said yes to it."""
        return self.wishes.weekly if sort == Sort.WEEKLY else sort not in self.wishes.off

    def when(self, moment: datetime, sort: str) -> datetime:
        """The first time from `moment` on: gathered if they wish it so, never in the quiet hours.

        A reminder has its own time and is not gathered; nor is that it goes badly for somebody.
        """
        if self.wishes.rhythm == Wishes.Rhythm.DAILY and sort not in NEVER_GATHERED:
            moment = times.next_at(moment, self.wishes.daily_at)
        return self.after_quiet(moment)

    def after_quiet(self, moment: datetime) -> datetime:
        """The first time from `moment` on outside the quiet hours."""
        return times.after_quiet(moment, self.wishes.quiet_from, self.wishes.quiet_to)

    def fall_back_at(self, sent_at: datetime) -> datetime | None:
        """When a letter follows if they have not been there."""
        if not self.wishes.fall_back:
            return None
        return self.after_quiet(sent_at + timedelta(hours=self.wishes.fall_back_after))


def wishes_of(person_ids: Iterable[int | None]) -> dict[int, WishesOf]:
    """Of several people, in one query."""
    rows = Wishes.objects.filter(person_id__in={one for one in person_ids if one})
    return defaultdict(WishesOf, {row.person_id: WishesOf(row) for row in rows})
