"""The first half hour: welcome, what was since last, what the citizen can."""

import re
from typing import Any
from uuid import uuid4

import httpx
from playwright.sync_api import expect

from backend.plans.commands.invitation import PROMISE
from tests.access.oracle import ROOM
from tests.access.playing import written_in
from tests.faults.people import Person
from tests.live.script.meeting import HERE, US, Meeting
from tests.live.script.table import GUESTS, LATE


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
    expect(m.wall.locator("#wall-meeting[data-stage=welcome]")).to_be_visible()
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
        room.says(who, "notice_step", remark_id=str(uuid4()), step_id=room.things["walked"])
    remark: dict[str, Any] = {"remark_id": str(uuid4()), "step_id": room.things["got up"], "audience": "table"}
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
