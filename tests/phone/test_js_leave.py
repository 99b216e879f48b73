"""Hurtig ud leads out, whoever is first to tell that the session is over."""

import time

from playwright.sync_api import Route

from tests.browsing import Windows
from tests.phone.table import settle
from tests.server import Server

HARMLESS = "https://www.dmi.dk/"
SLOW_S = 0.7


def answer_slowly(route: Route) -> None:
    """The server has signed the person out, and the socket has heard of it, long before the answer comes."""
    answer = route.fetch(max_redirects=0)
    time.sleep(SLOW_S)
    route.fulfill(response=answer)


def test_the_socket_does_not_lead_to_the_sign_in_instead(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.context.route(f"{HARMLESS}**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
    settle(phone)
    shown: list[str] = []
    phone.on("framenavigated", lambda frame: shown.append(frame.url))
    phone.route("**/leave/", answer_slowly)
    phone.get_by_role("button", name="Hurtig ud").click()
    phone.wait_for_url(HARMLESS)
    assert shown == [HARMLESS]
