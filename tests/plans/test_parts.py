"""Each administration's own part of a meeting; and what was noted or taken off by mistake, for a quarter of an hour."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import AgendaLine, AgendaTemplate, MeetingKind
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.models import AgendaItem, Discussion, Meeting
from backend.plans.reads.agenda import ItemView
from backend.plans.reads.board import read_board
from backend.plans.reads.discussion import read_discussions
from backend.plans.reads.meeting import read_meeting
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.removed import read_removed, removed_from_agenda
from citizen_app.minutes_words import parts_of
from tests.cast import Cast, gather
from tests.plans.saying_no import finds_nothing, refused

LATER = timedelta(minutes=16)


def joint(cast: Cast, *guests: str) -> UUID:
    """A joint meeting by the office's template: two administrations, each with a part of its own."""
    kind, _ = MeetingKind.objects.get_or_create(code="network_meeting", defaults={"name": "Stormøde"})
    template = AgendaTemplate.objects.create(meeting_kind=kind, valid_from=clock.today())
    for place, name in enumerate(("Jobcenter", "Ydelse")):
        AgendaLine.objects.create(template=template, words=f"Det kan {name}", administration=name, place=place)
    return cast.plans_meeting(*guests)


def items(cast: Cast, who: str, meeting_id: UUID) -> tuple[ItemView, ...]:
    return read_meeting(cast.seat(who), meeting_id).agenda


def parts(cast: Cast, who: str, meeting_id: UUID) -> list[tuple[str, str]]:
    return [(one.administration, one.answers.name if one.answers else "") for one in items(cast, who, meeting_id)]


def answers(cast: Cast, meeting_id: UUID, place: int, who: str, **said: Any) -> do.NamePart:
    item = items(cast, "citizen", meeting_id)[place]
    said = {"administration": item.administration, **said}
    return do.NamePart(meeting_id=meeting_id, item_id=item.id, member_id=cast.members[who], **said)


@pytest.mark.django_db
@pytest.mark.parametrize("protected", [False, True])
def test_who_answers_for_a_part_stands_on_phone_wall_and_in_the_minutes(protected: bool) -> None:
    cast = gather(protected=protected)
    meeting_id = joint(cast, "professional", "supporter")
    cast.does("consultant", answers(cast, meeting_id, 0, "professional"))
    cast.does("citizen", answers(cast, meeting_id, 1, "consultant"))
    told = [("Jobcenter", "Dorte Lund"), ("Ydelse", "Bente Krog")]
    assert parts(cast, "citizen", meeting_id) == parts(cast, "consultant", meeting_id) == told
    cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    hidden = [("", ""), ("", "")]
    assert parts(cast, "supporter", meeting_id) == (hidden if protected else [("Jobcenter", "Dorte"), told[1]])
    wall = read_board(cast.seat("screen")).meeting
    assert wall is not None
    assert (wall.administration, wall.answers.name if wall.answers else "") == (
        ("", "") if protected else ("Jobcenter", "Dorte")
    )
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    mine, theirs = (parts_of(read_minutes(cast.seat(who), meeting_id)) for who in ("citizen", "supporter"))
    lines = next(part.lines for part in mine if part.name == "parts")
    assert [line.text for line in lines] == ["Jobcenter", "Ydelse"]
    assert lines[0].notes == ("Det kan Jobcenter", "Dorte Lund svarede for delen")
    assert not [part for part in theirs if part.name == "parts"]


def test_only_who_comes_answers_and_who_is_taken_off_answers_no_more(cast: Cast) -> None:
    meeting_id = joint(cast, "professional")
    finds_nothing(cast, "citizen", answers(cast, meeting_id, 0, "supporter"))
    refused(cast, "professional", answers(cast, meeting_id, 0, "professional"))
    cast.does("citizen", answers(cast, meeting_id, 0, "professional"))
    cast.does("citizen", do.UnaskFromMeeting(meeting_id=meeting_id, member_id=cast.members["professional"]))
    assert parts(cast, "citizen", meeting_id)[0] == ("Jobcenter", "")
    cast.does("citizen", answers(cast, meeting_id, 1, "consultant", administration="  "))
    assert parts(cast, "citizen", meeting_id)[1] == ("", ""), "a part of nobody's has nobody who answers for it"


def test_an_item_taken_off_comes_back_where_it_was_for_a_quarter_of_an_hour(cast: Cast) -> None:
    meeting_id = joint(cast, "supporter")
    cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    before = items(cast, "citizen", meeting_id)
    item = {"meeting_id": meeting_id, "item_id": before[0].id}
    cast.does("citizen", do.RemoveAgendaItem(**item))
    assert Meeting.objects.get(pk=meeting_id).item_id is None
    finds_nothing(cast, "citizen", do.GoToItem(**item))
    assert [one.id for one in removed_from_agenda(cast.seat("consultant"), meeting_id)] == [before[0].id]
    assert not removed_from_agenda(cast.seat("supporter"), meeting_id)
    cast.does("consultant", do.RestoreAgendaItem(**item))
    assert [one.id for one in items(cast, "citizen", meeting_id)] == [one.id for one in before]
    cast.does("citizen", do.RemoveAgendaItem(**item))
    with clock.standing_at(clock.now() + LATER):
        refused(cast, "citizen", do.RestoreAgendaItem(**item), code="too_late")
        assert forget_removed() == 1
    assert not AgendaItem.objects.filter(pk=before[0].id).exists()


def test_talk_noted_by_mistake_is_taken_back_at_once_and_later_it_stays(cast: Cast) -> None:
    slip, true = new_id(), new_id()
    for one in (slip, true):
        cast.does("consultant", do.NoteDiscussion(discussion_id=one, day=clock.today(), professions="Læge"))
    refused(cast, "citizen", do.RemoveDiscussion(discussion_id=slip))
    cast.does("consultant", do.RemoveDiscussion(discussion_id=slip))
    assert [one.id for one in read_discussions(cast.seat("citizen"))] == [true]
    assert [one.id for one in read_removed(cast.seat("consultant")) if one.kind == "discussion"] == [slip]
    assert not read_removed(cast.seat("citizen"))
    cast.does("consultant", do.RestoreDiscussion(discussion_id=slip))
    cast.does("consultant", do.RemoveDiscussion(discussion_id=slip))
    with clock.standing_at(clock.now() + LATER):
        refused(cast, "consultant", do.RemoveDiscussion(discussion_id=true), code="too_late")
        assert not read_discussions(cast.seat("consultant"))[0].may_remove
        refused(cast, "consultant", do.RestoreDiscussion(discussion_id=slip), code="too_late")
        forget_removed()
    assert list(Discussion.objects.values_list("pk", flat=True)) == [true]
