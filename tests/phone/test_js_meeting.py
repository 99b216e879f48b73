"""In an open meeting: the card that is lit takes nothing from whoever writes, can be left, and talk becomes a step."""

import uuid

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.hands import SOON
from tests.phone.table import lay_out, plan_of, settle, tell
from tests.server import Server


def shown(page: Page, title: str) -> str:
    step_id = lay_out(page, title)
    assert tell(page, "show_in_room", subject="step", subject_id=step_id)["status"] == "accepted"
    return step_id


def test_the_lit_card_takes_no_text_and_can_be_left(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    meeting = {"meeting_id": str(uuid.uuid4())}
    tell(phone, "plan_meeting", **meeting, meeting_kind="network_meeting", starts_at=SOON)
    assert tell(phone, "start_meeting", **meeting)["status"] == "accepted"
    first, second = shown(phone, "Find cykelhjelmen"), shown(phone, "Mal lågen")
    desk.goto(f"/plans/{plan_of(phone)}/meetings/{meeting['meeting_id']}/")
    settle(desk)
    line, lit, follow = desk.locator("#note-line"), desk.locator(".follow h2"), desk.locator(".follow > summary")
    line.fill("Køb sko @mig i morgen")
    tell(phone, "light_step", **meeting, step_id=first)
    expect(lit).to_have_text("Find cykelhjelmen")
    expect(line).to_be_focused()
    expect(line).to_have_value("Køb sko @mig i morgen")
    follow.press("Enter")
    tell(phone, "light_step", **meeting, step_id=second)
    expect(lit).to_have_text("Mal lågen")
    expect(lit).to_be_hidden()
    follow.press("Enter")
    expect(lit).to_be_visible()
    line.press("Enter")
    noted = desk.locator(".room-card", has_text="Køb sko")
    expect(noted).to_contain_text("i morgen")
    expect(noted).to_contain_text("Dig")
    assert tell(phone, "end_meeting", **meeting)["status"] == "accepted"
