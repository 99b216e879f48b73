"""What a template suggests: the team's own and those for all, the running phase first; nothing lands by itself."""

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.people import first_course_templates as first
from backend.people.models import CourseLine, CoursePhase, CourseTemplate, Organisation, Person, Team
from backend.plans import commands as do
from backend.plans.models import Goal, Phase, Step
from backend.plans.reads.board import read_board
from backend.plans.reads.suggestions import SuggestionsView, read_suggestions
from tests.cast import Cast


@pytest.fixture
def town(cast: Cast) -> Cast:
    """The first templates are there, and the consultant works in a team."""
    first.plant_first(CourseTemplate, CourseLine)
    house = Organisation.objects.create(name="Prøve Kommune", kind="municipality")
    Person.objects.filter(pk=cast.consultant.pk).update(team=Team.objects.create(organisation=house, name="Nord"))
    return cast


def seen(cast: Cast, code: str = "release") -> SuggestionsView:
    return read_suggestions(cast.seat("consultant"), str(CourseTemplate.objects.get(code=code).pk))


def test_five_ways_are_there_from_the_start(town: Cast) -> None:
    names = [name for _, name in read_suggestions(town.seat("consultant")).templates]
    assert names == ["Unge", "Voksne over 30", "Familier", "Ud af kriminalitet", "Nær ved, hvor du bor"]
    first.plant_first(CourseTemplate, CourseLine)
    assert CourseTemplate.objects.count() == len(names)


def test_the_phases_are_the_plans_own() -> None:
    assert CoursePhase.values == Phase.Kind.values


def test_the_phase_one_is_in_stands_first(town: Cast) -> None:
    assert [one.kind for one in seen(town).phases] == ["getting_to_know", "under_way", "begun", "aftercare"]
    town.does("consultant", do.MoveCourse(phase="under_way", began=clock.today()))
    phases = seen(town).phases
    assert [(one.kind, one.is_now) for one in phases][:2] == [("under_way", True), ("getting_to_know", False)]
    assert "Aftal med løsladelsen: Hvem henter dig?" in [line.words for line in phases[0].lines]


def test_nothing_lands_by_itself_and_what_is_taken_waits_for_the_citizens_yes(town: Cast) -> None:
    words = "Aftal med løsladelsen: Hvem henter dig?"
    assert seen(town) and not Step.objects.exists() and not Goal.objects.exists()
    town.adds_step("consultant", title=words)
    there = {line.words: line.is_there for one in seen(town).phases for line in one.lines}
    assert there.pop(words) and not any(there.values())
    (card,) = read_board(town.seat("citizen")).cards
    assert card.suggested_by is not None, "it waits"


def test_a_teams_own_stands_first_for_that_team_and_for_no_other(town: Cast) -> None:
    house = Organisation.objects.get(name="Prøve Kommune")
    mine, theirs = Team.objects.get(name="Nord"), Team.objects.create(organisation=house, name="Syd")
    for team in (mine, theirs):
        CourseTemplate.objects.create(code=team.name.lower(), name=f"Hold {team.name}", team=team, place=9)
    found = read_suggestions(town.seat("consultant"))
    assert found.templates[0][1] == "Hold Nord" and "Hold Syd" not in dict(found.templates).values()
    with pytest.raises(NotHere):
        seen(town, "syd")


def test_one_that_holds_no_more_is_not_offered(town: Cast) -> None:
    CourseTemplate.objects.filter(code="young").update(valid_until=first.SINCE)
    assert "Unge" not in dict(read_suggestions(town.seat("consultant")).templates).values()
    CourseTemplate.objects.all().delete()
    assert read_suggestions(town.seat("consultant")) == SuggestionsView((), None, ())


@pytest.mark.parametrize("who", ["citizen", "supporter", "professional", "screen"])
def test_it_is_the_consultants_to_suggest(town: Cast, who: str) -> None:
    with pytest.raises(NotHere):
        read_suggestions(town.seat(who))
