"""Meetings: who may plan, ask, begin and lead; what an open one lets be seen, and that it ends."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import AgendaLine, AgendaTemplate, MeetingKind, Organisation, Person, Team
from backend.plans import commands as do
from backend.plans.access import goals_for, steps_for
from backend.plans.forget import forget_removed
from backend.plans.models import Meeting
from backend.plans.models.meeting import LONGEST
from backend.plans.reads.faces import read_table
from backend.plans.reads.meeting import read_meeting, read_meetings
from tests.cast import Cast
from tests.plans.saying_no import refused


def titles(cast: Cast, who: str) -> set[str]:
    return set(steps_for(cast.seat(who)).values_list("title", flat=True))


@pytest.fixture
def shown(cast: Cast) -> UUID:
    """A step that the room may see; there is another that it may not."""
    cast.adds_step(title="Tal om gælden")
    step_id = cast.adds_step(title="Find en klub")
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    return step_id


def test_whoever_is_asked_sees_what_the_room_sees_until_it_ends(cast: Cast, shown: UUID) -> None:
    goal_id = cast.adds_goal(title="Et sted at høre til")
    cast.does("citizen", do.ShowInRoom(subject="goal", subject_id=goal_id))
    meeting_id = cast.plans_meeting("supporter")
    assert titles(cast, "supporter") == set()
    cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    assert titles(cast, "supporter") == {"Find en klub"}
    assert goals_for(cast.seat("supporter")).get().pk == goal_id
    assert titles(cast, "professional") == set(), "who is not asked sees no more"
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert titles(cast, "supporter") == set()
    assert not goals_for(cast.seat("supporter")).exists()


def test_a_goal_in_the_room_brings_none_of_its_hidden_steps(cast: Cast) -> None:
    goal_id = cast.adds_goal()
    cast.adds_step(title="Tal om gælden", goal_id=goal_id)
    cast.does("citizen", do.ShowInRoom(subject="goal", subject_id=goal_id))
    cast.meets("supporter")
    assert titles(cast, "supporter") == set()


def test_those_who_meet_know_of_each_other_by_first_name_while_it_lasts(cast: Cast) -> None:
    meeting_id = cast.meets("supporter", "professional")
    named = {face.name for face in read_table(cast.seat("supporter")).active}
    assert "Dorte" in named
    assert not any("Lund" in name for name in named)
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert "Dorte" not in {face.name for face in read_table(cast.seat("supporter")).active}


def test_one_that_nobody_ended_is_over_by_the_clock(cast: Cast, shown: UUID) -> None:
    meeting_id = cast.meets("supporter")
    with clock.standing_at(clock.now() + LONGEST):
        assert titles(cast, "supporter") == set()
        assert read_meeting(cast.seat("citizen"), meeting_id).state == "over"
        cast.meets("supporter")  # and stands in the way of no other
        assert titles(cast, "supporter") == {"Find en klub"}


def test_taken_off_the_list_they_see_no_more_at_once(cast: Cast, shown: UUID) -> None:
    meeting_id = cast.meets("supporter")
    epoch = cast.seat("citizen").epoch
    cast.does("citizen", do.PassPen(meeting_id=meeting_id, member_id=cast.members["supporter"]))
    cast.does("citizen", do.UnaskFromMeeting(meeting_id=meeting_id, member_id=cast.members["supporter"]))
    assert titles(cast, "supporter") == set()
    assert cast.seat("citizen").epoch > epoch
    assert read_meeting(cast.seat("citizen"), meeting_id).pen is None
    with pytest.raises(NotHere):
        read_meeting(cast.seat("supporter"), meeting_id)


def test_the_citizen_begins_or_whom_they_name(cast: Cast) -> None:
    meeting_id = cast.plans_meeting("supporter")
    refused(cast, "consultant", do.StartMeeting(meeting_id=meeting_id), code="not_allowed")
    cast.does("citizen", do.NameStarter(meeting_id=meeting_id, member_id=cast.members["consultant"]))
    refused(cast, "supporter", do.StartMeeting(meeting_id=meeting_id), code="not_allowed")
    cast.does("consultant", do.StartMeeting(meeting_id=meeting_id))
    pen = read_meeting(cast.seat("supporter"), meeting_id).pen
    assert pen and pen.role == "consultant"


def test_the_pen_is_handed_on_by_its_holder_and_taken_by_the_citizen(cast: Cast) -> None:
    meeting_id, carl = cast.meets("supporter"), cast.members["supporter"]
    refused(cast, "supporter", do.PassPen(meeting_id=meeting_id, member_id=carl), code="not_allowed")
    cast.does("citizen", do.PassPen(meeting_id=meeting_id, member_id=carl))
    item = read_meeting(cast.seat("supporter"), meeting_id).agenda[1]
    cast.does("supporter", do.GoToItem(meeting_id=meeting_id, item_id=item.id))
    refused(cast, "consultant", do.GoToItem(meeting_id=meeting_id, item_id=item.id), code="not_allowed")
    cast.does("citizen", do.PassPen(meeting_id=meeting_id, member_id=cast.members["citizen"]))
    refused(cast, "supporter", do.GoToItem(meeting_id=meeting_id, item_id=item.id), code="not_allowed")
    with pytest.raises(NotHere):
        cast.does("citizen", do.PassPen(meeting_id=meeting_id, member_id=cast.members["professional"]))


def test_a_card_hidden_from_the_room_is_not_lit(cast: Cast, shown: UUID) -> None:
    meeting_id = cast.meets("supporter")
    hidden = cast.adds_step(title="Min egen")
    refused(cast, "citizen", do.LightStep(meeting_id=meeting_id, step_id=hidden), code="hidden")
    cast.does("citizen", do.LightStep(meeting_id=meeting_id, step_id=shown))
    for who in ("citizen", "supporter", "screen"):
        lit = read_meeting(cast.seat(who), meeting_id).lit
        assert lit and lit.id == shown
    cast.does("citizen", do.HideFromRoom(subject="step", subject_id=shown))
    for who in ("supporter", "screen"):
        assert read_meeting(cast.seat(who), meeting_id).lit is None


def test_one_meeting_at_a_time(cast: Cast) -> None:
    cast.meets()
    refused(cast, "citizen", do.StartMeeting(meeting_id=cast.plans_meeting()), code="already_open")


def test_a_new_hour_asks_everybody_again(cast: Cast) -> None:
    meeting_id = cast.plans_meeting("supporter")
    cast.does("supporter", do.AnswerMeeting(meeting_id=meeting_id, answer="coming"))
    then = clock.now() + timedelta(days=9)
    cast.does("consultant", do.MoveMeeting(meeting_id=meeting_id, starts_at=then, minutes=30))
    assert read_meeting(cast.seat("supporter"), meeting_id).answer == ""


def test_a_field_for_day_and_hour_is_meant_in_danish_time(cast: Cast) -> None:
    meeting_id = cast.plans_meeting()
    then = (clock.now() + timedelta(days=9)).astimezone(clock.COPENHAGEN).replace(hour=14, minute=5, tzinfo=None)
    cast.does("citizen", do.MoveMeeting(meeting_id=meeting_id, starts_at=then, minutes=30))
    starts_at = read_meeting(cast.seat("citizen"), meeting_id).starts_at
    assert starts_at and starts_at.astimezone(clock.COPENHAGEN).strftime("%H:%M") == "14:05"


@pytest.mark.parametrize("days", [-2, 3 * 366, 400 * 366])
def test_a_day_that_cannot_be_meant_is_refused(cast: Cast, days: int) -> None:
    plan = do.PlanMeeting(meeting_id=new_id(), meeting_kind=_kind(), starts_at=clock.now() + timedelta(days=days))
    refused(cast, "citizen", plan, code="bad_day")


@pytest.mark.parametrize("link", ["http://moede.example.dk", "javascript:alert(1)", "https://", "moede"])
def test_only_a_safe_link_is_kept(cast: Cast, link: str) -> None:
    told = do.RewordMeeting(meeting_id=cast.plans_meeting(), field="link", text=link)
    refused(cast, "citizen", told, code="bad_link")


def test_called_off_it_can_be_brought_back_and_then_its_words_are_gone(cast: Cast) -> None:
    meeting_id = cast.plans_meeting("supporter")
    cast.does("citizen", do.RewordMeeting(meeting_id=meeting_id, field="purpose", text="Om gælden"))
    cast.does("citizen", do.CancelMeeting(meeting_id=meeting_id))
    assert not read_meetings(cast.seat("supporter")).ahead
    cast.does("citizen", do.RestoreMeeting(meeting_id=meeting_id))
    assert read_meetings(cast.seat("supporter")).ahead
    cast.does("citizen", do.CancelMeeting(meeting_id=meeting_id))
    with clock.standing_at(clock.now() + timedelta(minutes=16)):
        refused(cast, "citizen", do.RestoreMeeting(meeting_id=meeting_id), code="too_late")
        forget_removed()
    assert Meeting.objects.get(pk=meeting_id).purpose == ""


def test_the_agenda_is_the_teams_own_or_the_one_for_all_or_a_good_meetings(cast: Cast) -> None:
    assert len(read_meeting(cast.seat("citizen"), cast.plans_meeting()).agenda) == 8
    kind = MeetingKind.objects.get()
    _template(kind, None, "Fælles punkt")
    assert [item.words for item in read_meeting(cast.seat("citizen"), cast.plans_meeting()).agenda] == ["Fælles punkt"]
    house = Organisation.objects.create(name="Havlunde", kind="municipality")
    team = Team.objects.create(organisation=house, name="Unge")
    Person.objects.filter(pk=cast.consultant.pk).update(team=team)
    _template(kind, team, "Holdets punkt")
    assert [item.words for item in read_meeting(cast.seat("citizen"), cast.plans_meeting()).agenda] == ["Holdets punkt"]


def _template(kind: MeetingKind, team: Team | None, words: str) -> None:
    AgendaLine.objects.create(template=AgendaTemplate.objects.create(meeting_kind=kind, team=team), words=words)


def _kind() -> str:
    return MeetingKind.objects.get_or_create(code="follow_up", defaults={"name": "Opfølgning"})[0].code
