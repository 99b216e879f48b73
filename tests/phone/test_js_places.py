"""Cards stand on a page that has lived as they stand on a fresh one, also those that came while one was in the hand."""

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.table import card, lay_out, open_board, plan_of, tell, titles
from tests.server import Server

TITLES = ("Køb kaffe", "Vask vinduer", "Læs avisen")


def test_those_that_come_while_one_is_in_the_hand_stand_in_the_order_of_the_server(
    windows: Windows, demo_server: Server
) -> None:
    phone = windows.open_as("citizen", demo_server)
    held, first, second = (lay_out(phone, title) for title in TITLES)
    open_board(phone)
    phone.route("**/api/plans/*/changes?*", lambda route: route.abort())
    card(phone, held).locator("a").focus()
    for key, status in (("Alt+ArrowRight", "agreed"), ("Alt+ArrowLeft", "wish")):
        phone.keyboard.press(key)
        expect(card(phone, held)).to_have_attribute("data-status", status)
    tell(phone, "move_step", step_id=first, status="wish")
    tell(phone, "move_step", step_id=held, status="wish")
    number = tell(phone, "move_step", step_id=second, status="wish", before=held)["number"]
    expect(phone.locator("#plan")).to_have_attribute("data-seq", str(number))
    phone.unroute_all()
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(card(phone, held)).not_to_have_attribute("data-pending", "venter")
    expect(phone.locator("#plan")).to_have_attribute("data-seq", str(number + 2))
    fresh = phone.context.new_page()
    fresh.goto(f"/plans/{plan_of(phone)}/?view=board")
    assert titles(fresh, "wish")[-3:] == titles(phone, "wish")[-3:] == [TITLES[1], TITLES[2], TITLES[0]]
