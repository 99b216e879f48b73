"""The second half hour: the dream, what is hard, who does what, the voices, and words to take home."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import expect

from tests.access.playing import written_in
from tests.live.script.meeting import GLOWS, HERE, US, Meeting
from tests.live.script.table import LATE


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
    room, day = m.room, datetime.now(UTC).date() + timedelta(days=3)
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
        expect(m.wall.locator(f"#s-{room.things[name]}")).to_have_class(GLOWS[name != "ring"])
    room.says("gerda", "take_step", step_id=room.things["cykel"], due=day.isoformat())
    expect(m.wall.locator(f"#s-{room.things['cykel']}")).to_have_class(GLOWS[False])
    expect(m.wall.locator(f"#s-{room.things['cykel']}")).to_contain_text("Gerda")
    room.told("citizen", "take_step", step_id=room.things["søvn"], due=day.isoformat())
    card = m.phone.locator(f"#s-{room.things['søvn']}")
    card.get_by_label("Hvornår?").fill(day.isoformat())
    card.get_by_role("button", name="Det tager jeg").click()
    expect(m.wall.locator(f"#s-{room.things['søvn']}")).to_contain_text("Amina")
    room.told("citizen", "give_voice", step_id=room.things["ring"], answer="agreed")
    # By key: a second tap at the same place within 0.6 s is taken for a double tap.
    m.phone.locator(f"#s-{room.things['ring']}").get_by_role("button", name="Sig ja").press("Enter")
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
    told: dict[str, Any] = {
        "meeting_kind": "network_meeting",
        "purpose": room.text("Igen"),
        "place": room.text("Samme sted"),
    }
    room.says("consultant", "plan_meeting", meeting_id=room.thing("next"), starts_at=later, **told)
    expect(m.phone.locator("section[aria-labelledby=next-time]")).to_contain_text("Netværksmøde")
    expect(m.wall.locator(".wall__next")).to_contain_text("Vi ses igen")
    room.compare()
    assert all(m.seen_by(word) == HERE for word in words.values())
