"""What the municipality stands by, in its own order."""

from backend.people.models import Principle
from backend.people.models.setting import holding_today


def read_principles() -> tuple[str, ...]:
    """The sentences that hold today; one query."""
    return tuple(Principle.objects.filter(holding_today()).values_list("words", flat=True))
