"""The conversation in two real browsers: it arrives by itself, is read by being looked at, and stays at its end."""

import time

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.server import Server


def test_it_arrives_by_itself_and_is_read_by_being_looked_at(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    talk = f"/plans/{plan_of(phone)}/conversation/"
    desk = windows.open_as("consultant", demo_server)
    phone.goto(talk)
    expect(phone.locator("#unread")).to_be_empty()
    phone.goto(f"/plans/{plan_of(phone)}/today/")
    settle(phone)
    desk.goto(talk)
    settle(desk)
    desk.get_by_label("Skriv til Mikkel").fill("Er du der?")
    desk.get_by_role("button", name="Send").click()
    expect(phone.locator("#unread")).to_contain_text("1")
    phone.get_by_role("link", name="Læs dem").click()
    expect(phone.locator(".message").last).to_contain_text("Er du der?")
    expect(phone.locator("#unread")).to_be_empty()
    expect(desk.locator("#talk-foot")).not_to_contain_text("Læst af")
    phone.get_by_label("Skriv til Torben").fill("Ja\nlige her")
    phone.get_by_role("button", name="Send").click()
    expect(desk.locator(".message").last).to_contain_text("lige her")
    expect(phone.locator("#talk-foot")).to_contain_text("Læst af Torben")
    expect(phone.locator(".message").last).to_be_in_viewport()
    phone.get_by_role("button", name="Vis, når jeg har læst").click()
    expect(phone.locator("#talk-reading")).to_contain_text("Torben kan se, når du har læst")
    desk.get_by_label("Skriv til Mikkel").fill("Godt")
    desk.get_by_role("button", name="Send").click()
    expect(desk.locator("#talk-foot")).to_contain_text("Læst af Mikkel")


def test_a_page_before_somebodys_eyes_says_so_by_itself(windows: Windows, demo_server: Server) -> None:
    """Opening it is a mark that ends after a minute; from then on it is the script's word alone."""
    phone = windows.open_as("citizen", demo_server)
    talk = f"/plans/{plan_of(phone)}/conversation/"
    sent: list[str] = []
    phone.on("websocket", lambda line: line.on("framesent", lambda frame: sent.append(str(frame))))
    phone.goto(talk)
    settle(phone)
    sent.clear()
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when the phone is taken up again
    deadline = time.monotonic() + 30
    while not any('"here":true' in frame for frame in sent):  # by whichever line: the first may have fallen
        assert time.monotonic() < deadline, sent
        phone.wait_for_timeout(50)
