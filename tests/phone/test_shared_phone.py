"""A phone that others have, too: said when signing in, it keeps nothing, and one tap ends it."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import lay_out, plan_of, settle
from tests.server import Server

LEFT_BEHIND = """async () => [...(await indexedDB.databases()).map(({ name }) => name), ...Object.keys(localStorage),
  ...Object.keys(sessionStorage), ...(await caches.keys()).filter((name) => name.startsWith('pages-'))]"""


def signs_in(windows: Windows, server: Server) -> Page:
    """By keyboard alone: the box, the button, and the first of the people."""
    phone = windows.open(base_url=server.url)
    phone.goto("/sign-in/")
    phone.get_by_role("checkbox").focus()
    phone.keyboard.press("Space")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.locator("button[name=as][value=citizen]").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("html[data-ready][data-shared]")).to_be_attached()
    return phone


def test_what_is_done_is_sent_and_nothing_of_it_stays(windows: Windows, demo_server: Server) -> None:
    phone = signs_in(windows, demo_server)
    step = lay_out(phone, "Ring til boligforeningen")
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    settle(phone)
    phone.locator("form[data-change]:has([value=remark_on_step]) textarea").first.fill("Vi følges")
    phone.locator("form[data-change]:has([value=remark_on_step]) button").last.click()
    expect(phone.locator(".remark__words")).to_have_text(["Vi følges"])
    expect(phone.locator("[data-made], [data-pending]")).to_have_count(0)
    expect(phone.locator("#line")).to_be_empty()
    phone.goto(f"/plans/{plan_of(phone)}/today/")
    settle(phone)
    assert phone.evaluate(LEFT_BEHIND) == []


def test_the_way_out_is_in_the_top_and_leaves_the_door_as_it_was(windows: Windows, demo_server: Server) -> None:
    phone = signs_in(windows, demo_server)
    phone.locator(".top").get_by_role("button", name="Log ud").click()
    phone.wait_for_url("**/sign-in/?shared=1")
    expect(phone.get_by_role("checkbox")).to_be_checked()
    assert phone.evaluate(LEFT_BEHIND) == []
    assert not [cookie for cookie in phone.context.cookies() if cookie["name"] == "tavlen"]


def test_a_device_that_is_signed_out_elsewhere_goes_dark_by_itself(windows: Windows, demo_server: Server) -> None:
    lost, phone = windows.open_as("citizen", demo_server), windows.open_as("citizen", demo_server)
    settle(lost)
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    phone.get_by_role("button", name="Log ud alle andre steder").click()
    lost.wait_for_url("**/sign-in/**")
    expect(phone.get_by_role("button", name="Log ud alle andre steder")).to_have_count(0)


def test_shift_three_times_leaves_and_shift_while_writing_does_not(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.context.route("https://www.dmi.dk/**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
    phone.goto(f"/plans/{plan_of(phone)}/steps/new/")
    settle(phone)
    phone.locator("#plan input:not([type=hidden]), #plan textarea").first.focus()
    for letter in ("Shift+A", "Shift+B", "Shift+C", "Shift+D"):
        phone.keyboard.press(letter)
    expect(phone.locator("#plan")).to_be_visible()
    for _ in range(3):
        phone.keyboard.press("Shift")
    phone.wait_for_url("https://www.dmi.dk/")
