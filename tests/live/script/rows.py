"""The rows of the table (docs: a good meeting, minute by minute): what each does on its screen, and what it then sees."""

import re
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin
from uuid import uuid4

import httpx
from playwright.sync_api import Page, expect

from backend.plans.commands.invitation import PROMISE
from tests.access.oracle import ROOM
from tests.access.playing import written_in
from tests.browsing import WALL, Windows
from tests.faults.people import Person
from tests.live.script.room import EVERYBODY, Room
from tests.live.script.table import GUESTS, LATE

SMALL_PHONE = {"width": 360, "height": 740}
HERE = {*EVERYBODY, ROOM}
US = {"citizen", "consultant"}
SAW_IT = "Det så jeg"
GLOWS = {True: re.compile("is-unowned"), False: re.compile("^((?!is-unowned).)*$")}
PACE = 0.65  # seconds between two taps: a second one sooner, in the same place, is held to be a double tap (taps.js)


@dataclass
class Meeting:
    """The meeting as it goes: three real windows, everybody else by light sockets."""

    room: Room
    phone: Page
    desk: Page
    wall: Page
    id: str
    at: str = ""
    tapped: float = 0.0

    @property
    def of(self) -> dict[str, Any]:
        return {"meeting_id": self.id}

    def tap(self, page: Page, label: str, *, of: str = "", first: bool = False) -> None:
        """Press what is called so; `of`: on the card whose title carries this mark."""
        page.wait_for_timeout(1000 * max(0.0, self.tapped + PACE - time.monotonic()))
        where = page.locator("li, article", has_text=of).last if of else page
        button = where.get_by_role("button", name=label)
        (button.first if first else button).click()
        self.tapped = time.monotonic()

    def goes_on(self, stage: str) -> None:
        """Whoever holds the pen taps on to the next item; everybody's screen is there."""
        items = self.room.world.items[self.id]
        item = items[items.index(self.at) + 1]
        self.room.told("consultant", "go_to_item", item_id=item, **self.of)
        self.at = item
        self.tap(self.desk, "Videre til", first=True)
        for page in (self.phone, self.desk):
            expect(page.locator(f"#stage[data-stage={stage}]")).to_be_visible()
        expect(self.wall.locator(f"#wall-meeting[data-stage={stage}]")).to_be_visible()

    def seen_by(self, text: str) -> set[str]:
        """Who has this on the meeting's page, or on the wall."""
        screens = [screen for screen in self.room.screens if screen.page.startswith(("meeting:", "screen"))]
        return {screen.who for screen in screens if text in screen.picture}

    def mark(self, name: str) -> str:
        """By what a thing's title is known on every screen."""
        steps = self.room.world.steps
        return written_in(steps[self.room.things[name]]["title"]).pop()


def before(room: Room, windows: Windows) -> Meeting:
    """The citizen plans, asks everybody, says what matters; all have the page of it open, and the wall hangs there."""
    meeting_id, soon = room.thing("meeting"), datetime.now(UTC) + timedelta(minutes=10)
    told = {"meeting_kind": "network_meeting", "purpose": room.text("Hvad nu?"), "place": room.text("Huset")}
    room.says("citizen", "plan_meeting", meeting_id=meeting_id, starts_at=soon.isoformat(), **told)
    for who in GUESTS:
        room.says("citizen", "ask_to_meeting", meeting_id=meeting_id, member_id=who)
    room.says("citizen", "say_what_matters", meeting_id=meeting_id, words=room.text("Min søn"))
    opened = []
    for who, size in (("citizen", SMALL_PHONE), ("consultant", {"width": 1440, "height": 900})):
        page = windows.open_as(str(room.laid.people[who]), room.server, viewport=size)
        page.goto(urljoin(page.url, f"/plans/{room.laid.plan_id}/meetings/{meeting_id}/"))
        opened.append(page)
    wall = windows.open(viewport=WALL, base_url=room.server.urls[-1])
    wall.goto("/wall/")
    wall.get_by_label("Lokalets navn").fill("Mødelokale 2")
    wall.get_by_role("button", name="Gør den klar").click()
    room.comes_in(meeting_id, ("citizen", "consultant", *GUESTS))
    items = re.findall(r'name="?item_id"? value="?([0-9a-f-]{36})', room.page("citizen", f"meetings/{meeting_id}/"))
    meeting = Meeting(room, *opened, wall, meeting_id)
    room.world.items[meeting_id] = list(dict.fromkeys(items))
    meeting.at = room.world.items[meeting_id][0]
    return meeting


def welcome(m: Meeting) -> None:
    room = m.room
    hidden, shown, private = m.mark("to hide"), m.mark("on the wall"), m.mark("private")
    room.told("citizen", "start_meeting", **m.of)
    m.tap(m.phone, "Begynd mødet")
    for page in (m.phone, m.desk):
        expect(page.locator("#room[data-state=open]")).to_be_visible()
    _pair(m)
    _joins_by_code(m)
    room.compare()
    words = m.wall.locator(".wall__welcome").inner_text()
    for name in ("Amina", "Bente", "Carl", "Dorte", "Fie", "Hans", "Lars", "Mads"):
        assert name in words
    assert "Holm" not in m.wall.content() and "Fog" not in m.wall.content(), "first names"
    assert "Hvad nu?" in words and m.wall.locator(".wall__principle").inner_text()
    assert m.desk.get_by_text("Sig åbent, hvad du har pligt til").is_visible()
    assert m.seen_by("Sig åbent, hvad du har pligt til") == {"consultant"}
    expect(m.wall.locator(f"#s-{room.things['to hide']}")).to_be_attached()
    assert hidden in m.wall.content() and shown in m.wall.content() and private not in m.wall.content()
    m.phone.get_by_text("Det ser rummet").click()
    room.told("citizen", "hide_from_room", subject="step", subject_id=room.things["to hide"])
    m.tap(m.phone, "Skjul", of=hidden)
    expect(m.wall.locator(f"#s-{room.things['to hide']}")).to_have_count(0)
    assert m.phone.get_by_text("Du har pennen").is_visible()
    room.told("citizen", "pass_pen", member_id="consultant", **m.of)
    m.tap(m.phone, "Giv pennen til Bente")
    expect(m.desk.get_by_text("Du har pennen")).to_be_visible()
    room.compare()
    assert m.seen_by(hidden) <= US and ROOM in m.seen_by(shown)
    room.only_their_cards()


def _pair(m: Meeting) -> None:
    """The consultant types what stands on the wall; both sides show the room's name."""
    code = "".join(m.wall.locator(".wall-waits__code b").all_inner_texts())
    assert "Mødelokale 2" in m.wall.locator(".wall-waits__room").inner_text()
    m.desk.get_by_role("link", name="Vis på en skærm").click()
    m.desk.get_by_label("Skriv koden fra skærmen").fill(code)
    m.tap(m.desk, "Find skærmen")
    expect(m.desk.locator(".wall-name")).to_have_text("Mødelokale 2")
    m.tap(m.desk, "Ja, vis tavlen her")
    expect(m.desk.locator("article#room")).to_be_visible()
    expect(m.wall.locator("#wall-meeting[data-stage=welcome]")).to_be_visible(timeout=10_000)
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in m.wall.context.cookies())
    url = m.room.server.urls[-1]
    m.room.people["wall"] = Person("screen", url, cookie, m.room.laid.plan_id)
    m.room.opens("wall", ("screen", "screen/"))


def _joins_by_code(m: Meeting) -> None:
    """Somebody whom nobody had thought of: the code is read out, and they are in."""
    room, invitation_id = m.room, m.room.thing("invitation")
    room.says("citizen", "invite", invitation_id=invitation_id, name="Mads", offers=[])
    code = re.findall(r'class="?code"?>.*?<b>([^<]+)</b>', room.page("citizen", "invitations/"), re.DOTALL)[0]
    with httpx.Client(base_url=room.server.urls[0], timeout=20) as browser:
        opened = browser.post("/invitation/open/", data={"code": code})
        assert opened.status_code == 303, opened.text[:500]
        given = {"answer": "accepted", "promise": PROMISE, "name": "Mads Munk", "email": "mads@example.dk"}
        assert browser.post("/invitation/say/", data=given).headers["Location"] == "/invitation/waiting/"
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    assert room.sends("citizen", "confirm_invited", invitation_id=invitation_id)["status"] == "accepted"
    room.people[LATE] = Person("supporter", room.server.urls[0], cookie, room.laid.plan_id)
    page = room.page("citizen", f"meetings/{m.id}/")
    room.laid.members[LATE] = re.findall(r'member_id"? value="?([0-9a-f-]{36})', page.partition("Bed Mads med")[0])[-1]
    room.world.seats.add(LATE)
    room.says("citizen", "ask_to_meeting", member_id=LATE, **m.of)
    room.comes_in(m.id, [LATE])


def since_last(m: Meeting) -> None:
    room, walked, got_up = m.room, m.mark("walked"), m.mark("got up")
    m.goes_on("since_last")
    assert m.phone.locator(".rising li").count() == 4  # what the consultant kept is among what was done
    room.told("citizen", "be_proud_of", step_id=room.things["walked"], **m.of)
    m.phone.locator(".rising li", has_text=walked).get_by_role("button", name="Det her er jeg mest stolt af").click()
    for who in ("supporter", "gerda", LATE):
        remark = {"remark_id": str(uuid4()), "step_id": room.things["walked"], "audience": "table"}
        room.says(who, "remark_on_step", words=SAW_IT, **remark)
    remark = {"remark_id": str(uuid4()), "step_id": room.things["got up"], "audience": "table"}
    room.says("professional", "remark_on_step", words=room.text("Du var der før mig"), **remark)
    proud = m.wall.locator(".wall__rise li", has_text=walked)
    expect(proud).to_have_class(re.compile("is-proud"))
    for name in ("Carl", "Gerda", "Mads", "så det"):
        expect(proud).to_contain_text(name)
    expect(m.wall.locator(".wall__rise li", has_text=got_up)).to_be_visible()
    promised = m.desk.locator(".promised")
    expect(promised.locator(".is-kept", has_text=m.mark("kept"))).to_be_visible()
    expect(promised.locator(".is-broken", has_text=m.mark("broken"))).to_be_visible()
    room.compare()
    assert m.seen_by(walked) == HERE == m.seen_by(got_up) and m.seen_by(m.mark("broken")) == US
    assert m.seen_by(m.mark("private done")) == US


def strengths(m: Meeting) -> None:
    """Each of the others sends one; the citizen says yes to some on the phone, and no to one."""
    room = m.room
    m.goes_on("strengths")
    said = {}
    for who in (*GUESTS, LATE):
        said[who] = room.text("Modig")
        room.says(who, "suggest_strength", strength_id=room.thing(f"strength of {who}"), words=said[who])
    room.compare()
    marks = {who: written_in(words).pop() for who, words in said.items()}
    assert all(m.seen_by(marks[who]) == US | {who} for who in said), "not in the room before the citizen's yes"
    for who in ("supporter", LATE):
        room.told("citizen", "accept_strength", strength_id=room.things[f"strength of {who}"])
        m.tap(m.phone, "Ja, det kan jeg", of=marks[who])
        expect(m.phone.locator(".strength-wall li", has_text=marks[who])).to_be_visible()
        expect(m.wall.locator(".wall__can li", has_text=marks[who])).to_be_visible()
    room.told("citizen", "decline_strength", strength_id=room.things["strength of fie"])
    m.tap(m.phone, "Ikke mig", of=marks["fie"])
    expect(m.phone.get_by_text(marks["fie"])).to_have_count(0)
    for who in ("gerda", "hans", "inge", "jonas"):
        room.says("citizen", "accept_strength", strength_id=room.things[f"strength of {who}"])
    expect(m.wall.locator(".wall__can li")).to_have_count(6)
    room.compare()
    assert m.seen_by(marks["supporter"]) == HERE and m.seen_by(marks["fie"]) == set()
    assert m.seen_by(marks["karen"]) == US | {"karen"}


def life_goal(m: Meeting) -> None:
    """The citizen writes it anew; the old one is a tap away; whoever has the consultant's list sees that it changed."""
    room = m.room
    was, new = room.world.life_goals[-1], room.text("Mit eget hjem")
    m.goes_on("life_goal")
    room.compare()
    assert m.seen_by(written_in(was).pop()) == HERE
    room.told("citizen", "write_life_goal", words=new, was=was)
    m.phone.get_by_text("Skriv den om").click()
    m.phone.get_by_label("Sådan vil jeg gerne have det").fill(new)
    m.tap(m.phone, "Gem min drøm")
    expect(m.wall.locator("#life-goal h1")).to_have_text(new)
    room.compare()
    assert m.seen_by(new) == HERE and m.seen_by(was) == US
    m.phone.get_by_text("Sådan stod der før").click()
    expect(m.phone.locator(".earlier")).to_contain_text(was)
    expect(m.wall.locator("#wall-way li").first).to_be_visible()


def hard(m: Meeting) -> None:
    """One thing for the room, in the citizen's own words, and one only for the consultant."""
    room = m.room
    m.goes_on("hard")
    for label, in_room in (("Sig det her", True), ("Kun til min konsulent", False)):
        words = room.text("Gælden")
        room.told("citizen", "add_challenge", challenge_id=str(uuid4()), words=words, goal_id=None, in_room=in_room)
        m.phone.get_by_label("Hvad er svært lige nu?").fill(words)
        m.phone.locator("form", has=m.phone.locator("#hard-words")).get_by_role("button", name=label).click()
        expect(m.desk.get_by_text(words)).to_have_count(1)
        room.compare()
        assert m.seen_by(words) == (HERE if in_room else US)
    expect(m.wall.locator(".wall__hard li")).to_have_count(1)


def who_when(m: Meeting) -> None:
    """Talk becomes steps in seconds; somebody takes one; what has nobody or no day glows; a card is lit for all."""
    room, day = m.room, date.today() + timedelta(days=3)
    m.goes_on("who_when")
    lines = {"ring": " @carl fredag", "cykel": "", "bank": "", "søvn": ""}
    for name, rest in lines.items():
        title = room.text(name.title())
        room.told("consultant", "note_step", step_id=room.thing(name), line=title + rest.removesuffix(" fredag"))
        m.desk.get_by_role("textbox", name="Skriv et skridt, mens I taler").fill(title + rest)
        m.desk.keyboard.press("Enter")
        made = m.desk.locator("li.room-card[data-step-id]:not([data-made])", has_text=written_in(title).pop())
        expect(made).to_be_visible()
        _is_called(m, name, str(made.get_attribute("data-step-id")))
    room.compare()
    for name in lines:
        assert m.seen_by(m.mark(name)) == HERE, name
        expect(m.wall.locator(f"#s-{room.things[name]}")).to_have_class(GLOWS["ring" != name])
    room.says("gerda", "take_step", step_id=room.things["cykel"], due=day.isoformat())
    expect(m.wall.locator(f"#s-{room.things['cykel']}")).to_have_class(GLOWS[False])
    expect(m.wall.locator(f"#s-{room.things['cykel']}")).to_contain_text("Gerda")
    room.told("citizen", "take_step", step_id=room.things["søvn"], due=day.isoformat())
    card = m.phone.locator(f"#s-{room.things['søvn']}")
    card.get_by_label("Hvornår?").fill(day.isoformat())
    card.get_by_role("button", name="Det tager jeg").click()
    expect(m.wall.locator(f"#s-{room.things['søvn']}")).to_contain_text("Amina")
    room.told("citizen", "give_voice", step_id=room.things["ring"], answer="agreed")
    m.phone.locator(f"#s-{room.things['ring']}").get_by_role("button", name="Sig ja").click()
    room.says("consultant", "light_step", step_id=room.things["ring"], **m.of)
    for page in (m.phone, m.desk):
        expect(page.locator(".follow h2")).to_contain_text(m.mark("ring"))
    expect(m.wall.locator(".wall__lit")).to_contain_text(m.mark("ring"))
    m.phone.get_by_text("Følg ikke med").click()
    expect(m.phone.locator(".follow h2")).to_be_hidden()
    m.phone.get_by_text("Følg med igen").click()
    room.compare()


def _is_called(m: Meeting, name: str, step_id: str) -> None:
    """The device made the step's id; the oracle learns it."""
    world, old = m.room.world, m.room.things[name]
    world.steps[step_id] = world.steps.pop(old)
    m.room.things[name] = step_id


def agreed(m: Meeting) -> None:
    """Voices side by side: each on their own promise, the citizen and the consultant on all; silence is silence."""
    room, ring, bike = m.room, m.room.things["ring"], m.room.things["cykel"]
    m.goes_on("agreed")
    said = (("supporter", ring, "agreed"), ("gerda", bike, "not_yet"), ("consultant", bike, "disagreed"))
    for who, step_id, answer in said:
        room.says(who, "give_voice", step_id=step_id, answer=answer)
    assert room.sends("hans", "give_voice", step_id=ring, answer="agreed")["status"] == "refused", "on their own"
    room.told("citizen", "give_voice", step_id=bike, answer="agreed")
    m.phone.locator(f"#s-{bike}").get_by_role("button", name="Enig", exact=False).first.click()
    voices = m.wall.locator(".wall__voices > li", has_text=m.mark("cykel"))
    expect(voices.locator(".says-agreed")).to_contain_text("Amina")
    expect(voices.locator(".says-not_yet")).to_contain_text("Gerda")
    expect(voices.locator(".says-disagreed")).to_contain_text("Bente")
    silent = m.wall.locator(".wall__voices > li", has_text=m.mark("søvn"))
    expect(silent.locator(".says-nothing")).to_have_text(re.compile("Bente.*har ikke svaret", re.DOTALL))
    assert not re.search(r"\d+ (af|ud af|mod) \d+|%|flertal", m.wall.locator(".wall__voices").inner_text())
    room.compare()


def take_home(m: Meeting) -> None:
    """One word each; somebody's is said aloud; the next time; and then the wall shows nothing."""
    room = m.room
    m.goes_on("take_home")
    words = {who: room.text("Håb") for who in ("consultant", "supporter", "professional", LATE, "citizen")}
    for who, word in words.items():
        if who != "citizen":
            room.says(who, "say_word", words=word, **m.of)
    room.says("consultant", "say_word", words=room.text("Ro"), member_id="hans", **m.of)
    room.told("citizen", "say_word", words=words["citizen"], **m.of)
    m.phone.get_by_label("Hvilket ord tager du med hjem?").fill(words["citizen"])
    m.tap(m.phone, "Sig det")
    expect(m.wall.locator(".wall__words li")).to_have_count(6)
    expect(m.desk.locator(".words-home")).to_contain_text("sagt højt, skrevet af")
    later = (datetime.now(UTC) + timedelta(days=14)).isoformat()
    told = {"meeting_kind": "network_meeting", "purpose": room.text("Igen"), "place": room.text("Samme sted")}
    room.says("consultant", "plan_meeting", meeting_id=room.thing("next"), starts_at=later, **told)
    expect(m.phone.locator("section[aria-labelledby=next-time]")).to_contain_text("Netværksmøde")
    expect(m.wall.locator(".wall__next")).to_contain_text("Vi ses igen")
    room.compare()
    assert all(m.seen_by(word) == HERE for word in words.values())


ROWS = (welcome, since_last, strengths, life_goal, hard, who_when, agreed, take_home)
