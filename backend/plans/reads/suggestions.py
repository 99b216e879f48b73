"""What a template suggests for a plan's course, and what of it stands on the board already. For the consultant."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from backend.common.errors import NotHere
from backend.people.course_templates import Template, TemplateLine, templates_for
from backend.people.models import CoursePhase
from backend.plans.access import Seat, steps_for
from backend.plans.models import Role
from backend.plans.reads.course import read_phases


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`is_there`: a step of these words stands on the board, whoever wrote it."""

    sort: str
    words: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class PhaseOfTemplate:
    """What is suggested for one phase; `is_now`: the plan is in it."""

    kind: str
    is_now: bool
    lines: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class SuggestionsView:
    """`chosen` is one of `templates`, (id, name); None where the municipality has none. The running phase is first."""

    templates: tuple[tuple[int, str], ...]
    chosen: int | None
    phases: tuple[PhaseOfTemplate, ...]


def read_suggestions(seat: Seat, template: str = "") -> SuggestionsView:
    """Of the template with this id, else of the first; six queries. Raises NotHere for everybody but the consultant."""
    if seat.role != Role.CONSULTANT or seat.is_borrowed:
        raise NotHere
    found = templates_for(seat.person_id)
    chosen = next((one for one in found if str(one.id) == template), None)
    if template and chosen is None:
        raise NotHere
    chosen = chosen or next(iter(found), None)
    names = tuple((one.id, one.name) for one in found)
    return SuggestionsView(names, chosen.id if chosen else None, _phases(seat, chosen) if chosen else ())


def _phases(seat: Seat, template: Template) -> tuple[PhaseOfTemplate, ...]:
    now = read_phases(seat)[-1].kind
    there = set(steps_for(seat).values_list("title", flat=True))
    order = {kind: place for place, kind in enumerate(CoursePhase.values)}
    lines = sorted(template.lines, key=lambda line: (line.phase != now, order[line.phase]))
    return tuple(
        PhaseOfTemplate(kind, kind == now, tuple(_line(line, there) for line in those))
        for kind, those in groupby(lines, key=attrgetter("phase"))
    )


def _line(line: TemplateLine, there: set[str]) -> Suggestion:
    return Suggestion(line.sort, line.words, line.words in there)
