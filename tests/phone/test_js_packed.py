"""A large frame comes packed, and the page takes it as any other: at once, and without asking anew."""

from playwright.sync_api import WebSocket, expect

from tests.browsing import Windows
from tests.phone.table import lay_out, open_step, plan_of, tell
from tests.server import Server


def test_a_sheet_that_others_change_is_unpacked_in_its_order(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    desk.goto(f"/plans/{plan_of(phone)}/")
    step = lay_out(phone, "Ring til skolen")
    frames: list[str | bytes] = []
    asked: list[str] = []

    def hear(payload: str | bytes) -> None:
        frames.append(payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", hear)

    phone.on("websocket", listen)
    phone.on("request", lambda request: asked.append(request.url))
    open_step(phone, step)
    asked.clear()
    for day in range(10, 15):
        tell(desk, "set_due", step_id=step, due=f"2031-05-{day}")
    expect(phone.locator(".facts")).to_contain_text("14. maj 2031")
    assert any(isinstance(frame, bytes) for frame in frames)
    assert not [url for url in asked if "catch-up" in url]
