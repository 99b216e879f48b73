"""How often the two meet: what they agreed, what one of them proposes, and by when the next meeting is due by it."""

from dataclasses import dataclass

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands.rhythm import CHOICES
from backend.plans.models import Rhythm
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.follow_up import FollowUp, follow_ups_of


@dataclass(frozen=True, slots=True)
class RhythmView:
    """`days` between meetings as agreed (0: as it falls out); `asked` waits for a yes and was proposed by `asked_by`.

    `choices`: what else may be proposed.
    """

    days: int
    asked: int | None
    asked_by: Face | None
    choices: tuple[int, ...]
    follow_up: FollowUp | None


def read_rhythm(seat: Seat, table: Table | None = None) -> RhythmView:
    """For citizen and consultant. Raises NotHere for everybody else."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    rhythm = Rhythm.objects.filter(plan_id=seat.plan_id).first() or Rhythm()
    by_it = next((one for one in follow_ups_of(seat) if not one.meeting), None) if rhythm.days else None
    asked_by = (table or read_table(seat)).with_role(rhythm.asked_by) if rhythm.asked_by else None
    choices = tuple(days for days in CHOICES if days not in (rhythm.days, rhythm.asked_days))
    return RhythmView(rhythm.days, rhythm.asked_days, asked_by, choices, by_it)
