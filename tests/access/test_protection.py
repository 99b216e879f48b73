"""A protected address: no place, institution or hour to anybody but citizen and consultant, whatever they open."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Indicator, Person
from backend.plans import commands as do
from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.journal import entries_after
from backend.plans.reads import board, goal, invitation, step, wall_meeting
from backend.plans.reads.removed import read_removed
from tests.access.everything import WHOLE
from tests.access.rich import Rich, plant
from tests.access.test_canaries import canaries_of
from tests.access.test_canaries_in_bytes import catch_ups, every_url
from tests.access.visitors import browsers, told_by
from tests.cast import gather
from tests.plans.saying_no import refused

ACTED = datetime(2026, 3, 10, 5, 47, tzinfo=clock.COPENHAGEN)
# Copenhagen's, UTC's, and seconds since 1970; not the minute and second at which an answer says it was made.
HOUR = re.compile(r"(?<!:)0[45][.:]47(?!:\d\d GMT)|T05:|\b5[.:]47|17731182")
CANARY = re.compile(r"kanarie\d+x")
NARROW = ("supporter", "professional", "friend", "screen")  # a colleague who looks in finds no protected plan
SEATS = ("citizen", "consultant", *NARROW)
OTHERS = ("supporter", "professional", "screen", "administrator", "leader")


@pytest.fixture
def rich(db: None) -> Iterator[Rich]:
    """Planted at an hour that nothing else happens at, and looked at ten minutes later."""
    with clock.standing_at(ACTED):
        rich = plant(protected=True)
    with clock.standing_at(ACTED + timedelta(minutes=10)):
        yield rich


def test_reads_and_journal_keep_places_institutions_and_hours_to_citizen_and_consultant(rich: Rich) -> None:
    for who in SEATS:
        heard = canaries_of(rich, who)
        assert heard & rich.exactly.keys() == {text for text, seen_by in rich.exactly.items() if who in seen_by}, who
        assert all(who in rich.at_most[text] for text in heard & rich.at_most.keys()), who


def test_no_byte_of_any_address_brings_them_to_anybody_else(rich: Rich) -> None:
    urls, allowed = [*every_url(rich), *catch_ups(rich)], {**rich.at_most, **rich.exactly}
    clients = browsers(rich)
    for who in OTHERS:
        told = {url: _bytes(clients[who], url) for url in urls}
        wrong = [(url, text) for url in told for text in CANARY.findall(told[url]) if who not in allowed[text]]
        assert not wrong, (who, wrong)
        hours = [(url, HOUR.findall(text)) for url, text in told.items() if HOUR.search(text) and "sample" not in url]
        assert not hours, (who, hours)


def _bytes(client: Client, url: str) -> str:
    return told_by(client.get(url))


def test_whoever_is_invited_reads_no_hour_and_whoever_suggested_a_step_not_when_it_was_taken_away(rich: Rich) -> None:
    with clock.standing_at(ACTED):
        one = do.Invite(invitation_id=rich.steps[0], name="Karim", asks="Ring til mig")
        rich.cast.does("citizen", one)
        step_id = rich.cast.adds_step("supporter", "Kom til middag")
        rich.cast.does("citizen", do.RemoveStep(step_id=step_id))
    assert type(invitation.read_offer(one.invitation_id).until) is date
    mine = rich.cast.adds_step("supporter", "Gå en tur")
    rich.cast.does("supporter", do.RemoveStep(step_id=mine))
    may_undo = {gone.id for gone in read_removed(rich.cast.seat("supporter"))}
    assert mine in may_undo and step_id not in may_undo


def test_how_is_written_by_nobody_who_may_not_read_it(db: None) -> None:
    cast = gather(protected=True)
    step_id = cast.adds_step("consultant", how="Bus 4A")
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    refused(cast, "supporter", do.RewordStep(step_id=step_id, field="how", text="Gå", was="gættet"))


def test_the_office_reads_no_place_of_work_of_a_citizen(rich: Rich) -> None:
    client = browsers(rich)["administrator"]
    for one, is_there in ((rich.cast.citizen, False), (rich.cast.consultant, True)):
        told = client.get(f"/office/setup/people/person/{one.pk}/change/").content.decode()
        assert all((f'name="{field}"' in told) is is_there for field in ("organisation", "team", "hours")), one
    place = Person.objects.get(pk=rich.cast.professional.pk).organisation_id
    Person.objects.filter(pk=rich.cast.citizen.pk).update(organisation=place)
    listed = client.get("/office/setup/people/person/").content.decode()
    row = listed.partition("Amina")[2].partition("</tr>")[0]
    assert row and "kanarie" not in row.partition("</a>")[2]


# Denied by default


def test_a_field_that_nobody_named_is_empty() -> None:
    @dataclass(frozen=True)
    class Card:
        title: str
        place: str
        at: datetime
        done_on: datetime
        people: tuple[str, ...]

    @dataclass(frozen=True)
    class Meeting:
        where: str
        count: int

    now = clock.now()
    card = protection.for_others(Card("Ring", "Skovvej 12", now, now, ("Bo",)))
    assert card == Card("Ring", "", None, clock.day_of(now), ())  # type: ignore[arg-type]
    assert protection.for_others(Meeting("Skovvej 12", 3)) == Meeting("", 0)


def test_every_view_that_others_are_handed_is_named_and_no_name_is_left_over(rich: Rich) -> None:
    found: dict[str, type] = {}
    _meet(rich)
    for who in NARROW:
        seat = rich.cast.seat(who)
        for view in _views(seat, rich):
            found |= {type(one).__name__: type(one) for one in _within(view)}
    assert found.keys() <= protection.PASSES.keys()
    assert protection.PASSES.keys() - found.keys() == {"GestureView", "Offer", "WallMeeting"}
    for name, view in {**found, "Offer": invitation.Offer, "WallMeeting": wall_meeting.WallMeeting}.items():
        assert protection.PASSES[name] <= {field.name for field in fields(view)}, name


def _meet(rich: Rich) -> None:
    """A meeting is going on, with something hard said in it and something done before it; a question was reworded."""
    Indicator.objects.filter(code="health").update(words="Hvordan sover du?")
    rich.cast.meets("supporter")
    rich.does("citizen", "add_challenge", challenge_id=new_id(), words="Støj", in_room=True)
    rich.does("citizen", "move_step", step_id=rich.step("citizen", room=True), status="done")


def _views(seat: Seat, rich: Rich) -> Iterator[Any]:
    seen = board.read_board(seat)
    yield [seen.cards, seen.goals, seen.faces, seen.life_goal, entries_after(seat, 0)]
    reads: list[Callable[[], Any]] = [partial(read, seat) for read in WHOLE[1:]]
    reads += [partial(step.read_step, seat, one) for one in rich.steps]
    reads += [partial(goal.read_goal, seat, one) for one in rich.goals]
    for read in reads:
        try:
            yield read()
        except NotHere:
            continue


def _within(thing: Any) -> Iterator[Any]:
    if isinstance(thing, tuple | list):
        for one in thing:
            yield from _within(one)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from _within(getattr(thing, field.name))
