"""Real pages: half-typed text through a restart, a half-open line, a line that flaps and doubles, a lost frame."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.faults.pages import WORKER, board_with, is_as_opened_anew, journal_has, moves, nothing_waits, windows_of
from tests.faults.stage import Stage
from tests.faults.work import while_working
from tests.phone.table import lay_out, open_board, open_step, plan_of, settle, tell

TOLD_SECONDS = 15.0
WORDS = "Jeg er bange for at"


def half_typed(stage: Stage) -> None:
    """The server is restarted and the step is changed by somebody else: text, place in it and focus stay."""
    with windows_of(stage) as windows:
        phone, desk = windows.open_as("citizen", stage.server), windows.open_as("consultant", stage.server)
        step_id = lay_out(phone, "nr. 1 hos tandlægen")
        open_step(phone, step_id)
        desk.goto(f"/plans/{plan_of(phone)}/")
        settle(desk)
        field = phone.locator("#remark")
        field.fill(WORDS)
        field.evaluate("field => field.setSelectionRange(4, 9)")
        stage.kill_and_start(dead_for=0.5)
        tell(desk, "set_due", step_id=step_id, due="2031-05-04")
        expect(phone.locator("#room .facts")).to_contain_text("2031", timeout=20_000)
        expect(field).to_be_focused()
        expect(field).to_have_value(WORDS)
        assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [4, 9]
        is_as_opened_anew(desk)


def offline_told(stage: Stage) -> None:
    """The line stands open and carries nothing: how long until a real page says so."""
    line = stage.line()
    with windows_of(stage) as windows:
        phone = windows.open_as("citizen", stage.server, base_url=line.url, **WORKER)
        open_board(phone)
        time.sleep(1)  # the socket has spoken, and the silence is the line's
        line.hold()
        began = time.monotonic()
        expect(phone.locator("#line")).not_to_be_empty(timeout=45_000)
        stage.measure("a half-open line is told", time.monotonic() - began, most=TOLD_SECONDS)
        line.mend()
        expect(phone.locator("#line")).to_be_empty(timeout=30_000)


def pages_on_bad_lines(stage: Stage) -> None:
    """A phone that moves cards and a desk that watches, on a line that flaps and doubles, while others write."""
    line = stage.line()
    with windows_of(stage) as windows:
        phone = windows.open_as("citizen", stage.server, base_url=line.url, **WORKER)
        desk = windows.open_as("consultant", stage.server, base_url=line.url)
        steps = board_with(phone, 3)
        desk.goto(f"/plans/{plan_of(phone)}/")
        settle(desk)
        made = dict.fromkeys(steps, 0)
        line.copies = 2

        def faults() -> None:
            for _ in range(stage.times(10, 3)):
                stage.rng.choice((line.cut, line.reset, line.mute, line.hold))()
                step_id = stage.rng.choice(steps)
                moves(phone, step_id)
                made[step_id] += 1
                phone.wait_for_timeout(stage.rng.uniform(100, 900))
                line.mend()
                phone.wait_for_timeout(stage.rng.uniform(100, 900))

        while_working(stage.writers(("citizen", "consultant", "supporter")), faults)
        nothing_waits(phone)
        journal_has(stage, made)
        for page in (phone, desk):
            is_as_opened_anew(page)


def frame_lost(stage: Stage) -> None:
    """One message of the socket never arrives: the next one tells of a gap, and the page asks for what it missed."""
    with windows_of(stage) as windows:
        phone, desk = windows.open_as("citizen", stage.server), windows.open_as("consultant", stage.server)
        step_ids = board_with(phone, 2)
        plan = plan_of(phone)
        lost: list[str] = []
        desk.route_web_socket("**/live/**", lambda socket: _loses_one(socket, lost))
        desk.goto(f"/plans/{plan}/")
        settle(desk)
        expect(desk.locator(f"#in-wish > #s-{step_ids[0]}")).to_be_attached()
        time.sleep(1)  # the list of people has come, and is not what is lost
        lost.append("the next")
        tell(phone, "move_step", step_id=step_ids[0], status="doing")
        _until(lambda: lost == ["the next", "lost"], desk)
        tell(phone, "move_step", step_id=step_ids[1], status="agreed")
        expect(desk.locator(f"#in-agreed > #s-{step_ids[1]}")).to_be_attached()
        expect(desk.locator(f"#in-doing > #s-{step_ids[0]}")).to_be_attached()
        is_as_opened_anew(desk)


def _loses_one(socket: WebSocketRoute, lost: list[str]) -> None:
    """Passes everything on, except for the first frame after `lost` says that the next one goes astray."""
    server = socket.connect_to_server()

    def pass_on(message: str | bytes) -> None:
        if lost == ["the next"] and '"fragments"' in str(message):
            lost.append("lost")
        else:
            socket.send(message)

    server.on_message(pass_on)


def _until(is_so: Callable[[], bool], page: Page) -> None:
    """Asked while the browser goes on."""
    deadline = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < deadline
        page.wait_for_timeout(50)
