"""A step's sheet over the desk: open, live, closed again with the focus where it was; a page of its own on a phone."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import expect_in, lay_out, plan_of, settle, tell
from tests.server import Server


def open_sheet(desk: Page, step_id: str) -> None:
    desk.locator(f"#s-{step_id} a").first.click()
    expect(desk.locator("dialog#sheet #room")).to_be_visible()


def test_a_sheet_opens_over_the_desk_and_closes_by_back(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Bestil en tid")
    expect_in(desk, step, "wish")
    board = desk.url
    open_sheet(desk, step)
    assert desk.url.endswith(f"/steps/{step}/")
    desk.go_back()
    expect(desk.locator("dialog#sheet")).to_be_hidden()
    assert desk.url == board
    open_sheet(desk, step)
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#sheet")).to_be_hidden()
    expect(desk.locator(f"#s-{step} a").first).to_be_focused()
    desk.wait_for_url(board)


def test_the_sheet_is_live_and_keeps_what_one_writes(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    desk = windows.open_as("consultant", demo_server)
    desk.goto(f"/plans/{plan_of(phone)}/")
    settle(desk)
    step = lay_out(phone, "Tag bussen")
    expect_in(desk, step, "wish")
    open_sheet(desk, step)
    desk.locator("#sheet #remark").fill("Skal vi følges")
    tell(phone, "set_due", step_id=step, due="2031-05-04")
    expect(desk.locator("#sheet .facts")).to_contain_text("2031")
    expect(desk.locator("#sheet #remark")).to_have_value("Skal vi følges")
    desk.locator("#sheet").get_by_role("button", name="Send").click()
    expect(desk.locator("#sheet .remark__words")).to_have_text(["Skal vi følges"])
    expect(desk.locator("#sheet #remark")).to_have_value("")


def test_what_the_sheet_missed_is_asked_for_until_it_comes(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    desk = windows.open_as("consultant", demo_server)
    desk.goto(f"/plans/{plan_of(phone)}/")
    settle(desk)
    step = lay_out(phone, "Hent pakken")
    expect_in(desk, step, "wish")
    open_sheet(desk, step)
    desk.route("**/catch-up?**", lambda route: route.abort())
    with desk.expect_event("requestfailed"):
        tell(phone, "set_due", step_id=step, due="2031-05-04")
    desk.unroute("**/catch-up?**")
    expect(desk.locator("#sheet .facts")).to_contain_text("2031")


def test_what_is_refused_is_told_in_front_of_the_desk(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Find en mentor")
    expect_in(desk, step, "wish")
    open_sheet(desk, step)
    desk.locator("#sheet").get_by_text("Ret teksten").click()
    desk.locator("#text-how").fill("Spørg på værkstedet")
    tell(desk, "reword_step", step_id=step, field="how", text="Vi spørger sammen", was="")
    desk.locator("form:has(#text-how) button:not(.newer)").click()
    both = desk.locator("#refused li")
    expect(both).to_contain_text("Vi spørger sammen")
    both.locator("[data-do=mine]").click()
    expect(desk.locator("#sheet .facts")).to_contain_text("Spørg på værkstedet")
    desk.locator("#sheet").get_by_role("button", name="Luk").click()
    expect(desk.locator("dialog#sheet")).to_be_hidden()
    expect(desk.locator("body > #needs")).to_be_attached()


def test_on_a_phone_the_sheet_is_a_page(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Gå en tur")
    phone.goto(f"/plans/{plan_of(phone)}/?view=board")
    phone.locator(f"#s-{step} a").first.click()
    phone.wait_for_url(f"**/steps/{step}/")
    expect(phone.locator("main #room h1")).to_have_text("Gå en tur")
