"""On a real server, many at once for one code, or with one wall's cookie: one of them has the wall."""

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Barrier

import httpx
import pytest

from tests.conftest import StartServer
from tests.server import Server

BEGIN = """
import json
from datetime import timedelta
from backend.common import clock
from backend.common.ids import new_id
from backend.plans import access, commands as c
from backend.plans.change import make_change
from backend.plans.models import Member
told, seen = [], set()
for member in Member.objects.filter(role="consultant", ended_at=None).select_related("plan").order_by("plan_id"):
    if member.person_id in seen: continue
    seen.add(member.person_id)
    citizen = access.seat_for(person_id=member.plan.citizen_id, plan_id=member.plan_id)
    meeting, soon = new_id(), clock.now() + timedelta(hours=1)
    planned = c.PlanMeeting(meeting_id=meeting, meeting_kind="follow_up", starts_at=soon)
    for order in (planned, c.StartMeeting(meeting_id=meeting)):
        make_change(citizen, order, device=new_id(), change_id=new_id())
    told.append([member.plan_id, member.plan.citizen_id, member.person_id])
print("begun", json.dumps(told[:2]))
"""
COUNT = """
from backend.plans.models import Entry, Screen
print("paired", Screen.objects.exclude(meeting=None).count(), Entry.objects.filter(kind="wall_paired").count())
"""


@dataclass
class Broad:
    """Citizen or consultant in a browser, at a plan whose meeting is open."""

    browser: httpx.Client
    plan_id: int

    def types(self, code: str) -> str:
        """The note on what the code found."""
        found = re.search(r'name="found" value="([^"]+)"', self._post(code=code).text)
        return found[1] if found else ""

    def says_yes(self, note: str) -> httpx.Response:
        return self._post(found=note)

    def _post(self, **told: str) -> httpx.Response:
        return self.browser.post(f"/plans/{self.plan_id}/wall/", data=told)


@dataclass
class Table:
    server: Server
    broad: list[Broad]

    def paired(self) -> list[str]:
        """How many screens there are, and how many entries say so."""
        return self.server.manage("shell", "-v0", "-c", COUNT).partition("paired ")[2].split()


@pytest.fixture
def table(live_server_process: StartServer) -> Iterator[Table]:
    server = live_server_process()
    begun = json.loads(server.manage("shell", "-v0", "-c", BEGIN).partition("begun ")[2])
    assert len(begun) == 2, "two consultants, at two plans"
    (here, citizen, consultant), (there, _, colleague) = begun
    who = [(citizen, here), (consultant, here), (colleague, there)]
    broad = [Broad(_entered(server, number, person), plan) for number, (person, plan) in enumerate(who)]
    yield Table(server, broad)
    for one in broad:
        one.browser.close()


def _browser(server: Server, number: int = 0) -> httpx.Client:
    url = server.urls[number % len(server.urls)]
    return httpx.Client(base_url=url, headers={"Origin": url}, timeout=30)


def _entered(server: Server, number: int, person: int) -> httpx.Client:
    browser = _browser(server, number)
    assert browser.post("/demo/enter", data={"person": str(person)}).status_code == 303
    return browser


def _named(server: Server) -> httpx.Client:
    wall = _browser(server)
    assert wall.post("/wall/", data={"room_name": "Mødelokale 2"}).status_code == 303
    return wall


def _code_on(wall: httpx.Client) -> str:
    halves = wall.get("/wall/").text.partition('class="wall-waits__code"')[2].split("<b>")[1:3]
    return " ".join(half.partition("<")[0] for half in halves)


def _at_once(acts: list[Callable[[], httpx.Response]]) -> list[httpx.Response]:
    """All of them in the same moment, each in a thread of its own."""
    gate = Barrier(len(acts))

    def act(one: Callable[[], httpx.Response]) -> httpx.Response:
        gate.wait()
        return one()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(act, acts))


def test_of_all_who_say_yes_to_one_code_at_once_one_has_the_wall(table: Table) -> None:
    wall = _named(table.server)
    code = _code_on(wall)
    notes = [one.types(code) for one in table.broad]
    assert all(notes), "each of them has found it, and none has taken it"
    yes = [(one, note) for one, note in zip(table.broad, notes, strict=True) for _twice in range(2)]
    answers = _at_once([partial(one.says_yes, note) for one, note in yes])
    assert sorted(answer.status_code for answer in answers) == [303, 422, 422, 422, 422, 422]
    assert all("Koden er brugt" in answer.text for answer in answers if answer.status_code == 422)
    assert table.paired() == ["1", "1"]
    winner = next(one for (one, _), answer in zip(yes, answers, strict=True) if answer.status_code == 303)
    assert wall.get("/wall/").headers["Location"] == f"/plans/{winner.plan_id}/screen/"


def test_of_two_browsers_with_one_walls_cookie_one_reads_the_board(table: Table) -> None:
    wall = _named(table.server)
    assert table.broad[0].says_yes(table.broad[0].types(_code_on(wall))).status_code == 303
    copies = [_browser(table.server, number) for number in range(6)]
    for copy in copies:
        copy.cookies.update(wall.cookies)
    _at_once([partial(copy.get, "/wall/") for copy in copies])
    board = f"/plans/{table.broad[0].plan_id}/screen/"
    assert [copy.get(board).status_code for copy in copies].count(200) == 1
