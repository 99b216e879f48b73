"""The law of the live board: for every command and every seat, the old page with the fragments is the fresh page."""

from collections.abc import Iterator
from copy import copy, deepcopy
from difflib import unified_diff
from functools import cached_property
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import commands
from citizen_app import page_cache
from citizen_app.catch_up import catch_up
from citizen_app.stale import STALE
from tests.live import dom
from tests.live.acts import ACTS
from tests.live.acts_of_conversation import CONVERSATION
from tests.live.acts_of_meeting import IN_A_MEETING, MEETINGS
from tests.live.acts_of_progress import PROGRESS
from tests.live.scene import Scene, set_the_scene
from tests.own_database import let_transactions_wait

pytestmark = pytest.mark.django_db

PAGES = [
    ("citizen", "way", ""),
    ("citizen", "board", "?view=board"),
    ("citizen", "today", "today/"),
    ("citizen", "step:agreement", "steps/{agreement}/"),
    ("consultant", "desk", ""),
    ("supporter", "shared", ""),
    ("professional", "shared", ""),
    ("supporter", "step:doing", "steps/{doing}/"),
    ("screen", "screen", "screen/"),
    ("citizen", "goal:goal", "goals/{goal}/"),
    ("citizen", "life_goal", "life-goal/"),
    ("citizen", "course", "course/"),
    ("consultant", "course", "course/"),
    ("consultant", "suggestions", "course/suggestions/"),
    ("citizen", "offers", "offers/"),
    ("professional", "offers", "offers/"),
    ("consultant", "who", "who/"),
    ("supporter", "who_by_day", "who/day/"),
    ("citizen", "strengths", "strengths/"),
    ("citizen", "network", "network/"),
    ("consultant", "network", "network/"),
    ("citizen", "me", "me/"),
    ("consultant", "step:suggested", "steps/{suggested}/"),
    ("consultant", "progress_over_time", "progress/over-time/"),
]
AT_SOME = [  # still at all other acts
    ("citizen", "consents", "consents/"),
    ("consultant", "consents", "consents/"),
    ("citizen", "visits", "visits/"),
]
OF_MEETINGS = [
    ("citizen", "meetings", "meetings/"),
    ("citizen", "reminders", "reminders/"),
    ("supporter", "meetings", "meetings/"),
    ("citizen", "meeting:meeting", "meetings/{meeting}/"),
    ("consultant", "meeting:meeting", "meetings/{meeting}/"),
    ("supporter", "meeting:meeting", "meetings/{meeting}/"),
    ("professional", "meeting:meeting", "meetings/{meeting}/"),
]
OTHERS = ("_room", "_member", "_ran_out", "_meeting", "_goal", "_goal_area", "_offer")  # move those of progress, too
OF_PROGRESS = [(who, "progress", "progress/") for who in ("citizen", "consultant", "supporter", "professional")]
OF_PROGRESS += [
    (who, "progress_over_time", "progress/over-time/") for who in ("citizen", "consultant", "supporter", "professional")
]
OF_PROGRESS += [("citizen", "progress_areas", "progress/areas/")]
OF_PROGRESS += [(who, "communities", "communities/") for who in ("citizen", "consultant", "supporter", "professional")]
OF_PROGRESS += [(who, "measurements", "measurements/") for who in ("citizen", "consultant", "supporter")]
OF_PROGRESS += [(who, "measured:eleven", "measurements/eleven/") for who in ("citizen", "consultant", "supporter")]
OF_PROGRESS += [("citizen", f"answer:{code}", f"measurements/{code}/answer/") for code in ("eleven", "own_goals")]
OF_TALK = [("citizen", "conversation", "conversation/"), ("consultant", "conversation", "conversation/")]
EVERY_ACT = [(kind, place) for kind in sorted(ACTS) for place in range(len(ACTS[kind]))]
# On PostgreSQL each command once.
OF_THIS_DATABASE = [act for act in EVERY_ACT if connection.vendor == "sqlite" or act[1] == 0]


class Window:
    """A page as one person had it before, and what the server says of it now."""

    def __init__(self, scene: Scene, role: str, page: str, path: str) -> None:
        self.scene, self.role = scene, role
        ids = {
            name: str(thing) for name, thing in {**scene.steps, "goal": scene.goal, "meeting": scene.meeting}.items()
        }
        name, _, subject = page.partition(":")
        self.page = f"{name}:{ids.get(subject, subject)}" if subject else name
        self.path = f"/plans/{scene.cast.plan_id}/{path.format(**ids)}"
        self.client = Client()
        self.client.force_login(getattr(scene.cast, "consultant" if role == "screen" else role))
        response = self._get()
        self.is_there = response.status_code == 200
        self.html = response.content.decode()
        self.number = self.seat().head if self.is_there else 0

    def in_the(self, scene: Scene) -> "Window":
        """The same page, open in this scene, which has come no further."""
        same = copy(self)
        same.scene = scene
        return same

    def _get(self) -> Any:
        return self.client.get(self.path)

    @cached_property
    def old(self) -> dom.Node:
        return dom.read(self.html)

    def seat(self) -> Any:
        return self.scene.cast.seat(self.role)

    def frame(self) -> dict[str, Any]:
        return catch_up(self.seat(), language="da", page=self.page, after=self.number)

    def differences(self) -> str:
        """What the old page with its fragments, put there once and twice, shows otherwise than the fresh one."""
        if not self.is_there:
            return ""
        response = self._get()
        try:
            frame = self.frame()
        except NotHere:
            return "" if response.status_code == 404 else f"no frame, but {response.status_code}"
        if frame.get("reload"):
            return ""
        if response.status_code != 200:
            return f"{self.page}: the page is gone, and its frame does not say reload"
        html = response.content.decode()
        if html == self.html and not frame["fragments"]:
            return ""
        fresh = self._picture(dom.read(html))
        dom.apply(self.old, frame)
        once = self._picture(self.old)
        dom.apply(self.old, frame)
        twice = self._picture(self.old)
        diff = [*unified_diff(once, fresh, lineterm=""), *unified_diff(once, twice, lineterm="")]
        return "\n".join([f"{self.role}, {self.page}:", *diff]) if diff else ""

    def _picture(self, page: dom.Node) -> list[str]:
        return dom.picture(page, is_narrow=not self.seat().is_broad).split("\n")


class Before:
    """The scene as it is before every act, and the pages it was seen on."""

    def __init__(self) -> None:
        self.scene = set_the_scene()
        self.scene.cast.colleague()  # with whom the consultant's house is told
        self._windows = {
            page: Window(self.scene, *page) for page in (*AT_SOME, *OF_MEETINGS, *OF_TALK, *OF_PROGRESS, *PAGES)
        }
        self._head = self.scene.cast.seat("citizen").head
        self.at = clock.now()

    def windows(self, pages: list[tuple[str, str, str]], scene: Scene) -> list[Window]:
        """Those pages; opened anew where an act began with another."""
        if scene.cast.seat("citizen").head != self._head:
            return [Window(scene, *page) for page in pages]
        return [self._windows[page].in_the(scene) for page in pages]


@pytest.fixture(scope="module")
def before(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Before]:
    """Made once: each test acts in a transaction within this one, of which nothing is left."""
    with django_db_blocker.unblock(), transaction.atomic():
        let_transactions_wait()
        yield Before()
        transaction.set_rollback(True)


@pytest.fixture
def scene(before: Before, db: None) -> Iterator[Scene]:
    """Of this test alone, at the moment of the pages; what another came to by the same number is forgotten."""
    page_cache._pages.clear()
    with clock.standing_at(before.at):
        yield deepcopy(before.scene)


@pytest.mark.parametrize(("kind", "place"), OF_THIS_DATABASE)
def test_the_old_page_with_the_fragments_is_the_fresh_page(
    before: Before, scene: Scene, request: pytest.FixtureRequest, kind: str, place: int
) -> None:
    role, make = ACTS[kind][place]
    command = make(scene)
    of_meetings = OF_MEETINGS if kind in (*MEETINGS, *IN_A_MEETING) else []
    of_talk = OF_TALK if kind in CONVERSATION or kind.endswith(("_step", "_goal")) else []
    of_progress = OF_PROGRESS if kind in PROGRESS or kind.endswith(OTHERS) else []
    rest = [page for page in PAGES if page[1] in ("today", "me", "network")] if kind in PROGRESS else PAGES
    pages = [*of_progress, *(AT_SOME if kind.endswith(("_consent", "look_in")) else ()), *of_meetings, *of_talk, *rest]
    met = pages if request.config.getoption("--every-page") else _met_here(pages, kind, place)
    windows = before.windows(met, scene)
    assert sum(not window.is_there for window in windows) < len(windows) / 2
    scene.cast.does(role, command)
    differences = "\n".join(filter(None, (window.differences() for window in windows)))
    assert not differences, differences


def _met_here(pages: list[tuple[str, str, str]], kind: str, place: int) -> list[tuple[str, str, str]]:
    """Each command's first act meets every page, half of them on either database; its others meet a third in turn."""
    turn = EVERY_ACT.index((kind, place))
    if place:
        return pages[turn % 3 :: 3]
    return pages[(turn + (connection.vendor == "sqlite")) % 2 :: 2]


def test_every_command_is_tried_here() -> None:
    assert set(ACTS) == set(commands.COMMANDS)


def test_every_entry_kind_says_what_goes_stale() -> None:
    assert {command.told for command in commands.COMMANDS.values()} <= set(STALE)


def test_everything_at_once_and_forty_moves_of_one_card_are_one_fragment(before: Before, scene: Scene) -> None:
    windows = before.windows(PAGES, scene)
    for number in range(40):
        status = ("doing", "agreed")[number % 2]
        scene.cast.does("citizen", commands.MoveStep(step_id=scene.steps["agreement"], status=status))  # type: ignore[arg-type]
    for window in windows:
        assert not window.differences()
        cards = [f for f in window.frame()["fragments"] if "in" in f]
        assert len(cards) <= 1
