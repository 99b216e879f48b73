"""Begun on the phone, finished at the desk: never over what is being typed, and gone when it is sent."""

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.server import Server


def test_a_draft_follows_its_writer_and_takes_no_words(windows: Windows, demo_server: Server) -> None:
    phone, desk = (windows.open_as("citizen", demo_server) for _ in range(2))
    talk = f"/plans/{plan_of(phone)}/conversation/"
    phone.goto(talk)
    settle(phone)
    with phone.expect_response(lambda one: one.request.method == "POST" and "/draft/" in one.url):
        phone.locator("#message").press_sequentially("Jeg tør ikke")
    desk.goto(talk)
    expect(desk.locator("#message")).to_have_value("Jeg tør ikke")
    with desk.expect_response(lambda one: one.request.method == "POST" and "/draft/" in one.url):
        desk.locator("#message").fill("Kan vi tale sammen?")
    phone.reload()
    expect(phone.locator("#other-draft")).to_contain_text("Kan vi tale sammen?")
    expect(phone.locator("#message")).to_have_value("Jeg tør ikke")
    phone.locator("#other-draft").get_by_role("button", name="Hent det").click()
    expect(phone.locator("#message")).to_have_value("Kan vi tale sammen?")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.locator(".message").last).to_contain_text("Kan vi tale sammen?")
    expect(phone.locator(".message[data-made]")).to_have_count(0)
    desk.reload()
    expect(desk.locator(".message").last).to_contain_text("Kan vi tale sammen?")
    expect(desk.locator("#message")).to_have_value("")


def test_what_followed_from_another_device_goes_when_it_was_sent_there(windows: Windows, demo_server: Server) -> None:
    """Also when it was finished in other words; but what was typed on here stays."""
    phone, desk, tablet = (windows.open_as("citizen", demo_server) for _ in range(3))
    talk = f"/plans/{plan_of(phone)}/conversation/"
    phone.goto(talk)
    settle(phone)
    with phone.expect_response(lambda one: one.request.method == "POST" and "/draft/" in one.url):
        phone.locator("#message").press_sequentially("Kan du")
    for other in (desk, tablet):
        other.goto(talk)
        expect(other.locator("#message")).to_have_value("Kan du")
    phone.locator("#message").fill("Kan du ringe i morgen?")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(desk.locator(".message").last).to_contain_text("Kan du ringe i morgen?")
    tablet.locator("#message").press_sequentially(" hente mig")
    for other in (desk, tablet):
        other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#message")).to_have_value("")
    expect(tablet.locator("#message")).to_have_value("Kan du hente mig")
