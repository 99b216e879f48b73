"""The teams of the municipality and who works in them: what an administrator sees."""

from dataclasses import dataclass

from backend.people.models import Person, Team


@dataclass(frozen=True, slots=True)
class Colleague:
    """A consultant in a team."""

    person_id: int
    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team and its consultants."""

    id: int
    name: str
    organisation: str
    consultants: tuple[Colleague, ...]


def read_consultants() -> tuple[Colleague, ...]:
    """Every active consultant, by name; one query."""
    consultants = Person.objects.filter(staff_role="consultant", is_active=True).order_by("name", "pk")
    return tuple(Colleague(person.pk, person.name, person.initials) for person in consultants)


def read_teams() -> tuple[TeamView, ...]:
    """Every team with its active consultants, by name; two queries."""
    consultants = Person.objects.filter(staff_role="consultant", is_active=True).order_by("name")
    by_team: dict[int | None, list[Colleague]] = {}
    for person in consultants:
        by_team.setdefault(person.team_id, []).append(Colleague(person.pk, person.name, person.initials))
    teams = Team.objects.select_related("organisation").order_by("name")
    return tuple(TeamView(t.pk, t.name, t.organisation.name, tuple(by_team.get(t.pk, ()))) for t in teams)
