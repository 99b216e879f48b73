"""Who comes to a meeting as the third when the consultant changes: the one before or the next, without a place."""

from backend.common.errors import NotHere
from backend.people.models import Person
from backend.plans.commands.base import Change
from backend.plans.models import Member


def third_of(change: Change, person_id: int | None) -> int | None:
    """A consultant names a colleague, the citizen one who was their consultant. Raises NotHere for anybody else."""
    if person_id is None:
        return None
    colleague = Person.objects.filter(pk=person_id, staff_role="consultant", is_active=True)
    places = Member.objects.filter(plan=change.plan, person_id=person_id)
    is_known = change.seat.role == "consultant" or places.filter(role="consultant").exists()
    if not is_known or places.filter(ended_at=None).exists() or not colleague.exists():
        raise NotHere
    return person_id
