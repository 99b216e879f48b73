"""In an open meeting: the card that is lit takes nothing from whoever writes, can be left, and talk becomes a step."""

import uuid

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.hands import SOON
from tests.phone.table import lay_out, plan_of, settle, tell
from tests.server import Server


def begun(phone: Page) -> dict[str, str]:
    """A meeting with the usual agenda, begun by the citizen."""
    meeting = {"meeting_id": str(uuid.uuid4())}
    tell(phone, "plan_meeting", **meeting, meeting_kind="network_meeting", starts_at=SOON)
    tell(phone, "start_meeting", **meeting)
    return meeting


def shown(page: Page, title: str) -> str:
    step_id = lay_out(page, title)
    tell(page, "show_in_room", subject="step", subject_id=step_id)
    return step_id


def test_the_lit_card_takes_no_text_and_can_be_left(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    meeting = begun(phone)
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
    tell(phone, "end_meeting", **meeting)


def test_who_has_said_theirs_goes_on_with_the_others_and_who_writes_keeps_their_words(
    windows: Windows, demo_server: Server
) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    meeting = begun(phone)
    for page in (phone, desk):
        page.goto(f"/plans/{plan_of(phone)}/meetings/{meeting['meeting_id']}/")
        settle(page)
    go_on = phone.get_by_role("button", name="Videre til")
    stage, words = desk.locator("#stage"), desk.locator("#strength-words")
    go_on.click()
    expect(stage).to_have_attribute("data-stage", "since_last")
    go_on.click()
    words.fill("Møder til tiden")
    words.press("Enter")
    expect(desk.locator(".strength__words", has_text="Møder til tiden")).to_be_visible()
    expect(words).to_be_focused()
    tell(desk, "suggest_strength", strength_id=str(uuid.uuid4()), words="Er ærlig")
    yes = phone.get_by_role("button", name="Ja, det kan jeg")
    for suggested in ("Møder til tiden", "Er ærlig"):  # the first may still be on its way
        expect(phone.locator(".strength__words", has_text=suggested)).to_be_visible()
    before = yes.count()
    yes.first.press("Enter")
    expect(yes).to_have_count(before - 1)
    expect(phone.locator("#stage")).to_be_focused()  # and not the next one's yes, which nobody has read
    go_on.click()
    expect(stage).to_have_attribute("data-stage", "life_goal")
    expect(stage).to_be_focused()
    expect(desk.locator("#say")).to_contain_text("Mødet er kommet til »Mit mål«.")
    phone.get_by_text("Skriv den om").click()
    phone.locator("#dream").fill("Et hus med")
    tell(phone, "go_to_item", **meeting, item_id=item_of(phone, "Det svære"))
    expect(stage).to_have_attribute("data-stage", "hard")
    expect(phone.locator("#dream")).to_have_value("Et hus med")
    phone.get_by_role("button", name="Gem min drøm").click()
    expect(phone.locator("#stage")).to_have_attribute("data-stage", "hard")
    tell(phone, "end_meeting", **meeting)


def item_of(page: Page, words: str) -> str:
    return page.locator(".agenda__item", has_text=words).locator("[name=item_id]").get_attribute("value") or ""
