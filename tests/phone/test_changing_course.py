"""Changing course as its people live it: a new dream is picked up by one tap, and what was learned is at hand."""

import re
from datetime import timedelta
from typing import Any

from playwright.sync_api import Page, expect

from backend.common import clock
from tests.browsing import DESK, PHONE, Windows
from tests.phone.table import open_step, plan_of, settle, tell
from tests.phone.test_after_the_course import enter
from tests.server import Server

CITIZEN, PLAN = "Birgit Højlund", 2
GOAL, STEP = "00000000-0000-4000-8000-00000000cc01", "00000000-0000-4000-8000-00000000cc02"


def open_at(windows: Windows, server: Server, who: str, path: str, **options: Any) -> Page:
    page = enter(windows, server, who, **options)
    page.goto(path)
    settle(page)
    return page


def test_a_new_dream_is_picked_up_by_one_tap_and_both_read_when_the_plan_followed(
    windows: Windows, demo_server: Server
) -> None:
    phone = open_at(windows, demo_server, CITIZEN, f"/plans/{PLAN}/life-goal/", viewport=PHONE)
    desk = open_at(windows, demo_server, "Torben", "/desk/", viewport=DESK)
    reasons = desk.locator(f"#p-{PLAN} .home__why", has_text="livsmål")
    expect(reasons).to_have_count(0)
    phone.get_by_text("Skriv den om").click()
    phone.locator("[name=words]").fill("Min egen lille systue")
    phone.get_by_role("button", name="Gem min drøm").press("Enter")
    clock = phone.locator("main")
    expect(clock).to_contain_text("Ikke set endnu. Planen er ikke lavet om endnu.")
    expect(reasons).to_be_visible()
    reasons.click()
    desk.wait_for_url(f"**/plans/{PLAN}/life-goal/")
    expect(desk.locator("main")).to_contain_text("Min egen lille systue")
    expect(desk.locator("main")).to_contain_text("Set samme dag. Planen er ikke lavet om endnu.")
    desk.goto(f"/plans/{PLAN}/goals/new/")
    settle(desk)
    desk.get_by_label("Målet", exact=True).fill("Find et lokale")
    desk.get_by_label("Hverdag").check()
    desk.get_by_role("button", name="Sæt det på vejen").press("Enter")
    desk.wait_for_url(re.compile(rf"/plans/{PLAN}/$"))
    expect(clock).to_contain_text("Set samme dag. Planen fulgte med samme dag.")
    desk.goto("/desk/")
    expect(desk.locator(f"#p-{PLAN}")).to_be_visible()
    expect(reasons).to_have_count(0)


def test_a_day_that_passed_is_seen_then_moved_and_both_still_read_how_long_it_took(
    windows: Windows, demo_server: Server
) -> None:
    phone = enter(windows, demo_server, "Leyla Granhøj", viewport=PHONE)
    there = f"/plans/{plan_of(phone)}/life-goal/"
    phone.goto(there)
    settle(phone)
    late = "»Få svar på de 20 timer« skulle være gjort"
    told = phone.locator("#goal-clocks li", has_text=late)
    expect(told).to_contain_text("Ikke set endnu. Planen er ikke lavet om endnu.")
    desk = open_at(windows, demo_server, "Lone", there, viewport=DESK)
    told_at_the_desk = desk.locator("#goal-clocks li", has_text=late)
    expect(told).to_contain_text(re.compile(r"Set efter \d+ dage?\. Planen er ikke lavet om endnu\."))
    told_at_the_desk.get_by_role("link").click()
    settle(desk)
    desk.locator("summary", has_text="Hvem og hvornår").click()
    desk.get_by_label("Hvornår?").fill((clock.today() + timedelta(days=30)).isoformat())
    desk.get_by_role("button", name="Gem dag").press("Enter")
    took = re.compile(r"Set efter \d+ dage?\. Planen fulgte med efter \d+ dage?\.")
    expect(told).to_contain_text(took)
    desk.goto(there)
    expect(told_at_the_desk).to_contain_text(took)


def test_what_a_closed_step_taught_is_beside_its_goal_when_that_is_written_anew(
    windows: Windows, demo_server: Server
) -> None:
    phone = open_at(windows, demo_server, CITIZEN, f"/plans/{PLAN}/", viewport=PHONE)
    desk = open_at(windows, demo_server, "Torben", f"/plans/{PLAN}/", viewport=DESK)
    tell(desk, "add_goal", goal_id=GOAL, title="Et lokale", life_area="everyday")
    tell(phone, "add_step", step_id=STEP, title="Ring til udlejeren", goal_id=GOAL)
    tell(phone, "move_step", step_id=STEP, status="doing")
    open_step(phone, STEP)
    phone.get_by_role("button", name="Klaret", exact=True).press("Enter")
    phone.get_by_role("button", name="Jeg klarede det selv").press("Enter")
    phone.get_by_label("Hvad lærte du?").fill("Formiddagen er bedst")
    phone.get_by_role("button", name="Gem det, jeg lærte").press("Enter")
    expect(phone.locator("main")).to_contain_text("Formiddagen er bedst")
    for page, heading in ((phone, "Det har du lært på vejen"), (desk, "Det har Birgit lært på vejen")):
        page.goto(f"/plans/{PLAN}/goals/{GOAL}/")
        page.locator("summary", has_text="Skriv om").first.click()
        expect(page.get_by_text(heading)).to_be_visible()
        expect(page.get_by_text("Formiddagen er bedst")).to_be_visible()
