"""Before a meeting: where it is told, how its agenda is laid, and coming by without an appointment."""

from datetime import timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans import commands as c
from backend.plans.models import AgendaItem, Meeting
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.meeting import read_meeting
from citizen_app.news_words import why
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def agenda(cast: Cast, meeting_id: Any) -> list[str]:
    return [item.words for item in read_meeting(cast.seat("citizen"), meeting_id).agenda]


def test_everybody_who_is_asked_has_the_next_meeting_on_their_first_page(cast: Cast, signed_in: SignedIn) -> None:
    meeting_id = cast.plans_meeting("supporter")
    cast.does("citizen", c.RewordMeeting(meeting_id=meeting_id, field="place", text="Biblioteket"))
    there, page = {}, {"citizen": "today/"}
    for who in cast.members:
        words = read(signed_in(cast.person_of(who)), f"/plans/{cast.plan_id}/{page.get(who, '')}").words
        there[who] = "Næste møde I morgen kl." in words and "Biblioteket" in words
    assert there == {"citizen": True, "consultant": True, "supporter": True, "professional": False}


def test_whoever_is_asked_answers_there(cast: Cast, signed_in: SignedIn) -> None:
    meeting_id, client = cast.plans_meeting("supporter"), signed_in(cast.supporter)
    read(client, f"/plans/{cast.plan_id}/").form("answer_meeting", answer="coming").send(client)
    (guest,) = read_meeting(cast.seat("citizen"), meeting_id).guests
    assert guest.answer == "coming"


def test_a_meeting_that_was_never_held_is_not_the_next(cast: Cast, signed_in: SignedIn) -> None:
    meeting_id = cast.plans_meeting()
    Meeting.objects.filter(pk=meeting_id).update(starts_at=clock.now() - timedelta(days=2))
    assert "Der er ikke aftalt et møde endnu." in read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/today/").words


def test_coming_by_is_seen_by_the_consultant_at_once(cast: Cast, signed_in: SignedIn) -> None:
    MeetingKind.objects.create(name="Kom forbi", code="walk_in")
    client = signed_in(cast.citizen)
    form = read(client, f"/plans/{cast.plan_id}/today/").form("plan_meeting", meeting_kind="walk_in")
    form.send(client, starts_at=f"{clock.today() + timedelta(days=1)}T14:30", meeting_id=str(new_id()))
    (row,) = read_caseload(cast.consultant.pk)
    assert why(row) == "Kommer forbi i morgen kl. 14.30" and row.waits


def test_what_a_consultant_plans_themself_is_no_coming_by(cast: Cast) -> None:
    MeetingKind.objects.create(name="Kom forbi", code="walk_in")
    soon = clock.now() + timedelta(hours=1)
    cast.does("consultant", c.PlanMeeting(meeting_id=new_id(), meeting_kind="walk_in", starts_at=soon))
    (row,) = read_caseload(cast.consultant.pk)
    assert row.why != "comes_by"


def test_both_lay_the_agenda(cast: Cast) -> None:
    meeting_id, item_id = cast.plans_meeting(), new_id()
    usual = agenda(cast, meeting_id)
    cast.does("consultant", c.AddAgendaItem(meeting_id=meeting_id, item_id=item_id, words="Julen"))
    assert agenda(cast, meeting_id) == [*usual, "Julen"]
    first = AgendaItem.objects.filter(meeting=meeting_id)[0].pk
    cast.does("citizen", c.MoveAgendaItem(meeting_id=meeting_id, item_id=item_id, before=first))
    cast.does("citizen", c.RewordAgendaItem(meeting_id=meeting_id, item_id=item_id, words="Jul med Alma", minutes=15))
    cast.does("citizen", c.RemoveAgendaItem(meeting_id=meeting_id, item_id=first))
    assert agenda(cast, meeting_id) == ["Jul med Alma", *usual[1:]]


def test_an_item_is_moved_between_two_however_often(cast: Cast) -> None:
    meeting_id = cast.plans_meeting()
    items = list(AgendaItem.objects.filter(meeting=meeting_id).values_list("pk", flat=True))
    for turn in range(50):
        cast.does("citizen", c.MoveAgendaItem(meeting_id=meeting_id, item_id=items[turn % 2], before=items[2]))
        there = list(AgendaItem.objects.filter(meeting=meeting_id).values_list("pk", flat=True))
        assert there == [items[(turn + 1) % 2], items[turn % 2], *items[2:]]


def test_nobody_else_lays_it_and_what_is_over_stays(cast: Cast) -> None:
    meeting_id = cast.meets("supporter")
    added = c.AddAgendaItem(meeting_id=meeting_id, item_id=new_id(), words="Mit")
    with pytest.raises(Refused):
        cast.does("supporter", added)
    cast.does("citizen", added)
    cast.does("citizen", c.EndMeeting(meeting_id=meeting_id))
    with pytest.raises(Refused, match="over"):
        cast.does("citizen", c.RemoveAgendaItem(meeting_id=meeting_id, item_id=added.item_id))


def test_an_item_of_another_meeting_is_not_here(cast: Cast) -> None:
    one, other = cast.plans_meeting(), cast.plans_meeting()
    item = AgendaItem.objects.filter(meeting=other)[0]
    with pytest.raises(NotHere):
        cast.does("citizen", c.RemoveAgendaItem(meeting_id=one, item_id=item.pk))


def test_that_professionals_talked_is_seen_by_the_two_alone(cast: Cast, signed_in: SignedIn) -> None:
    with pytest.raises(Refused):
        cast.does("citizen", c.NoteDiscussion(discussion_id=new_id(), day=clock.today(), professions="Læge"))
    with pytest.raises(Refused):
        tomorrow = clock.today() + timedelta(days=1)
        cast.does("consultant", c.NoteDiscussion(discussion_id=new_id(), day=tomorrow, professions="Læge"))
    client = signed_in(cast.consultant)
    form = read(client, f"/plans/{cast.plan_id}/meetings/").form("note_discussion")
    form.send(client, professions="Læge og rådgiver", discussion_id=str(new_id()))
    for page in ("meetings/", "visits/"):
        words = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/{page}").words
        assert "Fagfolk talte om planen: Læge og rådgiver I dag · Skrevet ned af Bente Krog" in words
    assert "Læge" not in read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/meetings/").words
