"""What others do beside the page that is looked at without signal, and what a case of it is."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx

from backend.common import clock
from backend.plans.commands.invitation import PROMISE

Texts = dict[str, str]
SOON = f"{clock.today() + timedelta(days=30)}T10:00"  # as a field for day and hour sends it
WAITS = ":is(form, summary)[data-pending]"


class Hands:
    """What people at the demo's main table do beside the page that is looked at, each from a device of their own."""

    def __init__(self, people: dict[str, httpx.Client], plan_id: str) -> None:
        self._people, self.plan_id = people, plan_id

    def do(self, kind: str, *, by: str = "citizen", **fields: Any) -> None:
        letter = {"device": new_id(), "changes": [{"change_id": new_id(), "kind": kind, **fields}]}
        answer = self._people[by].post(f"/api/plans/{self.plan_id}/changes", json=letter).json()
        assert answer["outcomes"][0]["status"] == "accepted", answer

    def page(self, path: str) -> str:
        """A page of the plan as the citizen has it."""
        return self._people["citizen"].get(f"/plans/{self.plan_id}/{path}").text

    def step(self, title: str, *, by: str = "citizen", status: str = "wish") -> str:
        step_id = new_id()
        self.do("add_step", by=by, step_id=step_id, title=title)
        if status != "wish":
            self.do("move_step", step_id=step_id, status=status)
        return step_id

    def goal(self, title: str = "Et roligt hjem") -> str:
        goal_id = new_id()
        self.do("add_goal", goal_id=goal_id, title=title, life_area="home")
        return goal_id

    def strength(self, words: str = "Laver god suppe", *, by: str = "citizen") -> str:
        strength_id = new_id()
        self.do("suggest_strength", by=by, strength_id=strength_id, words=words)
        return strength_id

    def remark(self, step_id: str, words: str = "Under måtten") -> str:
        remark_id = new_id()
        self.do("remark_on_step", remark_id=remark_id, step_id=step_id, words=words, audience="us")
        return remark_id

    def read(self, by: str) -> None:
        """Whoever opens the conversation next has nothing new there."""
        self._people[by].post(f"/plans/{self.plan_id}/conversation/read/", data={"upto": 999})

    def question(self) -> str:
        question_id = new_id()
        said = {"giver": f"Afdeling {question_id[:8]}", "receiver": "Sundhed", "until": "2031-05-04"}
        self.do("ask_consent", by="consultant", question_id=question_id, what="Min plan", why="Så vi ved det", **said)
        return question_id

    def look_in(self) -> str:
        """A colleague of the consultant's, in a browser of their own, gives a reason; the look's id."""
        with httpx.Client(base_url=self._people["citizen"].base_url, follow_redirects=True) as colleague:
            people = colleague.get("/demo/").text.partition("<b>Lone")[0]
            colleague.post("/demo/enter", data={"person": re.findall(r'name="person" value="(\d+)"', people)[-1]})
            said = {"name": "Mikkel Bækdal", "reason": "stand_in", "words": "Torben er syg i dag"}
            assert "/look/" in str(colleague.post("/desk/look/", data=said).url)
        found = re.search(r'name="look_id" value="([0-9a-f-]{36})"', self._people["citizen"].get("/today/").text)
        assert found
        return found[1]

    def network_member(self, name: str = "Kusine Grete") -> str:
        network_member_id = new_id()
        self.do("add_network_member", network_member_id=network_member_id, name=name, relation="kin", near=3)
        return network_member_id

    def free_at_table(self) -> str:
        """Pia's place at the table: nobody on the map has it."""
        page = self._people["citizen"].get(f"/plans/{self.plan_id}/network/").text
        found = re.search(r'<option value="([0-9a-f-]{36})">Pia', page)
        assert found
        return found[1]

    def meeting(self) -> str:
        """A meeting ahead, to which the sister is asked."""
        meeting_id = new_id()
        self.do("plan_meeting", meeting_id=meeting_id, meeting_kind="network_meeting", starts_at=SOON)
        self.do("ask_to_meeting", meeting_id=meeting_id, member_id=self.sister())
        return meeting_id

    def end_open_meeting(self) -> None:
        citizen, there = self._people["citizen"], f"/plans/{self.plan_id}/meetings/"
        for one in re.findall(r"meetings/([0-9a-f-]{36})/", citizen.get(there).text):
            if "data-state=open" in citizen.get(f"{there}{one}/").text.replace('"', ""):
                self.do("end_meeting", meeting_id=one)

    def open_meeting(self) -> str:
        """One that has begun; the one before it is ended."""
        self.end_open_meeting()
        meeting_id = self.meeting()
        self.do("start_meeting", meeting_id=meeting_id)
        return meeting_id

    def stage(self, meeting_id: str, words: str) -> None:
        """The open meeting comes to the item of these words."""
        page = self._people["citizen"].get(f"/plans/{self.plan_id}/meetings/{meeting_id}/").text
        found = re.search(rf'name="item_id" value="([0-9a-f-]{{36}})">(?:(?!</form>).)*: {words}<', page, re.DOTALL)
        assert found, words
        self.do("go_to_item", meeting_id=meeting_id, item_id=found[1])

    def someone_says_yes(self, invitation_id: str) -> None:
        """Somebody new, in a browser of their own, writes the code that the citizen sees, and says yes."""
        page = self._people["citizen"].get(f"/plans/{self.plan_id}/invitations/").text
        card = page.partition(f"asked-{invitation_id}")[2]
        code = re.search(r'class="code">.*?<b>([0-9A-Z ]+)', card)
        assert code
        with httpx.Client(base_url=self._people["citizen"].base_url, follow_redirects=True) as guest:
            guest.post("/invitation/open/", data={"code": code[1]})
            said = {"name": "Nora Ny", "promise": PROMISE, "answer": "accepted"}
            assert "Nu skal" in guest.post("/invitation/say/", data=said).text

    def wall(self) -> None:
        """One that shows the board."""
        with httpx.Client(base_url=self._people["citizen"].base_url) as wall:
            assert wall.post("/demo/enter", data={"as": "screen"}).status_code == 303

    def sister(self) -> str:
        """The supporter's place at the table."""
        page = self._people["citizen"].get(f"/plans/{self.plan_id}/network/").text
        card = page.partition("Sanne")[2]
        found = re.search(r'name="member_id" value="([0-9a-f-]{36})"', card)
        assert found
        return found[1]


@dataclass(frozen=True)
class Case:
    """On `page`, the form with these `hidden` fields gets `texts` and `choices`; then `seen` shows `text`."""

    page: str
    seen: str = WAITS
    text: str = ""
    by: str = "citizen"
    hidden: Texts = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    choices: Texts = field(default_factory=dict)
    press: str = ""


Prepare = Callable[[Hands], Case]


def new_id() -> str:
    return str(uuid.uuid4())
