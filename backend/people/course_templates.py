"""The templates of a course that a consultant may choose among: the team's own first, then those for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from backend.people.models import CourseTemplate, Person
from backend.people.models.setting import holding_today


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """`sort`: a step to suggest, or a goal to talk about."""

    phase: str
    sort: str
    words: str


@dataclass(frozen=True, slots=True)
class Template:
    """One way that many go, with its lines in order."""

    id: int
    name: str
    lines: tuple[TemplateLine, ...]


def templates_for(person_id: int | None) -> Sequence[Template]:
    """Those that hold today where this person works; three queries at the most."""
    team_id = Person.objects.filter(pk=person_id).values_list("team_id", flat=True).first() if person_id else None
    rows = CourseTemplate.objects.filter(holding_today()).filter(Q(team=None) | Q(team_id=team_id))
    ordered = rows.order_by(F("team").asc(nulls_last=True), "place", "name").prefetch_related("lines")
    return [
        Template(row.pk, row.name, tuple(TemplateLine(one.phase, one.sort, one.words) for one in row.lines.all()))
        for row in ordered
    ]
