"""A stranger's wall, a used code, a guess, somebody else's code: whoever attacks the pairing gets nowhere."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.test.utils import override_settings

from backend.common import clock
from backend.people.models import Wall
from backend.people.walls import STEP, code_of, walls_with
from backend.plans.models import Screen
from tests.access.open_meeting import begin, code_on, end, named_wall
from tests.access.visitors import signed_in
from tests.cast import Cast, gather

pytestmark = pytest.mark.django_db
NOTE = re.compile(r'name="found" value="([^"]+)"')


@pytest.fixture
def cast() -> Cast:
    return gather()


def types(cast: Cast, code: str, who: str = "consultant", plan_id: int = 0, browser: Client | None = None) -> Any:
    """Somebody types a code in at the plan's page; the answer."""
    browser = browser or signed_in(cast.person_of(who))
    return browser.post(f"/plans/{plan_id or cast.plan_id}/wall/", {"code": code})


def note_in(answer: Any) -> str:
    found = NOTE.search(answer.content.decode())
    return found[1] if found else ""


def says_yes(cast: Cast, note: str, who: str = "consultant", plan_id: int = 0) -> Any:
    return signed_in(cast.person_of(who)).post(f"/plans/{plan_id or cast.plan_id}/wall/", {"found": note})


def pair(cast: Cast, wall: Client, who: str = "consultant") -> None:
    assert says_yes(cast, note_in(types(cast, code_on(wall), who)), who).status_code == 303
    assert wall.get("/wall/").headers["Location"] == board(cast)


def board(cast: Cast) -> str:
    return f"/plans/{cast.plan_id}/screen/"


@pytest.mark.parametrize("who", ["citizen", "consultant"])
def test_a_wall_shows_the_board_when_its_code_is_typed_in_and_the_rooms_name_confirmed(cast: Cast, who: str) -> None:
    begin(cast)
    wall = named_wall("Mødelokale 2")
    asked = types(cast, code_on(wall).lower(), who)
    assert "Mødelokale 2" in asked.content.decode() and "Mødelokale 2" in wall.get("/wall/").content.decode()
    assert not Screen.objects.exists(), "the name is confirmed first"
    key = wall.session.session_key
    assert says_yes(cast, note_in(asked), who).status_code == 303
    assert wall.get("/wall/").headers["Location"] == board(cast)
    assert wall.get(board(cast)).status_code == 200
    assert wall.session.session_key != key, "whoever copied the waiting wall's cookie has nothing"


def test_it_is_for_that_plan_alone_and_dies_with_the_meeting(cast: Cast) -> None:
    meeting_id, wall = begin(cast), named_wall()
    pair(cast, wall)
    assert wall.get(f"/plans/{cast.plan_id}/network/").status_code == 404
    assert wall.get("/plans/999999999/screen/").headers["Location"] == "/wall/"
    end(cast, meeting_id)
    assert wall.get(board(cast)).headers["Location"] == "/wall/"
    assert wall.get(f"/api/plans/{cast.plan_id}/catch-up?after=0&page=screen").status_code == 404
    calm = wall.get("/wall/").content.decode()
    assert "Skærmen viser ikke noget" in calm and "wall-waits__code" not in calm and "Amina" not in calm
    with clock.standing_at(clock.now() + timedelta(minutes=2)):
        begin(cast)
        pair(cast, wall)
        assert wall.get(board(cast)).status_code == 200


def test_it_dies_with_the_clock_when_nobody_ends_the_meeting(cast: Cast) -> None:
    begin(cast)
    wall = named_wall()
    pair(cast, wall)
    with clock.standing_at(clock.now() + timedelta(hours=6, seconds=1)):
        assert wall.get(board(cast)).headers["Location"] == "/wall/"


def test_a_code_counts_once_and_for_two_minutes(cast: Cast) -> None:
    meeting_id, wall = begin(cast), named_wall()
    code = code_on(wall)
    note = note_in(types(cast, code))
    assert says_yes(cast, note).status_code == 303
    assert says_yes(cast, note).status_code == 422, "the same note again"
    end(cast, meeting_id)
    begin(cast)
    assert not note_in(types(cast, code)), "the same code again, at another meeting"
    other = named_wall()
    code = code_on(other)
    for later, is_good in ((STEP, True), (2 * STEP, False)):
        with clock.standing_at(clock.now() + later):
            assert bool(note_in(types(cast, code))) is is_good
            assert code_on(other) != code


def test_a_found_wall_must_be_confirmed_by_the_same_person_for_the_same_meeting_within_two_minutes(cast: Cast) -> None:
    meeting_id, wall = begin(cast), named_wall()
    note = note_in(types(cast, code_on(wall)))
    assert says_yes(cast, note, "citizen").status_code == 422
    assert says_yes(cast, note[:-3] + "abc").status_code == 422
    end(cast, meeting_id)
    begin(cast)
    assert says_yes(cast, note).status_code == 422, "it was another meeting"
    assert not Screen.objects.exists()


def test_nobody_pairs_without_an_open_meeting_or_a_place(cast: Cast) -> None:
    wall = named_wall()
    assert types(cast, code_on(wall)).status_code == 422
    begin(cast)
    for who in ("supporter", "professional", "stranger"):
        assert types(cast, code_on(wall), who).status_code == 404
    assert types(cast, code_on(wall), plan_id=999_999_999).status_code == 404
    assert wall.post(f"/plans/{cast.plan_id}/wall/", {"code": code_on(wall)}).status_code == 302
    assert not Screen.objects.exists()


def test_guessing_ends_after_five_tries_and_the_right_code_is_answered_as_a_wrong_one(cast: Cast) -> None:
    begin(cast)
    wall = named_wall()
    browser = signed_in(cast.consultant)
    answers = [types(cast, f"{guess:08d}", browser=browser).content for guess in range(5)]
    right = types(cast, code_on(wall), browser=browser)
    assert right.status_code == 422 and {*answers} == {right.content}
    with clock.standing_at(clock.now() + timedelta(minutes=10)):
        assert note_in(types(cast, code_on(wall), browser=browser))


def test_five_tries_at_one_wall_whoever_makes_them(cast: Cast) -> None:
    """The first half may be overheard: the second is then not to be tried through by many."""
    code = code_on(named_wall()).replace(" ", "")
    for guess in range(5):
        assert not walls_with(f"{code[:4]}000{guess}")
    assert not walls_with(code)


# Two ids whose codes are the same at noon, under this key: found by trying two and a half million.
TWINS = ("00000000-0000-4000-8000-000000258d3e", "00000000-0000-4000-8000-00000007484b")
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


@override_settings(SECRET_KEY="of the twins")
def test_two_walls_with_the_same_code_get_nowhere(cast: Cast) -> None:
    with clock.standing_at(NOON):
        begin(cast)
        one, other = (Wall.objects.create(pk=twin, room_name="Lokale", named_at=clock.now()) for twin in TWINS)
        code = code_of(UUID(TWINS[0]), round=0, at=NOON)
        assert code == code_of(UUID(TWINS[1]), round=0, at=NOON)
        assert not note_in(types(cast, code))
        other.delete()
        assert note_in(types(cast, code)), f"{one} alone is found"


def test_a_wall_that_shows_something_cannot_be_taken_over(cast: Cast) -> None:
    begin(cast)
    wall = named_wall()
    pair(cast, wall)
    one = Wall.objects.get()
    next_code = code_of(one.pk, round=one.round, at=clock.now())
    assert not note_in(types(cast, next_code))


def test_looking_changes_nothing(cast: Cast) -> None:
    begin(cast)
    wall = named_wall()
    code_on(wall)
    before = list(Wall.objects.values()), wall.session.session_key, cast.seat("citizen").head
    for browser in (wall, signed_in(cast.consultant), Client()):
        for page in ("/wall/", "/wall/code/", f"/plans/{cast.plan_id}/wall/?code={code_on(wall)}&found=1&close=1"):
            browser.get(page)
    assert (list(Wall.objects.values()), wall.session.session_key, cast.seat("citizen").head) == before


def test_a_board_opened_for_a_wall_is_for_its_browser_alone(cast: Cast) -> None:
    begin(cast)
    wall, other = named_wall(), named_wall()
    pair(cast, wall)
    assert other.get("/wall/").status_code == 200
    assert other.get(board(cast)).headers["Location"] == "/wall/"


def test_the_picture_leads_to_the_page_of_the_one_open_meeting(cast: Cast) -> None:
    desk = signed_in(cast.consultant)
    assert "Start mødet først" in desk.get("/wall/code/").content.decode()
    begin(cast)
    assert desk.get("/wall/code/").headers["Location"] == f"/plans/{cast.plan_id}/wall/"
