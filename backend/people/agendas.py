"""The usual agenda of a kind of meeting: the team's own, else the one for all, else that of a good meeting."""

from dataclasses import dataclass

from backend.people.models import AgendaTemplate, Person, Stage
from backend.people.models.setting import holding_today

# The eight rooms of a good meeting in sixty minutes (Halsnæs, "Sammen om ny velfærd"; Ballerup's joint meetings).
_MINUTES = {
    Stage.WELCOME: 5,
    Stage.SINCE_LAST: 7,
    Stage.STRENGTHS: 8,
    Stage.LIFE_GOAL: 10,
    Stage.HARD: 8,
    Stage.WHO_WHEN: 12,
    Stage.AGREED: 6,
    Stage.TAKE_HOME: 4,
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to come to, how many minutes it is meant to take, and whose own part it is."""

    words: str
    stage: str
    minutes: int
    administration: str = ""


def agenda_for(*, kind_id: int, consultant_id: int | None) -> tuple[Item, ...]:
    """What a meeting of this kind comes to, where this consultant works; three queries at the most."""
    at_work = Person.objects.filter(pk=consultant_id) if consultant_id else Person.objects.none()
    team_id = at_work.values_list("team_id", flat=True).first()
    held = AgendaTemplate.objects.filter(holding_today(), meeting_kind_id=kind_id).order_by("-valid_from", "-pk")
    own = held.filter(team_id=team_id).first() if team_id else None
    template = own or held.filter(team=None).first()
    if template is None:
        return tuple(Item(str(stage.label), stage, minutes) for stage, minutes in _MINUTES.items())
    lines = template.lines.all()
    return tuple(Item(line.words, line.stage, line.minutes, line.administration) for line in lines)
