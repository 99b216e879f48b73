"""What a person has said is never lost, never doubled, and comes back with its words when it is refused."""

from playwright.sync_api import Request, expect

from tests.browsing import Windows
from tests.conftest import StartServer
from tests.phone.line import line_to
from tests.phone.table import card, expect_in, lay_out, number_of, open_board, open_step, plan_of, settle, tell
from tests.server import Server


def test_what_is_said_without_signal_waits_visibly_and_arrives_in_order(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        phone = windows.open_as("citizen", demo_server, base_url=line.url)
        steps = [lay_out(phone, title) for title in ("Stå op", "Gå ud", "Kom hjem")]
        open_board(phone)
        line.cut()
        for step in steps:
            phone.locator(f"#s-{step} a").focus()
            phone.keyboard.press("Alt+ArrowRight")
            expect(phone.locator(f"#in-agreed > #s-{step}[data-pending=venter]")).to_be_attached()
        expect(phone.locator("#line")).to_contain_text("venter på at blive sendt")
        arrived: list[Request] = []  # one that left while the line was cut may be the one that arrives
        phone.on("requestfinished", lambda sent: arrived.append(sent) if sent.method == "POST" else None)
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")  # a slow machine has tried in vain for long
        for step in steps:
            expect_in(phone, step, "agreed")
        (letter,) = arrived
        assert [change["step_id"] for change in (letter.post_data_json or {})["changes"]] == steps
        expect(phone.locator("#line")).to_be_empty()


def test_what_waits_survives_a_reload(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Skriv til mor")
    open_board(phone)
    phone.route("**/api/plans/*/changes?*", lambda route: route.abort())
    phone.locator(f"#s-{step} a").focus()
    phone.keyboard.press("Shift+ArrowRight")
    expect(card(phone, step)).to_have_attribute("data-pending", "venter")
    open_board(phone)
    expect(phone.locator(f"#in-agreed > #s-{step}[data-pending=venter]")).to_be_attached()
    phone.unroute_all()
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect_in(phone, step, "agreed")


def test_another_tab_sends_what_this_one_could_not(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Ring til Birgit")
    open_board(phone)
    phone.route("**/api/plans/*/changes?*", lambda route: route.abort())
    phone.locator(f"#s-{step} a").focus()
    phone.keyboard.press("Alt+ArrowRight")
    expect(card(phone, step)).to_have_attribute("data-pending", "venter")
    other = phone.context.new_page()
    other.goto(phone.url)
    expect_in(other, step, "agreed")
    expect_in(phone, step, "agreed")


def test_who_was_signed_out_meanwhile_finds_it_again(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Sov til klokken otte")
    open_board(phone)
    board, before, cookies = phone.url, number_of(phone), phone.context.cookies()
    phone.context.clear_cookies()
    phone.locator(f"#s-{step} a").focus()
    phone.keyboard.press("Alt+ArrowRight")
    phone.wait_for_url("**/sign-in/**")
    phone.context.add_cookies(cookies)  # type: ignore[arg-type]
    phone.goto(board)
    expect_in(phone, step, "agreed")
    expect(phone.locator("#plan")).to_have_attribute("data-seq", str(before + 1))


def test_an_answer_that_was_lost_does_not_double_the_change(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        desk = windows.open_as("consultant", demo_server)
        phone = windows.open_as("citizen", demo_server, base_url=line.url)
        step = lay_out(phone, "Spis morgenmad")
        open_board(phone)
        before = number_of(phone)
        desk.goto(f"/plans/{plan_of(phone)}/")
        line.mute()
        phone.locator(f"#s-{step} a").focus()
        phone.keyboard.press("Alt+ArrowRight")
        expect_in(desk, step, "agreed")
        expect(card(phone, step)).to_have_attribute("data-pending", "venter")
        line.mend()
        expect_in(phone, step, "agreed")
        assert number_of(phone) == number_of(desk) == before + 1


def test_a_server_that_was_killed_gets_the_same_change_once(windows: Windows, live_server_process: StartServer) -> None:
    server = live_server_process()
    phone = windows.open_as("citizen", server)
    step = lay_out(phone, "Ring til min søster")
    open_board(phone)
    before = number_of(phone)
    server.processes[0].kill()
    phone.locator(f"#s-{step} a").focus()
    phone.keyboard.press("Alt+ArrowRight")
    expect(phone.locator(f"#in-agreed > #s-{step}[data-pending=venter]")).to_be_attached()
    server.processes[0].start()
    expect_in(phone, step, "agreed")
    assert number_of(phone) == before + 1


def test_a_refused_move_goes_back_with_a_sentence(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Tal med banken")
    settle(desk)
    desk.locator(f"#s-{step} a").focus()
    desk.keyboard.press("Alt+ArrowRight")
    expect(desk.locator("#refused li")).to_contain_text("Det er et forslag")
    expect_in(desk, step, "wish")
    desk.locator("#refused [data-do=drop]").click()
    expect(desk.locator("#refused li")).to_have_count(0)


def test_one_that_is_refused_does_not_hold_back_the_rest(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    first, second = lay_out(desk, "Bed om et møde"), lay_out(desk, "Skriv en plan")
    expect_in(desk, second, "wish")
    desk.route("**/api/plans/*/changes?*", lambda route: route.abort())
    for step, key in ((first, "Alt+ArrowRight"), (second, "Alt+ArrowUp")):
        desk.locator(f"#s-{step} a").focus()
        desk.keyboard.press(key)
        expect(card(desk, step)).to_have_attribute("data-pending", "venter")
    desk.unroute_all()
    desk.evaluate("dispatchEvent(new Event('online'))")
    expect(desk.locator("#refused li")).to_have_count(1)
    expect_in(desk, second, "wish")


def test_two_who_change_the_same_words_both_see_both(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Find et kor")
    open_step(phone, step).get_by_text("Ret teksten").click()
    phone.locator("#text-how").fill("Jeg spørger Anna")
    tell(phone, "reword_step", step_id=step, field="how", text="På biblioteket", was="")
    phone.locator("form:has(#text-how) button:not(.newer)").click()
    both = phone.locator("#refused li")
    expect(both.locator("[data-slot=theirs]")).to_have_text("På biblioteket")
    expect(both.locator("[data-slot=words]")).to_have_text("Jeg spørger Anna")
    expect(phone.locator("#text-how")).to_have_value("Jeg spørger Anna")
    both.locator("[data-do=mine]").click()
    expect(phone.locator("#room .facts")).to_contain_text("Jeg spørger Anna")
    expect(both).to_have_count(0)


def test_what_is_being_written_survives_a_reload(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Gå til tandlæge")
    open_step(phone, step).locator("#remark").fill("Jeg er bange for")
    open_step(phone, step)
    expect(phone.locator("#remark")).to_have_value("Jeg er bange for")
    phone.get_by_role("button", name="Send").click()
    expect(phone.locator(".remark__words")).to_have_text(["Jeg er bange for"])
    open_step(phone, step)
    expect(phone.locator("#remark")).to_have_value("")
