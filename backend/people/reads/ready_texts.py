"""The short texts that a consultant has at hand: their team's own, and those for all."""

from dataclasses import dataclass

from django.db.models import Q

from backend.people.models import Person, ReadyText
from backend.people.models.setting import holding_today


@dataclass(frozen=True, slots=True)
class ReadyTextView:
    """A text to begin with, by the name under which it is chosen."""

    id: int
    name: str
    words: str


def read_ready_texts(person_id: int) -> tuple[ReadyTextView, ...]:
    """Those that hold today where this person works, in the order of the office; one query."""
    team = Person.objects.filter(pk=person_id).values("team")
    there = ReadyText.objects.filter(holding_today()).filter(Q(team=None) | Q(team__in=team))
    return tuple(ReadyTextView(*row) for row in there.values_list("pk", "name", "words"))
