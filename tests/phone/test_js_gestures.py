"""Signs without words on phone, desk and wall: seen by all, said once in a while, gone after seconds."""

import uuid

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.hands import SOON
from tests.phone.table import lay_out, plan_of, settle, tell
from tests.server import Server


def test_a_heart_and_a_finger_on_a_card_pass_by(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    wall = windows.open_as("consultant", demo_server, viewport={"width": 1920, "height": 1080})
    meeting, plan = {"meeting_id": str(uuid.uuid4())}, plan_of(phone)
    tell(phone, "plan_meeting", **meeting, meeting_kind="network_meeting", starts_at=SOON)
    tell(phone, "start_meeting", **meeting)
    step_id = lay_out(phone, "Find cykelhjelmen")
    tell(phone, "show_in_room", subject="step", subject_id=step_id)
    tell(phone, "light_step", **meeting, step_id=step_id)
    for page, address in ((phone, f"meetings/{meeting['meeting_id']}/"), (desk, ""), (wall, "screen/")):
        page.goto(f"/plans/{plan}/{address}")
        settle(page)
    heart = phone.get_by_role("button", name="Hjerte")
    expect(wall.locator("[data-react]")).to_have_count(0)
    expect(heart).to_be_hidden()
    for _ in range(3):
        phone.get_by_role("button", name="Giv et tegn").click()
        heart.click()
    for page in (phone, desk, wall):
        expect(page.locator("#gestures .gesture")).to_have_count(3)
        expect(page.locator("#gestures .gesture").first).to_contain_text("Hjerte")
    expect(desk.locator("#say")).to_have_text("Mikkel: Hjerte")
    expect(phone.locator("#say")).to_be_empty()
    phone.locator(f'.follow [data-point="{step_id}"]').press("Enter")
    for page in (phone, desk, wall):
        expect(page.locator("[data-pointed=Mikkel]").first).to_contain_text("Find cykelhjelmen")
    size = wall.locator(".wall__lit").evaluate("card => getComputedStyle(card, '::after').fontSize")
    assert float(size.removesuffix("px")) >= 28
    for page in (phone, desk, wall):
        expect(page.locator("[data-pointed], .gesture")).to_have_count(0, timeout=15_000)
    tell(phone, "end_meeting", **meeting)
    expect(phone.locator("[data-react]")).to_have_count(0)
