"""Every byte of the wall in every stage of a meeting, searched for what it must not have; and blank, for anything."""

import re
from typing import Any

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans import room
from backend.plans.reads.board import read_board
from tests.access.everything import everything
from tests.access.open_meeting import STAGES, begin, come_to
from tests.access.rich import Rich, plant
from tests.access.visitors import wall
from tests.plans.saying_no import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def rich() -> Rich:
    return plant()


@pytest.mark.parametrize("is_protected", [False, True])
def test_in_no_stage_does_it_get_what_is_not_the_rooms(is_protected: bool) -> None:
    """Surnames, relations, telephones, places, links, notes, remarks, and every card and goal that was not let in."""
    rich = plant(protected=is_protected)
    purpose = rich.canary(*rich.near("screen"))
    meeting_id = begin(rich.cast, "supporter", "professional", purpose=purpose)
    rich.does("citizen", "say_what_matters", meeting_id=meeting_id, words=rich.canary())
    for name in ("place", "link"):
        text = f"https://moede.example.dk/{rich.canary(*rich.near('supporter', 'professional'))}"
        rich.does("citizen", "reword_meeting", meeting_id=meeting_id, field=name, text=text)
    rich.does("citizen", "light_step", meeting_id=meeting_id, step_id=_shown(rich))
    said = {rich.canary("screen") for _kind in range(3)}
    hard, can, home = sorted(said)
    for shown in (True, False):
        words = hard if shown else rich.canary()
        rich.does("citizen", "add_challenge", challenge_id=new_id(), words=words, in_room=shown)
    rich.does("citizen", "suggest_strength", strength_id=new_id(), words=can)
    rich.does("supporter", "suggest_strength", strength_id=new_id(), words=rich.canary("supporter"))
    rich.does("supporter", "say_word", meeting_id=meeting_id, words=home)
    allowed, seen = {**rich.at_most, **rich.exactly}, set[str]()
    for stage in STAGES:
        come_to(rich.cast, meeting_id, stage)
        told = bytes_of(rich)
        seen |= canaries(told)
        assert not [text for text in canaries(told) if "screen" not in allowed[text]], stage
        assert ("wall__until" in told) is (not is_protected), stage
    theirs = {text for text, who in rich.exactly.items() if "screen" in who}
    assert len(seen & theirs) >= len(theirs) * 0.6, "it shows something at all"
    assert (purpose in seen) is (not is_protected) and said <= seen


def _shown(rich: Rich) -> Any:
    return next(card.id for card in read_board(rich.cast.seat("screen")).cards)


def canaries(text: str) -> set[str]:
    return set(re.findall(r"kanarie\d+x", text))


def bytes_of(rich: Rich) -> str:
    """All that a wall gets: its page, and what it missed since the beginning."""
    browser = wall(rich.screen_id)
    page = browser.get(f"/plans/{rich.cast.plan_id}/screen/").content.decode()
    missed = browser.get(f"/api/plans/{rich.cast.plan_id}/catch-up?after=0&page=screen").content.decode()
    return page + missed


def test_it_reads_nothing_in_any_stage_and_comes_back(rich: Rich) -> None:
    meeting_id = begin(rich.cast, "supporter", purpose="Det handler om ro")
    shown = {}
    for stage in STAGES:
        come_to(rich.cast, meeting_id, stage)
        shown[stage] = bytes_of(rich)
        assert canaries(shown[stage]), stage
    rich.does("citizen", "blank_room")
    for stage in STAGES:
        come_to(rich.cast, meeting_id, stage)
        told = bytes_of(rich)
        assert not canaries(told) and "Amina" not in told and "Det handler om ro" not in told, stage
    seat = room.seat_for_screen(screen_id=rich.screen_id, plan_id=rich.cast.plan_id)
    assert not canaries(everything(seat, steps=rich.steps, goals=rich.goals))
    rich.does("citizen", "show_room")
    assert canaries(bytes_of(rich)) == canaries(shown[STAGES[-1]])


def test_while_it_is_blank_it_is_not_even_told_that_something_happens(rich: Rich) -> None:
    rich.does("citizen", "blank_room")
    before, head = bytes_of(rich), rich.cast.seat("screen").head
    rich.step("citizen", room=True)
    rich.does("citizen", "write_life_goal", words="Et hus", was=read_board(rich.cast.seat("citizen")).life_goal.words)
    assert (bytes_of(rich), rich.cast.seat("screen").head) == (before, head)


def test_of_a_remark_the_wall_knows_who_of_those_here_saw_it_and_no_word(rich: Rich) -> None:
    step_id, carl = rich.step("citizen", "supporter", room=True), rich.cast.supporter.first_name
    rich.share("step", step_id, "supporter")
    rich.does("citizen", "move_step", step_id=step_id, status="done")
    rich.does("supporter", "notice_step", remark_id=new_id(), step_id=step_id)
    meeting_id = begin(rich.cast)
    come_to(rich.cast, meeting_id, "since_last")
    assert carl not in bytes_of(rich), "who is not asked is not named"
    rich.does("citizen", "ask_to_meeting", meeting_id=meeting_id, member_id=rich.cast.members["supporter"])
    assert f"{carl} så det" in bytes_of(rich)
    head = rich.cast.seat("screen").head
    rich.does("supporter", "remark_on_step", remark_id=new_id(), step_id=step_id, words="Han kunne næsten ikke gå")
    assert rich.cast.seat("screen").head == head and "næsten" not in bytes_of(rich)
    rich.does("supporter", "remark_on_step", remark_id=new_id(), step_id=step_id, words="Det så jeg")
    assert rich.cast.seat("screen").head == head, "the same in words is words"
    rich.does("supporter", "notice_step", remark_id=new_id(), step_id=step_id)
    assert rich.cast.seat("screen").head == head + 1, "it is told live"


def test_only_the_citizen_makes_it_blank(rich: Rich) -> None:
    for who in ("consultant", "supporter", "professional"):
        refused(rich.cast, who, do.BlankRoom())
        refused(rich.cast, who, do.ShowRoom())
